import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { env } from "@/lib/env";
import { CHALLENGE_MINUTES } from "@/lib/factors/rules";
import { factorIssuer } from "@/lib/messages/factors";

const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000;

export type StoredPasskey = { readonly credentialId: string; readonly publicKey: string; readonly signCount: number; readonly transports: readonly string[] };
export type Owner = { readonly userId: string; readonly email: string; readonly displayName: string };

/** Passkeys belong to the host of APP_ORIGIN, never to what a request says about itself. */
function relyingParty(): { readonly id: string; readonly origin: string } {
  const { origin } = env();
  return { id: new URL(origin).hostname, origin };
}

const named = ({ credentialId, transports }: Pick<StoredPasskey, "credentialId" | "transports">) => ({ id: credentialId, transports: [...transports] });

/** What the browser needs to make a passkey; its `challenge` has to be kept. The device must ask for a finger, a face or a PIN. */
export function registrationOptions(owner: Owner, known: readonly Pick<StoredPasskey, "credentialId" | "transports">[]): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: factorIssuer,
    rpID: relyingParty().id,
    userName: owner.email,
    userDisplayName: owner.displayName,
    userID: new Uint8Array(Buffer.from(owner.userId.replaceAll("-", ""), "hex")),
    timeout: TIMEOUT_MS,
    attestationType: "none",
    excludeCredentials: known.map(named),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}

/** What the browser needs to use one of the person's passkeys. */
export function proofOptions(known: readonly Pick<StoredPasskey, "credentialId" | "transports">[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID: relyingParty().id, timeout: TIMEOUT_MS, userVerification: "required", allowCredentials: known.map(named) });
}

const TRANSPORTS: readonly string[] = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"];
const MAXIMUM_RESPONSE = 20_000;
const responseShape = z.object({ id: z.string().min(1).max(1400), rawId: z.string(), type: z.literal("public-key"), response: z.record(z.string(), z.unknown()) }).loose();

/** A browser's answer as text from a form, or null when it has no such shape. */
function readResponse(text: string): z.output<typeof responseShape> | null {
  if (text.length > MAXIMUM_RESPONSE) return null;
  try {
    return responseShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The credential that a browser's answer names, or null. */
export function credentialIdOf(text: string): string | null {
  return readResponse(text)?.id ?? null;
}

/** The new passkey, if the browser's answer fits the challenge, our origin and our host and its person was verified; otherwise null. */
export async function verifiedPasskey(text: string, challenge: string): Promise<StoredPasskey | null> {
  const response = readResponse(text) as unknown as RegistrationResponseJSON | null;
  if (!response) return null;
  const { id, origin } = relyingParty();
  const result = await verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true }).catch(() => null);
  if (!result?.verified) return null;
  const { credential } = result.registrationInfo;
  return { credentialId: credential.id, publicKey: Buffer.from(credential.publicKey).toString("base64url"), signCount: credential.counter, transports: TRANSPORTS.filter((one) => response.response.transports?.includes(one)) };
}

/** The passkey's new counter, if the answer is signed by it for this challenge, our origin and our host and its person was verified; otherwise null. */
export async function verifiedProof(text: string, challenge: string, passkey: StoredPasskey): Promise<number | null> {
  const response = readResponse(text) as unknown as AuthenticationResponseJSON | null;
  if (!response) return null;
  const { id, origin } = relyingParty();
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")), counter: passkey.signCount, transports: [...passkey.transports] },
  }).catch(() => null);
  return result?.verified ? result.authenticationInfo.newCounter : null;
}
