import { randomInt } from "node:crypto";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { carriedOut, transact } from "@/lib/db/transact";
import { recordAudit } from "@/lib/audit/record";
import { orderMails } from "@/lib/mail/order";
import { inEvenTime } from "@/lib/auth/even-time";
import { countAgainst, forgetCounts } from "@/lib/auth/rates";
import { scopeOf } from "@/lib/auth/scope";
import { DEMO_DOMAIN } from "@/lib/auth/demo";
import type { Device } from "@/lib/auth/device";
import { beginSession, endSessionsOf, hashOf, prolong, randomToken } from "@/lib/auth/sessions";
import type { Person, SystemActor } from "@/lib/auth/types";
import { codeLimits, knownBrowser, ownTries, tryLimits, type SignInVisitor } from "@/lib/auth/visitor";
import { env } from "@/lib/env";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
const CODE_DIGITS = 6;
/** Whom a mailed code lets in: open accounts with a role. Where the city has a sign-in of its own, its staff goes there, unless the city allows both. */
function mayUseCode() {
  const { provider } = env().signIn;
  const isStaffElsewhere = provider !== null && !provider.allowsCode;
  return { disabledAt: null, memberships: { some: { endedAt: null }, ...(isStaffElsewhere ? { none: { endedAt: null, facilityId: null } } : {}) } };
}

const portal: SystemActor = { kind: "system", job: "sign-in" };

/**
 * Orders a sign-in code for an invited address and answers the value for the browser's cookie. An unknown address gets the same answer in the same time, and no
 * mail. Refuses too many codes for one address or from one network; the wait ends by itself.
 */
