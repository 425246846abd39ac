import { z } from "zod";
import { ROLES, type Role } from "@/lib/auth/types";
import { settings as words } from "@/lib/messages/settings";

/** The settings of the city's own sign-in (OpenID Connect), as text from the environment. */
export const PROVIDER_VARIABLES = {
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().optional(),
  OIDC_ROLE_CLAIM: z.string().optional(),
  OIDC_ROLE_MAP: z.string().optional(),
  OIDC_MFA: z.string().optional(),
  OIDC_CODE_FOR_STAFF: z.string().optional(),
};

type Source = { readonly [K in keyof typeof PROVIDER_VARIABLES]?: string | undefined };

/** What the city may give by its own sign-in. A facility's role never comes from there: facilities are not the city's staff. */
export const CITY_ROLES = ["TEAM_LEAD", "CREW", "ADMINISTRATOR", "DATA_PROTECTION_OFFICER"] as const satisfies readonly Role[];
export type CityRole = (typeof CITY_ROLES)[number];

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button; null for the portal's own words. */
  readonly label: string | null;
  /** Where the roles stand in the claims; dots lead into objects (`realm_access.roles`). */
  readonly roleClaim: string;
  readonly roleMap: ReadonlyMap<string, CityRole>;
  /** Which values of `amr` and `acr` say that a second factor was used. */
  readonly secondFactor: { readonly amr: readonly string[]; readonly acr: readonly string[] };
  /** Whether the city's staff may still sign in with a mailed code. */
  readonly allowsCode: boolean;
};

/** Reads the settings of the city's own sign-in; null where there is none. `fault` ends the start with one sentence for the operator. */
export function readProviderSettings(source: Source, mode: "demo" | "production", fault: (sentence: string) => never): ProviderSettings | null {
  const text = (name: keyof Source): string => source[name]?.trim() ?? "";
  const named = (Object.keys(PROVIDER_VARIABLES) as (keyof Source)[]).filter((name) => text(name) !== "");
  if (named.length === 0) return null;
  const required = (name: keyof Source): string => text(name) || fault(words.providerIncomplete(name));
  const issuer = required("OIDC_ISSUER").replace(/\/$/, "");
  if (!isIssuer(issuer, mode)) fault(words.providerIssuer);
  const allowsCode = text("OIDC_CODE_FOR_STAFF") || "no";
  if (allowsCode !== "yes" && allowsCode !== "no") fault(words.providerCode);
  return {
    issuer,
    clientId: required("OIDC_CLIENT_ID"),
    clientSecret: required("OIDC_CLIENT_SECRET"),
    label: text("OIDC_LABEL") || null,
    roleClaim: text("OIDC_ROLE_CLAIM") || "roles",
    roleMap: roleMapOf(required("OIDC_ROLE_MAP"), fault),
    secondFactor: secondFactorOf(text("OIDC_MFA"), fault),
    allowsCode: allowsCode === "yes",
  };
}

function isIssuer(text: string, mode: "demo" | "production"): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === "https:" || (mode === "demo" && url.protocol === "http:")) && !url.search && !url.hash && !url.username;
}

/** `bk-leitung=TEAM_LEAD, bk-team=CREW` */
function roleMapOf(text: string, fault: (sentence: string) => never): ReadonlyMap<string, CityRole> {
  const pairs = listOf(text).map((entry) => {
    const at = entry.lastIndexOf("=");
    const [value, name] = [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
    const role = CITY_ROLES.find((one) => one === name);
    if (at < 1 || !role) fault((ROLES as readonly string[]).includes(name) ? words.providerFacilityRole(name) : words.providerRoleMap);
    return [value, role] as const;
  });
  return new Map(pairs);
}

/** `amr:mfa, amr:otp, acr:https://refeds.org/profile/mfa` */
function secondFactorOf(text: string, fault: (sentence: string) => never): ProviderSettings["secondFactor"] {
  const entries = listOf(text);
  if (entries.some((entry) => !/^(amr|acr):\S+$/.test(entry))) fault(words.providerSecondFactor);
  const valuesOf = (kind: string): readonly string[] => entries.filter((entry) => entry.startsWith(`${kind}:`)).map((entry) => entry.slice(4));
  return { amr: valuesOf("amr"), acr: valuesOf("acr") };
}

function listOf(text: string): readonly string[] {
  return text.split(",").map((entry) => entry.trim()).filter(Boolean);
}
