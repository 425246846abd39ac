import { may } from "@/lib/auth/policy";
import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { standingOf } from "@/lib/factor-resets/rules";
import type { Candidate, ResetLine } from "@/lib/factor-resets/types";

/** No row has this id. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Whose access somebody may help to restore: a house its own people, the office and the administrator everybody's; nobody else anybody's. */
export function withinReach(scope: Scope): { readonly disabledAt: null; readonly memberships: { readonly some: { readonly endedAt: null; readonly facilityId?: string } } } {
  if (scope.reach === "office" || scope.reach === "oversight") return { disabledAt: null, memberships: { some: { endedAt: null } } };
  return { disabledAt: null, memberships: { some: { endedAt: null, facilityId: scope.facilityId ?? NOBODY } } };
}

/** A house knows its people by the name under which its lead invited them, not by what their accounts are called elsewhere. */
const inHouse = ({ facilityId }: Scope) => ({ where: { facilityId: facilityId ?? NOBODY, endedAt: null }, select: { calledName: true } });
const nameFor = ({ displayName, memberships }: { readonly displayName: string; readonly memberships: readonly { readonly calledName: string | null }[] }): string => memberships[0]?.calledName ?? displayName;

/** The accounts for which this person may ask, by name; the own one is not among them. */
export async function resetCandidates(actor: Person): Promise<readonly Candidate[]> {
  const scope = scopeOf(actor);
  if (!may(actor.role, "recovery.ask")) return [];
  return inScope(scope, async (tx) => {
    const rows = await tx.user.findMany({ where: { ...withinReach(scope), id: { not: actor.userId } }, select: { id: true, displayName: true, memberships: inHouse(scope) }, orderBy: { displayName: "asc" } });
    return rows.map((row) => ({ id: row.id, name: nameFor(row) }));
  });
}

/** The resets within reach that wait for a second person, the oldest first. */
export async function openResets(actor: Person): Promise<readonly ResetLine[]> {
  const scope = scopeOf(actor);
  if (!may(actor.role, "recovery.view")) return [];
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const rows = await tx.factorReset.findMany({ where: { decidedAt: null, expiresAt: { gt: now }, user: withinReach(scope) }, include: { user: { select: { displayName: true, memberships: inHouse(scope) } } }, orderBy: { askedAt: "asc" } });
    const askers = await tx.user.findMany({ where: { id: { in: rows.map(({ askedById }) => askedById) } }, select: { id: true, displayName: true, memberships: inHouse(scope) } });
    const nameOf = new Map(askers.map((asker) => [asker.id, nameFor(asker)]));
    const mayDecide = may(actor.role, "recovery.decide");
    return rows.map((row) => ({
      id: row.id,
      userName: nameFor(row.user),
      askedByName: nameOf.get(row.askedById) ?? "",
      askedAt: row.askedAt,
      expiresAt: row.expiresAt,
      standing: standingOf(row, actor.userId, mayDecide, now),
    }));
  });
}
