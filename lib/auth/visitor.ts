import { createHmac, timingSafeEqual } from "node:crypto";
import type { Counted } from "@/lib/auth/rates";
import { randomToken } from "@/lib/auth/sessions";
import { env } from "@/lib/env";

/** Who tries to sign in, before anybody knows who it is: from which network, and the value that an earlier sign-in left in this browser. */
export type SignInVisitor = { readonly network: string; readonly known: string | null };

function macOf(random: string, emailHash: string): string {
  return createHmac("sha256", env().secret).update(`known-browser:${random}:${emailHash}`).digest("base64url");
}

/** The value that stays in a browser after a sign-in by code. It opens nothing: it only counts this browser's tries apart from those of strangers. */
export function knownBrowser(emailHash: string): string {
  const random = randomToken();
  return `${random}.${macOf(random, emailHash)}`;
}

/** Whose tries are counted: this address's owner in a known browser apart, so that no stranger's tries ever make the owner wait. */
function subjectOf(emailHash: string, known: string | null): { readonly subject: string; readonly isKnown: boolean } {
  const [random = "", mac = ""] = (known ?? "").split(".");
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(random, emailHash))];
  const isKnown = random !== "" && given.length === right.length && timingSafeEqual(given, right);
  return { subject: isKnown ? `${emailHash}:${random}` : emailHash, isKnown };
}

/** What a request for a code counts against. */
export function codeLimits(emailHash: string, { network, known }: SignInVisitor): readonly Counted[] {
  const { subject, isKnown } = subjectOf(emailHash, known);
  const perAddress: readonly Counted[] = isKnown ? [["codesHere", subject]] : [["codesHere", `${emailHash}@${network}`], ["codesForAddress", emailHash]];
  return [...perAddress, ["codesFromNetwork", network]];
}

/** What a typed code counts against; without a known address only against the network. */
export function tryLimits(emailHash: string | null, { network, known }: SignInVisitor): readonly Counted[] {
  return [...(emailHash === null ? [] : [ownTries(emailHash, known)]), ["triesFromNetwork", network]];
}

/** What is forgotten after the right code. */
export function ownTries(emailHash: string, known: string | null): Counted {
  return ["triesForAddress", subjectOf(emailHash, known).subject];
}
