import { env } from "@/lib/env";
import { plain } from "@/lib/messages/plain";
import { machineNow } from "@/lib/time/clock";

export const dynamic = "force-dynamic";
/** RFC 9116 wants less than a year; the file is made anew at every request. */
const VALID_MS = 180 * 24 * 3_600_000;

/** Whom to tell about a weakness (RFC 9116). */
export function GET(): Response {
  const { origin, securityContact } = env();
  const expires = new Date(machineNow().getTime() + VALID_MS).toISOString();
  const lines = [`# ${plain.securityHint}`, `Contact: ${securityContact}`, `Expires: ${expires}`, "Preferred-Languages: de, en", `Canonical: ${origin}/.well-known/security.txt`];
  return new Response(`${lines.join("\r\n")}\r\n`, { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}
