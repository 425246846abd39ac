import { facilityFilter, type Scope } from "@/lib/auth/scope";
import { civil } from "@/lib/db/civil";
import { isId } from "@/lib/db/id";
import { inScope } from "@/lib/db/in-scope";
import { gateDevicesOf } from "@/lib/gate/rules";
import type { GateList } from "@/lib/gate/types";
import { parametersInForce } from "@/lib/law/queries";
import { civilDateOf } from "@/lib/time/calendar";
import { clearanceNeededOn } from "@/lib/tours/rules";
import { announcedVisitStates, type VisitState } from "@/lib/visits/types";

const BOOKED: readonly VisitState[] = ["PLANNED", ...announcedVisitStates];

/** R57: the list for the gate of a booked visit to a prison, for the office and for the prison itself; null for every other visit and for everybody else. */
export async function gateList(scope: Scope, id: string | undefined): Promise<GateList | null> {
  if (!isId(id) || (scope.reach !== "office" && scope.reach !== "facility")) return null;
  return inScope(scope, async (tx) => {
    // The prison knows of a visit once it is announced.
    const state = { in: [...(scope.reach === "office" ? BOOKED : announcedVisitStates)] };
    const row = await tx.visit.findFirst({
      where: { id, ...facilityFilter(scope), placeKind: "PRISON", state },
      select: {
        id: true, reference: true, placeName: true, startsAt: true, endsAt: true, clearedAt: true,
        tour: {
          select: {
            tourOn: true,
            kit: { select: { label: true, components: { select: { kind: true, inventoryTag: true, state: true }, orderBy: { inventoryTag: "asc" } } } },
            vehicle: { select: { label: true, plate: true } },
            members: { select: { staff: { select: { displayName: true } } }, orderBy: { staff: { displayName: "asc" } } },
          },
        },
      },
    });
    if (!row?.tour || !row.startsAt || !row.endsAt) return null;
    const { tour, startsAt, endsAt } = row;
    const day = civil(tour.tourOn);
    return {
      visitId: row.id,
      reference: row.reference,
      house: row.placeName,
      startsAt,
      endsAt,
      crew: tour.members.map(({ staff }) => staff.displayName),
      vehicle: tour.vehicle,
      kitLabel: tour.kit.label,
      devices: gateDevicesOf(tour.kit.components),
      clearedOn: row.clearedAt && civilDateOf(row.clearedAt),
      neededOn: clearanceNeededOn(day, await parametersInForce(tx, day)),
    };
  });
}