export async function requestCode(input: { email: string; visitor: SignInVisitor }): Promise<Outcome<{ browserToken: string }, Refusal>> {
  return inEvenTime(async () => {
    const emailHash = hashOf(`${env().secret}:${input.email}`);
    const seconds = await countAgainst(...codeLimits(emailHash, input.visitor));
    if (seconds !== null) return refused({ code: "auth.tooMany", seconds });
    return inScope(scopeOf(portal), async (tx) => {
      const now = await databaseNow(tx);
      const user = await tx.user.findFirst({ where: { email: input.email, ...mayUseCode() } });
      const code = String(randomInt(0, 10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
      const browserToken = randomToken();
      await tx.loginCode.create({
        data: {
          userId: user?.id ?? null,
          emailHash,
          codeHash: hashOf(`${browserToken}:${code}`),
          browserHash: hashOf(browserToken),
          createdAt: now,
          expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
        },
      });
      await recordAudit(tx, portal, now, [{ action: "codeRequested", subject: { kind: "user", id: user?.id ?? null } }]);
      if (user) {
        const facts = { code, path: `/login/code?code=${code}`, minutesValid: CODE_MINUTES };
        await orderMails(tx, now, [{ kind: "sign-in-code", to: { address: user.email, name: user.displayName }, facts }]);
      }
      return done({ browserToken });
    });
  });
}

type CodeTry = { readonly browserToken: string; readonly code: string; readonly device: Device; readonly visitor: SignInVisitor };

/**
 * Uses up a sign-in code in the browser that asked for it and begins a session; answers the values for the session's cookie and for the one by which this browser
 * is known. Refuses a wrong, old or used code, after five tries every code, and too many tries for one address or from one network until a wait is over.
 */
export async function redeemCode(input: CodeTry): Promise<Outcome<{ token: string; known: string }, Refusal>> {
  return inEvenTime(async () => {
    const emailHash = await inScope(scopeOf(portal), async (tx) => (await tx.loginCode.findUnique({ where: { browserHash: hashOf(input.browserToken) } }))?.emailHash ?? null);
    const seconds = await countAgainst(...tryLimits(emailHash, input.visitor));
    return seconds === null ? redeemCounted(input) : refused({ code: "auth.tooMany", seconds });
  });
}

/** A wrong try stays counted, so this does not run in `transact`, which keeps nothing of a refusal. */
async function redeemCounted(input: CodeTry): Promise<Outcome<{ token: string; known: string }, Refusal>> {
  return inScope(scopeOf(portal), async (tx) => {
    const now = await databaseNow(tx);
    const browserHash = hashOf(input.browserToken);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`redeem:${browserHash}`}, 0))`;
    const row = await tx.loginCode.findUnique({ where: { browserHash } });
    if (!row) return refused({ code: "auth.otherBrowser" });
    if (row.usedAt || row.expiresAt <= now || row.attempts >= CODE_TRIES) {
      await recordAudit(tx, portal, now, [{ action: "signInFailed", subject: { kind: "user", id: row.userId } }]);
      return refused({ code: "auth.codeExpired" });
    }
    const isRight = row.userId !== null && row.codeHash === hashOf(`${input.browserToken}:${input.code}`);
    const mayEnter = row.userId !== null && (await tx.user.count({ where: { id: row.userId, ...mayUseCode() } })) > 0;
    const session = isRight && mayEnter && row.userId ? await beginSession(tx, row.userId, now, { way: "CODE", device: input.device }) : null;
    const attempts = row.attempts + 1;
    await tx.loginCode.update({ where: { id: row.id }, data: { attempts, usedAt: session ? now : null } });
    await recordAudit(tx, portal, now, [
      session
        ? { action: "signedIn", subject: { kind: "session", id: session.sessionId }, details: { user: row.userId, way: "code" } }
        : { action: "signInFailed", subject: { kind: "user", id: row.userId } },
    ]);
    if (session) {
      await forgetCounts(tx, ownTries(row.emailHash, input.visitor.known));
      return done({ token: session.token, known: knownBrowser(row.emailHash) });
    }
    const attemptsLeft = CODE_TRIES - attempts;
    return attemptsLeft > 0 ? refused({ code: "auth.codeWrong", attemptsLeft }) : refused({ code: "auth.codeExpired" });
  });
}

/** Signs in one of the demo's accounts with one press; exists in the demo only and counts as both factors there. */
export async function signInDemo(input: { email: string; device: Device }): Promise<Outcome<{ token: string }, Refusal>> {
  if (env().mode !== "demo" || !input.email.endsWith(DEMO_DOMAIN)) return refused({ code: "auth.demoOnly" });
  return inScope(scopeOf(portal), async (tx) => {
    const now = await databaseNow(tx);
    const user = await tx.user.findUnique({ where: { email: input.email } });
    const session = user ? await beginSession(tx, user.id, now, { way: "DEMO", device: input.device, factorWay: "DEMO" }) : null;
    if (!user || !session) return refused({ code: "auth.demoOnly" });
    await recordAudit(tx, portal, now, [{ action: "signedIn", subject: { kind: "session", id: session.sessionId }, details: { user: user.id, way: "demo" } }]);
    return done({ token: session.token });
  });
}

/** Ends the person's session and answers whether the city's own sign-in began it; its cookie is worth nothing from the next request on. */
export async function signOut(actor: Person): Promise<Outcome<{ isCityLeft: boolean }, Refusal>> {
  return transact(actor, async ({ tx, now }) => {
    await tx.session.updateMany({ where: { id: actor.sessionId, endedAt: null }, data: { endedAt: now } });
    const session = await tx.session.findUnique({ where: { id: actor.sessionId }, select: { way: true } });
    return carriedOut({ isCityLeft: session?.way === "PROVIDER" }, { audit: [{ action: "signedOut", subject: { kind: "session", id: actor.sessionId } }], mails: [] });
  });
}

/** Answers the question whether the person is still there: the time without a request begins anew, the last moment of the session stays. */
export async function staySignedIn(actor: Person): Promise<Outcome<Record<string, never>, Refusal>> {
  await prolong(actor.sessionId);
  return done({});
}

/** Ends one of the person's own sessions somewhere else; the current one ends by signing out. */
export async function endOwnSession(actor: Person, input: { sessionId: string }): Promise<Outcome<Record<string, never>, Refusal>> {
  return transact(actor, async ({ tx, now }) => {
    if (input.sessionId === actor.sessionId) return refused({ code: "notFound" });
    const { count } = await tx.session.updateMany({ where: { id: input.sessionId, userId: actor.userId, endedAt: null }, data: { endedAt: now } });
    if (count === 0) return refused({ code: "notFound" });
    return carriedOut({}, { audit: [{ action: "sessionsEnded", subject: { kind: "session", id: input.sessionId }, details: { sessions: 1 } }], mails: [] });
  });
}

/** Ends all of the person's own sessions but the one that asks. */
export async function endOtherSessions(actor: Person): Promise<Outcome<{ ended: number }, Refusal>> {
  return transact(actor, async ({ tx, now }) => {
    const ended = await endSessionsOf(tx, actor.userId, now, actor.sessionId);
    return carriedOut({ ended }, { audit: [{ action: "sessionsEnded", subject: { kind: "user", id: actor.userId }, details: { sessions: ended } }], mails: [] });
  });
}

/** Goes on in another of the person's own roles. */
export async function switchRole(actor: Person, input: { membershipId: string }): Promise<Outcome<{ role: Person["role"] }, Refusal>> {
  return transact(actor, async ({ tx }) => {
    const membership = await tx.membership.findFirst({ where: { id: input.membershipId, userId: actor.userId, endedAt: null } });
    if (!membership) return refused({ code: "notFound" });
    await tx.session.update({ where: { id: actor.sessionId }, data: { membershipId: membership.id } });
    return carriedOut(
      { role: membership.role },
      { audit: [{ action: "roleSwitched", subject: { kind: "session", id: actor.sessionId }, details: { membership: membership.id } }], mails: [] },
    );
  });
}
