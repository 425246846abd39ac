import { Secret, TOTP } from "otpauth";
import { factorIssuer } from "@/lib/messages/factors";

const DIGITS = 6;
const STEP_SECONDS = 30;
/** One step to either side, for a clock that is slow and a person who types. */
const WINDOW = 1;
const SECRET_BYTES = 20;

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: factorIssuer, label, algorithm: "SHA1", digits: DIGITS, period: STEP_SECONDS, secret: Secret.fromBase32(secret) });
}

/** A new shared secret in base32 (160 bit). */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the app reads from the picture. */
export function totpUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/**
 * The step (of 30 seconds since 1970) to which a code belongs, or null: a code that is wrong, more than one step away, or of a step that was used already.
 * The time is the server's (ASVS 6.5.8).
 */
export function acceptedStep(secret: string, code: string, lastStep: number | null, now: Date): number | null {
  const delta = totp(secret, "").validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
