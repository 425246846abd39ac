import type { CalendarFacts } from "@/emails/types";
import { isWaitingForVisit, handOverFrom, serviceAtVisit } from "@/lib/cases/rules";
import { needsVisit } from "@/lib/requests/rules";
import { stayOf } from "@/lib/scheduling/rules";
import { civilDateOf } from "@/lib/time/calendar";
import { closedOn, confirmRefusal, visitHoursRefusal } from "@/lib/visits/rules";
import type { MailOrder, VisitState } from "@/prisma/generated/client/client";
import type { Visit } from "@/tests/builders/plain";
import { broken, type Rule, type View } from "./view";

const visitName = ({ reference, state }: Pick<Visit, "reference" | "state">) => `${reference} ${state}`;
type Timed = Visit & { readonly startsAt: Date; readonly endsAt: Date };

function placed(city: View): readonly Timed[] {
  return city.rows.visit.filter((visit): visit is Timed => visit.startsAt !== null && visit.endsAt !== null && visit.state !== "CANCELLED");
}

/** The people of a visit, those with an outcome too. */
function personsOf(city: View, visit: Visit) {
  const residents = new Set(city.appointmentsOf(visit.id).filter(({ removedAt }) => removedAt === null).map(({ caseId }) => city.case(caseId).residentId));
  return [...residents].map((id) => ({ id, isBedside: city.care(id).mobility === "BEDSIDE", isDifficult: city.care(id).fingerprintObstacle !== "NONE" }));
}

function calendarOf(city: View, visit: Visit): readonly CalendarFacts[] {
  const mails: readonly MailOrder[] = city.rows.mailOrder.filter((mail) => mail.visitId === visit.id && mail.calendar !== null);
  return mails.map(({ calendar }) => calendar as unknown as CalendarFacts);
}

const LAST_STATUS: Partial<Record<VisitState, CalendarFacts["status"]>> = { ANNOUNCED: "TENTATIVE", CONFIRMED: "CONFIRMED", DONE: "CONFIRMED", CANCELLED: "CANCELLED" };

