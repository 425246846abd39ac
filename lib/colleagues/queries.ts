import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import type { Colleagues } from "@/lib/colleagues/types";
import type { Tx } from "@/lib/db/client";
import { asGroup, inScope } from "@/lib/db/in-scope";

/** Who may sign in for the own house, the lead first; nobody for whoever has none. */
export async function colleagues(actor: Person): Promise<Colleagues> {
  const scope = scopeOf(actor);
  const { facilityId } = scope;
  if (!facilityId) return { people: [], isLead: false };
  return inScope(scope, async (tx) => {
    const rows = await belongingTo(tx, facilityId);
    // Of sessions the sign-in alone knows more than the own ones; what leaves it is a yes or no about the own house.
    const known = await asGroup(tx, scope, "portal_gate", () => tx.session.findMany({ where: { membershipId: { in: rows.map(({ id }) => id) } }, distinct: ["membershipId"], select: { membershipId: true } }));
    const seen = new Set(known.map(({ membershipId }) => membershipId));
    const people = rows.map(({ id, userId, isLead, calledName, user }) => ({ id, name: calledName ?? user.displayName, email: user.email, isLead, isSelf: userId === actor.userId, isAwaited: !seen.has(id) }));
    return { people: people.sort((one, other) => Number(other.isLead) - Number(one.isLead) || one.name.localeCompare(other.name, "de")), isLead: people.some(({ isSelf, isLead }) => isSelf && isLead) };
  });
}

/** The memberships of a house that have not ended. */
export async function belongingTo(tx: Tx, facilityId: string) {
  return tx.membership.findMany({
    where: { facilityId, endedAt: null },
    select: { id: true, userId: true, isLead: true, calledName: true, user: { select: { displayName: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
