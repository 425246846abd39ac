import type { Scope } from "@/lib/auth/scope";
import { openFrom } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { AbsenceReason, Resource, TakenRange } from "@/lib/reservations/types";
import type { Range } from "@/lib/time/range";

/** A reservation that holds; `tour` only where a tour takes the resource, `reason` only of an absence or repair. */
export type ReservationLine = TakenRange & {
  readonly id: string;
  readonly reason: AbsenceReason | null;
  readonly tour: { readonly id: string; readonly reference: string } | null;
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
  reasonSealed: true,
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

function lineOf(row: Row): ReservationLine {
  return {
    id: row.id,
    resource: resourceOf(row),
    label: row.kit?.label ?? row.staff?.displayName ?? row.vehicle?.label ?? "",
    purpose: row.purpose,
    reason: row.reasonSealed === null ? null : openFrom("Reservation.reasonSealed", row.id, row.reasonSealed),
    from: row.startsAt,
    until: row.endsAt,
    place: row.tour?.visits[0]?.placeName ?? null,
    tour: row.tour && { id: row.tour.id, reference: row.tour.reference },
  };
}

function resourceOf({ kitId, staffId, vehicleId }: { readonly kitId: string | null; readonly staffId: string | null; readonly vehicleId: string | null }): Resource {
  if (kitId) return { kind: "KIT", id: kitId };
  return staffId ? { kind: "STAFF", id: staffId } : { kind: "VEHICLE", id: vehicleId ?? "" };
}

/** Everything that takes a resource within a range, inside a transaction, in the order of time. */
export async function takenIn(tx: Tx, range: Range<Date>): Promise<readonly ReservationLine[]> {
  return (await rowsIn(tx, range)).map(lineOf);
}

/** Everything that takes a resource within a range. */
export async function listTaken(scope: Scope, range: Range<Date>): Promise<readonly ReservationLine[]> {
  return isPlanner(scope) ? inScope(scope, (tx) => takenIn(tx, range)) : [];
}

/** Absences and repairs that last or are still to come, in the order of time. */
export async function listAbsences(scope: Scope): Promise<readonly ReservationLine[]> {
  if (!isPlanner(scope)) return [];
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const rows = await tx.reservation.findMany({ where: { releasedAt: null, purpose: { not: "TOUR" }, endsAt: { gt: now } }, select, orderBy: { startsAt: "asc" } });
    return rows.map(lineOf);
  });
}
