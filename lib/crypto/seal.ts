import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { DataKey, KeyRing } from "@/lib/crypto/keys";
import { env } from "@/lib/env";

/**
 * Sealing of single values: AES-256-GCM with a random nonce of 96 bits, bound to the place where the value stands (`context`) and to the key's name.
 * A sealed value that is moved to another row or column does not open there. Form: `s1.<key>.<base64url of nonce, tag and text>`.
 */

const VERSION = "s1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^s1\.([a-z0-9]{1,16})\.([A-Za-z0-9_-]+)$/;

/** Why a sealed value does not open. Says nothing about the value: `UNKNOWN_KEY` the ring lacks its key, `BROKEN` it was changed, moved or is none. */
export class UnsealError extends Error {
  constructor(readonly reason: "UNKNOWN_KEY" | "BROKEN", readonly context: string) {
    super(`a sealed value does not open: ${reason} at ${context}`);
  }
}

/** Seals a text for one place, with the ring's first key. */
export function seal(text: string, context: string, ring: KeyRing = env().dataKeys): string {
  const { id, bytes } = ring.current;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(bytes), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(context, id));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Opens a sealed text at its place. Throws UnsealError; a value that does not open is never answered as an empty one. */
export function unseal(sealed: string, context: string, ring: KeyRing = env().dataKeys): string {
  const [, id, encoded] = SEALED.exec(sealed) ?? [];
  if (id === undefined || encoded === undefined) throw new UnsealError("BROKEN", context);
  const key = ring.all.get(id);
  if (!key) throw new UnsealError("UNKNOWN_KEY", context);
  const bytes = Buffer.from(encoded, "base64url");
  // A text that decodes to the same bytes but reads otherwise was not written by us.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString("base64url") !== encoded) throw new UnsealError("BROKEN", context);
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(key.bytes), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(context, id));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    throw new UnsealError("BROKEN", context);
  }
}

/** The name of the key that sealed a value, or null for a text that is not sealed. */
export function keyIdOf(sealed: string): string | null {
  return SEALED.exec(sealed)?.[1] ?? null;
}

/** Whether a sealed value wants sealing anew, because another key is current. */
export function isUnderOldKey(sealed: string, ring: KeyRing = env().dataKeys): boolean {
  return keyIdOf(sealed) !== ring.current.id;
}

/**
 * A name under which a sealed value is found without being opened: equal texts of one context have equal names. It begins like a sealed value with the key's
 * name, `b1.<key>.<base64url>`. Only for values that one must search; it tells which rows are equal.
 */
export function blindIndex(text: string, context: string, ring: KeyRing = env().dataKeys): string {
  return blindIndexWith(ring.current, text, context);
}

/** The blind names of one text under every key of the ring, for a search while rows are being sealed anew. */
export function blindIndexes(text: string, context: string, ring: KeyRing = env().dataKeys): readonly string[] {
  return [...ring.all.values()].map((key) => blindIndexWith(key, text, context));
}

function blindIndexWith(key: DataKey, text: string, context: string): string {
  const name = createHmac("sha256", derived(key.bytes, "blind index")).update(associated(context, key.id)).update(text, "utf8").digest("base64url");
  return `b1.${key.id}.${name}`;
}

/** The lengths come first, so that no two pairs of context and key read alike. */
function associated(context: string, keyId: string): Buffer {
  return Buffer.from(`${VERSION}:${Buffer.byteLength(context)}:${context}:${keyId}:`, "utf8");
}

/** The ring's keys are never used themselves: each use has a key of its own, derived by HKDF, so that one use tells nothing about the other. */
function derived(bytes: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", bytes, Buffer.alloc(0), `buergerkoffer ${VERSION} ${use}`, bytes.length));
}

const sealingKeys = new WeakMap<Buffer, Buffer>();

function sealingKey(bytes: Buffer): Buffer {
  const known = sealingKeys.get(bytes);
  if (known) return known;
  const key = derived(bytes, "sealing");
  sealingKeys.set(bytes, key);
  return key;
}
