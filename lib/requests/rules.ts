import type { Service } from "@/lib/cases/types";
import { addMonths, civilDateOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import { encloses, isEmpty, overlaps, type Range } from "@/lib/time/range";
import { closedOn } from "@/lib/visits/rules";
import type { Closure } from "@/lib/visits/types";
import { requestTransitions, requestVerbs, type BlockedTime, type DateWishes, type DayHours, type RequestedPerson, type RequestRefusal, type RequestState, type RequestVerb, type WishWindow } from "@/lib/requests/types";

/** The state after a verb, or null where the verb does not apply. */
export function nextRequestState(state: RequestState, verb: RequestVerb): RequestState | null {
  const row: Partial<Record<RequestState, RequestState>> = requestTransitions[verb];
  return row[state] ?? null;
}

/** The verbs that a state allows; what a page may offer. */
export function requestVerbsFrom(state: RequestState): readonly RequestVerb[] {
  return requestVerbs.filter((verb) => nextRequestState(state, verb) !== null);
}

/** Whether a verb is refused because of the request's state alone. */
export function requestStateRefusal(state: RequestState, verb: RequestVerb): RequestRefusal | null {
  return nextRequestState(state, verb) === null ? { code: "request.wrongState", state, verb } : null;
}

/** R11: an exemption alone needs no visit. */
export function needsVisit(services: readonly Service[]): boolean {
  return services.some((service) => service !== "DUTY_EXEMPTION");
}

export type SendFacts = {
  readonly state: RequestState;
  readonly persons: readonly RequestedPerson[];
  readonly wishes: readonly WishWindow[];
  /** R64: the facility has declared that everybody or their representative is informed. */
  readonly isInformed: boolean;
};

/** Everything that keeps a request from being sent, so that it can be set right at once; empty means it can go (R01, R20 to R23, R54, R64). */
export function sendRefusals(request: SendFacts, today: CivilDate, closures: readonly Closure[]): readonly RequestRefusal[] {
  const wrongState = requestStateRefusal(request.state, "send");
  if (wrongState !== null) return [wrongState];
  const refusals: RequestRefusal[] = request.persons.length === 0 ? [{ code: "request.noPersons" }] : request.persons.flatMap(personRefusals);
  refusals.push(...request.wishes.flatMap((wish) => wishRefusal(wish, today, closures) ?? []));
  if (!request.isInformed) refusals.push({ code: "request.notInformed" });
  return refusals;
}

function personRefusals(person: RequestedPerson): readonly RequestRefusal[] {
  const { label } = person;
  if (person.services.length === 0) return [{ code: "request.noServices", label }];
  const duplicates = person.openCases.filter((open) => person.services.includes(open.service));
  return [
    ...person.blockers.map((verdictCode): RequestRefusal => ({ code: "request.lawForbids", label, verdictCode })),
    ...duplicates.map((open): RequestRefusal => ({ code: "request.duplicateCase", label, service: open.service, reference: open.reference })),
  ];
}

/** R54: a wish lies in the future, on an open day, and is a span of time. */
export function wishRefusal(wish: WishWindow, today: CivilDate, closures: readonly Closure[]): RequestRefusal | null {
  if (wish.date <= today) return { code: "request.wishInThePast", date: wish.date };
  if (isEmpty({ from: wish.fromMinutes, until: wish.untilMinutes })) return { code: "request.wishEmpty", date: wish.date };
  const closed = closedOn(wish.date, closures);
  return closed === null ? null : { code: "request.wishOnClosedDay", date: wish.date, closed };
}

/** Nobody plans farther ahead than this. */
export const furthestMonths = 12;

/** R54, R58: the first thing about the named dates that cannot be: a blocked time that is past, ends before it begins or goes on too long; then a wish as in `wishRefusal`, too far ahead, outside of the hours in which the house takes visits, in the time of another wish, or blocked from end to end. */
export function datesRefusal({ wishes, blocked }: DateWishes, today: CivilDate, closures: readonly Closure[], hours: DayHours | null): RequestRefusal | null {
  const lastOn = addMonths(today, furthestMonths);
  for (const time of blocked) {
    const refusal = blockedRefusal(time, today, lastOn);
    if (refusal !== null) return refusal;
  }
  for (const [index, wish] of wishes.entries()) {
    const { date } = wish;
    const refusal = wishRefusal(wish, today, closures);
    if (refusal !== null) return refusal;
    if (date > lastOn) return { code: "request.wishTooFar", date, lastOn };
    if (hours !== null && !overlaps(spanOf(wish), spanOf(hours))) return { code: "request.wishOutsideHours", date, hours };
    if (wishes.slice(0, index).some((other) => other.date === date && overlaps(spanOf(other), spanOf(wish)))) return { code: "request.wishOverlaps", date };
    if (isFullyBlocked(wish, blocked)) return { code: "request.wishBlocked", date };
  }
  return null;
}

function blockedRefusal({ firstOn, lastOn, ...span }: BlockedTime, today: CivilDate, furthestOn: CivilDate): RequestRefusal | null {
  if (lastOn < firstOn || isEmpty(spanOf(span))) return { code: "request.blockedReversed", firstOn };
  if (lastOn < today) return { code: "request.blockedInThePast", firstOn };
  return lastOn > furthestOn ? { code: "request.blockedTooLong", firstOn, lastOn: furthestOn } : null;
}

const spanOf = ({ fromMinutes, untilMinutes }: DayHours): Range<number> => ({ from: fromMinutes, until: untilMinutes });

function blockedOn(date: CivilDate, blocked: readonly BlockedTime[]): readonly Range<number>[] {
  return blocked.filter(({ firstOn, lastOn }) => firstOn <= date && date <= lastOn).map(spanOf);
}

/** Whether no minute of a wish is left once all blocked times are taken away, also where several meet. */
function isFullyBlocked(wish: WishWindow, blocked: readonly BlockedTime[]): boolean {
  let from = wish.fromMinutes;
  for (const span of [...blockedOn(wish.date, blocked)].sort((a, b) => a.from - b.from)) if (span.from <= from) from = Math.max(from, span.until);
  return from >= wish.untilMinutes;
}

/** How a stay stands to what the houses said about dates: in a blocked time, outside of every wish, or as it should be (null). Without a wish that is still to come every time suits. */
export function dateConflict(stay: { readonly startsAt: Date; readonly endsAt: Date }, { wishes, blocked }: DateWishes, today: CivilDate): "BLOCKED" | "OUTSIDE" | null {
  const date = civilDateOf(stay.startsAt);
  const span = { from: minutesOf(stay.startsAt), until: minutesOf(stay.endsAt) };
  if (blockedOn(date, blocked).some((one) => overlaps(one, span))) return "BLOCKED";
  const coming = wishes.filter((wish) => wish.date >= today);
  return coming.length === 0 || coming.some((wish) => wish.date === date && encloses(spanOf(wish), span)) ? null : "OUTSIDE";
}

/** A facility can withdraw until the crew is under way to it. */
export function withdrawRefusal(request: { readonly state: RequestState; readonly hasVisitUnderway: boolean }): RequestRefusal | null {
  return requestStateRefusal(request.state, "withdraw") ?? (request.hasVisitUnderway ? { code: "request.visitUnderway" } : null);
}

/** A request is closed once all of its cases are. */
export function closeRefusal(request: { readonly state: RequestState; readonly openCaseCount: number }): RequestRefusal | null {
  return requestStateRefusal(request.state, "close") ?? (request.openCaseCount > 0 ? { code: "request.casesStillOpen", count: request.openCaseCount } : null);
}
