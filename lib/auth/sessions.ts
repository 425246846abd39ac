import { createHash, randomBytes } from "node:crypto";
import type { Device } from "@/lib/auth/device";
import { sessionEnd } from "@/lib/auth/rules";
import { recordAudit } from "@/lib/audit/record";
import { CLAIM_MINUTES, isFactorRequired, sessionNeedsFactor, type Holder } from "@/lib/auth/second-factor";
import type { Person } from "@/lib/auth/types";
import { scopeOf } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { env } from "@/lib/env";
import type { FactorWay } from "@/lib/factors/types";

const TOUCH_AFTER_MS = 30_000;
const TOKEN_BYTES = 32;
const signIn = scopeOf({ kind: "system", job: "sign-in" });

/** SHA-256, so that a look into the database gives nobody a session or a code. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A value that nobody guesses (256 bit), for cookies. */
export function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** `factorWay`: by what the second factor came along with the sign-in; a mailed code brings none. */
export type SessionStart = { readonly way: "CODE" | "DEMO" | "PROVIDER"; readonly device: Device; readonly factorWay?: FactorWay | null };

/**
 * Begins a session in the open membership that the user worked in last; answers the value for the cookie, or null for a disabled user or one without a
 * role. Every sign-in has a new value, whatever the browser brought along.
 */
export async function beginSession(tx: Tx, userId: string, now: Date, { way, device, factorWay = null }: SessionStart): Promise<{ token: string; sessionId: string } | null> {
  const user = await tx.user.findFirst({ where: { id: userId, disabledAt: null }, include: { memberships: { where: { endedAt: null }, orderBy: { createdAt: "asc" } } } });
  const last = await tx.session.findFirst({ where: { userId, membership: { endedAt: null } }, orderBy: { lastSeenAt: "desc" }, select: { membershipId: true } });
  const membership = user?.memberships.find(({ id }) => id === last?.membershipId) ?? user?.memberships[0];
  if (!user || !membership) return null;
  const token = randomToken();
  const row = await tx.session.create({
    data: {
      tokenHash: hashOf(token),
      userId,
      membershipId: membership.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + env().signIn.sessionHours * 3_600_000),
      way,
      ...device,
      ...(factorWay ? { factorAt: now, factorWay } : {}),
    },
  });
  return { token, sessionId: row.id };
}

/**
 * `person` is null while the session owes its second factor. `endsAt` is when the session ends if nothing more happens; `canBeProlonged` says whether a further
 * request would move it.
 */
export type CurrentSession = { readonly holder: Holder; readonly person: Person | null; readonly now: Date; readonly endsAt: Date; readonly canBeProlonged: boolean };
export type LivingSession = CurrentSession & { readonly person: Person };

/**
 * Who holds a cookie's value, decided by the database row of this moment: an ended session, a disabled user or an ended role is nobody. A session that owes
 * its second factor has a holder and no person, for half an hour. Marks the session as seen unless `isOnlyAsked`. `now` is the database's clock, read with it.
 */
export async function sessionOf(token: string, { isOnlyAsked = false } = {}): Promise<CurrentSession | null> {
  return inScope(signIn, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.session.findUnique({ where: { tokenHash: hashOf(token) }, include: withHolder });
    if (!row || row.endedAt || row.user.disabledAt || row.membership.endedAt) return null;
    if (row.membership.facility && !row.membership.facility.isActive) return null;
    const { idleMinutes } = env().signIn;
    if (sessionEnd(row, idleMinutes).endsAt <= now) return null;
    const roles = row.user.memberships.map(({ role }) => role);
    const kinds = row.user.factors.map(({ kind }) => kind);
    const isOwing = sessionNeedsFactor({ factorAt: row.factorAt, factors: kinds.length }, roles);
    if (isOwing && row.createdAt.getTime() + CLAIM_MINUTES * 60_000 <= now.getTime()) return null;
    const isTouched = !isOnlyAsked && now.getTime() - row.lastSeenAt.getTime() > TOUCH_AFTER_MS;
    if (isTouched) await tx.session.update({ where: { id: row.id }, data: { lastSeenAt: now } });
    const { userId, membershipId, factorAt, factorWay, createdAt } = row;
    const { displayName, email, staffId } = row.user;
    const isRequired = isFactorRequired(roles);
    const holder: Holder = { userId, displayName, email, kinds, sessionId: row.id, startedAt: createdAt, factorAt, factorWay, factors: kinds.length, isRequired };
    const end = sessionEnd({ expiresAt: row.expiresAt, lastSeenAt: isTouched ? now : row.lastSeenAt }, idleMinutes);
    if (isOwing) return { holder, person: null, now, ...end };
    const person: Person = {
      kind: "person",
      userId,
      displayName,
      email,
      role: row.membership.role,
      membershipId,
      facilityId: row.membership.facilityId,
      facilityName: row.membership.facility?.name ?? null,
      staffId,
      sessionId: row.id,
      provenAt: factorAt ?? createdAt,
      formKey: null,
    };
    return { holder, person, now, ...end };
  });
}

