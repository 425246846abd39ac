import { randomUUID } from "node:crypto";
import { takeChallenge } from "@/lib/auth/passkey-challenges";
import { verifiedPasskey } from "@/lib/auth/passkeys";
import { lockFactors } from "@/lib/auth/prove";
import { newRecoveryCodes } from "@/lib/auth/recovery-codes";
import { endSessionsOf, proveSession, type CurrentSession } from "@/lib/auth/sessions";
import { acceptedStep, newTotpSecret } from "@/lib/auth/totp";
import { isFactorRequired, type Holder } from "@/lib/auth/second-factor";
import type { Actor, Person, SystemActor } from "@/lib/auth/types";
import type { AuditDetails } from "@/lib/audit/details";
import type { AuditDraft } from "@/lib/audit/types";
import { seal, unseal } from "@/lib/crypto/seal";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact, type CarriedOut } from "@/lib/db/transact";
import { isStillOpen, MOST_FACTORS, removalRefusal, SET_UP_MINUTES } from "@/lib/factors/rules";
import { secretContext, type FactorKind, type FactorWay } from "@/lib/factors/types";
import type { FactorChange } from "@/emails/types";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

/** Who sets up a factor: a person, or the holder of a session that owes its first one. */
export type SetUpBy = { readonly actor: Actor; readonly userId: string; readonly sessionId: string; readonly email: string; readonly displayName: string };
/** The session's new cookie value, and recovery codes where there were none before. Shown once, kept nowhere. */
export type Added = { readonly token: string; readonly codes: readonly string[] };

const portal: SystemActor = { kind: "system", job: "sign-in" };

/** A person; the answer is not kept for a second press, because it holds what is shown once. */
export function byPerson(actor: Person): SetUpBy {
  return { actor: { ...actor, formKey: null }, userId: actor.userId, sessionId: actor.sessionId, email: actor.email, displayName: actor.displayName };
}

/** The holder of a session that owes a factor and has none yet, or the refusal for everybody else. */
export function byHolder(session: CurrentSession | null): { readonly by: SetUpBy } | { readonly refusal: Refusal } {
  if (!session) return { refusal: { code: "factor.signInFirst" } };
  if (session.person || session.holder.factors > 0) return { refusal: { code: "factor.notNow" } };
  const { userId, sessionId, email, displayName }: Holder = session.holder;
  return { by: { actor: portal, userId, sessionId, email, displayName } };
}

/** Begins an app: keeps its secret, sealed, until a first code confirms it. One that was begun before is forgotten. */
export async function beginTotp(by: SetUpBy): Promise<Outcome<{ id: string }, Refusal>> {
  return changing(by, async (tx, now) => {
    if ((await countOf(tx, by.userId)) >= MOST_FACTORS) return refused({ code: "factor.tooMany", most: MOST_FACTORS });
    await tx.factor.deleteMany({ where: { userId: by.userId, confirmedAt: null } });
    const id = randomUUID();
    await tx.factor.create({ data: { id, userId: by.userId, kind: "TOTP", name: "", sealedSecret: seal(newTotpSecret(), secretContext(id)), createdAt: now } });
    return carriedOut({ id }, { audit: [audit("factorBegun", by, { factor: id, kind: "TOTP" })], mails: [] });
  });
}

/** Confirms the app with the first code that it shows. Its person's other sessions end. */
export async function confirmTotp(by: SetUpBy, input: { name: string; code: string }): Promise<Outcome<Added, Refusal>> {
  return changing(by, async (tx, now) => {
    const row = await tx.factor.findFirst({ where: { userId: by.userId, kind: "TOTP", confirmedAt: null } });
    if (!row?.sealedSecret || !isStillOpen(row.createdAt, SET_UP_MINUTES, now)) return refused({ code: "factor.setUpExpired" });
    const step = acceptedStep(unseal(row.sealedSecret, secretContext(row.id)), input.code, null, now);
    if (step === null) return refused({ code: "factor.setUpCodeWrong" });
    await tx.factor.update({ where: { id: row.id }, data: { name: input.name, confirmedAt: now, lastUsedAt: now, lastStep: step } });
    return added(tx, by, row.id, "TOTP", now);
  });
}

/** Adds a passkey with the browser's answer to this session's challenge. Its person's other sessions end. */
export async function addPasskey(by: SetUpBy, input: { name: string; response: string }): Promise<Outcome<Added, Refusal>> {
  const challenge = await takeChallenge(by.sessionId, "REGISTER");
  const passkey = challenge ? await verifiedPasskey(input.response, challenge) : null;
  if (!passkey) return refused({ code: "factor.passkeyRefused" });
  return changing(by, async (tx, now) => {
    if ((await countOf(tx, by.userId)) >= MOST_FACTORS) return refused({ code: "factor.tooMany", most: MOST_FACTORS });
    const id = randomUUID();
    const { credentialId, publicKey, signCount, transports } = passkey;
    await tx.factor.create({
      data: { id, userId: by.userId, kind: "PASSKEY", name: input.name, credentialId, publicKey, signCount, transports: [...transports], createdAt: now, confirmedAt: now, lastUsedAt: now },
    });
    return added(tx, by, id, "PASSKEY", now);
  });
}

