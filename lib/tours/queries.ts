import { tourFilter, type Scope } from "@/lib/auth/scope";
import { travelsOf } from "@/lib/board/rules";
import type { ServiceCount, TourStopView, TourView, TourWarning } from "@/lib/board/types";
import type { Service } from "@/lib/cases/types";
import { civil, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { kitFactsSelect, kitLineOf } from "@/lib/kits/queries";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { departureFactsOf } from "@/lib/scheduling/rules";
import { allDatesOf, dateColumns } from "@/lib/requests/queries";
import { dateConflict } from "@/lib/requests/rules";
import { staffFactsSelect, staffLineOf } from "@/lib/staff/queries";
import { civilDateOf, daysBetween, type CivilDate } from "@/lib/time/calendar";
import type { Range } from "@/lib/time/range";
import { departureRefusals } from "@/lib/tours/rules";
import type { Place } from "@/lib/tours/types";
import type { Prisma } from "@/prisma/generated/client/client";

const tourSelect = {
  id: true,
  reference: true,
  state: true,
  version: true,
  tourOn: true,
  departsAt: true,
  returnsAt: true,
  kit: { select: kitFactsSelect },
  vehicle: { select: { id: true, label: true, plate: true, isActive: true } },
  members: { select: { staff: { select: staffFactsSelect } }, orderBy: { staff: { displayName: "asc" } } },
  reservations: { where: { releasedAt: null }, select: { kitId: true, staffId: true, vehicleId: true } },
  visits: {
    where: { state: { not: "CANCELLED" } },
    orderBy: { startsAt: "asc" },
    select: {
      id: true, reference: true, version: true, state: true, startsAt: true, endsAt: true, facilityId: true, questionReason: true, clearedAt: true,
      placeKind: true, placeName: true, placeStreet: true, placePostalCode: true, placeCity: true, placeDistrict: true, placeLatitude: true, placeLongitude: true,
      appointments: { where: { removedAt: null }, select: { kind: true, case: { select: { residentId: true, service: true } } } },
    },
  },
} as const satisfies Prisma.TourSelect;

type TourRow = Prisma.TourGetPayload<{ select: typeof tourSelect }>;
type PlaceRow = Pick<TourRow["visits"][number], "placeName" | "placeDistrict" | "placeLatitude" | "placeLongitude">;

/** The place of a visit as the rules of travel read it. */
export function placeOf(row: PlaceRow): Place {
  return { label: row.placeName, district: row.placeDistrict, coordinates: { lat: row.placeLatitude, lon: row.placeLongitude } };
}

/** How many people, and how often each service, a visit has. */
export function countsOf(appointments: readonly { readonly kind: "APPLICATION" | "HAND_OVER"; readonly case: { readonly residentId: string; readonly service: Service } }[]) {
  const counts = new Map<Service, number>();
  for (const one of appointments) {
    const service = one.kind === "HAND_OVER" ? "HAND_OVER" : one.case.service;
    counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  const services: readonly ServiceCount[] = [...counts].map(([service, count]) => ({ service, count }));
  return { personCount: new Set(appointments.map((one) => one.case.residentId)).size, services };
}

function stopsOf(row: TourRow): readonly TourStopView[] {
  return row.visits.flatMap((visit): TourStopView[] => {
    const { id, startsAt, endsAt, reference, version, state, facilityId, questionReason, clearedAt } = visit;
    if (!startsAt || !endsAt) return [];
    const address = { facilityId, isPrison: visit.placeKind === "PRISON", street: visit.placeStreet, postalCode: visit.placePostalCode, city: visit.placeCity };
    return [{ visitId: id, place: placeOf(visit), startsAt, endsAt, reference, version, state, address, ...countsOf(visit.appointments), questionReason, clearedAt }];
  });
}

/** Not yet announced, or still empty, is the ordinary state of a plan and no warning. */
const ordinaryWhilePlanning: readonly TourWarning["code"][] = ["tour.noVisits", "tour.visitNotAnnounced"];

function warningsOf(tour: Omit<TourView, "warnings">, today: CivilDate, parameters: ParameterValues): readonly TourWarning[] {
  if (tour.state !== "PLANNED" || tour.date < today) return [];
  const released = tour.crew.filter(({ isHeld }) => !isHeld);
  const visits = tour.stops.map(({ address, ...stop }) => ({ ...stop, isPrison: address.isPrison }));
  const refusals = departureRefusals(departureFactsOf({ ...tour, visits }), tour.date, parameters);
  const daysLeft = daysBetween(today, tour.date);
  return [
    ...released.map(({ label }): TourWarning => ({ code: "crew.released", label })),
    ...refusals.filter(({ code }) => !ordinaryWhilePlanning.includes(code) && !(code === "tour.crewTooSmall" && released.length > 0)),
    ...tour.stops.flatMap(({ visitId, place, state, questionReason }): TourWarning[] => {
      if (questionReason) return [{ code: "visit.questioned", visitId, place: place.label, reason: questionReason }];
      return state === "ANNOUNCED" && daysLeft <= parameters.reminderDays ? [{ code: "visit.unconfirmed", visitId, place: place.label, daysLeft }] : [];
    }),
  ];
}

function tourViewOf(row: TourRow, today: CivilDate, parameters: ParameterValues): TourView {
  const held = new Set(row.reservations.flatMap(({ kitId, staffId, vehicleId }) => kitId ?? staffId ?? vehicleId ?? []));
  const stops = stopsOf(row);
  const tour = {
    id: row.id,
    reference: row.reference,
    state: row.state,
    version: row.version,
    date: civil(row.tourOn),
    departsAt: row.departsAt,
    returnsAt: row.returnsAt,
    kit: { ...kitLineOf(row.kit), isHeld: held.has(row.kit.id) },
    vehicle: { ...row.vehicle, isHeld: held.has(row.vehicle.id) },
    crew: row.members.map(({ staff }) => ({ ...staffLineOf(staff), isHeld: held.has(staff.id) })),
    stops,
    travels: travelsOf(stops, parameters),
  };
  return { ...tour, warnings: warningsOf(tour, today, parameters) };
}

/** The tours of the days [from, until) in the scope, cancelled ones left out, by day and departure; inside a transaction. */
export async function toursIn(tx: Tx, scope: Scope, days: Range<CivilDate>, { now, parameters }: { readonly now: Date; readonly parameters: ParameterValues }): Promise<readonly TourView[]> {
  const where = { ...tourFilter(scope), state: { not: "CANCELLED" }, tourOn: { gte: dateColumn(days.from), lt: dateColumn(days.until) } } as const;
  const rows = await tx.tour.findMany({ where, select: tourSelect, orderBy: [{ tourOn: "asc" }, { departsAt: "asc" }, { id: "asc" }] });
  return withDateWarnings(tx, scope, rows.map((row) => tourViewOf(row, civilDateOf(now), parameters)), civilDateOf(now));
}

/** For those who plan: where the stops of tours to come lie in a time in which the house takes no visit, or outside of every time that it named. */
async function withDateWarnings(tx: Tx, scope: Scope, tours: readonly TourView[], today: CivilDate): Promise<readonly TourView[]> {
  if (scope.reach !== "office") return tours;
  const coming = tours.filter(({ state, date }) => state === "PLANNED" && date >= today);
  const rows = await tx.visit.findMany({
    where: { id: { in: coming.flatMap(({ stops }) => stops.map(({ visitId }) => visitId)) } },
    select: { id: true, appointments: { where: { removedAt: null }, select: { case: { select: { request: { select: { id: true, ...dateColumns } } } } } } },
  });
  const dates = new Map(rows.map(({ id, appointments }) => [id, allDatesOf(appointments.map((one) => one.case.request))]));
  return tours.map((tour) => {
    if (!coming.includes(tour)) return tour;
    const warnings = tour.stops.flatMap((stop): TourWarning[] => {
      const said = dates.get(stop.visitId);
      // A house that has confirmed a date has said that it suits.
      const conflict = said && stop.state !== "CONFIRMED" ? dateConflict(stop, said, today) : null;
      return conflict === null ? [] : [{ code: conflict === "BLOCKED" ? "visit.inBlockedTime" : "visit.outsideWishes", visitId: stop.visitId, place: stop.place.label }];
    });
    return { ...tour, warnings: [...tour.warnings, ...warnings] };
  });
}

/** Whole tours are for those who plan or drive them. */
function seesTours(scope: Scope): boolean {
  return scope.reach === "office" || scope.reach === "crew";
}

/** The tours of the days [from, until) in the scope. */
export async function listTours(scope: Scope, days: Range<CivilDate>): Promise<readonly TourView[]> {
  if (!seesTours(scope)) return [];
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    return toursIn(tx, scope, days, { now, parameters: await parametersInForce(tx, civilDateOf(now)) });
  });
}

/** One tour, or null where it does not exist or is not the actor's. */
export async function tourDetail(scope: Scope, id: string | undefined): Promise<TourView | null> {
  if (!isId(id) || !seesTours(scope)) return null;
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.tour.findFirst({ where: { id, ...tourFilter(scope) }, select: tourSelect });
    if (!row) return null;
    const [tour] = await withDateWarnings(tx, scope, [tourViewOf(row, civilDateOf(now), await parametersInForce(tx, civil(row.tourOn)))], civilDateOf(now));
    return tour!;
  });
}
