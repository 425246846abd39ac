import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { inScope, databaseNow } from "@/lib/db/in-scope";
import { scopeOf } from "@/lib/auth/scope";
import type { FormEcho } from "@/lib/forms/types";

const ECHO_LIFETIME_MS = 60 * 60 * 1000;
const portal = scopeOf({ kind: "system", job: "forms" });

/** Keeps what was typed until the page has shown it again; answers the id for the address. `browserKey` is the value of the browser's cookie. */
export async function saveEcho(echo: NonNullable<FormEcho>, userId: string | null, browserKey: string): Promise<string> {
  return inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.formEcho.create({
      data: { userId, action: echo.action, sealed: seal(JSON.stringify(echo), browserKey), createdAt: now, expiresAt: new Date(now.getTime() + ECHO_LIFETIME_MS) },
    });
    return row.id;
  });
}

/** What was typed, for the same browser and the same person only; null for everybody else and after an hour. */
export async function readEcho(id: string, userId: string | null, browserKey: string | null): Promise<FormEcho> {
  if (!browserKey || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.formEcho.findFirst({ where: { id, expiresAt: { gt: now } } });
    if (!row || (row.userId !== null && row.userId !== userId)) return null;
    return openEcho(row.sealed, browserKey);
  });
}

/** Forgets what waits for a person, before its hour is over. */
export async function dropEcho(id: string, userId: string): Promise<void> {
  await inScope(portal, async (tx) => void (await tx.formEcho.deleteMany({ where: { id, userId } })));
}

/** A stored echo, opened with the value of the browser's cookie; null with any other value. */
export function openEcho(sealed: string, browserKey: string): FormEcho {
  const text = unseal(sealed, browserKey);
  return text === null ? null : (JSON.parse(text) as FormEcho);
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

function keyOf(browserKey: string): Buffer {
  return createHash("sha256").update(`form-echo:${browserKey}`).digest();
}

function seal(text: string, browserKey: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(browserKey), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

function unseal(sealed: string, browserKey: string): string | null {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(browserKey), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
