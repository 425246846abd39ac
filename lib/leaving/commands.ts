import { changedStopsMails } from "@/lib/announcements/queries";
import { officePeopleChangeOf } from "@/lib/announcements/rules";
import type { AuditDraft } from "@/lib/audit/types";
import { facilityFilter, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openCaseStates } from "@/lib/cases/queries";
import { sealFor } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { asGroup } from "@/lib/db/in-scope";
import { carriedOut, transact, type WorkContext } from "@/lib/db/transact";
import { parametersInForce } from "@/lib/law/queries";
import { caseAfterLeaving, leaveRefusal } from "@/lib/leaving/rules";
import type { LeaveVisitInput } from "@/lib/leaving/schema";
import { leaveConsequence, type LeaveReason } from "@/lib/leaving/types";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { office } from "@/lib/requests/commands";
import { endRosterEntry } from "@/lib/residents/commands";
import { queueCases } from "@/lib/scheduling/commands";
import { scheduledVisit } from "@/lib/scheduling/queries";
import { stayAt } from "@/lib/scheduling/rules";
import { civilDateOf } from "@/lib/time/calendar";
import { claimRequests, endCases, settleVisits, type RequestRow } from "@/lib/withdrawals/commands";

type Left = { readonly id: string; readonly isCancelled: boolean; readonly isGone: boolean };
type Told = { readonly audit: readonly AuditDraft[]; readonly mails: readonly MailDraft[] };

/**
 * A house says that somebody does not come to an announced visit, and why. The place becomes free; who only cannot come this time waits for the next visit, who
 * does not want a card any more is withdrawn, and whoever is gone leaves everything that is open and the list (R49). A visit without anybody is cancelled. The
 * office is told without a name and without the reason, which stays sealed. By choice until the configured hour, otherwise until the visit begins.
 */
export async function leaveVisit(actor: Actor, input: LeaveVisitInput): Promise<Outcome<Left, Refusal>> {
  return transact(actor, async (context) => {
    const { tx, now, scope } = context;
    const found = await claimPerson(tx, scope, input);
    if (!found.ok) return found;
    const { visit, requests } = found;
    const stay = stayAt(visit);
    if (!stay) return refused({ code: "visit.notOnTour" });
    const refusal = leaveRefusal({ state: visit.state, startsAt: stay.startsAt }, input.reason, now, await parametersInForce(tx, civilDateOf(stay.startsAt)));
    if (refusal) return refused(refusal);
    const own = requests.flatMap(({ cases }) => cases.filter(({ residentId }) => residentId === input.resident).flatMap((one) => one.appointments));
    const here = own.filter(({ visitId }) => visitId === visit.id);
    if (here.length === 0) return refused({ code: "leaving.notInVisit" });
    for (const { id } of here) await tx.appointment.update({ where: { id }, data: { leaveReasonSealed: sealFor("Appointment.leaveReasonSealed", id, input.reason), removedAt: now, version: { increment: 1 } } });
    const told = await followUp(context, requests, input);
    if (!told.ok) return told;
    const after = await scheduledVisit(tx, { id: visit.id });
    if (!after) return refused({ code: "stale" });
    const isCancelled = after.state === "CANCELLED";
    const crew = isCancelled ? [] : await asGroup(tx, scope, "portal_office", () => changedStopsMails(tx, [{ tourId: visit.tourId, wasAnnounced: true }], "PEOPLE"));
    const notice = officePeopleChangeOf(visit, stay.startsAt, isCancelled ? "NOBODY_LEFT" : "LEFT", after.persons.length, office());
    const left: AuditDraft = { action: "personLeftVisit", subject: { kind: "visit", id: visit.id }, alsoAbout: [input.resident], facilityId: visit.facilityId };
    const isGone = leaveConsequence[input.reason] === "GONE";
    return carriedOut({ id: visit.id, isCancelled, isGone }, { audit: [left, ...told.audit], mails: [notice, ...crew, ...told.mails] });
  });
}

