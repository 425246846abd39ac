import { publicAction, type Destination } from "@/app/_shell/action";
import { endFormerSession, ownPath } from "@/app/_shell/current";
import { LOGIN_COOKIE } from "@/app/_shell/names";
import { CODE_MINUTES, redeemCode, requestCode, signInDemo } from "@/lib/auth/commands";
import { cookieLine } from "@/lib/auth/cookies";
import { sessionCookies } from "@/lib/auth/next-auth";
import { demoSchema, redeemCodeSchema, requestCodeSchema } from "@/lib/auth/schema";
import { refused } from "@/lib/outcome";

/** After signing in: where the person wanted to go, or the start of the role (`/` leads there). */
async function enter(token: string, next: string): Promise<Destination> {
  await endFormerSession();
  return { to: ownPath(next) ?? "/home", cookies: [...(await sessionCookies(token)), cookieLine(LOGIN_COOKIE, "", 0)] };
}

export const loginActions = {
  "login.code": publicAction({
    schema: requestCodeSchema,
    run: (_browser, { email }) => requestCode({ email }),
    then: ({ browserToken }, { next }) => ({
      to: `/login/code${next ? `?next=${encodeURIComponent(next)}` : ""}`,
      cookies: [cookieLine(LOGIN_COOKIE, browserToken, CODE_MINUTES * 60)],
    }),
    fieldOf: { "auth.tooManyCodes": "email" },
  }),
  "login.redeem": publicAction({
    schema: redeemCodeSchema,
    run: async ({ loginToken, device }, { code }) => (loginToken ? redeemCode({ browserToken: loginToken, code, device }) : refused({ code: "auth.otherBrowser" })),
    then: ({ token }, { next }) => enter(token, next),
    fieldOf: { "auth.codeWrong": "code", "auth.codeExpired": "code", "auth.otherBrowser": "code" },
  }),
  "login.demo": publicAction({
    schema: demoSchema,
    run: ({ device }, { email }) => signInDemo({ email, device }),
    then: ({ token }, { next }) => enter(token, next),
  }),
} as const;
