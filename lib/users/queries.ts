import type { Scope } from "@/lib/auth/scope";
import type { Role } from "@/lib/auth/types";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { env } from "@/lib/env";

export type UserLine = {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly isDisabled: boolean;
  readonly version: number;
  readonly memberships: readonly { readonly id: string; readonly role: Role; readonly facilityName: string | null; readonly isLead: boolean }[];
  readonly openSessions: number;
};

function seesAccounts(scope: Scope): boolean {
  return scope.reach === "oversight";
}

/** A session lives until it is ended, or until one of its two times is over. */
const includedAt = (now: Date) =>
  ({
  memberships: { where: { endedAt: null }, include: { facility: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
  _count: { select: { sessions: { where: { endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - env().signIn.idleMinutes * 60_000) } } } } },
  }) as const;

/** Every account with its roles, by name; only for the oversight pages. */
export async function listUsers(scope: Scope): Promise<readonly UserLine[]> {
  if (!seesAccounts(scope)) return [];
  return inScope(scope, async (tx) => {
    const rows = await tx.user.findMany({ include: includedAt(await databaseNow(tx)), orderBy: { displayName: "asc" } });
    return rows.map(lineOf);
  });
}

/** One account, or null. */
export async function userDetail(scope: Scope, id: string | undefined): Promise<UserLine | null> {
  if (!seesAccounts(scope) || !isId(id)) return null;
  return inScope(scope, async (tx) => {
    const row = await tx.user.findUnique({ where: { id }, include: includedAt(await databaseNow(tx)) });
    return row && lineOf(row);
  });
}

type Row = {
  id: string;
  email: string;
  displayName: string;
  disabledAt: Date | null;
  version: number;
  memberships: { id: string; role: Role; isLead: boolean; facility: { name: string } | null }[];
  _count: { sessions: number };
};

function lineOf(row: Row): UserLine {
  return {
    id: row.id,
    email: row.email,
    displayName: row.displayName,
    isDisabled: row.disabledAt !== null,
    version: row.version,
    memberships: row.memberships.map(({ id, role, isLead, facility }) => ({ id, role, isLead, facilityName: facility?.name ?? null })),
    openSessions: row._count.sessions,
  };
}

export type Choices = { readonly facilities: readonly { readonly id: string; readonly name: string }[]; readonly staff: readonly { readonly id: string; readonly name: string }[] };

/** What a new account can be tied to: facilities, and members of staff who have none yet. */
export async function accountChoices(scope: Scope): Promise<Choices> {
  if (!seesAccounts(scope)) return { facilities: [], staff: [] };
  return inScope(scope, async (tx) => {
    const facilities = await tx.facility.findMany({ where: { isActive: true }, select: { id: true, name: true }, orderBy: { name: "asc" } });
    const staff = await tx.staffMember.findMany({ where: { isActive: true, user: null }, select: { id: true, displayName: true }, orderBy: { displayName: "asc" } });
    return { facilities, staff: staff.map(({ id, displayName }) => ({ id, name: displayName })) };
  });
}
