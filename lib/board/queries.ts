import type { Scope } from "@/lib/auth/scope";
import { closuresIn, plannableVisit, visitsToPlan, type ClosureLine, type PlannableVisit } from "@/lib/backlog/queries";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { kitLines, type KitLine } from "@/lib/kits/queries";
import { kitRefusal } from "@/lib/kits/rules";
import type { KitRefusal } from "@/lib/kits/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { isPlanner, takenIn, type ReservationLine } from "@/lib/reservations/queries";
import { placementAmong } from "@/lib/scheduling/rules";
import { activeStaff, type StaffLine } from "@/lib/staff/queries";
import { staffRefusal } from "@/lib/staff/rules";
import type { StaffRefusal } from "@/lib/staff/types";
import { addDays, civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";
import { overlaps, type Range } from "@/lib/time/range";
import { toursIn, travelsOf, type TourView } from "@/lib/tours/queries";
import { tourStateRefusal } from "@/lib/tours/rules";
import type { Placement, PlacementRefusal } from "@/lib/tours/types";
import type { Vehicle } from "@/lib/vehicles/types";
import { closedOn, visitVerbsFrom } from "@/lib/visits/rules";
import type { ClosedReason } from "@/lib/visits/types";

/** How far ahead the desk looks for a tour that could take a visit. */
const LOOK_AHEAD_DAYS = 28;

/** Everything that the week board shows for the days [from, until). */
export type WeekBoardData = {
  readonly today: CivilDate;
  readonly kits: readonly KitLine[];
  readonly tours: readonly TourView[];
  /** Repairs of kits. */
  readonly repairs: readonly ReservationLine[];
  /** Closures of the whole city. */
  readonly closures: readonly ClosureLine[];
  /** By deadline, each with the best of the tours shown. */
  readonly toPlan: readonly { readonly visit: PlannableVisit; readonly best: TourForVisit | null }[];
};

/** The board of some days in one transaction and a fixed number of statements. */
export async function weekBoard(scope: Scope, days: Range<CivilDate>): Promise<WeekBoardData> {
  return inScope(scope, async (tx) => {
    const facts = await factsOf(tx);
    const today = civilDateOf(facts.now);
    if (!isPlanner(scope)) return { today, kits: [], tours: [], repairs: [], closures: [], toPlan: [] };
    const surroundings = await surroundingsOf(tx, facts, days);
    const tours = await toursIn(tx, scope, days, facts);
    const waiting = await visitsToPlan(tx, scope, facts);
    return {
      today,
      kits: await kitLines(tx),
      tours,
      repairs: surroundings.taken.filter(({ resource, purpose }) => resource.kind === "KIT" && purpose !== "TOUR"),
      closures: surroundings.closures.filter(({ facilityId }) => facilityId === null),
      toPlan: waiting.map((visit) => ({ visit, best: bestOf(visit, fittingTours(visit, tours, surroundings)) })),
    };
  });
}

type Facts = { readonly now: Date; readonly parameters: ParameterValues };

async function factsOf(tx: Tx): Promise<Facts> {
  const now = await databaseNow(tx);
  return { now, parameters: await parametersInForce(tx, civilDateOf(now)) };
}

/** What the way to a visit costs a tour, or what is in the way. */
export type Fit =
  | { readonly fits: true; readonly placement: Placement; readonly extraTravelMinutes: number; readonly isWished: boolean }
  | { readonly fits: false; readonly refusal: PlacementRefusal | null };
export type TourForVisit = { readonly tour: TourView; readonly fit: Extract<Fit, { fits: true }> };
export type VisitForTour = { readonly visit: PlannableVisit; readonly fit: Fit };

type Surroundings = Facts & { readonly taken: readonly ReservationLine[]; readonly closures: readonly ClosureLine[] };

async function surroundingsOf(tx: Tx, facts: Facts, days: Range<CivilDate>): Promise<Surroundings> {
  return { ...facts, taken: await takenIn(tx, { from: instantOf(days.from, 0), until: instantOf(days.until, 0) }), closures: await closuresIn(tx, days) };
}

/** Whether a tour can take a visit at its earliest free time: the day, the tour's other stops, and what else its resources do. */
function fitOf(visit: PlannableVisit, tour: TourView, { now, parameters, taken, closures }: Surroundings): Fit {
  const no: Fit = { fits: false, refusal: null };
  if (tourStateRefusal(tour.state, "change") !== null) return no;
  if (closedOn(tour.date, closures.filter(({ facilityId }) => facilityId === null || facilityId === visit.address.facilityId)) !== null) return no;
  const outcome = placementAmong(tour, tour.stops, visit, null, now, parameters);
  if (!outcome.ok) return { fits: false, refusal: outcome.refusal };
  const placement = outcome.value;
  const frame = { from: placement.departsAt, until: placement.returnsAt };
  const resources = [tour.kit.id, tour.vehicle.id, ...tour.crew.map(({ staffId }) => staffId)];
  const isBlocked = taken.some((one) => one.tour?.id !== tour.id && resources.includes(one.resource.id) && overlaps(frame, one));
  if (isBlocked || placement.startsAt <= now) return no;
  const others = tour.stops.filter(({ visitId }) => visitId !== visit.visitId);
  const stop = { visitId: visit.visitId, place: visit.place, startsAt: placement.startsAt, endsAt: placement.endsAt };
  const withVisit = [...others, stop].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const isWished = visit.wishes.some((wish) => wish.date === tour.date && instantOf(wish.date, wish.fromMinutes) <= placement.startsAt && placement.endsAt <= instantOf(wish.date, wish.untilMinutes));
  return { fits: true, placement, extraTravelMinutes: travelTotal(withVisit, parameters) - travelTotal(others, parameters), isWished };
}

function travelTotal(stops: Parameters<typeof travelsOf>[0], parameters: ParameterValues): number {
  return travelsOf(stops, parameters).reduce((sum, { minutes }) => sum + minutes, 0);
}

function fittingTours(visit: PlannableVisit, tours: readonly TourView[], surroundings: Surroundings): readonly TourForVisit[] {
  return tours.flatMap((tour) => {
    const fit = fitOf(visit, tour, surroundings);
    return fit.fits ? [{ tour, fit }] : [];
  });
}

/** Of the tours that can take a visit the one to suggest: in time first, then wished, then the least driving, then the earliest; null without any. */
export function bestOf(visit: PlannableVisit, candidates: readonly TourForVisit[]): TourForVisit | null {
  const rank = ({ tour, fit }: TourForVisit): readonly number[] => [visit.dueOn !== null && tour.date > visit.dueOn ? 1 : 0, fit.isWished ? 0 : 1, fit.extraTravelMinutes, fit.placement.startsAt.getTime()];
  const ranked = candidates.map((one) => ({ one, rank: rank(one) })).sort((a, b) => a.rank.reduce((order, value, index) => order || value - b.rank[index]!, 0));
  return ranked[0]?.one ?? null;
}

/** The tours of the next four weeks that could take a visit, by day, with the earliest time and what it costs in driving. Empty where the visit can neither be placed nor moved. */
export async function toursForVisit(scope: Scope, visitId: string | undefined): Promise<readonly TourForVisit[]> {
  if (!isId(visitId) || !isPlanner(scope)) return [];
  return inScope(scope, async (tx) => {
    const facts = await factsOf(tx);
    const visit = await plannableVisit(tx, scope, visitId, facts);
    const verbs = visit ? visitVerbsFrom(visit.state) : [];
    if (!visit || !(verbs.includes("place") || verbs.includes("move"))) return [];
    const today = civilDateOf(facts.now);
    const days = { from: today, until: addDays(today, LOOK_AHEAD_DAYS) };
    const surroundings = await surroundingsOf(tx, facts, days);
    const tours = await toursIn(tx, scope, days, facts);
    return fittingTours(visit, tours, surroundings);
  });
}

/** The visits that wait for a tour, each with whether this tour can take it; those that fit first, otherwise by deadline. */
export async function visitsForTour(scope: Scope, tour: TourView): Promise<readonly VisitForTour[]> {
  if (!isPlanner(scope)) return [];
  return inScope(scope, async (tx) => {
    const facts = await factsOf(tx);
    const surroundings = await surroundingsOf(tx, facts, { from: tour.date, until: addDays(tour.date, 1) });
    const visits = (await visitsToPlan(tx, scope, facts)).map((visit) => ({ visit, fit: fitOf(visit, tour, surroundings) }));
    return [...visits.filter(({ fit }) => fit.fits), ...visits.filter(({ fit }) => !fit.fits)];
  });
}

/** What can be taken on a day: each kit, person and vehicle with what speaks against it and when it is taken. */
export type DayResources = {
  /** Why nothing is booked on this day in the whole city; null on an open day. */
  readonly closed: ClosedReason | null;
  readonly kits: readonly (KitLine & { readonly refusal: KitRefusal | null; readonly taken: readonly ReservationLine[] })[];
  readonly staff: readonly (StaffLine & { readonly refusal: StaffRefusal | null; readonly taken: readonly ReservationLine[] })[];
  readonly vehicles: readonly (Vehicle & { readonly taken: readonly ReservationLine[] })[];
};

/** The resources of a day; `exceptTourId` leaves out what that tour itself takes. */
export async function dayResources(scope: Scope, date: CivilDate, exceptTourId: string | null = null): Promise<DayResources> {
  if (!isPlanner(scope)) return { closed: null, kits: [], staff: [], vehicles: [] };
  return inScope(scope, async (tx) => {
    const all = await takenIn(tx, { from: instantOf(date, 0), until: instantOf(addDays(date, 1), 0) });
    const taken = (id: string): readonly ReservationLine[] => all.filter((one) => one.resource.id === id && (one.tour === null || one.tour.id !== exceptTourId));
    const vehicles = await tx.vehicle.findMany({ where: { isActive: true }, select: { id: true, label: true, plate: true, isActive: true }, orderBy: { label: "asc" } });
    const closures = await closuresIn(tx, { from: date, until: addDays(date, 1) });
    return {
      closed: closedOn(date, closures.filter(({ facilityId }) => facilityId === null)),
      kits: (await kitLines(tx)).map((kit) => ({ ...kit, refusal: kitRefusal(kit, date), taken: taken(kit.id) })),
      staff: (await activeStaff(tx)).map((member) => ({ ...member, refusal: staffRefusal(member, date), taken: taken(member.staffId) })),
      vehicles: vehicles.map((vehicle) => ({ ...vehicle, taken: taken(vehicle.id) })),
    };
  });
}
