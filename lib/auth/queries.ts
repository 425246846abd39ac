import type { Scope } from "@/lib/auth/scope";
import type { Role } from "@/lib/auth/types";
import { inScope } from "@/lib/db/in-scope";

export type OwnMembership = { readonly id: string; readonly role: Role; readonly facilityName: string | null };

/** The roles between which a person may switch. */
export async function ownMemberships(scope: Scope): Promise<readonly OwnMembership[]> {
  if (!scope.userId) return [];
  const userId = scope.userId;
  return inScope(scope, async (tx) => {
    const rows = await tx.membership.findMany({ where: { userId, endedAt: null }, include: { facility: true }, orderBy: { createdAt: "asc" } });
    return rows.map(({ id, role, facility }) => ({ id, role, facilityName: facility?.name ?? null }));
  });
}
