import { serviceAtVisit } from "@/lib/cases/rules";
import { civil, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { kitFactsSelect, kitLineOf } from "@/lib/kits/queries";
import { appliesForDocument } from "@/lib/law/eligibility";
import { needsRepresentative } from "@/lib/law/representation";
import type { Resource, TakenRange } from "@/lib/reservations/types";
import type { ScheduledPerson, ScheduledTour, ScheduledVisit } from "@/lib/scheduling/types";
import { staffFactsSelect, staffLineOf } from "@/lib/staff/queries";
import type { StaffFacts } from "@/lib/staff/types";
import type { CivilDate } from "@/lib/time/calendar";
import type { Range } from "@/lib/time/range";
import type { ReservationPurpose, ResourceKind } from "@/lib/tours/types";
import { careOf } from "@/lib/residents/queries";
import { visitPersonOf } from "@/lib/visits/rules";
import type { Closure } from "@/lib/visits/types";
import type { Prisma } from "@/prisma/generated/client/client";

/** The column of a reservation that names a resource. */
export const columnOf = { KIT: "kitId", STAFF: "staffId", VEHICLE: "vehicleId" } as const satisfies Record<ResourceKind, string>;

type ResourceIds = { readonly kitId: string | null; readonly staffId: string | null; readonly vehicleId: string | null };

function resourceOf({ kitId, staffId, vehicleId }: ResourceIds): Resource {
  if (kitId) return { kind: "KIT", id: kitId };
  return staffId ? { kind: "STAFF", id: staffId } : { kind: "VEHICLE", id: vehicleId ?? "" };
}

/** What a tour has reserved and not lost. */
export async function heldByTour(tx: Tx, tourId: string): Promise<readonly Resource[]> {
  const rows = await tx.reservation.findMany({ where: { tourId, releasedAt: null }, select: { kitId: true, staffId: true, vehicleId: true } });
  return rows.map(resourceOf);
}

type TakenRow = ResourceIds & { readonly label: string; readonly purpose: ReservationPurpose; readonly startsAt: Date; readonly endsAt: Date; readonly place: string | null };

/**
 * What takes one of the resources within a range, other than one tour; each with its label and, for a tour, the names of the places it goes to. One
 * statement, because everybody who loses a race asks this while others wait.
 */
export async function takenFrom(tx: Tx, resources: readonly Resource[], range: Range<Date>, exceptTourId: string | null): Promise<readonly TakenRange[]> {
  if (resources.length === 0) return [];
  const ids = resources.map(({ id }) => id);
  const rows = await tx.$queryRaw<TakenRow[]>`
    SELECT r."kitId", r."staffId", r."vehicleId", r.purpose::text AS purpose, r."startsAt", r."endsAt", coalesce(k.label, s."displayName", v.label) AS label,
      (SELECT string_agg(stop."placeName", ', ' ORDER BY stop.first)
       FROM (SELECT "placeName", min("startsAt") AS first FROM "Visit" WHERE "tourId" = r."tourId" AND state <> 'CANCELLED' GROUP BY "placeName") stop) AS place
    FROM "Reservation" r
      LEFT JOIN "CaseKit" k ON k.id = r."kitId" LEFT JOIN "StaffMember" s ON s.id = r."staffId" LEFT JOIN "Vehicle" v ON v.id = r."vehicleId"
    WHERE r."releasedAt" IS NULL AND coalesce(r."kitId", r."staffId", r."vehicleId") = ANY(${ids}::uuid[])
      AND r."startsAt" < ${range.until} AND r."endsAt" > ${range.from}
      AND (${exceptTourId}::uuid IS NULL OR r."tourId" IS DISTINCT FROM ${exceptTourId}::uuid)`;
  return rows.map((row) => ({ resource: resourceOf(row), label: row.label, purpose: row.purpose, from: row.startsAt, until: row.endsAt, place: row.place }));
}

/** The closures that touch a day: the office's, and the facility's where one is named. A closed ward closes no house. */
export async function closuresOn(tx: Tx, date: CivilDate, facilityId: string | null): Promise<readonly Closure[]> {
  const on = dateColumn(date);
  const whose: Prisma.ClosureWhereInput[] = [{ kind: "OFFICE_CLOSED" }];
  if (facilityId !== null) whose.push({ kind: "FACILITY_CLOSED", facilityId });
  const rows = await tx.closure.findMany({ where: { fromOn: { lte: on }, untilOn: { gt: on }, OR: whose } });
  return rows.map(({ kind, label, fromOn, untilOn }) => ({ of: kind === "OFFICE_CLOSED" ? "CITY" : "FACILITY", label, fromOn: civil(fromOn), untilOn: civil(untilOn) }));
}

/** The staff named, in that order and as often as named; null when one does not exist. */
export async function staffNamed(tx: Tx, staffIds: readonly string[]): Promise<readonly StaffFacts[] | null> {
  const rows = await tx.staffMember.findMany({ where: { id: { in: [...staffIds] } }, select: staffFactsSelect });
  const byId = new Map(rows.map((row) => [row.id, staffLineOf(row)]));
  const members = staffIds.flatMap((id) => byId.get(id) ?? []);
  return members.length === staffIds.length ? members : null;
}

const open = { outcome: null, removedAt: null } as const;

const visitSelect = {
  id: true, reference: true, state: true, version: true, facilityId: true, tourId: true, startsAt: true, endsAt: true,
  gateMinutes: true, setupMinutes: true, packDownMinutes: true,
  placeKind: true, placeName: true, placeDistrict: true, placeLatitude: true, placeLongitude: true,
  visitCode: true, calendarUid: true, calendarSequence: true, hasCalendarEntry: true, clearedAt: true,
  facility: { select: { contactEmail: true, contactName: true, siteSheet: { select: { visitsFrom: true, visitsUntil: true } } } },
  appointments: {
    where: open,
    select: {
      case: {
        select: {
          service: true,
          state: true,
          residentId: true,
          resident: { select: { nationality: true, care: true } },
        },
      },
    },
  },
} as const satisfies Prisma.VisitSelect;

type VisitRow = Prisma.VisitGetPayload<{ select: typeof visitSelect }>;
type OpenCase = VisitRow["appointments"][number]["case"];

function personsOf(cases: readonly OpenCase[]): readonly ScheduledPerson[] {
  const firstOfEach = cases.filter(({ residentId }, index) => cases.findIndex((other) => other.residentId === residentId) === index);
  return firstOfEach.map(({ residentId, resident }) => {
    const { nationality } = resident;
    const care = careOf(resident.care);
    const own = cases.filter((one) => one.residentId === residentId);
    const isApplying = appliesForDocument(own.map(({ service, state }) => serviceAtVisit(service, state)));
    return {
      residentId,
      ...visitPersonOf(care),
      hasUnclearNationality: isApplying && nationality === "UNKNOWN",
      lacksRepresentative: isApplying && needsRepresentative(care) && care.isRepresentativePresent !== true,
    };
  });
}

function scheduledVisitOf(row: VisitRow): ScheduledVisit {
  const { placeKind, placeName, placeDistrict, placeLatitude, placeLongitude, facility, appointments, ...rest } = row;
  const sheet = facility.siteSheet;
  return {
    ...rest,
    place: { label: placeName, district: placeDistrict, coordinates: { lat: placeLatitude, lon: placeLongitude } },
    isPrison: placeKind === "PRISON",
    hours: sheet && [{ fromMinutes: sheet.visitsFrom, untilMinutes: sheet.visitsUntil }],
    persons: personsOf(appointments.map((one) => one.case)),
    openAppointmentCount: appointments.length,
    contact: { address: facility.contactEmail, name: facility.contactName },
  };
}

/** One visit, narrowed by the caller's filter. */
export async function scheduledVisit(tx: Tx, where: Prisma.VisitWhereInput): Promise<ScheduledVisit | null> {
  const row = await tx.visit.findFirst({ where, select: visitSelect });
  return row && scheduledVisitOf(row);
}

/** One tour with everything that stands on it, narrowed by the caller's filter. */
export async function scheduledTour(tx: Tx, where: Prisma.TourWhereInput): Promise<ScheduledTour | null> {
  const row = await tx.tour.findFirst({
    where,
    select: {
      id: true, reference: true, state: true, tourOn: true, departsAt: true, returnsAt: true, version: true,
      kit: { select: kitFactsSelect },
      vehicle: { select: { id: true, label: true } },
      members: { select: { staff: { select: staffFactsSelect } }, orderBy: { staff: { displayName: "asc" } } },
      visits: { where: { state: { not: "CANCELLED" } }, select: visitSelect, orderBy: { startsAt: "asc" } },
    },
  });
  if (!row) return null;
  const held = new Set((await heldByTour(tx, row.id)).map(({ id }) => id));
  const { tourOn, kit, vehicle, members, visits, ...rest } = row;
  return {
    ...rest,
    date: civil(tourOn),
    kit: { ...kitLineOf(kit), isHeld: held.has(kit.id) },
    vehicle: { ...vehicle, isHeld: held.has(vehicle.id) },
    crew: members.map(({ staff }) => ({ ...staffLineOf(staff), isHeld: held.has(staff.id) })),
    visits: visits.map(scheduledVisitOf),
  };
}
