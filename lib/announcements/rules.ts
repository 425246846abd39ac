import type { CalendarFacts, PeopleChangeKind, TourChange, TourFacts, TourLeft, VisitFacts } from "@/emails/types";
import type { MailDraft, MailRecipient } from "@/lib/mail/types";
import type { ScheduledTour, ScheduledVisit } from "@/lib/scheduling/types";
import type { DateQuestionReason } from "@/lib/visits/types";

/** The mail that tells a facility about its date, and what the visit remembers of the calendar entry in it: each entry raises the sequence once. */
export type Announcement = { readonly mail: MailDraft; readonly sent: { readonly calendarSequence: number; readonly hasCalendarEntry: true } };

type Stay = { readonly startsAt: Date; readonly endsAt: Date };

const facilityPath = (visit: ScheduledVisit): string => `/facility/visits/${visit.id}`;
const officePath = (visit: ScheduledVisit): string => `/office/visits/${visit.id}`;

/** R60: the names by which the facility knows the crew at the door. */
export function crewNames(tour: ScheduledTour): readonly string[] {
  return tour.crew.filter(({ isHeld }) => isHeld).map(({ label }) => label);
}

function entry(visit: ScheduledVisit, stay: Stay, status: CalendarFacts["status"]): CalendarFacts {
  return {
    method: status === "CANCELLED" ? "CANCEL" : "REQUEST",
    status,
    uid: visit.calendarUid,
    sequence: visit.hasCalendarEntry ? visit.calendarSequence + 1 : 0,
    startsAt: stay.startsAt.toISOString(),
    endsAt: stay.endsAt.toISOString(),
    reference: visit.reference,
    path: facilityPath(visit),
  };
}

function addressed(visit: ScheduledVisit): { readonly to: MailRecipient; readonly facilityId: string; readonly visitId: string } {
  return { to: visit.contact, facilityId: visit.facilityId, visitId: visit.id };
}

function told(visit: ScheduledVisit, stay: Stay, crew: readonly string[]): VisitFacts {
  return { reference: visit.reference, path: facilityPath(visit), startsAt: stay.startsAt.toISOString(), endsAt: stay.endsAt.toISOString(), crew, visitCode: visit.visitCode };
}

function remember({ sequence }: CalendarFacts): Announcement["sent"] {
  return { calendarSequence: sequence, hasCalendarEntry: true };
}

/** A date to confirm or to question: a tentative entry. */
export function announcementOf(visit: ScheduledVisit, stay: Stay, crew: readonly string[]): Announcement {
  const calendar = entry(visit, stay, "TENTATIVE");
  return { mail: { kind: "visit-announced", ...addressed(visit), facts: told(visit, stay, crew), calendar }, sent: remember(calendar) };
}

/** A new date for an announced visit: the same entry, tentative again. */
export function moveNoticeOf(visit: ScheduledVisit, previousStartsAt: Date, stay: Stay, crew: readonly string[]): Announcement {
  const calendar = entry(visit, stay, "TENTATIVE");
  const facts = { ...told(visit, stay, crew), previousStartsAt: previousStartsAt.toISOString() };
  return { mail: { kind: "visit-moved", ...addressed(visit), facts, calendar }, sent: remember(calendar) };
}

/** The date that a facility has confirmed: a firm entry. */
export function confirmationOf(visit: ScheduledVisit, stay: Stay, crew: readonly string[]): Announcement {
  const calendar = entry(visit, stay, "CONFIRMED");
  return { mail: { kind: "visit-confirmed", ...addressed(visit), facts: told(visit, stay, crew), calendar }, sent: remember(calendar) };
}

/** The announced visit does not take place then: its entry goes. */
export function withdrawalOf(visit: ScheduledVisit, stay: Stay): Announcement {
  const calendar = entry(visit, stay, "CANCELLED");
  const facts = { reference: visit.reference, path: facilityPath(visit), startsAt: calendar.startsAt, endsAt: calendar.endsAt };
  return { mail: { kind: "visit-cancelled", ...addressed(visit), facts, calendar }, sent: remember(calendar) };
}

/** To the office: the facility has confirmed. */
export function officeConfirmationOf(visit: ScheduledVisit, startsAt: Date, to: MailRecipient): MailDraft {
  return { kind: "office-date-confirmed", to, facts: { reference: visit.reference, path: officePath(visit), startsAt: startsAt.toISOString() }, facilityId: visit.facilityId, visitId: visit.id };
}

/** To the office: the date does not suit the facility. */
export function officeQuestionOf(visit: ScheduledVisit, startsAt: Date, reason: DateQuestionReason, to: MailRecipient): MailDraft {
  return { kind: "office-date-questioned", to, facts: { reference: visit.reference, path: officePath(visit), startsAt: startsAt.toISOString(), reason }, facilityId: visit.facilityId, visitId: visit.id };
}

/** To the office: other people come to an announced visit. How many, never who and why. */
export function officePeopleChangeOf(visit: ScheduledVisit, startsAt: Date, change: PeopleChangeKind, persons: number, to: MailRecipient): MailDraft {
  return { kind: "office-people-changed", to, facts: { reference: visit.reference, path: officePath(visit), startsAt: startsAt.toISOString(), change, persons }, facilityId: visit.facilityId, visitId: visit.id };
}

/** R60: the date stands, other people come; its calendar entry does not change. */
export function crewChangeNoticeOf(visit: ScheduledVisit, stay: Stay, crew: readonly string[]): MailDraft {
  return { kind: "visit-crew-changed", ...addressed(visit), facts: told(visit, stay, crew) };
}

type ToldTour = { readonly id: string; readonly reference: string; readonly departsAt: Date; readonly returnsAt: Date };

function toldTour({ id, reference, departsAt, returnsAt }: ToldTour): TourFacts {
  return { reference, path: `/field/tours/${id}`, startsAt: departsAt.toISOString(), endsAt: returnsAt.toISOString() };
}

/** To members of a crew: the tour is theirs from now on. */
export function assignmentsOf(tour: ToldTour, crew: readonly MailRecipient[]): readonly MailDraft[] {
  return crew.map((to) => ({ kind: "tour-assigned", to, facts: toldTour(tour) }));
}

/** To members of a crew: what is new about their tour. */
export function tourChangesOf(tour: ToldTour, change: TourChange, crew: readonly MailRecipient[]): readonly MailDraft[] {
  return crew.map((to) => ({ kind: "tour-changed", to, facts: { ...toldTour(tour), change } }));
}

/** To members of a crew: the tour is not theirs any more; the link leads to those that are. */
export function tourLeftNoticesOf(tour: ToldTour, because: TourLeft, crew: readonly MailRecipient[]): readonly MailDraft[] {
  return crew.map((to) => ({ kind: "tour-cancelled", to, facts: { ...toldTour(tour), path: "/field", because } }));
}
