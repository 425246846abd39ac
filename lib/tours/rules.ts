import { kitRefusal } from "@/lib/kits/rules";
import type { ParameterValues } from "@/lib/law/parameters";
import { done, refused, type Outcome } from "@/lib/outcome";
import { staffRefusal } from "@/lib/staff/rules";
import type { StaffFacts } from "@/lib/staff/types";
import { addMinutes, instantOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import { workingDaysBefore } from "@/lib/time/holidays";
import { encloses, type Range } from "@/lib/time/range";
import {
  depot,
  districtCentres,
  tourTransitions,
  type Coordinates,
  type DepartureFacts,
  type DepartureRefusal,
  type Placement,
  type PlacementObstacle,
  type PlacementRefusal,
  type Site,
  type TourFrame,
  type TourRefusal,
  type TourState,
  type TourStop,
  type TourVerb,
  type VisitToPlace,
} from "@/lib/tours/types";
import { visitHoursRefusal } from "@/lib/visits/rules";

/** The state after a verb, or null where the verb does not apply. */
export function nextTourState(state: TourState, verb: TourVerb): TourState | null {
  const row: Partial<Record<TourState, TourState>> = tourTransitions[verb];
  return row[state] ?? null;
}

/** Whether a verb is refused because of the tour's state alone. */
export function tourStateRefusal(state: TourState, verb: TourVerb): TourRefusal | null {
  return nextTourState(state, verb) === null ? { code: "tour.wrongState", state, verb } : null;
}

/** R50: a crew is at least two different people. */
export function crewRefusal(crew: readonly Pick<StaffFacts, "staffId" | "label">[], parameters: ParameterValues): TourRefusal | null {
  const twice = crew.find((one, index) => crew.findIndex((other) => other.staffId === one.staffId) < index);
  if (twice) return { code: "tour.crewTwice", label: twice.label };
  return crew.length < parameters.crewMinimum ? { code: "tour.crewTooSmall", have: crew.length, need: parameters.crewMinimum } : null;
}

/** R57: the last day on which the prison's clearance counts for a tour on `date`. */
export function clearanceNeededOn(date: CivilDate, parameters: ParameterValues): CivilDate {
  return workingDaysBefore(date, parameters.clearanceWorkingDays);
}

/** R57: a tour with a prison on it needs names and devices cleared at least one working day before (JVollzDSG NRW §§ 21, 22). */
export function clearanceRefusal(tour: Pick<DepartureFacts, "date" | "hasPrisonStop" | "clearedOn">, parameters: ParameterValues): TourRefusal | null {
  if (!tour.hasPrisonStop) return null;
  const neededOn = clearanceNeededOn(tour.date, parameters);
  if (tour.clearedOn === null) return { code: "tour.clearanceMissing", neededOn };
  return tour.clearedOn > neededOn ? { code: "tour.clearanceTooLate", clearedOn: tour.clearedOn, neededOn } : null;
}

/** Everything that keeps a tour from leaving today; empty means it can go (R50, R51, R57). */
export function departureRefusals(tour: DepartureFacts, today: CivilDate, parameters: ParameterValues): readonly DepartureRefusal[] {
  const wrongState = tourStateRefusal(tour.state, "depart");
  if (wrongState !== null) return [wrongState];
  const refusals: (DepartureRefusal | null)[] = [
    tour.date === today ? null : { code: "tour.wrongDay", date: tour.date, today },
    tour.visitCount > 0 ? null : { code: "tour.noVisits" },
    ...tour.unannouncedPlaces.map((place): TourRefusal => ({ code: "tour.visitNotAnnounced", place })),
    tour.kit === null ? { code: "tour.kitMissing" } : kitRefusal(tour.kit, tour.date),
    crewRefusal(tour.crew, parameters),
    ...tour.crew.map((member) => staffRefusal(member, tour.date)),
    tour.vehicleLabel === null ? { code: "tour.vehicleMissing" } : null,
    clearanceRefusal(tour, parameters),
  ];
  return refusals.filter((one) => one !== null);
}

const kilometresPerDegree = 111.195;

/** Straight line in kilometres; at city scale the earth is flat. */
function kilometresBetween(a: Coordinates, b: Coordinates): number {
  const middle = (((a.lat + b.lat) / 2) * Math.PI) / 180;
  return kilometresPerDegree * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos(middle));
}

/** R52: minutes by car between two places, in steps of five; inside one district and at least the minimum of ten. */
export function travelMinutes(from: Site, to: Site, parameters: ParameterValues): number {
  if (from.district === to.district) return parameters.travelMinimumMinutes;
  const straight = kilometresBetween(from.coordinates ?? districtCentres[from.district], to.coordinates ?? districtCentres[to.district]);
  const minutes = ((straight * parameters.travelDetour) / 100 / parameters.travelSpeed) * 60 + parameters.travelParkingMinutes;
  return Math.max(parameters.travelMinimumMinutes, Math.round(minutes / 5) * 5);
}