const withHolder = {
  user: { include: { memberships: { where: { endedAt: null }, select: { role: true } }, factors: { where: { confirmedAt: { not: null } }, select: { kind: true } } } },
  membership: { include: { facility: true } },
} as const;

/** A session that owes nothing, or null. */
export function withPerson(session: CurrentSession | null): LivingSession | null {
  return session?.person ? { ...session, person: session.person } : null;
}

/** The same as `sessionOf` for a session that owes nothing. */
export async function personOf(token: string, more: { readonly isOnlyAsked?: boolean } = {}): Promise<LivingSession | null> {
  return withPerson(await sessionOf(token, more));
}

/**
 * Keeps a second factor's proof in its session, and gives the session a new cookie value: who knew the old one before the proof has nothing (ASVS 7.2.4).
 */
export async function proveSession(tx: Tx, sessionId: string, factorWay: FactorWay, now: Date): Promise<string> {
  const token = randomToken();
  await tx.session.update({ where: { id: sessionId }, data: { tokenHash: hashOf(token), factorAt: now, factorWay } });
  return token;
}

/** Whose session a cookie's value was, also when it has ended; null for a value that never was one. It proves who typed, not that somebody may do anything. */
export async function formerUserOf(token: string): Promise<string | null> {
  return inScope(signIn, async (tx) => (await tx.session.findUnique({ where: { tokenHash: hashOf(token) }, select: { userId: true } }))?.userId ?? null);
}

/** Gives a living session a new value for the cookie, when what it may do has changed; the old value is worth nothing from then on (ASVS 7.2.4). */
export async function renewToken(sessionId: string): Promise<string> {
  const token = randomToken();
  await inScope(signIn, (tx) => tx.session.update({ where: { id: sessionId }, data: { tokenHash: hashOf(token) } }));
  return token;
}

/** The time without a request begins anew. A session that has ended stays ended. */
export async function prolong(sessionId: string): Promise<void> {
  await inScope(signIn, async (tx) => {
    await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { lastSeenAt: await databaseNow(tx) } });
  });
}

/** Ends all sessions of a user at once but for `except`; answers how many. */
export async function endSessionsOf(tx: Tx, userId: string, now: Date, except?: string): Promise<number> {
  const { count } = await tx.session.updateMany({ where: { userId, endedAt: null, ...(except === undefined ? {} : { id: { not: except } }) }, data: { endedAt: now } });
  return count;
}

/** Ends all sessions in one role of a user at once; the ones in other roles go on. Answers how many. */
export async function endSessionsIn(tx: Tx, membershipId: string, now: Date): Promise<number> {
  return (await tx.session.updateMany({ where: { membershipId, endedAt: null }, data: { endedAt: now } })).count;
}

/** Ends the session of a cookie's value, for next-auth's own sign-out and for a sign-in on top of a living session. */
export async function endSessionByToken(token: string): Promise<void> {
  await inScope(signIn, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.session.findUnique({ where: { tokenHash: hashOf(token) } });
    if (!row || row.endedAt) return;
    await tx.session.update({ where: { id: row.id }, data: { endedAt: now } });
    await recordAudit(tx, { kind: "system" }, now, [{ action: "signedOut", subject: { kind: "session", id: row.id }, details: { user: row.userId } }]);
  });
}