/** Gives a factor another name. */
export async function renameFactor(actor: Person, input: { id: string; name: string }): Promise<Outcome<{ id: string }, Refusal>> {
  return transact(actor, async ({ tx }) => {
    const { count } = await tx.factor.updateMany({ where: { id: input.id, userId: actor.userId, confirmedAt: { not: null } }, data: { name: input.name } });
    if (count === 0) return refused({ code: "notFound" });
    return carriedOut({ id: input.id }, { audit: [audit("factorRenamed", byPerson(actor), { factor: input.id })], mails: [] });
  });
}

/** Takes a factor away; refuses the last one of somebody who must have one. With the last one the recovery codes go. The person's other sessions end. */
export async function removeFactor(actor: Person, input: { id: string }): Promise<Outcome<{ id: string }, Refusal>> {
  return transact(actor, async ({ tx, now }) => {
    const { userId } = actor;
    await lockFactors(tx, userId);
    const row = await tx.factor.findFirst({ where: { id: input.id, userId, confirmedAt: { not: null } } });
    if (!row) return refused({ code: "notFound" });
    const memberships = await tx.membership.findMany({ where: { userId, endedAt: null }, select: { role: true } });
    const left = (await countOf(tx, userId)) - 1;
    const refusal = removalRefusal(left + 1, isFactorRequired(memberships.map(({ role }) => role)));
    if (refusal) return refused(refusal);
    await tx.factor.delete({ where: { id: row.id } });
    if (left === 0) await tx.recoveryCode.deleteMany({ where: { userId } });
    const sessions = await endSessionsOf(tx, userId, now, actor.sessionId);
    const by = byPerson(actor);
    return carriedOut({ id: row.id }, { audit: [audit("factorRemoved", by, { factor: row.id, kind: row.kind, left, sessions })], mails: [mail(by, `${row.kind}_REMOVED`)] });
  });
}

/** A new set of recovery codes; the old ones are worth nothing from then on. The person's other sessions end. */
export async function renewRecoveryCodes(actor: Person): Promise<Outcome<{ codes: readonly string[] }, Refusal>> {
  const by = byPerson(actor);
  return changing(by, async (tx, now) => {
    if ((await countOf(tx, by.userId)) === 0) return refused({ code: "factor.notNow" });
    const codes = await newCodesFor(tx, by.userId, now);
    const sessions = await endSessionsOf(tx, by.userId, now, by.sessionId);
    return carriedOut({ codes }, { audit: [audit("recoveryCodesMade", by, { sessions })], mails: [mail(by, "CODES_RENEWED")] });
  });
}

type Work<T> = (tx: Tx, now: Date) => Promise<CarriedOut<T> | { readonly ok: false; readonly refusal: Refusal }>;

function changing<T>(by: SetUpBy, work: Work<T>): Promise<Outcome<T, Refusal>> {
  return transact(by.actor, async ({ tx, now }) => {
    await lockFactors(tx, by.userId);
    return work(tx, now);
  });
}

/** What every new factor brings: it counts as proved in this session, other sessions end, recovery codes where there are none, a mail. */
async function added(tx: Tx, by: SetUpBy, factorId: string, kind: FactorKind & FactorWay, now: Date): Promise<CarriedOut<Added>> {
  const hasCodes = (await tx.recoveryCode.count({ where: { userId: by.userId } })) > 0;
  const codes = hasCodes ? [] : await newCodesFor(tx, by.userId, now);
  const sessions = await endSessionsOf(tx, by.userId, now, by.sessionId);
  const token = await proveSession(tx, by.sessionId, kind, now);
  return carriedOut(
    { token, codes },
    { audit: [audit("factorAdded", by, { factor: factorId, kind, sessions }), ...(hasCodes ? [] : [audit("recoveryCodesMade", by, {})])], mails: [mail(by, `${kind}_ADDED`)] },
  );
}

async function newCodesFor(tx: Tx, userId: string, now: Date): Promise<readonly string[]> {
  const { codes, stored } = await newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: stored.map((row) => ({ userId, createdAt: now, ...row })) });
  return codes;
}

function countOf(tx: Tx, userId: string): Promise<number> {
  return tx.factor.count({ where: { userId, confirmedAt: { not: null } } });
}

function audit(action: "factorBegun" | "factorAdded" | "factorRenamed" | "factorRemoved" | "recoveryCodesMade", by: SetUpBy, details: AuditDetails): AuditDraft {
  return { action, subject: { kind: "user", id: by.userId }, details };
}

function mail(by: SetUpBy, reason: FactorChange): MailDraft {
  return { kind: "factor-changed", to: { address: by.email, name: by.displayName }, facts: { reason, path: "/account/security" } };
}
