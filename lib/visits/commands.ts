import { changedStopsMails } from "@/lib/announcements/queries";
import { announcementOf, confirmationOf, crewNames, moveNoticeOf, officeConfirmationOf, officeQuestionOf, withdrawalOf } from "@/lib/announcements/rules";
import type { AuditAction, AuditDraft } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact, type CarriedOut, type WorkContext } from "@/lib/db/transact";
import { claimTour, claimVisit, makeRoom, stateAfter, storeVisit, takeOffTour, touchTour, withoutDate, type Claim, type ClaimedVisit, type Target } from "@/lib/desk/commands";
import { env } from "@/lib/env";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import type { MailDraft, MailRecipient } from "@/lib/mail/types";
import { mailFrame } from "@/lib/messages/mails";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { isPlanner } from "@/lib/reservations/queries";
import { announceFactsOf, confirmFactsOf, isAnnounced, stayAt } from "@/lib/scheduling/rules";
import type { ScheduledTour, ScheduledVisit } from "@/lib/scheduling/types";
import { civilDateOf } from "@/lib/time/calendar";
import { tourStateRefusal } from "@/lib/tours/rules";
import { announceRefusal, cancelRefusal, confirmRefusal, moveRefusal, placeRefusal, questionRefusal, removeRefusal, visitStateRefusal } from "@/lib/visits/rules";
import type { DateQuestionReason } from "@/lib/visits/types";

type Id = { id: string };
type Placing = Claim & Target;
type Ended<T> = CarriedOut<T> | { readonly ok: false; readonly refusal: Refusal };
type InHand = ClaimedVisit & Pick<WorkContext, "tx" | "now">;

/** Puts a waiting visit on a tour, at a wish or at the earliest time that fits; the tour's frame widens where it must, the crew of an announced tour is told. See `makeRoom` for what refuses. */
export async function placeVisit(actor: Actor, input: Placing): Promise<Outcome<Id, Refusal>> {
  return planVisit(actor, input, input, async ({ tx, now, visit, target }) => {
    if (!target) return refused({ code: "notFound" });
    const wrongState = visitStateRefusal(visit.state, "place");
    if (wrongState) return refused(wrongState);
    const placed = await makeRoom(tx, target, visit, input.startMinutes, now);
    if (!placed.ok) return placed;
    const { startsAt, endsAt } = placed.value;
    const refusal = placeRefusal({ state: visit.state, personCount: visit.persons.length }, startsAt, now);
    if (refusal) return refused(refusal);
    const stored = await storeVisit(tx, visit, { state: stateAfter(visit, "place"), tourId: target.id, startsAt, endsAt, ...withoutDate });
    if (!stored) return refused({ code: "stale" });
    return ended("visitPlaced", visit, await changedStopsMails(tx, [{ tourId: target.id, wasAnnounced: false }]), { tour: target.id });
  });
}

/**
 * Moves a visit to another time or tour. A facility that knows the date gets the new one with the same calendar entry, next sequence, and confirms anew.
 * A clearance counts for names, devices and day, so it goes when the tour changes (R57). Crews of announced tours are told.
 */
export async function moveVisit(actor: Actor, input: Placing): Promise<Outcome<Id & { isAnnounced: boolean }, Refusal>> {
  return planVisit(actor, input, input, async ({ tx, now, visit, tour, target }) => {
    if (!target) return refused({ code: "notFound" });
    const before = stayAt(visit);
    const wrongState = visitStateRefusal(visit.state, "move") ?? (tour && tourStateRefusal(tour.state, "change"));
    if (wrongState || !before) return refused(wrongState ?? { code: "visit.notOnTour" });
    const placed = await makeRoom(tx, target, visit, input.startMinutes, now);
    if (!placed.ok) return placed;
    const { startsAt, endsAt } = placed.value;
    const refusal = moveRefusal(visit, startsAt, now);
    if (refusal) return refused(refusal);
    const isOtherTour = visit.tourId !== target.id;
    const value = { id: visit.id, isAnnounced: isAnnounced(visit) };
    const details = { tour: target.id };
    if (!isOtherTour && startsAt.getTime() === before.startsAt.getTime() && endsAt.getTime() === before.endsAt.getTime()) return carriedOut(value, { audit: [entry("visitMoved", visit, details)], mails: [] });
    const notice = isAnnounced(visit) ? moveNoticeOf(visit, before.startsAt, { startsAt, endsAt }, crewNames(target)) : null;
    const announced = notice ? { ...notice.sent, announcedAt: now, confirmedAt: null, questionedAt: null, questionReason: null } : {};
    const data = { state: stateAfter(visit, "move"), tourId: target.id, startsAt, endsAt, ...announced, ...(isOtherTour ? { clearedAt: null } : {}) };
    if (!(await storeVisit(tx, visit, data))) return refused({ code: "stale" });
    if (tour && isOtherTour) await touchTour(tx, tour.id);
    const crews = await changedStopsMails(tx, [visit.tourId, target.id].map((tourId) => ({ tourId, wasAnnounced: isAnnounced(visit) })));
    return carriedOut(value, { audit: [entry("visitMoved", visit, details)], mails: [...(notice ? [notice.mail] : []), ...crews] });
  });
}

