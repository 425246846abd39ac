import type { ParameterValues } from "@/lib/law/parameters";
import type { Outcome } from "@/lib/outcome";
import type { Resource } from "@/lib/reservations/types";
import type { ScheduledTour, ScheduledVisit } from "@/lib/scheduling/types";
import { civilDateOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import { encloses, type Range } from "@/lib/time/range";
import { placeVisit, serviceHoursOn, tourFrame, travelMinutes } from "@/lib/tours/rules";
import { depot, type DepartureFacts, type Placement, type PlacementRefusal, type Site, type TourFrame, type TourRefusal, type TourStop, type VisitToPlace } from "@/lib/tours/types";
import { stayMinutes, type AnnounceFacts, type ConfirmFacts } from "@/lib/visits/rules";
import { announcedVisitStates, type VisitPerson, type VisitRefusal, type VisitState } from "@/lib/visits/types";

type Stay = Pick<ScheduledVisit, "gateMinutes" | "setupMinutes" | "packDownMinutes"> & { readonly persons: readonly VisitPerson[] };

/** R53: minutes of a visit's stay with the durations that were copied into it, so that a later change of a parameter does not stretch it. */
export function stayOf(visit: Stay, parameters: ParameterValues): number {
  const copied = { ...parameters, prisonGateMinutes: visit.gateMinutes, setupMinutes: visit.setupMinutes, packDownMinutes: visit.packDownMinutes };
  return stayMinutes({ persons: visit.persons, isPrison: visit.gateMinutes > 0 }, copied);
}

/** Minutes between the gate and the room: at a prison at least what its entry rules ask for (R57). */
export function gateMinutesOf(facility: { readonly isPrison: boolean; readonly gateMinutes: number }, parameters: ParameterValues): number {
  return facility.isPrison ? Math.max(facility.gateMinutes, parameters.prisonGateMinutes) : facility.gateMinutes;
}

/** The longest stay that one tour can ever give a facility: its visit hours, and the service hours without the way there and back. */
export function longestStay(facility: { readonly site: Site; readonly visitsFrom: number; readonly visitsUntil: number }, parameters: ParameterValues): number {
  const service = parameters.serviceUntil - parameters.serviceFrom - 2 * travelMinutes(depot, facility.site, parameters);
  return Math.min(service, facility.visitsUntil - facility.visitsFrom);
}

/** The visits of a tour as its rules see them. */
export function stopsOf(tour: Pick<ScheduledTour, "visits">): readonly TourStop[] {
  return tour.visits.flatMap(({ id, place, startsAt, endsAt }) => (startsAt && endsAt ? [{ visitId: id, place, startsAt, endsAt }] : []));
}

/** Where a visit goes on a tour: at a wish (minutes since midnight), or at the earliest time to come - within the tour's present frame where it fits there. */
export function placementOn(tour: ScheduledTour, visit: ScheduledVisit, startMinutes: number | null, now: Date, parameters: ParameterValues): Outcome<Placement, PlacementRefusal> {
  const toPlace = { visitId: visit.id, place: visit.place, stayMinutes: stayOf(visit, parameters), hours: visit.hours };
  return placementAmong(tour, stopsOf(tour), toPlace, startMinutes, now, parameters);
}

/** The same from the few facts that it needs, for pages that compare many tours. */
export function placementAmong(
  tour: TourFrame & { readonly date: CivilDate },
  stops: readonly TourStop[],
  toPlace: VisitToPlace,
  startMinutes: number | null,
  now: Date,
  parameters: ParameterValues,
): Outcome<Placement, PlacementRefusal> {
  const within = (serviceFrom: number, serviceUntil: number) => placeVisit(tour.date, stops, toPlace, startMinutes, { ...parameters, serviceFrom, serviceUntil });
  const { serviceFrom, serviceUntil } = parameters;
  if (startMinutes !== null) return within(serviceFrom, serviceUntil);
  const earliest = civilDateOf(now) === tour.date ? minutesOf(now) + 1 : 0;
  const inFrame = within(Math.max(minutesOf(tour.departsAt), earliest), minutesOf(tour.returnsAt));
  return inFrame.ok ? inFrame : within(Math.max(serviceFrom, earliest), serviceUntil);
}

/** The frame of a tour that must also cover another one; it never shrinks by itself. */
export function widened(tour: TourFrame, by: TourFrame): TourFrame {
  return { departsAt: by.departsAt < tour.departsAt ? by.departsAt : tour.departsAt, returnsAt: by.returnsAt > tour.returnsAt ? by.returnsAt : tour.returnsAt };
}

export function isSameFrame(a: TourFrame, b: TourFrame): boolean {
  return a.departsAt.getTime() === b.departsAt.getTime() && a.returnsAt.getTime() === b.returnsAt.getTime();
}

type FrameRefusal = TourRefusal | VisitRefusal | { readonly code: "resource.endsBeforeStart" };

/** Whether a tour can take this time: forward, still to come, within the service hours. A departure that was planned before and is only late may stay. */
export function frameRefusal(date: CivilDate, frame: TourFrame, previous: TourFrame | null, now: Date, parameters: ParameterValues): FrameRefusal | null {
  const { departsAt, returnsAt } = frame;
  if (returnsAt <= departsAt) return { code: "resource.endsBeforeStart" };
  const isLate = previous !== null && previous.departsAt.getTime() === departsAt.getTime();
  if ((isLate ? returnsAt : departsAt) <= now) return { code: "visit.inThePast", startsAt: departsAt };
  const hours: Range<Date> = serviceHoursOn(date, parameters);
  return encloses(hours, { from: departsAt, until: returnsAt }) ? null : { code: "tour.outsideServiceHours", departsAt, returnsAt, ...hours, earliestStartsAt: null };
}

/** R52: a frame still covers every visit on the tour and the way to the first and from the last. */
export function coverRefusal(frame: TourFrame, stops: readonly TourStop[], parameters: ParameterValues): TourRefusal | null {
  const inTheWay = stops.find((stop) => {
    const needed = tourFrame([stop], parameters);
    return needed !== null && (needed.departsAt < frame.departsAt || needed.returnsAt > frame.returnsAt);
  });
  if (!inTheWay) return null;
  const { visitId, place, startsAt, endsAt } = inTheWay;
  return { code: "tour.visitInTheWay", otherVisitId: visitId, place: place.label, from: startsAt, until: endsAt, travelMinutes: travelMinutes(depot, place, parameters), earliestStartsAt: null };
}

/** The kit, crew and vehicle that a tour has reserved and not lost to an absence. */
export function heldResourcesOf(tour: ScheduledTour): readonly Resource[] {
  const all: readonly (Resource & { readonly isHeld: boolean })[] = [
    { ...tour.kit, kind: "KIT" },
    ...tour.crew.map(({ staffId, isHeld }) => ({ kind: "STAFF" as const, id: staffId, isHeld })),
    { ...tour.vehicle, kind: "VEHICLE" },
  ];
  return all.filter(({ isHeld }) => isHeld).map(({ kind, id }) => ({ kind, id }));
}

type TourToLeave = Pick<ScheduledTour, "state" | "date" | "kit" | "vehicle" | "crew"> & {
  readonly visits: readonly Pick<ScheduledVisit, "isPrison" | "clearedAt" | "state" | "place">[];
};

/** What decides whether the tour may leave. A clearance counts from the day of the last one, and only when every prison on the tour has given one (R57). */
export function departureFactsOf(tour: TourToLeave): DepartureFacts {
  const prisons = tour.visits.filter(({ isPrison }) => isPrison);
  const clearances = prisons.flatMap(({ clearedAt }) => (clearedAt ? [civilDateOf(clearedAt)] : []));
  const lastClearance = clearances.sort().at(-1) ?? null;
  return {
    state: tour.state,
    date: tour.date,
    kit: tour.kit.isHeld ? tour.kit : null,
    vehicleLabel: tour.vehicle.isHeld ? tour.vehicle.label : null,
    crew: tour.crew.filter(({ isHeld }) => isHeld),
    hasPrisonStop: prisons.length > 0,
    clearedOn: clearances.length === prisons.length ? lastClearance : null,
    visitCount: tour.visits.length,
    unannouncedPlaces: tour.visits.filter(({ state }) => state === "PLANNED").map(({ place }) => place.label),
  };
}

/** What decides whether a visit can be announced: the crew counts as far as nobody on it is absent. */
export function announceFactsOf(visit: ScheduledVisit, tour: ScheduledTour | null): AnnounceFacts {
  return {
    state: visit.state,
    startsAt: visit.startsAt,
    personCount: visit.persons.length,
    crewCount: tour?.crew.filter(({ isHeld }) => isHeld).length ?? 0,
    hasVehicle: tour?.vehicle.isHeld ?? false,
  };
}

/** What decides whether a facility can confirm (R02, R24). */
export function confirmFactsOf(visit: ScheduledVisit, startsAt: Date): ConfirmFacts {
  return {
    state: visit.state,
    startsAt,
    unclearNationalityCount: visit.persons.filter(({ hasUnclearNationality }) => hasUnclearNationality).length,
    missingRepresentativeCount: visit.persons.filter(({ lacksRepresentative }) => lacksRepresentative).length,
  };
}

/** Whether the facility knows a date of this visit. */
export function isAnnounced(visit: Pick<ScheduledVisit, "state">): boolean {
  const announced: readonly VisitState[] = announcedVisitStates;
  return announced.includes(visit.state);
}

/** Begin and end of a visit that has them; null while it waits to be planned. */
export function stayAt(visit: Pick<ScheduledVisit, "startsAt" | "endsAt">): { readonly startsAt: Date; readonly endsAt: Date } | null {
  const { startsAt, endsAt } = visit;
  return startsAt && endsAt ? { startsAt, endsAt } : null;
}