export const visitRules: Readonly<Record<string, Rule>> = {
  "R54: no visit stands on a day on which the house is closed": (city) => broken(placed(city), (visit) => closedOn(civilDateOf(visit.startsAt), city.closuresOf(visit.facilityId)) !== null, visitName),

  "R58: every visit lies within the visit hours": (city) =>
    broken(
      placed(city),
      (visit) => {
        const { visitsFrom, visitsUntil } = city.siteSheet(visit.facilityId);
        return visitHoursRefusal({ place: visit.placeName, startsAt: visit.startsAt, endsAt: visit.endsAt }, [{ fromMinutes: visitsFrom, untilMinutes: visitsUntil }]) !== null;
      },
      visitName,
    ),

  "R53: every stay is as long as its people need": (city) =>
    broken(placed(city), (visit) => visit.endsAt.getTime() - visit.startsAt.getTime() !== stayOf({ ...visit, persons: personsOf(city, visit) }, city.parameters) * 60_000, visitName),

  "every visit has somebody to visit, unless it was cancelled": (city) => broken(city.rows.visit, (visit) => (visit.state === "CANCELLED") !== (personsOf(city, visit).length === 0), visitName),

  "a visit of the past is done or cancelled, one to come is not": (city) =>
    broken(city.rows.visit, ({ state, startsAt }) => (startsAt !== null && startsAt < city.now ? state !== "DONE" && state !== "CANCELLED" : state === "DONE" || state === "UNDERWAY"), visitName),

  "announced, confirmed and begun come in this order": (city) =>
    broken(
      placed(city),
      ({ state, createdAt, announcedAt, confirmedAt, questionedAt, startsAt }) => {
        const wasAnnounced = state === "ANNOUNCED" || state === "CONFIRMED" || state === "DONE";
        const wasConfirmed = state === "CONFIRMED" || state === "DONE";
        if (wasAnnounced !== (announcedAt !== null) || wasConfirmed !== (confirmedAt !== null)) return true;
        const steps = [createdAt, announcedAt, questionedAt, confirmedAt, startsAt].filter((one) => one !== null);
        return steps.some((one, index) => index > 0 && one <= steps[index - 1]!);
      },
      visitName,
    ),

  "R02, R24: what is confirmed leaves nothing open": (city) =>
    broken(
      placed(city).filter(({ state }) => state === "CONFIRMED"),
      (visit) => {
        const people = personsOf(city, visit).map(({ id }) => city.facts(id));
        const unclear = people.filter(({ nationality }) => nationality === "UNKNOWN").length;
        const missing = people.filter(({ appliesBy, isRepresentativePresent }) => appliesBy !== "SELF" && isRepresentativePresent !== true).length;
        return confirmRefusal({ state: "ANNOUNCED", startsAt: visit.startsAt, unclearNationalityCount: unclear, missingRepresentativeCount: missing }, visit.confirmedAt!) !== null;
      },
      visitName,
    ),

  "calendar entries of a visit share one UID, count up without a gap and end where the visit stands": (city) =>
    broken(
      city.rows.visit,
      (visit) => {
        const entries = calendarOf(city, visit);
        const last = entries.at(-1);
        if (!last) return visit.hasCalendarEntry || visit.calendarSequence !== 0 || visit.state in LAST_STATUS;
        const counts = entries.every((one, index) => one.uid === visit.calendarUid && one.sequence === index);
        return !counts || !visit.hasCalendarEntry || last.sequence !== visit.calendarSequence || last.status !== LAST_STATUS[visit.state] || last.startsAt !== visit.startsAt?.toISOString();
      },
      visitName,
    ),

  "an open appointment is for a case that waits for it; a case has exactly one while it waits, a card from its arrival on": (city) => {
    const arrived = new Set(city.rows.auditEntry.filter(({ action }) => action === "cardArrived").map(({ subjectId }) => subjectId));
    const open = city.rows.appointment.filter(({ outcome, removedAt }) => outcome === null && removedAt === null);
    const count = new Map<string, number>();
    for (const { caseId } of open) count.set(caseId, (count.get(caseId) ?? 0) + 1);
    const wrongKind = open.filter((one) => (one.kind === "HAND_OVER") !== (serviceAtVisit(city.case(one.caseId).service, city.case(one.caseId).state) === "HAND_OVER"));
    const wrongCount = city.rows.case.filter(({ id, service, state }) => (count.get(id) ?? 0) !== (isWaitingForVisit(service, state) && needsVisit([service]) && (state !== "APPLIED" || arrived.has(id)) ? 1 : 0));
    return [...wrongKind.map(({ id }) => `appointment ${id}`), ...wrongCount.map(({ id, state }) => `case ${id} ${state}`)];
  },

  "a visit that is done has an outcome for everybody, within its time": (city) =>
    broken(
      city.rows.visit.filter(({ state }) => state === "DONE"),
      (visit) => city.appointmentsOf(visit.id).some(({ outcome, outcomeAt, outcomeById }) => outcome === null || outcomeById === null || outcomeAt === null || outcomeAt <= visit.startsAt! || outcomeAt > visit.endsAt!),
      visitName,
    ),

  "R47: no card is handed over before it can be there": (city) => {
    const applied = new Map(city.rows.appointment.filter(({ outcome }) => outcome === "APPLIED").map((one) => [one.caseId, civilDateOf(one.outcomeAt!)]));
    return broken(
      city.rows.appointment.filter(({ kind, visitId }) => kind === "HAND_OVER" && city.visit(visitId).startsAt !== null),
      ({ caseId, visitId }) => civilDateOf(city.visit(visitId).startsAt!) < handOverFrom(applied.get(caseId) ?? "9999-12-31", city.parameters).earliestOn,
      ({ id }) => id,
    );
  },

  "appointments stand in order and belong to the house of visit and case": (city) =>
    broken(
      city.rows.visit,
      (visit) => city.appointmentsOf(visit.id).some((one, index) => one.position !== index + 1 || one.facilityId !== visit.facilityId || city.case(one.caseId).facilityId !== visit.facilityId),
      visitName,
    ),
};
