import { randomUUID } from "node:crypto";
import type { AuditDetails } from "@/lib/audit/details";
import { endSessionsOf } from "@/lib/auth/sessions";
import type { Person, Role } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { roleRefusal } from "@/lib/users/rules";

type Versioned = { readonly id: string; readonly version: number };
type NewUser = { readonly email: string; readonly displayName: string; readonly role: Role; readonly facilityId: string | null; readonly staffId: string | null };
type Changed = Promise<Outcome<{ id: string }, Refusal>>;

/** Opens an account with one role and tells the person by mail how to sign in. */
export async function inviteUser(actor: Person, input: NewUser): Changed {
  return transact(actor, async ({ tx, now }) => {
    const kind = await kindOf(tx, input.facilityId);
    // A facility that does not exist is not none: the membership would name it all the same.
    if (input.facilityId !== null && kind === null) return refused({ code: "user.facilityNotAllowed" });
    const refusal = roleRefusal(input.role, kind, input.staffId !== null);
    if (refusal) return refused(refusal);
    if (await tx.user.findUnique({ where: { email: input.email } })) return refused({ code: "user.addressTaken" });
    const staffId = input.role === "CREW" ? input.staffId : null;
    if (staffId && (await tx.staffMember.count({ where: { id: staffId, user: null } })) === 0) return refused({ code: "user.staffNeeded" });
    const user = await tx.user.create({ data: { email: input.email, displayName: input.displayName, staffId, createdAt: now } });
    const membership = await tx.membership.create({ data: { userId: user.id, role: input.role, facilityId: input.facilityId, isLead: await hasNoLead(tx, input.facilityId), createdAt: now } });
    return carriedOut(
      { id: user.id },
      {
        audit: [{ action: "userInvited", subject: { kind: "user", id: user.id }, facilityId: input.facilityId, details: { membership: membership.id, role: input.role } }],
        mails: [{ kind: "invitation", to: { address: user.email, name: user.displayName }, facts: { path: "/login" } }],
      },
    );
  });
}

/** Closes an account: its sessions end at once, and nobody signs in with it. The own account stays open. */
export async function disableUser(actor: Person, input: Versioned): Changed {
  return changeUser(actor, input, async (tx, now) => {
    await tx.user.update({ where: { id: input.id }, data: { disabledAt: now } });
    return { action: "userDisabled", details: { sessions: await endSessionsOf(tx, input.id, now) } };
  });
}

/** Opens a closed account again. */
export async function enableUser(actor: Person, input: Versioned): Changed {
  return changeUser(actor, input, async (tx) => {
    await tx.user.update({ where: { id: input.id }, data: { disabledAt: null } });
    return { action: "userEnabled", details: {} };
  });
}

/** Gives a further role; sessions end at once so that the change holds from the next request. */
export async function addMembership(actor: Person, input: Versioned & { readonly role: Role; readonly facilityId: string | null }): Changed {
  return changeUser(actor, input, async (tx, now, user) => {
    const kind = await kindOf(tx, input.facilityId);
    if (input.facilityId !== null && kind === null) return { code: "user.facilityNotAllowed" };
    const refusal = roleRefusal(input.role, kind, user.staffId !== null);
    if (refusal) return refusal;
    const row = await tx.membership.create({ data: { id: randomUUID(), userId: input.id, role: input.role, facilityId: input.facilityId, isLead: await hasNoLead(tx, input.facilityId), createdAt: now } });
    return { action: "membershipAdded", details: { membership: row.id, role: input.role, sessions: await endSessionsOf(tx, input.id, now) } };
  });
}

/** Takes a role away; sessions end at once. */
export async function endMembership(actor: Person, input: Versioned & { readonly membershipId: string }): Changed {
  return changeUser(actor, input, async (tx, now) => {
    const { count } = await tx.membership.updateMany({ where: { id: input.membershipId, userId: input.id, endedAt: null }, data: { endedAt: now, isLead: false } });
    if (count === 0) return { code: "notFound" };
    return { action: "membershipEnded", details: { membership: input.membershipId, sessions: await endSessionsOf(tx, input.id, now) } };
  });
}

/** Makes somebody of a house its lead beside those who are, so that a house whose lead has gone gets one again. */
export async function makeLead(actor: Person, input: Versioned & { readonly membershipId: string }): Changed {
  return changeUser(actor, input, async (tx) => {
    const { count } = await tx.membership.updateMany({ where: { id: input.membershipId, userId: input.id, endedAt: null, isLead: false, facilityId: { not: null } }, data: { isLead: true } });
    return count === 0 ? { code: "notFound" } : { action: "leadSet", details: { membership: input.membershipId } };
  });
}

/** Ends every session of another person at once; the account stays open. */
export async function endUserSessions(actor: Person, input: Versioned): Changed {
  return changeUser(actor, input, async (tx, now) => ({ action: "sessionsEnded", details: { sessions: await endSessionsOf(tx, input.id, now) } }));
}

type Change = { readonly action: "userDisabled" | "userEnabled" | "membershipAdded" | "membershipEnded" | "leadSet" | "sessionsEnded"; readonly details: AuditDetails };
type UserRow = { readonly id: string; readonly staffId: string | null };

/** One change of another person's account, in the version that the administrator saw. */
async function changeUser(actor: Person, { id, version }: Versioned, work: (tx: Tx, now: Date, user: UserRow) => Promise<Change | Refusal>): Changed {
  return transact(actor, async ({ tx, now }) => {
    if (id === actor.userId) return refused({ code: "user.notYourself" });
    await tx.$executeRaw`SELECT id FROM "User" WHERE id = ${id}::uuid FOR UPDATE`;
    const user = await tx.user.findUnique({ where: { id } });
    if (!user) return refused({ code: "notFound" });
    if (user.version !== version) return refused({ code: "stale" });
    const change = await work(tx, now, user);
    if ("code" in change) return refused(change);
    await tx.user.update({ where: { id }, data: { version: { increment: 1 } } });
    return carriedOut({ id }, { audit: [{ action: change.action, subject: { kind: "user", id }, details: change.details }], mails: [] });
  });
}

async function kindOf(tx: Tx, facilityId: string | null): Promise<"NURSING_HOME" | "PRISON" | null> {
  if (!facilityId) return null;
  return (await tx.facility.findUnique({ where: { id: facilityId }, select: { kind: true } }))?.kind ?? null;
}

/** The first one of a house leads it. */
async function hasNoLead(tx: Tx, facilityId: string | null): Promise<boolean> {
  return facilityId !== null && (await tx.membership.count({ where: { facilityId, isLead: true, endedAt: null } })) === 0;
}
