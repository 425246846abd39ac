import NextAuth, { getServerSession, type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { headers } from "next/headers";
import type { Claims } from "@/lib/auth/claims";
import { cookieName, cookieOptions } from "@/lib/auth/cookies";
import { deviceOf } from "@/lib/auth/device";
import { CITY, cityProvider, enterByClaims } from "@/lib/auth/provider";
import { endSessionByToken } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { logOf } from "@/lib/log";

const log = logOf("web");

/**
 * The cookie outlives every session (at most 10 hours), so that a form which arrives after the end still says whose it was. It opens nothing by that: the
 * session row decides every request.
 */
const COOKIE_HOURS = 24;
/** How long somebody may take at the city's sign-in. */
const ROUND_TRIP_SECONDS = 900;

/** next-auth issues and reads the cookie. Its token carries only a random session id; our session row decides every request. */
export function authOptions(): NextAuthOptions {
  const own = (name: string, more: { readonly maxAge?: number } = {}) => ({ name: cookieName(`portal-${name}`), options: { ...cookieOptions(), ...more } });
  return {
    secret: env().secret,
    logger: {
      error: (code, about) => log.error("signInLibrary", about instanceof Error ? about : about.error, { code }),
      warn: (code) => log.warn("signInLibrary", { code }),
      debug: () => undefined,
    },
    session: { strategy: "jwt", maxAge: COOKIE_HOURS * 3600 },
    pages: { signIn: "/login", error: "/login", signOut: "/account", verifyRequest: "/login/code" },
    useSecureCookies: cookieOptions().secure,
    cookies: {
      sessionToken: own("session"),
      csrfToken: own("csrf"),
      callbackUrl: own("callback"),
      pkceCodeVerifier: own("oidc-pkce", { maxAge: ROUND_TRIP_SECONDS }),
      state: own("oidc-state", { maxAge: ROUND_TRIP_SECONDS }),
      nonce: own("oidc-nonce", { maxAge: ROUND_TRIP_SECONDS }),
    },
    providers: [
      ...[cityProvider() ?? []].flat(),
      CredentialsProvider({
        id: "portal",
        credentials: { sessionToken: {} },
        // The code was redeemed by the action that calls this; what arrives here is the new session's own token.
        authorize: (credentials) => (credentials?.sessionToken ? { id: credentials.sessionToken } : null),
      }),
    ],
    events: {
      signOut: async ({ token }) => {
        if (typeof token.sid === "string") await endSessionByToken(token.sid);
      },
    },
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== CITY) return true;
        const entered = await enterByClaims(profile as Claims, deviceOf((await headers()).get("user-agent")));
        if (!entered.ok) return `/login?city=${entered.refusal.code}`;
        // What the next callback puts into the cookie: the new session's own value.
        user.id = entered.value.token;
        return true;
      },
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
    },
  };
}

/** The session token in this request's cookie, or null. Whether it is worth anything only the session row says. */
export async function tokenOfRequest(): Promise<string | null> {
  const session = (await getServerSession(authOptions())) as { sid?: unknown } | null;
  return typeof session?.sid === "string" ? session.sid : null;
}

/** next-auth's own endpoints, for its route. */
export const nextAuthRoute = (request: Request, context: unknown): Promise<Response> => NextAuth(authOptions())(request, context);

/**
 * Lets next-auth issue its cookie for a session that has begun, through its own credentials callback: first its CSRF pair, then the callback with it.
 * Answers the Set-Cookie lines for the response.
 */
export async function sessionCookies(sessionToken: string): Promise<readonly string[]> {
  const csrf = await csrfPair();
  const body = { csrfToken: csrf.token, sessionToken, callbackUrl: env().origin, json: "true" };
  const answer = await call("POST", ["callback", "portal"], { [csrf.name]: csrf.cookie }, body);
  const cookies = answer.cookies.filter((line) => line.startsWith(`${cookieName("portal-session")}=`));
  if (cookies.length === 0) throw new Error("next-auth issued no session cookie");
  return cookies;
}

/** The pair by which next-auth tells its own forms from foreign ones. */
async function csrfPair(): Promise<{ readonly name: string; readonly cookie: string; readonly token: string }> {
  const csrf = await call("GET", ["csrf"], {}, {});
  const pair = csrf.cookies.map((line) => /^([^=]+)=([^;]*)/.exec(line)).find((match) => match?.[1] === cookieName("portal-csrf"));
  const token = (csrf.body as { csrfToken?: string } | undefined)?.csrfToken;
  if (!pair?.[1] || !token) throw new Error("next-auth gave no CSRF pair");
  return { name: pair[1], cookie: decodeURIComponent(pair[2] ?? ""), token };
}

/**
 * Begins the city's own sign-in: where to send the browser and the Set-Cookie lines that its return is checked by; null where the city's sign-in does not answer.
 * `path` is where the person stands afterwards.
 */
export async function beginCitySignIn(path: string): Promise<{ readonly address: string; readonly cookies: readonly string[] } | null> {
  const csrf = await csrfPair();
  const answer = await call("POST", ["signin", CITY], { [csrf.name]: csrf.cookie }, { csrfToken: csrf.token, callbackUrl: env().origin + path, json: "true" });
  const { url } = (answer.body ?? {}) as { url?: unknown };
  if (typeof url !== "string" || url.startsWith(env().origin)) return null;
  return { address: url, cookies: answer.cookies };
}

type Answer = { readonly cookies: readonly string[]; readonly body: unknown };

/** One call of next-auth's handler in its Pages-API form, which takes plain objects. */
async function call(method: string, nextauth: readonly string[], cookies: Record<string, string>, body: Record<string, string>): Promise<Answer> {
  const headers = new Map<string, string | string[]>();
  let sent: unknown;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
    json: (value: unknown) => (sent = value),
    send: (value: unknown) => (sent = value),
    end: () => undefined,
  };
  const request = { method, query: { nextauth: [...nextauth] }, cookies, body, headers: { host: new URL(env().origin).host } };
  await (NextAuth as unknown as (request: unknown, response: unknown, options: NextAuthOptions) => Promise<unknown>)(request, response, authOptions());
  const lines = headers.get("set-cookie") ?? [];
  return { cookies: Array.isArray(lines) ? lines : [lines], body: sent };
}
