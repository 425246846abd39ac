import type { OAuthConfig } from "next-auth/providers/oauth";
import { personInClaims, type Claims } from "@/lib/auth/claims";
import type { Device } from "@/lib/auth/device";
import { enterByProvider } from "@/lib/auth/enter-by-provider";
import { env } from "@/lib/env";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

/** The name of the city's own sign-in in next-auth's addresses. */
export const CITY = "city";
const ANSWER_LIMIT_MS = 10_000;

/** The city's own sign-in for next-auth: code flow with PKCE, state and nonce; what it says about a person comes from the signed token alone. */
export function cityProvider(): OAuthConfig<Claims> | null {
  const settings = env().signIn.provider;
  if (!settings) return null;
  const { acr } = settings.secondFactor;
  return {
    id: CITY,
    name: CITY,
    type: "oauth",
    wellKnown: `${settings.issuer}/.well-known/openid-configuration`,
    issuer: settings.issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    authorization: { params: { scope: "openid email profile", ...(acr.length > 0 ? { acr_values: acr.join(" ") } : {}) } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    client: { token_endpoint_auth_method: "client_secret_basic" },
    httpOptions: { timeout: ANSWER_LIMIT_MS },
    profile: (claims) => ({ id: String(claims.sub) }),
  };
}

/** Lets in whom the city's sign-in vouches for. */
export async function enterByClaims(claims: Claims, device: Device): Promise<Outcome<{ token: string }, Refusal>> {
  const settings = env().signIn.provider;
  const person = settings && personInClaims(claims, settings);
  return settings && person ? enterByProvider(settings.issuer, person, device) : refused({ code: "provider.noAddress" });
}

/** Where the city's sign-in ends its own session too; null where it offers no such place or does not answer. */
export async function citySignOutAddress(): Promise<string | null> {
  const settings = env().signIn.provider;
  if (!settings) return null;
  const answer = await fetch(`${settings.issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) }).catch(() => null);
  const { end_session_endpoint: address } = answer?.ok ? ((await answer.json().catch(() => ({}))) as { end_session_endpoint?: unknown }) : {};
  if (typeof address !== "string" || !URL.canParse(address)) return null;
  const url = new URL(address);
  url.searchParams.set("client_id", settings.clientId);
  url.searchParams.set("post_logout_redirect_uri", `${env().origin}/login`);
  return url.href;
}
