import { dueOn, serviceAtVisit } from "@/lib/cases/rules";
import type { Service } from "@/lib/cases/types";
import { civilOrNull, dateColumn, dateColumnOrNull } from "@/lib/db/civil";
import { judge } from "@/lib/law/rules";
import type { MailDraft } from "@/lib/mail/types";
import { factsFrom } from "@/lib/residents/queries";
import { needsVisit } from "@/lib/requests/rules";
import type { DeclineReason, QuestionReason, WithdrawReason } from "@/lib/requests/types";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import type { Case, WishWindow } from "@/prisma/generated/client/client";
import type { VisitRequest } from "@/tests/builders/plain";
import { idOf } from "@/tests/builders/ids";
import { aCase, aDraft, aWish } from "@/tests/builders/requests";
import { isClosed } from "./calendar";
import { addressOf, contactOf, houseAt, lead, newReference, OFFICE, record, tell, workHour, type City, type House } from "./city";
import type { DemoPerson } from "./people";
import { queue } from "./waiting";

/** A request with its cases; the rows change as the story goes on. */
export type Asked = { readonly house: House; readonly request: VisitRequest; readonly cases: readonly Case[]; readonly wishes: readonly WishWindow[] };

export type Wanted = {
  readonly at: string;
  /** How many people, or which by their place in the roster. */
  readonly people: number | readonly number[];
  /** What each person needs; the last one holds for all further ones. */
  readonly services?: readonly (readonly Service[])[];
  /** Working days on which the request is written and sent, and which suit. */
  readonly written: number;
  readonly wishes?: readonly number[];
  /** Days from today by which the first person needs it. */
  readonly neededInDays?: number;
  readonly note?: string;
};

const ID_CARD: readonly (readonly Service[])[] = [["ID_CARD"]];

/** A house writes a request. */
export function draft(city: City, wanted: Wanted): Asked {
  const house = houseAt(city, wanted.at);
  const { facility } = house;
  const createdAt = workHour(city, wanted.written, 9 * 60);
  const request = aDraft({ id: idOf(`request ${city.rows.visitRequest.length}`, createdAt), reference: newReference(city, "A"), facilityId: facility.id, facilityNote: wanted.note ?? "", createdAt });
  const services = wanted.services ?? ID_CARD;
  const servicesAt = (index: number): readonly Service[] => services[Math.min(index, services.length - 1)] ?? [];
  const cases = take(city, house, wanted, servicesAt).flatMap(({ resident }, index) =>
    servicesAt(index).map((service) =>
      aCase({
        id: idOf(`case ${request.id} ${resident.id} ${service}`, createdAt),
        requestId: request.id,
        residentId: resident.id,
        facilityId: facility.id,
        service,
        state: "DRAFT",
        neededBy: index === 0 && wanted.neededInDays !== undefined ? dateColumn(addDays(city.days.today, wanted.neededInDays)) : null,
        createdAt,
      }),
    ),
  );
  const open = (wanted.wishes ?? []).filter((index) => !isClosed(city.rows.closure, facility.id, city.days.day(index)));
  const wishes = open.map((index, number) =>
    aWish({ id: idOf(`wish ${request.id} ${index}`, createdAt), requestId: request.id, wishedOn: dateColumn(city.days.day(index)), ...(number % 2 === 0 ? {} : { fromMinutes: 13 * 60, untilMinutes: 16 * 60 }) }),
  );
  city.rows.visitRequest.push(request);
  city.rows.case.push(...cases);
  city.rows.wishWindow.push(...wishes);
  record(city, createdAt, contactOf(city, house), { action: "requestDrafted", subject: { kind: "request", id: request.id }, facilityId: facility.id });
  return { house, request, cases, wishes };
}

/** A house writes a request and sends it the same day. */
export function ask(city: City, wanted: Wanted): Asked {
  const asked = draft(city, wanted);
  const { house, request, cases } = asked;
  const sentAt = workHour(city, wanted.written, 10 * 60);
  Object.assign(request, { state: "SENT", informedAt: sentAt, sentAt } satisfies Partial<VisitRequest>);
  for (const one of cases) Object.assign(one, { state: "REQUESTED", dueOn: deadlineOf(city, asked, one) } satisfies Partial<Case>);
  const persons = new Set(cases.map(({ residentId }) => residentId)).size;
  const about = { facilityId: house.facility.id, requestId: request.id };
  tell(city, sentAt, { kind: "request-received", to: addressOf(house), facts: { reference: request.reference, path: `/facility/requests/${request.id}`, persons }, ...about });
  tell(city, sentAt, { kind: "office-request-sent", to: OFFICE, facts: { reference: request.reference, path: `/office/inbox/${request.id}`, persons }, ...about });
  record(city, sentAt, contactOf(city, house), { action: "requestSent", subject: { kind: "request", id: request.id }, facilityId: house.facility.id });
  return asked;
}

/** People whom nobody has asked for yet, for whom the law allows it and nothing is left open. */
function take(city: City, house: House, wanted: Wanted, servicesAt: (index: number) => readonly Service[]): readonly DemoPerson[] {
  const chosen: DemoPerson[] = [];
  if (typeof wanted.people === "number") {
    for (const person of house.people) {
      const isFree = chosen.length < wanted.people && !city.asked.has(person.resident.id);
      if (isFree && isReady(city, person, servicesAt(0))) chosen.push(person);
    }
    if (chosen.length < wanted.people) throw new RangeError(`too few people at ${wanted.at}`);
  } else {
    chosen.push(...wanted.people.flatMap((index) => house.people[index] ?? []));
  }
  for (const { resident } of chosen) city.asked.add(resident.id);
  return chosen;
}

