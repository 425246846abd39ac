import { announcementOf, confirmationOf, moveNoticeOf, officeConfirmationOf, officeQuestionOf, withdrawalOf, type Announcement } from "@/lib/announcements/rules";
import { dateColumn } from "@/lib/db/civil";
import { stayOf } from "@/lib/scheduling/rules";
import { addMinutes, instantOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import { placeVisit, tourFrame } from "@/lib/tours/rules";
import type { TourStop } from "@/lib/tours/types";
import type { Tour } from "@/prisma/generated/client/client";
import type { Appointment, Visit } from "@/tests/builders/plain";
import { idOf } from "@/tests/builders/ids";
import { aBookedTour } from "@/tests/builders/tours";
import type { DateQuestionReason } from "@/lib/visits/types";
import { contactOf, houseAt, lead, newReference, OFFICE, record, tell, workHour, type City, type House } from "./city";
import type { StaffKey } from "./office";
import { scheduled, waitingVisit } from "./waiting";

export type Stop = { readonly at: string; readonly kind?: Appointment["kind"] };
export type TourPlan = { readonly day: number; readonly kit: 0 | 1 | 2; readonly vehicle: 0 | 1; readonly crew: readonly StaffKey[]; readonly stops: readonly Stop[]; readonly madeOn: number };

/** A visit on its tour. */
export type Placed = { readonly house: House; readonly visit: Visit; readonly crew: readonly string[] };
export type Planned = { readonly tour: Tour; readonly placed: readonly Placed[] };

/** The team lead makes a tour and puts waiting visits on it, each at the earliest time that fits. */
export function plan(city: City, { day, kit, vehicle, crew, stops, madeOn }: TourPlan): Planned {
  const date = city.days.day(day);
  const madeAt = workHour(city, madeOn, 14 * 60);
  const on: TourStop[] = [];
  const placed = stops.map(({ at, kind = "APPLICATION" }) => {
    const house = houseAt(city, at);
    const visit = waitingVisit(city, house, kind);
    if (!visit) throw new RangeError(`nothing waits at ${at}`);
    on.push(place(city, house, visit, date, on));
    return { house, visit };
  });
  const frame = tourFrame(on, city.parameters);
  if (!frame) throw new RangeError("a tour without visits");
  const staff = crew.map((key) => city.office.staff[key]);
  const booked = aBookedTour(
    { kit: city.office.kits[kit], vehicle: city.office.vehicles[vehicle], crew: staff },
    { ...frame, id: idOf(`tour ${city.rows.tour.length}`, madeAt), reference: newReference(city, "T"), tourOn: dateColumn(date), createdAt: madeAt },
  );
  city.rows.tour.push(booked.tour);
  city.rows.tourMember.push(...booked.members);
  city.rows.reservation.push(...booked.reservations);
  record(city, madeAt, lead(city), { action: "tourMade", subject: { kind: "tour", id: booked.tour.id }, details: { tourOn: date } });
  const names = staff.map(({ displayName }) => displayName).sort((a, b) => a.localeCompare(b, "de"));
  for (const { house, visit } of placed) {
    visit.tourId = booked.tour.id;
    record(city, madeAt, lead(city), { action: "visitPlaced", subject: { kind: "visit", id: visit.id }, facilityId: house.facility.id, details: { tour: booked.tour.id } });
  }
  return { tour: booked.tour, placed: placed.map((one) => ({ ...one, crew: names })) };
}

function place(city: City, house: House, visit: Visit, date: CivilDate, stops: readonly TourStop[]): TourStop {
  const facts = scheduled(city, house, visit);
  const fits = placeVisit(date, stops, { visitId: visit.id, place: facts.place, stayMinutes: stayOf(facts, city.parameters), hours: facts.hours }, null, city.parameters);
  if (!fits.ok) throw new RangeError(`${house.place.key} does not fit on ${date}: ${fits.refusal.code}`);
  const { startsAt, endsAt } = fits.value;
  Object.assign(visit, { state: "PLANNED", startsAt, endsAt } satisfies Partial<Visit>);
  return { visitId: visit.id, place: facts.place, startsAt, endsAt };
}

/** The house is told the date. */
export function announce(city: City, { house, visit, crew }: Placed, index: number): void {
  const at = workHour(city, index, 9 * 60 + 30);
  send(city, visit, at, announcementOf(scheduled(city, house, visit), stayAt(visit), crew));
  Object.assign(visit, { state: "ANNOUNCED", announcedAt: at } satisfies Partial<Visit>);
  record(city, at, lead(city), { action: "visitAnnounced", subject: { kind: "visit", id: visit.id }, facilityId: house.facility.id });
}

/** The house was first told another day, a week later, and then this one. */
export function announceAndMove(city: City, placed: Placed, firstDay: number, index: number): void {
  const { house, visit, crew } = placed;
  const { startsAt, endsAt } = stayAt(visit);
  const previousStartsAt = instantOf(city.days.day(firstDay), minutesOf(startsAt));
  const previousEndsAt = instantOf(city.days.day(firstDay), minutesOf(endsAt));
  Object.assign(visit, { startsAt: previousStartsAt, endsAt: previousEndsAt });
  announce(city, placed, index);
  Object.assign(visit, { startsAt, endsAt });
  const at = workHour(city, index, 15 * 60);
  send(city, visit, at, moveNoticeOf(scheduled(city, house, visit), previousStartsAt, { startsAt, endsAt }, crew));
  visit.announcedAt = at;
  record(city, at, lead(city), { action: "visitMoved", subject: { kind: "visit", id: visit.id }, facilityId: house.facility.id });
}

/** The house confirms the date. */
export function confirm(city: City, { house, visit, crew }: Placed, index: number): void {
  const at = workHour(city, index, 10 * 60 + 30);
  const facts = scheduled(city, house, visit);
  send(city, visit, at, confirmationOf(facts, stayAt(visit), crew));
  tell(city, at, officeConfirmationOf(facts, stayAt(visit).startsAt, OFFICE));
  Object.assign(visit, { state: "CONFIRMED", confirmedAt: at } satisfies Partial<Visit>);
  record(city, at, contactOf(city, house), { action: "visitConfirmed", subject: { kind: "visit", id: visit.id }, facilityId: house.facility.id });
}

/** The house asks for another date. */
export function questionDate(city: City, { house, visit }: Placed, index: number, reason: DateQuestionReason): void {
  const at = workHour(city, index, 11 * 60);
  tell(city, at, officeQuestionOf(scheduled(city, house, visit), stayAt(visit).startsAt, reason, OFFICE));
  Object.assign(visit, { questionedAt: at, questionReason: reason } satisfies Partial<Visit>);
  record(city, at, contactOf(city, house), { action: "visitQuestioned", subject: { kind: "visit", id: visit.id }, facilityId: house.facility.id, details: { reason } });
}

/** The prison has let crew and equipment in. */
export function clear(city: City, { house, visit }: Placed, index: number): void {
  const at = workHour(city, index, 12 * 60);
  visit.clearedAt = at;
  record(city, at, lead(city), { action: "visitCleared", subject: { kind: "visit", id: visit.id }, facilityId: house.facility.id });
}

/** An announced visit is left without anybody, because its request was withdrawn at that moment. */
export function cancel(city: City, { house, visit }: Placed, at: Date): void {
  const facts = scheduled(city, house, visit);
  for (const one of city.rows.appointment) if (one.visitId === visit.id) one.removedAt = at;
  send(city, visit, at, withdrawalOf(facts, stayAt(visit)));
  visit.state = "CANCELLED";
  record(city, at, contactOf(city, house), { action: "visitCancelled", subject: { kind: "visit", id: visit.id }, facilityId: house.facility.id });
}

function send(city: City, visit: Visit, at: Date, { mail, sent }: Announcement): void {
  tell(city, at, mail);
  Object.assign(visit, sent);
}

export function stayAt({ startsAt, endsAt }: Visit): { readonly startsAt: Date; readonly endsAt: Date } {
  if (!startsAt || !endsAt) throw new RangeError("a visit without a time");
  return { startsAt, endsAt };
}

/** Minutes after which the n-th person of a visit is done. */
export function doneAt(city: City, visit: Visit, index: number): Date {
  const { startsAt } = stayAt(visit);
  return addMinutes(startsAt, visit.gateMinutes + visit.setupMinutes + (index + 1) * city.parameters.personMinutes);
}
