import { publicAction, type Destination } from "@/app/_shell/action";
import { ownPath } from "@/app/_shell/current";
import { LOGIN_COOKIE } from "@/app/_shell/names";
import { CODE_MINUTES, redeemCode, requestCode, signInDemo } from "@/lib/auth/commands";
import { sessionCookies } from "@/lib/auth/next-auth";
import { demoSchema, redeemCodeSchema, requestCodeSchema } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { refused } from "@/lib/outcome";

/** After signing in: where the person wanted to go, or the start of the role (`/` leads there). */
async function enter(token: string, next: string): Promise<Destination> {
  const done = `${LOGIN_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
  return { to: ownPath(next) ?? "/home", cookies: [...(await sessionCookies(token)), done] };
}

export const loginActions = {
  "login.code": publicAction({
    schema: requestCodeSchema,
    run: (_browser, { email }) => requestCode({ email }),
    then: ({ browserToken }, { next }) => ({
      to: `/login/code${next ? `?next=${encodeURIComponent(next)}` : ""}`,
      cookies: [
        `${LOGIN_COOKIE}=${browserToken}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${CODE_MINUTES * 60}${env().origin.startsWith("https:") ? "; Secure" : ""}`,
      ],
    }),
    fieldOf: { "auth.tooManyCodes": "email" },
  }),
  "login.redeem": publicAction({
    schema: redeemCodeSchema,
    run: async ({ loginToken }, { code }) => (loginToken ? redeemCode({ browserToken: loginToken, code }) : refused({ code: "auth.otherBrowser" })),
    then: ({ token }, { next }) => enter(token, next),
    fieldOf: { "auth.codeWrong": "code", "auth.codeExpired": "code", "auth.otherBrowser": "code" },
  }),
  "login.demo": publicAction({
    schema: demoSchema,
    run: (_browser, { email }) => signInDemo({ email }),
    then: ({ token }, { next }) => enter(token, next),
  }),
} as const;