/** Takes a visit off its tour, back to planning; a facility that knew the date is told, its calendar entry is cancelled; the crew of an announced tour is told. */
export async function removeVisit(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return planVisit(actor, input, null, async ({ tx, visit, tour }) => {
    const refusal = removeRefusal(visit) ?? (tour && tourStateRefusal(tour.state, "change"));
    if (refusal) return refused(refusal);
    const taken = await takeOffTour(tx, visit);
    if (!taken.ok) return taken;
    if (tour) await touchTour(tx, tour.id);
    const crew = await changedStopsMails(tx, [{ tourId: visit.tourId, wasAnnounced: isAnnounced(visit) }]);
    return ended("visitRemoved", visit, [...taken.value, ...crew], tour ? { tour: tour.id } : {});
  });
}

/** Tells the facility date, crew and visit code, with a tentative calendar entry (R50, R60). Refused while kit, crew or vehicle have a gap. */
export async function announceVisit(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return planVisit(actor, input, null, async ({ tx, now, visit, tour }) => {
    const announced = await announce(tx, visit, tour, now, await parametersInForce(tx, tour?.date ?? civilDateOf(now)));
    return announced.ok ? ended("visitAnnounced", visit, [announced.value]) : announced;
  });
}

/** Announces every visit of a tour that is planned and not announced yet: all of them or none. */
export async function announceTour(actor: Actor, input: Claim): Promise<Outcome<Id & { visitCount: number }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    if (!isPlanner(scope)) return refused({ code: "notFound" });
    const claimed = await claimTour(tx, scope, input);
    if (!claimed.ok) return claimed;
    const tour = claimed.value;
    const planned = tour.visits.filter(({ state }) => state === "PLANNED");
    const wrongState = tourStateRefusal(tour.state, "change") ?? (planned.length === 0 ? ({ code: "tour.noVisits" } as const) : null);
    if (wrongState) return refused(wrongState);
    const parameters = await parametersInForce(tx, tour.date);
    const mails: MailDraft[] = [];
    for (const visit of planned) {
      const announced = await announce(tx, visit, tour, now, parameters);
      if (!announced.ok) return announced;
      mails.push(announced.value);
    }
    await touchTour(tx, tour.id);
    const audit = planned.map((visit) => entry("visitAnnounced", visit)) as unknown as [AuditDraft, ...AuditDraft[]];
    return carriedOut({ id: tour.id, visitCount: planned.length }, { audit, mails });
  });
}

async function announce(tx: Tx, visit: ScheduledVisit, tour: ScheduledTour | null, now: Date, parameters: ParameterValues): Promise<Outcome<MailDraft, Refusal>> {
  const stay = stayAt(visit);
  const refusal = announceRefusal(announceFactsOf(visit, tour), now, parameters) ?? (tour && !tour.kit.isHeld ? ({ code: "tour.kitMissing" } as const) : null);
  if (refusal || !stay || !tour) return refused(refusal ?? { code: "visit.notOnTour" });
  const { mail, sent } = announcementOf(visit, stay, crewNames(tour));
  const stored = await storeVisit(tx, visit, { state: stateAfter(visit, "announce"), announcedAt: now, ...sent });
  return stored ? done(mail) : refused({ code: "stale" });
}

/** R57: the prison has cleared names and devices of this visit's tour; the first day on which that was recorded counts. */
export async function recordClearance(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return planVisit(actor, input, null, async ({ tx, now, visit, tour }) => {
    if (!visit.isPrison) return refused({ code: "notFound" });
    const refusal = tour ? tourStateRefusal(tour.state, "change") : ({ code: "visit.notOnTour" } as const);
    if (refusal) return refused(refusal);
    const stored = await storeVisit(tx, visit, { clearedAt: visit.clearedAt ?? now });
    return stored ? ended("visitCleared", visit) : refused({ code: "stale" });
  });
}

