import type { Scope } from "@/lib/auth/scope";
import { civil, civilOrNull } from "@/lib/db/civil";
import { isId } from "@/lib/db/id";
import { inScope } from "@/lib/db/in-scope";
import type { RestrictionReason } from "@/lib/retention/types";
import type { Subject, SubjectLine } from "@/lib/subjects/types";

/** More stand in no search's answer. */
export const MOST_FOUND = 20;

/** Whether somebody answers for the city whoever asks for his or her rights: the office. */
export function answersForCity(scope: Scope): boolean {
  return scope.reach === "office";
}

/** The residents with these ids, for the office alone. */
export async function subjectsOf(scope: Scope, ids: readonly string[]): Promise<readonly SubjectLine[]> {
  const known = ids.filter(isId).slice(0, MOST_FOUND);
  if (!answersForCity(scope) || known.length === 0) return [];
  return inScope(scope, async (tx) => {
    const rows = await tx.resident.findMany({
      where: { id: { in: known } },
      select: { id: true, lastName: true, firstNames: true, bornOn: true, goneOn: true, facilityId: true, facility: { select: { name: true } } },
      orderBy: { createdAt: "desc" },
    });
    return rows.map(({ id, lastName, firstNames, bornOn, goneOn, facility }) => ({ id, lastName, firstNames, bornOn: civil(bornOn), goneOn: civilOrNull(goneOn), facilityName: facility.name }));
  });
}

/** One resident with the restriction in force, or null. */
export async function subjectOf(scope: Scope, id: string | undefined): Promise<Subject | null> {
  if (!answersForCity(scope) || !isId(id)) return null;
  return inScope(scope, async (tx) => {
    const row = await tx.resident.findUnique({ where: { id }, include: { facility: { select: { name: true } } } });
    if (!row) return null;
    const hold = await tx.deletionHold.findFirst({ where: { residentId: id, endedAt: null }, select: { id: true, version: true, reason: true, createdAt: true, announcedAt: true } });
    const { lastName, firstNames, version, nationality, mainResidence } = row;
    return {
      ...{ id, lastName, firstNames, version, nationality, mainResidence, bornOn: civil(row.bornOn), goneOn: civilOrNull(row.goneOn), facilityName: row.facility.name },
      restriction: hold && { id: hold.id, version: hold.version, reason: hold.reason as RestrictionReason, since: hold.createdAt, announcedAt: hold.announcedAt },
    };
  });
}