/** Whether a visit for this person can be asked for and confirmed. */
export function isReady(city: City, { resident, care, custody }: DemoPerson, services: readonly Service[]): boolean {
  const { today } = city.days;
  const facts = factsFrom(resident, care, custody);
  const judged = judge(facts, services, { today, visitOn: null, parameters: city.parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false });
  const isDue = facts.idExpiresOn === null || facts.idExpiresOn < addDays(today, 180);
  return judged.blockers.length === 0 && facts.nationality === "GERMAN" && isDue && !facts.isExempted && (facts.appliesBy === "SELF" || facts.isRepresentativePresent === true);
}

/** R59: the day by which a case presses now. */
export function deadlineOf(city: City, { house, request }: Pick<Asked, "house" | "request">, one: Case): Date | null {
  const person = house.people.find(({ resident }) => resident.id === one.residentId);
  if (!person) throw new RangeError("a case of somebody else's house");
  const { custody, idExpiresOn } = factsFrom(person.resident, person.care, person.custody);
  const askedOn = request.sentAt && civilDateOf(request.sentAt);
  return dateColumnOrNull(dueOn({ service: serviceAtVisit(one.service, one.state), askedOn, neededOn: civilOrNull(one.neededBy), idExpiresOn, custody }, city.parameters));
}

/** The office takes a request on; its cases wait for a visit. */
export function accept(city: City, asked: Asked, index: number): void {
  const at = decide(city, asked, index, "ACCEPTED");
  const { house, request, cases } = asked;
  for (const one of cases) one.state = "ACCEPTED";
  queue(city, house, cases.filter(({ service }) => needsVisit([service])), "APPLICATION", at);
  answer(city, asked, at, { kind: "request-accepted", facts: pathOf(request) });
  record(city, at, lead(city), { action: "requestAccepted", subject: { kind: "request", id: request.id }, facilityId: house.facility.id, details: { cases: cases.length } });
}

/** The office asks back. */
export function question(city: City, asked: Asked, index: number, reason: QuestionReason, note: string): void {
  const at = decide(city, asked, index, "QUESTIONED");
  const { house, request } = asked;
  Object.assign(request, { questionReason: reason, officeNote: note });
  answer(city, asked, at, { kind: "request-questioned", facts: { ...pathOf(request), reason } });
  record(city, at, lead(city), { action: "requestQuestioned", subject: { kind: "request", id: request.id }, facilityId: house.facility.id, details: { reason } });
}

/** The office declines. */
export function decline(city: City, asked: Asked, index: number, reason: DeclineReason, note: string): void {
  const at = decide(city, asked, index, "DECLINED");
  const { house, request } = asked;
  Object.assign(request, { declineReason: reason, officeNote: note, closedAt: at });
  closeCases(asked, "DECLINED", at);
  answer(city, asked, at, { kind: "request-declined", facts: { ...pathOf(request), reason } });
  record(city, at, lead(city), { action: "requestDeclined", subject: { kind: "request", id: request.id }, facilityId: house.facility.id, details: { reason } });
}

/** The house withdraws what it asked for. */
export function withdraw(city: City, asked: Asked, index: number, reason: WithdrawReason): Date {
  const { house, request } = asked;
  const at = workHour(city, index, 13 * 60);
  Object.assign(request, { state: "WITHDRAWN", withdrawReason: reason, closedAt: at } satisfies Partial<VisitRequest>);
  closeCases(asked, "WITHDRAWN", at);
  const about = { facilityId: house.facility.id, requestId: request.id };
  answer(city, asked, at, { kind: "request-withdrawn", facts: { ...pathOf(request), reason } });
  tell(city, at, { kind: "office-request-withdrawn", to: OFFICE, facts: { reference: request.reference, path: `/office/inbox/${request.id}`, reason }, ...about });
  record(city, at, contactOf(city, house), { action: "requestWithdrawn", subject: { kind: "request", id: request.id }, facilityId: house.facility.id, details: { reason } });
  return at;
}

function decide(city: City, { request }: Asked, index: number, state: VisitRequest["state"]): Date {
  const at = workHour(city, index, 11 * 60);
  Object.assign(request, { state, decidedAt: at } satisfies Partial<VisitRequest>);
  return at;
}

function closeCases({ cases }: Asked, closeReason: "DECLINED" | "WITHDRAWN", closedAt: Date): void {
  for (const one of cases) Object.assign(one, { state: "CLOSED", closeReason, closedAt } satisfies Partial<Case>);
}

function pathOf({ id, reference }: VisitRequest) {
  return { reference, path: `/facility/requests/${id}` };
}

type Answer = { readonly [K in "request-accepted" | "request-questioned" | "request-declined" | "request-withdrawn"]: { readonly kind: K; readonly facts: Extract<MailDraft, { kind: K }>["facts"] } };

function answer(city: City, { house, request }: Asked, at: Date, mail: Answer[keyof Answer]): void {
  tell(city, at, { ...mail, to: addressOf(house), facilityId: house.facility.id, requestId: request.id } as MailDraft);
}
