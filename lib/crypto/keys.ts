/** The ring of data keys, as an operator writes it: `k2:<base64 of 32 bytes>,k1:<base64 of 32 bytes>`. */

export type DataKey = { readonly id: string; readonly bytes: Buffer };

/** The first key seals; every key of the ring opens what it once sealed. */
export type KeyRing = { readonly current: DataKey; readonly all: ReadonlyMap<string, DataKey> };

export const KEY_BYTES = 32;

/** Why a ring is none: the operator's sentence for each stands in lib/env.ts. `id` never carries anything of a key. */
export type KeyRingFault =
  | { readonly code: "missing" }
  | { readonly code: "malformed" }
  | { readonly code: "wrongLength"; readonly id: string }
  | { readonly code: "duplicateName"; readonly id: string }
  | { readonly code: "duplicateKey"; readonly id: string };

const ENTRY = /^([a-z0-9]{1,16}):([A-Za-z0-9+/]+={0,2})$/;

/** Reads a ring; a fault instead of a ring where an entry is malformed, a key is not of 32 bytes, or a name or a key stands twice. */
export function readKeyRing(text: string | undefined): KeyRing | KeyRingFault {
  const entries = (text ?? "").split(",").map((entry) => entry.trim()).filter((entry) => entry !== "");
  const all = new Map<string, DataKey>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const [, id, encoded] = ENTRY.exec(entry) ?? [];
    if (id === undefined || encoded === undefined) return { code: "malformed" };
    const bytes = Buffer.from(encoded, "base64");
    if (bytes.length !== KEY_BYTES) return { code: "wrongLength", id };
    if (all.has(id)) return { code: "duplicateName", id };
    const face = bytes.toString("base64");
    if (seen.has(face)) return { code: "duplicateKey", id };
    seen.add(face);
    all.set(id, { id, bytes });
  }
  const [current] = all.values();
  return current ? { current, all } : { code: "missing" };
}
