import { scopeOf } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openFrom } from "@/lib/crypto/columns";
import { inScope } from "@/lib/db/in-scope";
import { isId } from "@/lib/db/id";
import type { LeaveReason } from "@/lib/leaving/types";
import { listedNames } from "@/lib/residents/queries";

/** Somebody whom the house took out of an announced visit, or put into it. */
export type PeopleChange = {
  readonly residentId: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly at: Date;
  /** Null for somebody who came in addition. */
  readonly reason: LeaveReason | null;
};

/** What a house changed about the people of a visit after its announcement, newest first; for the office alone. Names are read with it and on record. */
export async function peopleChangesOf(actor: Actor, visitId: string): Promise<readonly PeopleChange[]> {
  const scope = scopeOf(actor);
  if (scope.reach !== "office" || !isId(visitId)) return [];
  return inScope(scope, async (tx) => {
    const rows = await tx.appointment.findMany({
      where: { visitId, OR: [{ leaveReasonSealed: { not: null } }, { joinedAt: { not: null } }] },
      select: { id: true, leaveReasonSealed: true, removedAt: true, joinedAt: true, case: { select: { resident: { select: { id: true, firstNames: true, lastName: true, restrictedAt: true } } } } },
    });
    const changes = rows.flatMap((row): readonly PeopleChange[] => {
      const { id: residentId, ...names } = row.case.resident;
      const whom = { residentId, ...listedNames(names) };
      return [
        ...(row.joinedAt ? [{ ...whom, at: row.joinedAt, reason: null }] : []),
        ...(row.leaveReasonSealed && row.removedAt ? [{ ...whom, at: row.removedAt, reason: openFrom("Appointment.leaveReasonSealed", row.id, row.leaveReasonSealed) }] : []),
      ];
    });
    // Two services of one person are one coming and one going.
    const each = new Map(changes.map((one) => [`${one.residentId} ${one.at.getTime()} ${one.reason}`, one]));
    return [...each.values()].sort((a, b) => b.at.getTime() - a.at.getTime());
  });
}
