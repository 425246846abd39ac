import type { ParameterValues } from "@/lib/law/parameters";
import type { CareFacts } from "@/lib/residents/types";
import { addDays, addMinutes, civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";
import { holidayOn, isWeekend, workingDaysBefore } from "@/lib/time/holidays";
import { contains, encloses } from "@/lib/time/range";
import { visitTransitions, visitVerbs, type ClosedReason, type Closure, type VisitHours, type VisitPerson, type VisitRefusal, type VisitState, type VisitVerb } from "@/lib/visits/types";

/** The state after a verb, or null where the verb does not apply. */
export function nextVisitState(state: VisitState, verb: VisitVerb): VisitState | null {
  const row: Partial<Record<VisitState, VisitState>> = visitTransitions[verb];
  return row[state] ?? null;
}

/** The verbs that a state allows; what a page may offer. */
export function visitVerbsFrom(state: VisitState): readonly VisitVerb[] {
  return visitVerbs.filter((verb) => nextVisitState(state, verb) !== null);
}

/** Whether a verb is refused because of the visit's state alone. */
export function visitStateRefusal(state: VisitState, verb: VisitVerb): VisitRefusal | null {
  return nextVisitState(state, verb) === null ? { code: "visit.wrongState", state, verb } : null;
}

/** R53: minutes of a stay from arrival to leaving: gate (prison), set-up, everybody, pack-down. */
export function stayMinutes(stay: { readonly persons: readonly VisitPerson[]; readonly isPrison: boolean }, parameters: ParameterValues): number {
  const gate = stay.isPrison ? parameters.prisonGateMinutes : 0;
  const people = stay.persons.map((person) => personMinutes(person, parameters));
  return gate + parameters.setupMinutes + people.reduce((sum, minutes) => sum + minutes, 0) + parameters.packDownMinutes;
}

/** R53: what lengthens a person's part of the stay; nothing where nothing is stated. */
export function visitPersonOf({ mobility, fingerprintObstacle }: Pick<CareFacts, "mobility" | "fingerprintObstacle">): VisitPerson {
  return { isBedside: mobility === "BEDSIDE", isDifficult: fingerprintObstacle !== "NONE" };
}

/** R53: minutes that one person takes at a visit. */
export function personMinutes(person: VisitPerson, parameters: ParameterValues): number {
  return parameters.personMinutes + (person.isBedside ? parameters.bedsideMinutes : 0) + (person.isDifficult ? parameters.difficultyMinutes : 0);
}

type Work = { readonly startsAt: Date; readonly gateMinutes: number; readonly setupMinutes: number };

/** R53: from when until when each person is visited, in the order given: behind the gate and the set-up, one after the other. The one rule for everybody who shows a time. */
export function personTimes(visit: Work, persons: readonly VisitPerson[], parameters: ParameterValues): readonly { readonly from: Date; readonly until: Date }[] {
  let from = addMinutes(visit.startsAt, visit.gateMinutes + visit.setupMinutes);
  return persons.map((person) => {
    const turn = { from, until: addMinutes(from, personMinutes(person, parameters)) };
    from = turn.until;
    return turn;
  });
}

/** R55: whether others of the house could join, because fewer go than one visit is worth; nobody is refused for being few. Null where there are enough. */
export function groupAdvice(persons: number, parameters: ParameterValues): "BELOW_MINIMUM" | "OTHERS_MAY_JOIN" | null {
  if (persons < parameters.visitMinimumPersons) return "BELOW_MINIMUM";
  return persons < parameters.visitRecommendedPersons ? "OTHERS_MAY_JOIN" : null;
}

/** R57: when the crew must be at the gate, and when work can begin behind it; outside a prison the same instant. */
export function workBeginsAt(visit: { readonly startsAt: Date; readonly isPrison: boolean }, parameters: ParameterValues): Date {
  return visit.isPrison ? addMinutes(visit.startsAt, parameters.prisonGateMinutes) : visit.startsAt;
}

/** R54: why nothing is booked on a day: weekend, public holiday (§ 2 FeiertG NW) or a closure; null on an open day. */
export function closedOn(date: CivilDate, closures: readonly Closure[]): ClosedReason | null {
  const holiday = holidayOn(date);
  if (holiday !== null) return { reason: "HOLIDAY", holiday };
  if (isWeekend(date)) return { reason: "WEEKEND" };
  const closure = closures.find((one) => contains({ from: one.fromOn, until: one.untilOn }, date));
  return closure ? { reason: "CLOSURE", of: closure.of, label: closure.label, untilOn: closure.untilOn } : null;
}

/** R54: refuses a day on which nothing is booked. */
export function closedDayRefusal(date: CivilDate, closures: readonly Closure[]): VisitRefusal | null {
  const closed = closedOn(date, closures);
  return closed === null ? null : { code: "visit.closedDay", date, closed };
}

type Stay = { readonly place: string; readonly startsAt: Date; readonly endsAt: Date };

/** R58: the whole stay lies within one of the facility's visit hours of that day; null means no limits are known. */
export function visitHoursRefusal(stay: Stay, hours: readonly VisitHours[] | null): Extract<VisitRefusal, { code: "visit.outsideVisitHours" }> | null {
  if (hours === null) return null;
  const date = civilDateOf(stay.startsAt);
  const fits = hours.some((one) => encloses({ from: instantOf(date, one.fromMinutes), until: instantOf(date, one.untilMinutes) }, { from: stay.startsAt, until: stay.endsAt }));
  return fits ? null : { code: "visit.outsideVisitHours", place: stay.place, startsAt: stay.startsAt, endsAt: stay.endsAt, hours, earliestStartsAt: null };
}

function pastRefusal(startsAt: Date, now: Date): VisitRefusal | null {
  return startsAt <= now ? { code: "visit.inThePast", startsAt } : null;
}

/** A visit is placed on a time that is still to come. */
export function placeRefusal(visit: { readonly state: VisitState; readonly personCount: number }, newStartsAt: Date, now: Date): VisitRefusal | null {
  return visitStateRefusal(visit.state, "place") ?? (visit.personCount === 0 ? { code: "visit.nobodyToVisit" } : pastRefusal(newStartsAt, now));
}

/** A visit is moved to a time that is still to come; where it stood before does not matter, so that a missed one can be saved. */
export function moveRefusal(visit: { readonly state: VisitState }, newStartsAt: Date, now: Date): VisitRefusal | null {
  return visitStateRefusal(visit.state, "move") ?? pastRefusal(newStartsAt, now);
}

/** A visit can be taken off its tour until the tour departs. */
export function removeRefusal(visit: { readonly state: VisitState }): VisitRefusal | null {
  return visitStateRefusal(visit.state, "remove");
}

/** A visit can be cancelled until the crew departs. */
export function cancelRefusal(visit: { readonly state: VisitState }): VisitRefusal | null {
  return visitStateRefusal(visit.state, "cancel");
}

export type AnnounceFacts = {
  readonly state: VisitState;
  /** Null while the visit stands on no tour. */
  readonly startsAt: Date | null;
  readonly personCount: number;
  /** Distinct people on the crew whose reservations hold. */
  readonly crewCount: number;
  readonly hasVehicle: boolean;
};

/** R50, R60: what is announced has a time to come, people to visit, a crew whose names can be told, and a vehicle. */
export function announceRefusal(visit: AnnounceFacts, now: Date, parameters: ParameterValues): VisitRefusal | null {
  const state = visitStateRefusal(visit.state, "announce");
  if (state !== null) return state;
  if (visit.startsAt === null) return { code: "visit.notOnTour" };
  if (visit.personCount === 0) return { code: "visit.nobodyToVisit" };
  if (visit.crewCount < parameters.crewMinimum) return { code: "visit.crewTooSmall", have: visit.crewCount, need: parameters.crewMinimum };
  if (!visit.hasVehicle) return { code: "visit.vehicleMissing" };
  return pastRefusal(visit.startsAt, now);
}

export type ConfirmFacts = {
  readonly state: VisitState;
  readonly startsAt: Date;
  readonly unclearNationalityCount: number;
  readonly missingRepresentativeCount: number;
};

/** R02, R24: a facility confirms before the visit begins, once every nationality is clear and every representative comes. */
export function confirmRefusal(visit: ConfirmFacts, now: Date): VisitRefusal | null {
  const state = visitStateRefusal(visit.state, "confirm") ?? begunRefusal(visit.startsAt, now);
  if (state !== null) return state;
  if (visit.unclearNationalityCount > 0) return { code: "visit.nationalityUnclear", count: visit.unclearNationalityCount };
  return visit.missingRepresentativeCount > 0 ? { code: "visit.representativeMissing", count: visit.missingRepresentativeCount } : null;
}

function begunRefusal(startsAt: Date, now: Date): VisitRefusal | null {
  return startsAt <= now ? { code: "visit.alreadyBegun", startsAt } : null;
}

/** A facility questions an announced date before the visit begins. */
export function questionRefusal(visit: { readonly state: VisitState; readonly startsAt: Date }, now: Date): VisitRefusal | null {
  return visitStateRefusal(visit.state, "question") ?? begunRefusal(visit.startsAt, now);
}

/** Until when a house may change who comes to an announced visit: an hour of the last working days before it, both by parameter. */
export function peopleFixedAt(startsAt: Date, parameters: ParameterValues): Date {
  return instantOf(workingDaysBefore(civilDateOf(startsAt), parameters.peopleChangeWorkingDays), parameters.peopleChangeUntil);
}

/** Who comes is changed by choice until the configured hour; what nobody can foresee is said until the visit begins. */
export function changePeopleRefusal(visit: { readonly state: VisitState; readonly startsAt: Date }, isUnforeseen: boolean, now: Date, parameters: ParameterValues): VisitRefusal | null {
  const state = visitStateRefusal(visit.state, "changePeople") ?? begunRefusal(visit.startsAt, now);
  if (state !== null || isUnforeseen) return state;
  const since = peopleFixedAt(visit.startsAt, parameters);
  return now < since ? null : { code: "visit.peopleFixed", since };
}

/** A visit is finished once every person has an outcome. */
export function finishRefusal(visit: { readonly state: VisitState; readonly withoutOutcomeCount: number }): VisitRefusal | null {
  return visitStateRefusal(visit.state, "finish") ?? (visit.withoutOutcomeCount > 0 ? { code: "visit.outcomesMissing", count: visit.withoutOutcomeCount } : null);
}

/** The day on which the facility is reminded: three days before the visit, by the parameter. */
export function reminderOn(visitOn: CivilDate, parameters: ParameterValues): CivilDate {
  return addDays(visitOn, -parameters.reminderDays);
}

/** Whether a reminder is due today: the visit still stands, is near, and was announced before its reminder day - otherwise the announcement is the reminder. */
export function isReminderDue(visit: { readonly state: VisitState; readonly startsAt: Date; readonly announcedAt: Date }, now: Date, parameters: ParameterValues): boolean {
  if (visit.state !== "ANNOUNCED" && visit.state !== "CONFIRMED") return false;
  const remindOn = reminderOn(civilDateOf(visit.startsAt), parameters);
  return remindOn <= civilDateOf(now) && now < visit.startsAt && civilDateOf(visit.announcedAt) < remindOn;
}
