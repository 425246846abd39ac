import type { Scope } from "@/lib/auth/scope";
import { closuresIn, plannableVisit, visitsToPlan } from "@/lib/backlog/queries";
import { bestOf, candidatesOf, fitOf, fittingTours, noFit } from "@/lib/board/rules";
import type { Candidate, ClosureLine, PlannableVisit, PlanningFacts, TourForVisit, TourView, VisitForTour } from "@/lib/board/types";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { kitLines, type KitLine } from "@/lib/kits/queries";
import { kitRefusal } from "@/lib/kits/rules";
import type { KitRefusal } from "@/lib/kits/types";
import { parametersInForce } from "@/lib/law/queries";
import { isPlanner, takenIn, type ReservationLine } from "@/lib/reservations/queries";
import { activeStaff, type StaffLine } from "@/lib/staff/queries";
import { staffRefusal } from "@/lib/staff/rules";
import type { StaffRefusal } from "@/lib/staff/types";
import { addDays, civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";
import type { Range } from "@/lib/time/range";
import { toursIn } from "@/lib/tours/queries";
import type { Vehicle } from "@/lib/vehicles/types";
import { closedOn, visitVerbsFrom } from "@/lib/visits/rules";
import type { ClosedReason } from "@/lib/visits/types";

/** How far ahead the desk looks for a tour that could take a visit. */
const LOOK_AHEAD_DAYS = 28;
/** How many of the waiting visits get a suggestion on the board; the page of each visit looks further. */
const MOST_SUGGESTIONS = 20;

/** Everything that the week board shows for the days [from, until). */
export type WeekBoardData = {
  readonly today: CivilDate;
  readonly kits: readonly KitLine[];
  readonly tours: readonly TourView[];
  /** Repairs of kits. */
  readonly repairs: readonly ReservationLine[];
  /** Closures of the whole city. */
  readonly closures: readonly ClosureLine[];
  /** By deadline; the most pressing each with the best of the tours shown. */
  readonly toPlan: readonly { readonly visit: PlannableVisit; readonly best: TourForVisit | null }[];
};

/** The board of some days in one transaction and a fixed number of statements. */
export async function weekBoard(scope: Scope, days: Range<CivilDate>): Promise<WeekBoardData> {
  return inScope(scope, async (tx) => {
    const facts = await factsOf(tx);
    const today = civilDateOf(facts.now);
    if (!isPlanner(scope)) return { today, kits: [], tours: [], repairs: [], closures: [], toPlan: [] };
    const tours = await toursIn(tx, scope, days, facts);
    const { taken, closures, candidates } = await candidatesIn(tx, tours, days);
    const waiting = await visitsToPlan(tx, scope, facts);
    return {
      today,
      kits: await kitLines(tx),
      tours,
      repairs: taken.filter(({ resource, purpose }) => resource.kind === "KIT" && purpose !== "TOUR"),
      closures: closures.filter(({ facilityId }) => facilityId === null),
      toPlan: waiting.map((visit, index) => ({ visit, best: index < MOST_SUGGESTIONS ? bestOf(visit, fittingTours(visit, candidates, facts)) : null })),
    };
  });
}

async function factsOf(tx: Tx): Promise<PlanningFacts> {
  const now = await databaseNow(tx);
  return { now, parameters: await parametersInForce(tx, civilDateOf(now)) };
}

/** The tours of some days with all that can keep a visit from them. */
async function candidatesIn(tx: Tx, tours: readonly TourView[], days: Range<CivilDate>): Promise<{ readonly taken: readonly ReservationLine[]; readonly closures: readonly ClosureLine[]; readonly candidates: readonly Candidate[] }> {
  const taken = await takenIn(tx, { from: instantOf(days.from, 0), until: instantOf(days.until, 0) });
  const closures = await closuresIn(tx, days);
  return { taken, closures, candidates: candidatesOf(tours, { taken, closures }) };
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
    const tours = await toursIn(tx, scope, days, facts);
    const { candidates } = await candidatesIn(tx, tours, days);
    return fittingTours(visit, candidates, facts);
  });
}

/** The visits that wait for a tour, each with whether this tour can take it; those that fit first, otherwise by deadline. */
export async function visitsForTour(scope: Scope, tour: TourView): Promise<readonly VisitForTour[]> {
  if (!isPlanner(scope)) return [];
  return inScope(scope, async (tx) => {
    const facts = await factsOf(tx);
    const { candidates } = await candidatesIn(tx, [tour], { from: tour.date, until: addDays(tour.date, 1) });
    const visits = (await visitsToPlan(tx, scope, facts)).map((visit) => ({ visit, fit: candidates[0] ? fitOf(visit, candidates[0], facts) : noFit }));
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
