import { action } from "@/app/_shell/action";
import { endOtherSessions, endOwnSession, signOut, staySignedIn, switchRole } from "@/lib/auth/commands";
import { sessionCookies } from "@/lib/auth/next-auth";
import { HOME_OF } from "@/lib/auth/policy";
import { endOtherSessionsSchema, endOwnSessionSchema, signOutSchema, staySignedInSchema, switchRoleSchema } from "@/lib/auth/schema";
import { renewToken } from "@/lib/auth/sessions";

const SESSIONS = "/account/sessions";

export const accountActions = {
  "account.signOut": action({
    permission: "account.signOut",
    schema: signOutSchema,
    run: (actor) => signOut(actor),
    then: ({ isCityLeft }) => ({ to: isCityLeft ? "/login?city=signedOut" : "/login", notice: "signedOut", leaves: true }),
  }),
  "account.stay": action({
    permission: "account.stay",
    schema: staySignedInSchema,
    run: (actor) => staySignedIn(actor),
    then: () => ({ to: SESSIONS, notice: "sessionProlonged" }),
  }),
  "account.endSession": action({
    permission: "account.sessions.end",
    schema: endOwnSessionSchema,
    run: endOwnSession,
    then: () => ({ to: SESSIONS, notice: "sessionEnded" }),
  }),
  "account.endOthers": action({
    permission: "account.sessions.end",
    schema: endOtherSessionsSchema,
    run: (actor) => endOtherSessions(actor),
    then: () => ({ to: SESSIONS, notice: "otherSessionsEnded" }),
  }),
  "account.switchRole": action({
    permission: "account.switchRole",
    schema: switchRoleSchema,
    run: switchRole,
    then: async ({ role }, _input, { sessionId }) => ({ to: HOME_OF[role], notice: "roleSwitched", cookies: await sessionCookies(await renewToken(sessionId)) }),
  }),
} as const;
