/** Who may sign in, and what a browser is known by. */
import { columnsOf, none, typed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const account = columnsOf("account", "PUBLIC_TASK", "account");
const session = columnsOf("account", "SECURITY", "session");
const code = columnsOf("account", "SECURITY", "code");

export const access = {
  User: {
    email: account("signIn", typed),
    displayName: account("signIn", typed),
    disabledAt: account("grantAccess"),
    ...none("id", "staffId", "version", "createdAt"),
  },
  Membership: { role: account("grantAccess"), facilityId: account("grantAccess"), endedAt: account("grantAccess"), ...none("id", "userId", "createdAt") },
  Session: {
    tokenHash: session("signIn"),
    userId: session("signIn"),
    lastSeenAt: session("signIn"),
    browser: session("signIn"),
    system: session("signIn"),
    ...none("id", "membershipId", "createdAt", "expiresAt", "endedAt", "way"),
  },
  RateCount: { key: code("signIn"), ...none("used", "strikes", "windowEndsAt", "blockedUntil") },
  LoginCode: {
    userId: code("signIn"),
    emailHash: code("signIn"),
    codeHash: code("signIn"),
    browserHash: code("signIn"),
    ...none("id", "attempts", "createdAt", "expiresAt", "usedAt"),
  },
} as const satisfies Register;
