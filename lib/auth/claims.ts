import { isMailAddress } from "@/lib/mail/address";
import type { CityRole, ProviderSettings } from "@/lib/auth/provider-settings";

/** What the city's own sign-in says about a person, after its signature, issuer, audience, nonce and times were checked. */
export type Claims = Readonly<Record<string, unknown>>;

export type ProviderPerson = {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly CityRole[];
  readonly hasSecondFactor: boolean;
};

const LONGEST_NAME = 120;

/** The person in the claims, with the roles that the city's map gives; null where an identifier or a usable address is missing, or the address is said to be unproven. */
export function personInClaims(claims: Claims, settings: ProviderSettings): ProviderPerson | null {
  const { sub, email, email_verified: isVerified, name } = claims;
  if (typeof sub !== "string" || sub === "" || typeof email !== "string" || !isMailAddress(email) || isVerified === false) return null;
  const address = email.toLowerCase();
  return {
    subject: sub,
    email: address,
    name: (typeof name === "string" && name.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME)) || address,
    roles: rolesIn(claims, settings),
    hasSecondFactor: hasSecondFactor(claims, settings.secondFactor),
  };
}

/** The portal's roles for the values of the city's claim; values that the map does not know give nothing. */
function rolesIn(claims: Claims, { roleClaim, roleMap }: ProviderSettings): readonly CityRole[] {
  const found = roleClaim in claims ? claims[roleClaim] : roleClaim.split(".").reduce<unknown>((place, step) => (isObject(place) && Object.hasOwn(place, step) ? place[step] : undefined), claims);
  const values = Array.isArray(found) ? found : [found];
  return [...new Set(values.flatMap((value) => (typeof value === "string" ? (roleMap.get(value) ?? []) : [])))];
}

function hasSecondFactor({ amr, acr }: Claims, known: ProviderSettings["secondFactor"]): boolean {
  const used: readonly unknown[] = Array.isArray(amr) ? amr : [amr];
  return used.some((value) => typeof value === "string" && known.amr.includes(value)) || (typeof acr === "string" && known.acr.includes(acr));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
