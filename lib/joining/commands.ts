import { changedStopsMails } from "@/lib/announcements/queries";
import { announcementOf, confirmationOf, crewNames, officePeopleChangeOf } from "@/lib/announcements/rules";
import type { AuditDraft } from "@/lib/audit/types";
import { facilityFilter } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openCasesOf } from "@/lib/cases/queries";
import { dueOn, nextCaseState } from "@/lib/cases/rules";
import type { Service } from "@/lib/cases/types";
import { dateColumnOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { asGroup } from "@/lib/db/in-scope";
import { newReference } from "@/lib/db/reference";
import { carriedOut, transact, type CarriedOut, type WorkContext } from "@/lib/db/transact";
import { claimVisit, makeRoom, storeVisit, touchTour } from "@/lib/desk/commands";
import { photoByOf } from "@/lib/facilities/rules";
import { freeMinutesOf, isFitting, needsDecision, serviceRefusal } from "@/lib/joining/rules";
import { waitingAppointments, waitsForCardSince } from "@/lib/joining/queries";
import type { AddToVisitInput, FindForVisitInput, JoinVisitInput } from "@/lib/joining/schema";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { judge } from "@/lib/law/rules";
import type { MailDraft } from "@/lib/mail/types";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { office } from "@/lib/requests/commands";
import { nextRequestState } from "@/lib/requests/rules";
import { findResidents } from "@/lib/residents/commands";
import { careOf, residentFactsOf, residentLabel, withFacts } from "@/lib/residents/queries";
import { gapsOf } from "@/lib/residents/rules";
import { unqueueCase } from "@/lib/scheduling/commands";
import { scheduledTour } from "@/lib/scheduling/queries";
import { stayAt } from "@/lib/scheduling/rules";
import type { ScheduledPerson, ScheduledVisit } from "@/lib/scheduling/types";
import { civilDateOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import { changePeopleRefusal, personMinutes, visitPersonOf } from "@/lib/visits/rules";

type Joined = { readonly id: string };
type Answer = Promise<Outcome<Joined, Refusal>>;
type InHand = WorkContext & { readonly visit: ScheduledVisit; readonly startsAt: Date; readonly visitOn: CivilDate; readonly parameters: ParameterValues };
type Joining = { readonly caseId: string; readonly kind: "APPLICATION" | "HAND_OVER"; readonly isWaiting: boolean };

/**
 * Somebody of the house who waits for a visit takes a place in an announced one, with everything that waits for her. Where the free time is not enough the visit
 * lasts longer, if its tour lets it (R52, R58). Refused after the configured hour, and for a card that cannot be there yet (R47). Of the house or of the office.
 */
export async function joinVisit(actor: Actor, input: JoinVisitInput): Answer {
  return withOpenVisit(actor, input, async (inHand) => {
    const { tx, now, visit, visitOn, parameters } = inHand;
    const rows = await waitingAppointments(tx, visit.facilityId, input.resident);
    const [first] = rows;
    if (!first) return refused({ code: "joining.notWaiting" });
    const refusal = rows.map((row) => serviceRefusal(waitsForCardSince(row, now), visitOn, parameters)).find((one) => one !== null);
    if (refusal) return refused(refusal);
    const person = { residentId: input.resident, ...visitPersonOf(careOf(first.case.resident.care)), hasUnclearNationality: false, lacksRepresentative: false };
    return putIn(inHand, person, rows.map((row) => ({ caseId: row.case.id, kind: row.kind, isWaiting: true })), []);
  });
}

/**
 * Somebody of the list joins an announced visit without a request that the office decides on: only where there is nothing to decide (see `needsDecision`). The
 * portal writes down the request that the office accepted with the visit, so that nothing else has to know of another way. The office is told.
 */
export async function addToVisit(actor: Actor, input: AddToVisitInput): Answer {
  return withOpenVisit(actor, input, async (inHand) => {
    const { tx, now, scope, visitOn, parameters } = inHand;
    await tx.$executeRaw`SELECT id FROM "Resident" WHERE id = ${input.resident}::uuid FOR UPDATE`;
    const resident = await tx.resident.findFirst({ where: { id: input.resident, goneOn: null, restrictedAt: null, ...facilityFilter(scope) }, include: { ...withFacts, facility: { select: { kind: true } } } });
    if (!resident) return refused({ code: "notFound" });
    const label = residentLabel(resident);
    const open = (await openCasesOf(tx, [resident.id], null)).find(({ service }) => service === input.service);
    if (open) return refused({ code: "request.duplicateCase", label, service: open.service, reference: open.reference });
    const facts = residentFactsOf(resident);
    const judgement = judge(facts, [input.service], { today: civilDateOf(now), visitOn, parameters, photoBy: photoByOf(resident.facility.kind), isOutsideServiceHours: false });
    if (needsDecision(judgement, gapsOf(facts, [input.service]))) return refused({ code: "joining.needsRequest", label });
    const day = dueOn({ service: input.service, askedOn: civilDateOf(now), neededOn: null, idExpiresOn: facts.idExpiresOn, custody: facts.custody }, parameters);
    const asked = await askFor(tx, now, { facilityId: resident.facilityId, residentId: resident.id, service: input.service, dueOn: day });
    const person = { residentId: resident.id, ...visitPersonOf(careOf(resident.care)), hasUnclearNationality: false, lacksRepresentative: false };
    return putIn(inHand, person, [{ caseId: asked.caseId, kind: "APPLICATION", isWaiting: false }], [{ action: "requestSent", subject: { kind: "request", id: asked.requestId }, facilityId: resident.facilityId }]);
  });
}

/** Finds people of the own list by words of their names, to put them into a visit. */
export async function findForVisit(actor: Actor, { id, name }: FindForVisitInput): Promise<Outcome<{ readonly id: string; readonly ids: readonly string[] }, Refusal>> {
  const found = await findResidents(actor, { name });
  return found.ok ? done({ id, ids: found.value.ids }) : found;
}

/** A visit whose people may still be changed, with its tour and what that needs locked. */
function withOpenVisit(actor: Actor, claim: { readonly id: string; readonly version: number }, work: (inHand: InHand) => Promise<CarriedOut<Joined> | { readonly ok: false; readonly refusal: Refusal }>): Answer {
  return transact(actor, async (context) => {
    const claimed = await claimVisit(context.tx, context.scope, claim);
    if (!claimed.ok) return claimed;
    const { visit } = claimed.value;
    const stay = stayAt(visit);
    if (!stay) return refused({ code: "visit.notOnTour" });
    const visitOn = civilDateOf(stay.startsAt);
    const parameters = await parametersInForce(context.tx, visitOn);
    const refusal = changePeopleRefusal({ state: visit.state, startsAt: stay.startsAt }, false, context.now, parameters);
    return refusal ? refused(refusal) : work({ ...context, visit, startsAt: stay.startsAt, visitOn, parameters });
  });
}

/** A request with one case, taken through the states that every request goes through. */
async function askFor(tx: Tx, now: Date, asked: { readonly facilityId: string; readonly residentId: string; readonly service: Service; readonly dueOn: CivilDate | null }) {
  const sent = nextRequestState("DRAFT", "send");
  const requestState = sent && nextRequestState(sent, "accept");
  const requested = nextCaseState("DRAFT", "send");
  const caseState = requested && nextCaseState(requested, "accept");
  if (!requestState || !caseState) throw new Error("a draft cannot be sent and accepted");
  const { facilityId, residentId, service } = asked;
  const request = await tx.visitRequest.create({ data: { reference: newReference("A"), facilityId, createdAt: now } });
  await tx.visitRequest.update({ where: { id: request.id }, data: { state: requestState, informedAt: now, sentAt: now, decidedAt: now } });
  const one = await tx.case.create({ data: { requestId: request.id, facilityId, residentId, service, state: caseState, dueOn: dateColumnOrNull(asked.dueOn), createdAt: now }, select: { id: true } });
  return { requestId: request.id, caseId: one.id };
}

/** Puts cases of one person into the visit, behind everybody else. What the tour holds is more than a house sees, so this step is the office's. */
async function putIn(inHand: InHand, person: ScheduledPerson, joining: readonly Joining[], audit: readonly AuditDraft[]): Promise<CarriedOut<Joined> | { readonly ok: false; readonly refusal: Refusal }> {
  const { tx, scope, visit, startsAt } = inHand;
  if (visit.persons.some(({ residentId }) => residentId === person.residentId)) return refused({ code: "joining.alreadyInVisit" });
  const put = await asGroup(tx, scope, "portal_office", () => putInAsOffice(inHand, person, joining));
  if (!put.ok) return put;
  const notice = scope.reach === "facility" ? [officePeopleChangeOf(visit, startsAt, "JOINED", visit.persons.length + 1, office())] : [];
  const joined: AuditDraft = { action: "personJoinedVisit", subject: { kind: "visit", id: visit.id }, alsoAbout: [person.residentId], facilityId: visit.facilityId };
  return carriedOut({ id: visit.id }, { audit: [joined, ...audit], mails: [...notice, ...put.value] });
}

async function putInAsOffice({ tx, now, visit, startsAt, parameters }: InHand, person: ScheduledPerson, joining: readonly Joining[]): Promise<Outcome<readonly MailDraft[], Refusal>> {
  const tour = await scheduledTour(tx, { id: visit.tourId ?? "" });
  if (!tour) return refused({ code: "visit.notOnTour" });
  const freeMinutes = freeMinutesOf(visit, parameters);
  const isLonger = !isFitting(person, freeMinutes, parameters);
  const placed = isLonger ? await makeRoom(tx, tour, { ...visit, persons: [...visit.persons, person] }, minutesOf(startsAt), now) : null;
  // What is in the way concerns another house or the crew; a house learns that it does not fit.
  if (placed && !placed.ok) return refused({ code: "joining.noTime", minutes: personMinutes(person, parameters), freeMinutes });
  for (const { caseId, isWaiting } of joining) {
    if (isWaiting && (await unqueueCase(tx, now, visit.facilityId, caseId)) !== "TAKEN_OUT") return refused({ code: "stale" });
  }
  const last = await tx.appointment.aggregate({ where: { visitId: visit.id }, _max: { position: true } });
  const from = (last._max.position ?? 0) + 1;
  await tx.appointment.createMany({ data: joining.map(({ caseId, kind }, index) => ({ visitId: visit.id, caseId, facilityId: visit.facilityId, kind, position: from + index, joinedAt: now })) });
  const notice = placed ? noticeOf(visit, { startsAt, endsAt: placed.value.endsAt }, crewNames(tour)) : null;
  if (!(await storeVisit(tx, visit, placed ? { endsAt: placed.value.endsAt, ...notice?.sent } : {}))) return refused({ code: "stale" });
  if (!placed) await touchTour(tx, tour.id);
  const crew = await changedStopsMails(tx, [{ tourId: tour.id, wasAnnounced: true }], "PEOPLE");
  return done([...(notice ? [notice.mail] : []), ...crew]);
}

/** The calendar entry of a visit that ends later than it was announced, as firm as it was. */
function noticeOf(visit: ScheduledVisit, stay: { readonly startsAt: Date; readonly endsAt: Date }, crew: readonly string[]) {
  return visit.state === "CONFIRMED" ? confirmationOf(visit, stay, crew) : announcementOf(visit, stay, crew);
}
