import type { Service } from "@/lib/cases/types";
import type { CivilDate } from "@/lib/time/calendar";
import { isEmpty } from "@/lib/time/range";
import { closedOn } from "@/lib/visits/rules";
import type { Closure } from "@/lib/visits/types";
import { requestTransitions, requestVerbs, type RequestedPerson, type RequestRefusal, type RequestState, type RequestVerb, type WishWindow } from "@/lib/requests/types";

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

/** A facility can withdraw until the crew is under way to it. */
export function withdrawRefusal(request: { readonly state: RequestState; readonly hasVisitUnderway: boolean }): RequestRefusal | null {
  return requestStateRefusal(request.state, "withdraw") ?? (request.hasVisitUnderway ? { code: "request.visitUnderway" } : null);
}

/** A request is closed once all of its cases are. */
export function closeRefusal(request: { readonly state: RequestState; readonly openCaseCount: number }): RequestRefusal | null {
  return requestStateRefusal(request.state, "close") ?? (request.openCaseCount > 0 ? { code: "request.casesStillOpen", count: request.openCaseCount } : null);
}
