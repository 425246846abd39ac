export type FactorKind = "TOTP" | "PASSKEY";
/** By what a session proved the second factor; PROVIDER is the city's own sign-in. */
export type FactorWay = "TOTP" | "PASSKEY" | "RECOVERY_CODE" | "DEMO" | "PROVIDER";
export type ChallengePurpose = "REGISTER" | "PROVE";

/** A factor as its person sees it. */
export type FactorLine = { readonly id: string; readonly kind: FactorKind; readonly name: string; readonly addedAt: Date; readonly lastUsedAt: Date | null };

/** An app that is being set up: what its person scans or types. */
export type TotpSetUp = { readonly uri: string; readonly secret: string };

export type FactorRefusal =
  | { readonly code: "factor.signInFirst" }
  | { readonly code: "factor.wrong" }
  | { readonly code: "factor.wait"; readonly seconds: number }
  | { readonly code: "factor.notNow" }
  | { readonly code: "factor.setUpExpired" }
  | { readonly code: "factor.setUpCodeWrong" }
  | { readonly code: "factor.passkeyRefused" }
  | { readonly code: "factor.passkeyKnown" }
  | { readonly code: "factor.lastRequired" }
  | { readonly code: "factor.tooMany"; readonly most: number };

/** The place to which an app's sealed secret is bound. */
export const secretContext = (factorId: string): string => `Factor.sealedSecret:${factorId}`;
