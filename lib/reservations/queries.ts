import type { Scope } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { Range } from "@/lib/time/range";
import type { ReservationPurpose, ResourceKind } from "@/lib/tours/types";
import type { AbsenceReason } from "@/prisma/generated/client/enums";

/** A range in which a resource is taken; `tour` only where a tour takes it. */
export type TakenRange = Range<Date> & {
  readonly id: string;
  readonly resourceKind: ResourceKind;
  readonly resourceId: string;
  readonly label: string;
  readonly purpose: ReservationPurpose;
  readonly reason: AbsenceReason | null;
  readonly tour: { readonly id: string; readonly reference: string; readonly firstPlace: string | null } | null;
};

/** Reservations are the office's: a facility or a crew member sees none of them here. */
export function isPlanner(scope: Scope): boolean {
  return scope.reach === "office" || scope.reach === "system";
}

const select = {
  id: true,
  kitId: true,
  staffId: true,
  vehicleId: true,
  purpose: true,
  reason: true,
  startsAt: true,
  endsAt: true,
  kit: { select: { label: true } },
  staff: { select: { displayName: true } },
  vehicle: { select: { label: true } },
  tour: { select: { id: true, reference: true, visits: { where: { state: { not: "CANCELLED" } }, select: { placeName: true }, orderBy: { startsAt: "asc" }, take: 1 } } },
} as const;

type Row = Awaited<ReturnType<typeof rowsIn>>[number];

function rowsIn(tx: Tx, range: Range<Date>) {
  return tx.reservation.findMany({ where: { releasedAt: null, startsAt: { lt: range.until }, endsAt: { gt: range.from } }, select, orderBy: { startsAt: "asc" } });
}

function takenRangeOf(row: Row): TakenRange {
  const [resourceKind, resourceId] = resourceOf(row);
  return {
    id: row.id,
    resourceKind,
    resourceId,
    label: row.kit?.label ?? row.staff?.displayName ?? row.vehicle?.label ?? "",
    purpose: row.purpose,
    reason: row.reason,
    from: row.startsAt,
    until: row.endsAt,
    tour: row.tour && { id: row.tour.id, reference: row.tour.reference, firstPlace: row.tour.visits[0]?.placeName ?? null },
  };
}

function resourceOf({ kitId, staffId, vehicleId }: { readonly kitId: string | null; readonly staffId: string | null; readonly vehicleId: string | null }): readonly [ResourceKind, string] {
  if (kitId) return ["KIT", kitId];
  return staffId ? ["STAFF", staffId] : ["VEHICLE", vehicleId ?? ""];
}

/** Everything that takes a resource within a range, inside a transaction, in the order of time. */
export async function takenIn(tx: Tx, range: Range<Date>): Promise<readonly TakenRange[]> {
  return (await rowsIn(tx, range)).map(takenRangeOf);
}

/** Everything that takes a resource within a range. */
export async function listTaken(scope: Scope, range: Range<Date>): Promise<readonly TakenRange[]> {
  return isPlanner(scope) ? inScope(scope, (tx) => takenIn(tx, range)) : [];
}

/** Absences and repairs that last or are still to come, in the order of time. */
export async function listAbsences(scope: Scope): Promise<readonly TakenRange[]> {
  if (!isPlanner(scope)) return [];
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const rows = await tx.reservation.findMany({ where: { releasedAt: null, purpose: { not: "TOUR" }, endsAt: { gt: now } }, select, orderBy: { startsAt: "asc" } });
    return rows.map(takenRangeOf);
  });
}