/** The visit in the version that was seen, with every request in which the person has something open; tours, visits and requests are locked. */
async function claimPerson(tx: Tx, scope: Scope, { id, version, resident }: LeaveVisitInput) {
  const where = { id, ...facilityFilter(scope) };
  const before = await tx.visit.findFirst({ where, select: { version: true } });
  if (!before) return refused({ code: "notFound" });
  if (before.version !== version) return refused({ code: "stale" });
  const claimed = await claimRequests(tx, scope, { cases: { some: { residentId: resident, state: { not: "CLOSED" } } } });
  if (!claimed.ok) return claimed;
  const visit = await scheduledVisit(tx, where);
  if (!visit || visit.version !== version) return refused({ code: "stale" });
  return { ok: true as const, visit, requests: claimed.requests };
}

type Answer = ({ readonly ok: true } & Told) | { readonly ok: false; readonly refusal: Refusal };

/** What follows for the cases of the person: those of this visit, or all that are open where the person is gone. */
async function followUp(context: WorkContext, requests: readonly RequestRow[], { id, resident, reason }: LeaveVisitInput): Promise<Answer> {
  const isGone = leaveConsequence[reason] === "GONE";
  if (isGone && (await hasMoreOpen(context.tx, resident, requests))) return refused({ code: "stale" });
  const audit: AuditDraft[] = [];
  const mails: MailDraft[] = [];
  for (const request of requests) {
    const concerned = request.cases.filter((one) => one.residentId === resident && (isGone || one.appointments.some(({ visitId }) => visitId === id)));
    const told = await followRequest(context, request, concerned, reason);
    if (!told.ok) return told;
    audit.push(...told.audit);
    mails.push(...told.mails);
  }
  if (isGone) audit.push(await endRosterEntry(context.tx, context.now, resident));
  return { ok: true, audit, mails };
}

/** Whether something has been asked for since the requests were claimed. From here on nothing more can be: whoever sends a request locks its people. */
async function hasMoreOpen(tx: Tx, residentId: string, requests: readonly RequestRow[]): Promise<boolean> {
  await tx.$executeRaw`SELECT id FROM "Resident" WHERE id = ${residentId}::uuid FOR UPDATE`;
  const known = requests.map(({ id }) => id);
  return (await tx.case.count({ where: { residentId, state: { in: [...openCaseStates] }, requestId: { notIn: known } } })) > 0;
}

async function followRequest(context: WorkContext, request: RequestRow, cases: RequestRow["cases"], reason: LeaveReason): Promise<Answer> {
  const { tx, now, scope } = context;
  const ending = cases.filter(({ state }) => caseAfterLeaving(reason, state) === "END");
  const others = cases.filter(({ state }) => caseAfterLeaving(reason, state) !== "END");
  if (cases.some(({ appointments }) => appointments.some(({ visit }) => visit.state === "UNDERWAY"))) return refused({ code: "request.visitUnderway" });
  const open = others.flatMap(({ appointments }) => appointments);
  await tx.appointment.updateMany({ where: { id: { in: open.map(({ id }) => id) }, removedAt: null }, data: { removedAt: now, version: { increment: 1 } } });
  const ended = ending.length > 0 ? await endCases(context, request, ending, leaveConsequence[reason] === "GONE" ? "PERSON_GONE" : "NO_LONGER_NEEDED") : { ok: true as const, audit: [], mails: [] };
  if (!ended.ok) return ended;
  const settled = await settleVisits(context, [...new Set(open.map(({ visitId }) => visitId))].sort());
  if (!settled.ok) return settled;
  const waiting = others.filter(({ state }) => caseAfterLeaving(reason, state) === "WAIT");
  for (const kind of ["APPLICATION", "HAND_OVER"] as const) {
    const caseIds = waiting.flatMap(({ id, appointments }) => (appointments.some((one) => one.kind === kind) ? [id] : []));
    // Which visits of the house wait to be planned is the office's.
    if (caseIds.length > 0) await asGroup(tx, scope, "portal_office", () => queueCases(tx, now, request.facilityId, caseIds, kind));
  }
  return { ok: true, audit: [...ended.audit, ...settled.audit], mails: [...ended.mails, ...settled.mails] };
}
