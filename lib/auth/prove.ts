import type { AuditDetails } from "@/lib/audit/details";
import type { CurrentSession } from "@/lib/auth/sessions";
import { recordAudit } from "@/lib/audit/record";
import { takeChallenge } from "@/lib/auth/passkey-challenges";
import { credentialIdOf, verifiedProof } from "@/lib/auth/passkeys";
import { isSameHash, recoveryHash } from "@/lib/auth/recovery-codes";
import { scopeOf } from "@/lib/auth/scope";
import type { Holder } from "@/lib/auth/second-factor";
import { proveSession } from "@/lib/auth/sessions";
import { acceptedStep } from "@/lib/auth/totp";
import type { SystemActor } from "@/lib/auth/types";
import { unseal } from "@/lib/crypto/seal";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { env } from "@/lib/env";
import { isAppCode, plainCode, throttleAfter, waitRefusal } from "@/lib/factors/rules";
import { secretContext, type FactorWay } from "@/lib/factors/types";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

const portal: SystemActor = { kind: "system", job: "sign-in" };
type Proven = Outcome<{ token: string }, Refusal>;

/**
 * Proves the second factor with a typed code: six digits of the app, or a recovery code. Refuses a wrong or used one; after three wrong ones each further try
 * waits. A wrong try stays counted, so this does not run in `transact`, which keeps nothing of a refusal. Passkeys are not held up by the wait.
 */
export async function proveByCode(session: CurrentSession | null, input: { code: string }): Promise<Proven> {
  if (!session) return refused({ code: "factor.signInFirst" });
  const { userId } = session.holder;
  return inScope(scopeOf(portal), async (tx) => {
    await lockFactors(tx, userId);
    const now = await databaseNow(tx);
    const throttle = await tx.factorThrottle.findUnique({ where: { userId } });
    const wait = waitRefusal(throttle, now);
    if (wait) return refused(wait);
    const code = plainCode(input.code);
    const way = isAppCode(code) ? await useAppCode(tx, userId, code, now) : await useRecoveryCode(tx, userId, code, now);
    if (!way) {
      const after = throttleAfter(throttle, now);
      await tx.factorThrottle.upsert({ where: { userId }, create: { userId, ...after }, update: after });
      return notProven(tx, session.holder, now, { tries: after.failures });
    }
    await tx.factorThrottle.deleteMany({ where: { userId } });
    return proven(tx, session.holder, way, now);
  });
}

/** Proves the second factor with a passkey's answer to this session's challenge. */
export async function proveByPasskey(session: CurrentSession | null, input: { response: string }): Promise<Proven> {
  if (!session) return refused({ code: "factor.signInFirst" });
  const { userId, sessionId } = session.holder;
  const challenge = await takeChallenge(sessionId, "PROVE");
  return inScope(scopeOf(portal), async (tx) => {
    await lockFactors(tx, userId);
    const now = await databaseNow(tx);
    const credentialId = credentialIdOf(input.response);
    const row = challenge && credentialId ? await tx.factor.findFirst({ where: { userId, credentialId, kind: "PASSKEY" } }) : null;
    if (!challenge || !row?.publicKey) return notProven(tx, session.holder, now, { way: "PASSKEY" });
    const passkey = { credentialId: row.credentialId ?? "", publicKey: row.publicKey, signCount: Number(row.signCount), transports: row.transports };
    const counter = await verifiedProof(input.response, challenge, passkey);
    if (counter === null) return notProven(tx, session.holder, now, { way: "PASSKEY", factor: row.id });
    await tx.factor.update({ where: { id: row.id }, data: { signCount: counter, lastUsedAt: now } });
    return proven(tx, session.holder, "PASSKEY", now);
  });
}

/** The demonstration's one click, again: only there, and only for a session that began with it. */
export async function proveByDemo(session: CurrentSession | null): Promise<Proven> {
  if (!session) return refused({ code: "factor.signInFirst" });
  if (env().mode !== "demo" || session.holder.factorWay !== "DEMO") return refused({ code: "auth.demoOnly" });
  return inScope(scopeOf(portal), async (tx) => proven(tx, session.holder, "DEMO", await databaseNow(tx)));
}

/** Ends the session of somebody who does not go on to the second factor, or signs in anew to prove who he or she is. */
export async function leaveSession(session: CurrentSession | null): Promise<Outcome<Record<string, never>, Refusal>> {
  if (!session) return refused({ code: "factor.signInFirst" });
  const { sessionId, userId } = session.holder;
  return inScope(scopeOf(portal), async (tx) => {
    const now = await databaseNow(tx);
    await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } });
    await recordAudit(tx, portal, now, [{ action: "signedOut", subject: { kind: "session", id: sessionId }, details: { user: userId } }]);
    return done({});
  });
}

/** One change or proof of a person's factors at a time, to the end of the transaction. */
export async function lockFactors(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`factors:${userId}`}, 0))`;
}

async function useAppCode(tx: Tx, userId: string, code: string, now: Date): Promise<FactorWay | null> {
  const apps = await tx.factor.findMany({ where: { userId, kind: "TOTP", confirmedAt: { not: null } } });
  for (const { id, sealedSecret, lastStep } of apps) {
    const step = sealedSecret ? acceptedStep(unseal(sealedSecret, secretContext(id)), code, lastStep, now) : null;
    if (step === null) continue;
    await tx.factor.update({ where: { id }, data: { lastStep: step, lastUsedAt: now } });
    return "TOTP";
  }
  return null;
}

async function useRecoveryCode(tx: Tx, userId: string, code: string, now: Date): Promise<FactorWay | null> {
  const rows = await tx.recoveryCode.findMany({ where: { userId, usedAt: null } });
  const salts = [...new Set(rows.map(({ salt }) => salt))];
  for (const salt of salts) {
    const hash = await recoveryHash(code, salt);
    const row = rows.find((one) => one.salt === salt && isSameHash(one.codeHash, hash));
    if (!row) continue;
    await tx.recoveryCode.update({ where: { id: row.id }, data: { usedAt: now } });
    const left = rows.length - 1;
    await recordAudit(tx, portal, now, [{ action: "recoveryCodeUsed", subject: { kind: "user", id: userId }, details: { left } }]);
    return "RECOVERY_CODE";
  }
  return null;
}

async function proven(tx: Tx, holder: Holder, way: FactorWay, now: Date): Promise<Proven> {
  const token = await proveSession(tx, holder.sessionId, way, now);
  await recordAudit(tx, portal, now, [{ action: "factorProven", subject: { kind: "session", id: holder.sessionId }, details: { user: holder.userId, way } }]);
  return done({ token });
}

async function notProven(tx: Tx, holder: Holder, now: Date, details: AuditDetails): Promise<Proven> {
  await recordAudit(tx, portal, now, [{ action: "factorFailed", subject: { kind: "user", id: holder.userId }, details }]);
  return refused({ code: "factor.wrong" });
}
