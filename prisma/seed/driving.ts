import { outcomeEffect, outcomesFor } from "@/lib/cases/rules";
import type { NotPossibleReason } from "@/lib/cases/types";
import { addMinutes, civilDateOf, instantOf } from "@/lib/time/calendar";
import { reminderOn } from "@/lib/visits/rules";
import type { Case, User } from "@/prisma/generated/client/client";
import type { Appointment, Visit } from "@/tests/builders/plain";
import { deadlineOf } from "./asking";
import { addressOf, houseAt, lead, record, tell, workHour, type City, type House } from "./city";
import { doneAt, stayAt, type Placed, type Planned } from "./touring";
import { caseOf, openAppointments, queue } from "./waiting";

/** What could not be done, by house and place of the appointment in its visit. */
export type Impediments = Readonly<Record<string, Readonly<Record<number, NotPossibleReason>>>>;

/** The crew drives the tour and records what happened with everybody. */
export function drive(city: City, { tour, placed }: Planned, impediments: Impediments = {}): void {
  const crew = crewOf(city, tour.id);
  const startedAt = addMinutes(tour.departsAt, -5);
  Object.assign(tour, { state: "DONE", startedAt, endedAt: tour.returnsAt });
  record(city, startedAt, crew, { action: "tourStarted", subject: { kind: "tour", id: tour.id } });
  for (const one of placed) {
    // The outcomes of a visit come to rest before the next visit's, as the crew recorded them.
    visitAll(city, one, crew, impediments[one.house.place.key] ?? {});
    one.visit.state = "DONE";
  }
  record(city, tour.returnsAt, crew, { action: "tourFinished", subject: { kind: "tour", id: tour.id } });
}

function visitAll(city: City, { house, visit }: Placed, crew: User, impediments: Readonly<Record<number, NotPossibleReason>>): void {
  const appointments = openAppointments(city, visit);
  const residents = [...new Set(appointments.map((one) => caseOf(city, one).residentId))];
  const finished = appointments.map((one, index) => {
    const mine = caseOf(city, one);
    const at = doneAt(city, visit, residents.indexOf(mine.residentId));
    return { at, mine, returns: decide(city, house, one, mine, impediments[index] ?? null, at, crew) };
  });
  const last = finished.at(-1)?.at ?? stayAt(visit).endsAt;
  queue(city, house, finished.filter(({ returns }) => returns === "AGAIN").map(({ mine }) => mine), "APPLICATION", last);
  queue(city, house, finished.filter(({ returns }) => returns === "HAND_OVER_AGAIN").map(({ mine }) => mine), "HAND_OVER", last);
}

function decide(city: City, house: House, appointment: Appointment, mine: Case, impediment: NotPossibleReason | null, at: Date, crew: User): "AGAIN" | "HAND_OVER_AGAIN" | "IN_PRODUCTION" | "CLOSED" {
  const [success] = outcomesFor(mine.service, mine.state);
  const outcome = impediment === null ? success : "NOT_POSSIBLE";
  const effect = outcome && outcomeEffect(mine, outcome, impediment);
  if (!outcome || !effect?.ok) throw new RangeError("an outcome that does not fit");
  Object.assign(appointment, { outcome, impediment, outcomeAt: at, outcomeById: crew.id } satisfies Partial<Appointment>);
  record(city, at, crew, { action: "outcomeRecorded", subject: { kind: "appointment", id: appointment.id }, facilityId: house.facility.id, details: { outcome } });
  switch (effect.value.verb) {
    case "apply":
      mine.state = "APPLIED";
      mine.dueOn = deadlineOf(city, { house, request: requestOf(city, mine) }, mine);
      return "IN_PRODUCTION";
    case "impede":
      return mine.state === "APPLIED" ? "HAND_OVER_AGAIN" : "AGAIN";
    case "close":
      Object.assign(mine, { state: "CLOSED", closeReason: effect.value.reason, closedAt: at } satisfies Partial<Case>);
      closeRequest(city, mine, at);
      return "CLOSED";
  }
}

/** The office records that the cards of a house have arrived: they wait for a visit that hands them over. */
export function arrive(city: City, at: string, index: number): void {
  const house = houseAt(city, at);
  const arrivedAt = workHour(city, index, 9 * 60);
  const isQueued = new Set(city.rows.appointment.filter(({ outcome, removedAt }) => outcome === null && removedAt === null).map(({ caseId }) => caseId));
  const cards = city.rows.case.filter(({ id, facilityId, state }) => facilityId === house.facility.id && state === "APPLIED" && !isQueued.has(id));
  if (cards.length === 0) throw new RangeError(`no card for ${at}`);
  queue(city, house, cards, "HAND_OVER", arrivedAt);
  for (const { id } of cards) record(city, arrivedAt, lead(city), { action: "cardArrived", subject: { kind: "case", id }, facilityId: house.facility.id });
}

function requestOf(city: City, { requestId }: Case) {
  const found = city.rows.visitRequest.find(({ id }) => id === requestId);
  if (!found) throw new RangeError("a case without its request");
  return found;
}

/** A request is closed once all of its cases are. */
function closeRequest(city: City, closed: Case, at: Date): void {
  const isOpen = city.rows.case.some(({ requestId, state }) => requestId === closed.requestId && state !== "CLOSED");
  if (!isOpen) Object.assign(requestOf(city, closed), { state: "CLOSED", closedAt: at });
}

function crewOf(city: City, tourId: string): User {
  const staffIds = city.rows.tourMember.filter((one) => one.tourId === tourId).map(({ staffId }) => staffId);
  const user = city.rows.user.find(({ staffId }) => staffId !== null && staffIds.includes(staffId));
  if (!user) throw new RangeError("a crew without an account");
  return user;
}

const REMINDED_AT = 8 * 60 + 1;

/** The reminders that went out before today; today's are the worker's. */
export function remind(city: City, placed: readonly Placed[]): void {
  for (const { house, visit, crew } of placed) {
    const on = reminderOn(civilDateOf(stayAt(visit).startsAt), city.parameters);
    if (!wasTold(visit) || on >= city.days.today || civilDateOf(visit.announcedAt) >= on) continue;
    const { startsAt, endsAt } = stayAt(visit);
    tell(city, instantOf(on, REMINDED_AT), {
      kind: "visit-reminder",
      to: addressOf(house),
      facts: { reference: visit.reference, path: `/facility/visits/${visit.id}`, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), crew, visitCode: visit.visitCode },
      uniqueKey: `visit-reminder:${visit.id}:${civilDateOf(startsAt)}`,
      facilityId: house.facility.id,
      visitId: visit.id,
    });
  }
}

function wasTold(visit: Visit): visit is Visit & { announcedAt: Date } {
  return visit.announcedAt !== null && visit.state !== "CANCELLED";
}