function inOrder(stops: readonly TourStop[]): readonly TourStop[] {
  return [...stops].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** R52: from leaving the depot for the first visit until being back from the last; null for a tour without visits. */
export function tourFrame(stops: readonly TourStop[], parameters: ParameterValues): TourFrame | null {
  const ordered = inOrder(stops);
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last) return null;
  return { departsAt: addMinutes(first.startsAt, -travelMinutes(depot, first.place, parameters)), returnsAt: addMinutes(last.endsAt, travelMinutes(last.place, depot, parameters)) };
}

/** The service hours of a day; a tour without visits takes its resources for all of them. */
export function serviceHoursOn(date: CivilDate, parameters: ParameterValues): Range<Date> {
  return { from: instantOf(date, parameters.serviceFrom), until: instantOf(date, parameters.serviceUntil) };
}

/** Why a stop cannot stand where it is: visit hours (R58), another visit or the way to it (R52), service hours. */
function obstacleFor(stop: TourStop, others: readonly TourStop[], visit: VisitToPlace, date: CivilDate, parameters: ParameterValues): PlacementObstacle | null {
  const outside = visitHoursRefusal({ place: stop.place.label, startsAt: stop.startsAt, endsAt: stop.endsAt }, visit.hours);
  if (outside !== null) return outside;
  for (const other of others) {
    const travel = travelMinutes(stop.place, other.place, parameters);
    const [earlier, later] = other.startsAt <= stop.startsAt ? [other, stop] : [stop, other];
    if (addMinutes(earlier.endsAt, travel) > later.startsAt) {
      return { code: "tour.visitInTheWay", otherVisitId: other.visitId, place: other.place.label, from: other.startsAt, until: other.endsAt, travelMinutes: travel, earliestStartsAt: null };
    }
  }
  const hours = serviceHoursOn(date, parameters);
  const frame = tourFrame([...others, stop], parameters);
  if (frame === null || encloses(hours, { from: frame.departsAt, until: frame.returnsAt })) return null;
  return { code: "tour.outsideServiceHours", ...frame, ...hours, earliestStartsAt: null };
}

const stepMinutes = 5;

/**
 * R52, R58: puts a visit on a tour, at a wish (minutes since midnight) or at the earliest time that fits. Answers the times and the tour's new frame,
 * or what is in the way together with the nearest later (else earliest) start that works. A stop of the same visit is replaced.
 */
export function placeVisit(date: CivilDate, stops: readonly TourStop[], visit: VisitToPlace, startMinutes: number | null, parameters: ParameterValues): Outcome<Placement, PlacementRefusal> {
  const others = inOrder(stops).filter((stop) => stop.visitId !== visit.visitId);
  const stopAt = (minutes: number): TourStop => {
    const startsAt = instantOf(date, minutes);
    return { visitId: visit.visitId, place: visit.place, startsAt, endsAt: addMinutes(startsAt, visit.stayMinutes) };
  };
  const obstacleAt = (minutes: number) => obstacleFor(stopAt(minutes), others, visit, date, parameters);
  // Every start that can be the earliest is the end of something that holds the visit back, on the next step of the clock.
  const candidates = [
    parameters.serviceFrom,
    parameters.serviceFrom + travelMinutes(depot, visit.place, parameters),
    ...(visit.hours ?? []).map((hours) => hours.fromMinutes),
    ...others.map((other) => minutesOf(other.endsAt) + travelMinutes(other.place, visit.place, parameters)),
  ].map((minutes) => Math.ceil(minutes / stepMinutes) * stepMinutes);
  const fitting = candidates.sort((a, b) => a - b).filter((minutes) => obstacleAt(minutes) === null);

  const start = startMinutes ?? fitting[0];
  if (start === undefined) return refused({ code: "tour.noRoom", date, place: visit.place.label, stayMinutes: visit.stayMinutes });
  const obstacle = obstacleAt(start);
  if (obstacle !== null) {
    const nearest = fitting.find((minutes) => minutes > start) ?? fitting[0];
    return refused({ ...obstacle, earliestStartsAt: nearest === undefined ? null : instantOf(date, nearest) });
  }
  const stop = stopAt(start);
  const all = inOrder([...others, stop]);
  const frame = tourFrame(all, parameters) ?? { departsAt: stop.startsAt, returnsAt: stop.endsAt };
  return done({ startsAt: stop.startsAt, endsAt: stop.endsAt, position: all.indexOf(stop), ...frame });
}
