import { publicAction, type Destination } from "@/app/_shell/action";
import { endFormerSession, ownPath } from "@/app/_shell/current";
import { KNOWN_COOKIE, LOGIN_COOKIE } from "@/app/_shell/names";
import { CODE_MINUTES, redeemCode, requestCode, signInDemo } from "@/lib/auth/commands";
import { cookieLine } from "@/lib/auth/cookies";
import { sessionCookies } from "@/lib/auth/next-auth";
import { demoSchema, redeemCodeSchema, requestCodeSchema } from "@/lib/auth/schema";
import { refused } from "@/lib/outcome";

/** As long as a browser counts as known: half a year after its last sign-in. */
const KNOWN_DAYS = 180;

/** After signing in: where the person wanted to go, or the start of the role (`/` leads there). */
async function enter(token: string, next: string, more: readonly string[] = []): Promise<Destination> {
  await endFormerSession();
  return { to: ownPath(next) ?? "/home", cookies: [...(await sessionCookies(token)), cookieLine(LOGIN_COOKIE, "", 0), ...more] };
}

export const loginActions = {
  "login.code": publicAction({
    schema: requestCodeSchema,
    run: ({ visitor }, { email }) => requestCode({ email, visitor }),
    then: ({ browserToken }, { next }) => ({
      to: `/login/code${next ? `?next=${encodeURIComponent(next)}` : ""}`,
      cookies: [cookieLine(LOGIN_COOKIE, browserToken, CODE_MINUTES * 60)],
    }),
  }),
  "login.redeem": publicAction({
    schema: redeemCodeSchema,
    run: async ({ loginToken, device, visitor }, { code }) => (loginToken ? redeemCode({ browserToken: loginToken, code, device, visitor }) : refused({ code: "auth.otherBrowser" })),
    then: ({ token, known }, { next }) => enter(token, next, [cookieLine(KNOWN_COOKIE, known, KNOWN_DAYS * 86_400)]),
    fieldOf: { "auth.codeWrong": "code", "auth.codeExpired": "code", "auth.otherBrowser": "code" },
  }),
  "login.demo": publicAction({
    schema: demoSchema,
    run: ({ device }, { email }) => signInDemo({ email, device }),
    then: ({ token }, { next }) => enter(token, next),
  }),
} as const;
