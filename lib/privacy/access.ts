/** Who may sign in, and what a browser is known by. */
import { columnsOf, none, sealed, typed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const account = columnsOf("account", "PUBLIC_TASK", "account");
const session = columnsOf("account", "SECURITY", "session");
const factor = columnsOf("account", "SECURITY", "account");
const code = columnsOf("account", "SECURITY", "code");

export const access = {
  User: {
    email: account("signIn", typed),
    displayName: account("signIn", typed),
    disabledAt: account("grantAccess"),
    providerKey: account("signIn"),
    ...none("id", "staffId", "version", "createdAt"),
  },
  Membership: { role: account("grantAccess"), facilityId: account("grantAccess"), isLead: account("grantAccess"), calledName: account("grantAccess", typed), endedAt: account("grantAccess"), ...none("id", "userId", "createdAt") },
  Session: {
    tokenHash: session("signIn"),
    userId: session("signIn"),
    lastSeenAt: session("signIn"),
    factorAt: session("signIn"),
    factorWay: session("signIn"),
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
  Factor: {
    userId: factor("signIn"),
    name: factor("signIn", typed),
    sealedSecret: factor("signIn", sealed),
    credentialId: factor("signIn"),
    publicKey: factor("signIn"),
    signCount: factor("signIn"),
    transports: factor("signIn"),
    lastUsedAt: factor("signIn"),
    ...none("id", "kind", "lastStep", "createdAt", "confirmedAt"),
  },
  RecoveryCode: { userId: factor("signIn"), codeHash: factor("signIn"), salt: factor("signIn"), usedAt: factor("signIn"), ...none("id", "createdAt") },
  FactorChallenge: { challenge: session("signIn"), ...none("sessionId", "purpose", "expiresAt") },
  FactorThrottle: { userId: code("signIn"), failures: code("signIn"), ...none("lastAt", "waitUntil") },
  FactorReset: {
    userId: factor("grantAccess"),
    askedById: factor("grantAccess"),
    decidedById: factor("grantAccess"),
    ...none("id", "askedAt", "expiresAt", "decidedAt", "isConfirmed"),
  },
} as const satisfies Register;
