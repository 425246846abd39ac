import { facilityFilter, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { closeRequestIfDone } from "@/lib/cases/commands";
import { caseStateRefusal, closeRefusal as caseCloseRefusal } from "@/lib/cases/rules";
import { sealNote } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact } from "@/lib/db/transact";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { needsVisit, nextRequestState, requestStateRefusal } from "@/lib/requests/rules";
import type { DeclineReason, QuestionReason, RequestVerb } from "@/lib/requests/types";
import { queueCases } from "@/lib/scheduling/commands";

type Versioned = { readonly id: string; readonly version: number };
type Decided = Promise<Outcome<{ id: string }, Refusal>>;

/**
 * Takes a request on: its cases wait for a visit, merged with what else the facility waits for. Cases that need no visit (exemption, R11) wait for the
 * office alone. The facility is told.
 */
export async function acceptRequest(actor: Actor, input: Versioned): Decided {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToDecide(tx, scope, input, "accept");
    if (!found.ok) return found;
    const { request } = found;
    const refusal = request.cases.map((one) => caseStateRefusal(one.state, "accept")).find((one) => one !== null);
    if (refusal) return refused(refusal);
    await tx.visitRequest.update({ where: { id: request.id }, data: { state: found.next, decidedAt: now, version: { increment: 1 } } });
    const caseIds = request.cases.map(({ id }) => id);
    await tx.case.updateMany({ where: { id: { in: caseIds } }, data: { state: "ACCEPTED", version: { increment: 1 } } });
    const forVisit = request.cases.filter(({ service }) => needsVisit([service])).map(({ id }) => id);
    if (forVisit.length > 0) await queueCases(tx, now, request.facilityId, forVisit, "APPLICATION");
    return carriedOut(
      { id: request.id },
      {
        audit: [{ action: "requestAccepted", subject: { kind: "request", id: request.id }, facilityId: request.facilityId, details: { cases: caseIds.length } }],
        mails: [answerMail("request-accepted", request)],
      },
    );
  });
}

/** Asks the facility back with a coded reason; a note stays in the portal and never goes into the mail (R62). */
export async function questionRequest(actor: Actor, input: Versioned & { readonly reason: QuestionReason; readonly note: string }): Decided {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToDecide(tx, scope, input, "askBack");
    if (!found.ok) return found;
    const { request } = found;
    await tx.visitRequest.update({
      where: { id: request.id },
      data: { state: found.next, questionReason: input.reason, officeNoteSealed: sealNote("VisitRequest.officeNoteSealed", request.id, input.note), decidedAt: now, version: { increment: 1 } },
    });
    return carriedOut(
      { id: request.id },
      {
        audit: [{ action: "requestQuestioned", subject: { kind: "request", id: request.id }, facilityId: request.facilityId, details: { reason: input.reason } }],
        mails: [answerMail("request-questioned", request, input.reason)],
      },
    );
  });
}

/** Declines a request with a coded reason; all of its cases close. */
export async function declineRequest(actor: Actor, input: Versioned & { readonly reason: DeclineReason; readonly note: string }): Decided {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToDecide(tx, scope, input, "decline");
    if (!found.ok) return found;
    const { request } = found;
    await tx.visitRequest.update({
      where: { id: request.id },
      data: { state: found.next, declineReason: input.reason, officeNoteSealed: sealNote("VisitRequest.officeNoteSealed", request.id, input.note), decidedAt: now, closedAt: now, version: { increment: 1 } },
    });
    await tx.case.updateMany({
      where: { requestId: request.id, state: { not: "CLOSED" } },
      data: { state: "CLOSED", closeReason: "DECLINED", closedAt: now, version: { increment: 1 } },
    });
    return carriedOut(
      { id: request.id },
      {
        audit: [{ action: "requestDeclined", subject: { kind: "request", id: request.id }, facilityId: request.facilityId, details: { reason: input.reason } }],
        mails: [answerMail("request-declined", request, input.reason)],
      },
    );
  });
}

/** Closes an accepted case that needs no visit (R11: the exemption was decided on paper); the request closes with its last case. */
export async function settleCase(actor: Actor, input: Versioned): Decided {
  return transact(actor, async ({ tx, now, scope }) => {
    const one = await tx.case.findFirst({ where: { id: input.id, ...facilityFilter(scope) } });
    if (!one || needsVisit([one.service])) return refused({ code: "notFound" });
    const refusal = caseCloseRefusal(one.state, "DONE");
    if (refusal) return refused(refusal);
    if (one.version !== input.version) return refused({ code: "stale" });
    await tx.case.update({ where: { id: one.id }, data: { state: "CLOSED", closeReason: "DONE", closedAt: now, version: { increment: 1 } } });
    await closeRequestIfDone(tx, now, one.requestId);
    return carriedOut(
      { id: one.requestId },
      { audit: [{ action: "caseSettled", subject: { kind: "case", id: one.id }, facilityId: one.facilityId, details: { service: one.service } }], mails: [] },
    );
  });
}

type RequestRow = NonNullable<Awaited<ReturnType<typeof readRequest>>>;

function readRequest(tx: Tx, scope: Scope, id: string) {
  return tx.visitRequest.findFirst({ where: { id, ...facilityFilter(scope) }, include: { facility: true, cases: { where: { state: { not: "CLOSED" } } } } });
}

/** The request in the state and version that the deciding person saw, locked until the decision is stored. */
async function requestToDecide(tx: Tx, scope: Scope, { id, version }: Versioned, verb: RequestVerb) {
  await tx.$executeRaw`SELECT id FROM "VisitRequest" WHERE id = ${id}::uuid FOR UPDATE`;
  const request = await readRequest(tx, scope, id);
  if (!request || request.state === "DRAFT") return refused({ code: "notFound" });
  const wrongState = requestStateRefusal(request.state, verb);
  if (wrongState) return refused(wrongState);
  if (request.version !== version) return refused({ code: "stale" });
  const next = nextRequestState(request.state, verb);
  if (next === null) throw new Error("a verb without a next state was not refused");
  return { ok: true as const, request, next };
}

function answerMail(kind: "request-accepted", request: RequestRow): MailDraft;
function answerMail(kind: "request-questioned", request: RequestRow, reason: QuestionReason): MailDraft;
function answerMail(kind: "request-declined", request: RequestRow, reason: DeclineReason): MailDraft;
function answerMail(kind: MailDraft["kind"], request: RequestRow, reason?: QuestionReason | DeclineReason): MailDraft {
  const { facility } = request;
  const facts = { reference: request.reference, path: `/facility/requests/${request.id}`, ...(reason ? { reason } : {}) };
  return {
    kind,
    to: { address: facility.contactEmail, name: facility.contactName },
    facts,
    requestId: request.id,
    facilityId: request.facilityId,
  } as MailDraft;
}
