import { changedStopsMails, type ChangedStops } from "@/lib/announcements/queries";
import { withdrawalOf } from "@/lib/announcements/rules";
import type { AuditDraft } from "@/lib/audit/types";
import { facilityFilter, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { closeRefusal } from "@/lib/cases/rules";
import type { CaseCloseReason } from "@/lib/cases/types";
import type { Tx } from "@/lib/db/client";
import { asGroup } from "@/lib/db/in-scope";
import { lockTours } from "@/lib/db/locks";
import { carriedOut, transact, type WorkContext } from "@/lib/db/transact";
import { stateAfter, storeVisit, touchTour } from "@/lib/desk/commands";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { office, officePath } from "@/lib/requests/commands";
import { nextRequestState, withdrawRefusal } from "@/lib/requests/rules";
import type { WithdrawInput } from "@/lib/requests/schema";
import type { RequestState, WithdrawReason } from "@/lib/requests/types";
import { scheduledVisit } from "@/lib/scheduling/queries";
import { isAnnounced, stayAt } from "@/lib/scheduling/rules";
import type { ScheduledVisit } from "@/lib/scheduling/types";
import { nextVisitState } from "@/lib/visits/rules";
import type { Prisma } from "@/prisma/generated/client/client";

type Answer = Promise<Outcome<{ readonly id: string }, Refusal>>;

/** Withdraws a request: its cases close, their open appointments go, and a visit that is left without anybody is cancelled. Refused once the crew is on its way. */
export async function withdrawRequest(actor: Actor, input: WithdrawInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await claimRequest(tx, scope, { id: input.id });
    if (!found.ok) return found;
    const { request } = found;
    if (request.version !== input.version) return refused({ code: "stale" });
    const refusal = withdrawRefusal({ state: request.state, hasVisitUnderway: isUnderway(request.cases) });
    if (refusal) return refused(refusal);
    const left = await closeCases({ tx, now, scope }, request, request.cases, input.reason);
    if (!left.ok) return left;
    const next = nextRequestState(request.state, "withdraw");
    if (next === null) return refused({ code: "request.wrongState", state: request.state, verb: "withdraw" });
    await tx.visitRequest.update({ where: { id: request.id }, data: { state: next, withdrawReason: input.reason, closedAt: now, version: { increment: 1 } } });
    return carriedOut({ id: request.id }, { audit: [withdrawn(request, "request", request.id, input.reason), ...left.audit], mails: [...left.mails, ...withdrawalMails(request, input.reason)] });
  });
}

/** Withdraws one case of a request; with its last open case the request ends too. Answers the request. */
export async function withdrawCase(actor: Actor, input: WithdrawInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await claimRequest(tx, scope, { cases: { some: { id: input.id } } });
    if (!found.ok) return found;
    const { request } = found;
    const one = request.cases.find(({ id }) => id === input.id);
    if (!one || one.version !== input.version) return refused({ code: "stale" });
    const refusal = withdrawRefusal({ state: request.state, hasVisitUnderway: isUnderway([one]) });
    if (refusal) return refused(refusal);
    const left = await endCases({ tx, now, scope }, request, [one], input.reason);
    if (!left.ok) return left;
    const mails = left.isWithdrawn ? withdrawalMails(request, input.reason) : [];
    return carriedOut({ id: request.id }, { audit: [withdrawn(request, "case", one.id, input.reason), ...left.audit], mails: [...left.mails, ...mails] });
  });
}

/** Closes some cases of a request that was claimed; with the last one the request ends too. What the visits that they leave have to tell comes with it. */
export async function endCases(context: WorkContext, request: RequestRow, cases: readonly CaseRow[], reason: WithdrawReason) {
  const { tx, now } = context;
  const left = await closeCases(context, request, cases, reason);
  if (!left.ok) return left;
  const state = await stateWithoutOpenCases(tx, request);
  const isWithdrawn = state === "WITHDRAWN";
  await tx.visitRequest.update({
    where: { id: request.id },
    data: { version: { increment: 1 }, ...(state ? { state, closedAt: now } : {}), ...(isWithdrawn ? { withdrawReason: reason } : {}) },
  });
  const audit = isWithdrawn ? [withdrawn(request, "request", request.id, reason), ...left.audit] : left.audit;
  return { ok: true as const, isWithdrawn, audit, mails: left.mails };
}

const withOpenCases = {
  facility: { select: { contactEmail: true, contactName: true } },
  cases: { where: { state: { not: "CLOSED" } }, include: { appointments: { where: { outcome: null, removedAt: null }, include: { visit: true } } } },
} as const satisfies Prisma.VisitRequestInclude;
export type RequestRow = Prisma.VisitRequestGetPayload<{ include: typeof withOpenCases }>;
type CaseRow = RequestRow["cases"][number];

async function claimRequest(tx: Tx, scope: Scope, which: Prisma.VisitRequestWhereInput) {
  const found = await claimRequests(tx, scope, which);
  if (!found.ok) return found;
  const [request] = found.requests;
  return request ? { ok: true as const, request } : refused({ code: "notFound" });
}