/** Cancels a visit for good. Nobody may be left in it: as long as somebody waits, it goes back to planning instead (`removeVisit`). */
export async function cancelVisit(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return planVisit(actor, input, null, async ({ tx, visit, tour }) => {
    const refusal = cancelRefusal(visit) ?? (visit.persons.length > 0 ? ({ code: "visit.personsLeft", count: visit.persons.length } as const) : null);
    if (refusal) return refused(refusal);
    const stay = stayAt(visit);
    const notice = stay && isAnnounced(visit) ? withdrawalOf(visit, stay) : null;
    if (!(await storeVisit(tx, visit, { state: stateAfter(visit, "cancel"), tourId: null, ...notice?.sent }))) return refused({ code: "stale" });
    if (tour) await touchTour(tx, tour.id);
    const crew = await changedStopsMails(tx, [{ tourId: visit.tourId, wasAnnounced: isAnnounced(visit) }]);
    return ended("visitCancelled", visit, [...(notice ? [notice.mail] : []), ...crew]);
  });
}

/** The facility confirms its date: the calendar entry becomes firm, the office is told (R02, R24). */
export async function confirmVisit(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return answerVisit(actor, input, async ({ tx, now, visit, tour }) => {
    const stay = stayAt(visit);
    const refusal = stay ? confirmRefusal(confirmFactsOf(visit, stay.startsAt), now) : ({ code: "visit.notOnTour" } as const);
    if (refusal || !stay || !tour) return refused(refusal ?? { code: "visit.notOnTour" });
    const { mail, sent } = confirmationOf(visit, stay, crewNames(tour));
    const stored = await storeVisit(tx, visit, { state: stateAfter(visit, "confirm"), confirmedAt: now, questionedAt: null, questionReason: null, ...sent });
    return stored ? ended("visitConfirmed", visit, [mail, officeConfirmationOf(visit, stay.startsAt, office())]) : refused({ code: "stale" });
  });
}

/** The facility says that its date does not suit; the visit stays announced until the office moves or removes it. */
export async function questionVisit(actor: Actor, input: Claim & { readonly reason: DateQuestionReason }): Promise<Outcome<Id, Refusal>> {
  return answerVisit(actor, input, async ({ tx, now, visit }) => {
    const stay = stayAt(visit);
    const refusal = stay ? questionRefusal({ state: visit.state, startsAt: stay.startsAt }, now) : ({ code: "visit.notOnTour" } as const);
    if (refusal || !stay) return refused(refusal ?? { code: "visit.notOnTour" });
    const stored = await storeVisit(tx, visit, { state: stateAfter(visit, "question"), questionedAt: now, questionReason: input.reason });
    return stored ? ended("visitQuestioned", visit, [officeQuestionOf(visit, stay.startsAt, input.reason, office())], { reason: input.reason }) : refused({ code: "stale" });
  });
}

/** A change of a visit by the planning desk, with the visit, its tour and the one it goes to locked and read afresh. */
function planVisit<T>(actor: Actor, claim: Claim, goal: Target | null, work: (inHand: InHand) => Promise<Ended<T>>): Promise<Outcome<T, Refusal>> {
  return transact(actor, async ({ tx, now, scope }): Promise<Ended<T>> => {
    if (!isPlanner(scope)) return refused({ code: "notFound" });
    const claimed = await claimVisit(tx, scope, claim, goal);
    return claimed.ok ? work({ tx, now, ...claimed.value }) : claimed;
  });
}

/** An answer of the facility to a visit of its own. */
function answerVisit<T>(actor: Actor, claim: Claim, work: (inHand: InHand) => Promise<Ended<T>>): Promise<Outcome<T, Refusal>> {
  return transact(actor, async ({ tx, now, scope }): Promise<Ended<T>> => {
    const claimed = await claimVisit(tx, scope, claim);
    return claimed.ok ? work({ tx, now, ...claimed.value }) : claimed;
  });
}

function entry(action: AuditAction, visit: ScheduledVisit, details: AuditDraft["details"] = {}): AuditDraft {
  return { action, subject: { kind: "visit", id: visit.id }, facilityId: visit.facilityId, details };
}

function ended(action: AuditAction, visit: ScheduledVisit, mails: readonly MailDraft[] = [], details: AuditDraft["details"] = {}): CarriedOut<Id> {
  return carriedOut({ id: visit.id }, { audit: [entry(action, visit, details)], mails });
}

function office(): MailRecipient {
  return { address: env().officeEmail, name: mailFrame.office };
}