/** Requests with their open cases, locked in the house's order: the tours of their visits, the visits, the requests. Refuses as outdated where they have changed meanwhile. */
export async function claimRequests(tx: Tx, scope: Scope, which: Prisma.VisitRequestWhereInput) {
  const where = { ...which, ...facilityFilter(scope), state: { not: "DRAFT" as const } };
  const before = await tx.visitRequest.findMany({ where, include: withOpenCases, orderBy: { id: "asc" } });
  const requestIds = before.map(({ id }) => id);
  const visits = visitsOf(before.flatMap(({ cases }) => cases));
  const tourIds = visits.flatMap(({ tourId }) => tourId ?? []);
  const visitIds = visits.map(({ id }) => id);
  await lockTours(tx, tourIds);
  await tx.$executeRaw`SELECT id FROM "Visit" WHERE id = ANY(${visitIds}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT id FROM "VisitRequest" WHERE id = ANY(${requestIds}::uuid[]) ORDER BY id FOR UPDATE`;
  const requests = await tx.visitRequest.findMany({ where: { id: { in: requestIds } }, include: withOpenCases, orderBy: { id: "asc" } });
  const isLocked = visitsOf(requests.flatMap(({ cases }) => cases)).every(({ id, tourId }) => visitIds.includes(id) && (tourId === null || tourIds.includes(tourId)));
  return isLocked ? { ok: true as const, requests } : refused({ code: "stale" });
}

function visitsOf(cases: readonly CaseRow[]) {
  return [...new Map(cases.flatMap(({ appointments }) => appointments.map(({ visit }) => [visit.id, visit] as const))).values()];
}

function isUnderway(cases: readonly CaseRow[]): boolean {
  return visitsOf(cases).some(({ state }) => state === "UNDERWAY");
}

/** Closes cases and takes them out of the visits that still wait for them. */
async function closeCases(context: WorkContext, request: RequestRow, cases: readonly CaseRow[], reason: WithdrawReason) {
  const { tx, now } = context;
  const closeReason: CaseCloseReason = reason === "PERSON_GONE" ? "GONE" : "WITHDRAWN";
  const refusal = cases.map(({ state }) => closeRefusal(state, closeReason)).find((one) => one !== null);
  if (refusal) return refused(refusal);
  await tx.case.updateMany({ where: { id: { in: cases.map(({ id }) => id) } }, data: { state: "CLOSED", closeReason, closedAt: now, version: { increment: 1 } } });
  const appointmentIds = cases.flatMap(({ appointments }) => appointments.map(({ id }) => id));
  await tx.appointment.updateMany({ where: { id: { in: appointmentIds } }, data: { removedAt: now, version: { increment: 1 } } });
  return settleVisits(context, visitsOf(cases).map(({ id }) => id));
}

/** Visits out of which somebody has just been taken: one that is left empty is cancelled, the others get a new version. Answers what there is to tell. */
export async function settleVisits({ tx, scope }: Pick<WorkContext, "tx" | "scope">, visitIds: readonly string[]) {
  const audit: AuditDraft[] = [];
  const mails: MailDraft[] = [];
  const leaving: ChangedStops[] = [];
  for (const id of visitIds) {
    const visit = await scheduledVisit(tx, { id });
    if (!visit) continue;
    const isLeft = visit.openAppointmentCount === 0 && nextVisitState(visit.state, "cancel") !== null;
    const ended = isLeft ? await cancelLeftVisit(tx, visit) : { isStored: await storeVisit(tx, visit, {}), mails: [] };
    if (!ended.isStored) return refused({ code: "stale" });
    mails.push(...ended.mails);
    if (!isLeft) continue;
    audit.push({ action: "visitCancelled", subject: { kind: "visit", id }, facilityId: visit.facilityId });
    leaving.push({ tourId: visit.tourId, wasAnnounced: isAnnounced(visit) });
  }
  // Who drives is none of the facility's business; the mail tells the crew.
  mails.push(...(await asGroup(tx, scope, "portal_office", () => changedStopsMails(tx, leaving))));
  return { ok: true as const, audit, mails };
}

/** Nobody is left in the visit: it goes from its tour, and a facility that knew its date gets the cancellation of the calendar entry. */
async function cancelLeftVisit(tx: Tx, visit: ScheduledVisit): Promise<{ readonly isStored: boolean; readonly mails: readonly MailDraft[] }> {
  const stay = stayAt(visit);
  const notice = stay && isAnnounced(visit) ? withdrawalOf(visit, stay) : null;
  // In this order: once its visit has left, a tour is none of the facility's business.
  if (visit.tourId) await touchTour(tx, visit.tourId);
  const isStored = await storeVisit(tx, visit, { state: stateAfter(visit, "cancel"), tourId: null, ...notice?.sent });
  return { isStored, mails: notice ? [notice.mail] : [] };
}

/** The state of a request whose last case has just been withdrawn: withdrawn, or closed where something was done; null while a case is open. */
async function stateWithoutOpenCases(tx: Tx, request: RequestRow): Promise<RequestState | null> {
  const cases = await tx.case.findMany({ where: { requestId: request.id }, select: { state: true, closeReason: true } });
  if (cases.some(({ state }) => state !== "CLOSED")) return null;
  const hasDone = cases.some(({ closeReason }) => closeReason === "DONE");
  return nextRequestState(request.state, hasDone ? "close" : "withdraw");
}

function withdrawn(request: RequestRow, kind: "request" | "case", id: string, reason: WithdrawReason): AuditDraft {
  return { action: "requestWithdrawn", subject: { kind, id }, facilityId: request.facilityId, details: { reason } };
}

function withdrawalMails({ id, reference, facilityId, facility }: RequestRow, reason: WithdrawReason): readonly MailDraft[] {
  const told = { facilityId, requestId: id };
  const to = { address: facility.contactEmail, name: facility.contactName };
  return [
    { kind: "request-withdrawn", to, facts: { reference, path: `/facility/requests/${id}`, reason }, ...told },
    { kind: "office-request-withdrawn", to: office(), facts: { reference, path: officePath(id), reason }, ...told },
  ];
}
