import type { AuditAction } from "@/lib/audit/types";
import type { Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { dueOn, nextCaseState } from "@/lib/cases/rules";
import { sealNote } from "@/lib/crypto/columns";
import { civilOrNull, dateColumnOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact, type CarriedOut } from "@/lib/db/transact";
import { env } from "@/lib/env";
import { parametersInForce } from "@/lib/law/queries";
import type { MailDraft } from "@/lib/mail/types";
import { mailFrame } from "@/lib/messages/mails";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { readRequest } from "@/lib/requests/queries";
import { nextRequestState, requestStateRefusal } from "@/lib/requests/rules";
import type { AnswerRequestInput, SendRequestInput } from "@/lib/requests/schema";
import { residentFactsOf, withFacts } from "@/lib/residents/queries";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

type Changed = { readonly id: string };
type Answer = Promise<Outcome<Changed, Refusal>>;

/** Sends a draft to the office (R65). Refuses what the law forbids, duplicates, past or closed days, and a missing declaration (R01, R20 to R23, R54, R64). */
export async function sendRequest(actor: Actor, input: SendRequestInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToSend(tx, scope, input, "send", now);
    if (!found.ok) return found;
    const { details } = found;
    await tx.visitRequest.update({
      where: { id: input.id },
      data: { state: found.next, informedAt: now, sentAt: now, facilityNoteSealed: sealNote("VisitRequest.facilityNoteSealed", input.id, input.note), version: { increment: 1 } },
    });
    await sendCases(tx, input.id, civilDateOf(now));
    const persons = details.persons.length;
    const path = { reference: details.reference, path: `/facility/requests/${input.id}` };
    return changed("requestSent", details, [
      { kind: "request-received", to: details.contact, facts: { ...path, persons }, facilityId: details.facilityId, requestId: input.id },
      { kind: "office-request-sent", to: office(), facts: { reference: details.reference, path: officePath(input.id), persons }, facilityId: details.facilityId, requestId: input.id },
    ]);
  });
}

/** Answers the office's question and gives the request back. The note joins what was written before; the same checks hold as for sending. */
export async function answerRequest(actor: Actor, input: AnswerRequestInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToSend(tx, scope, input, "answer", now);
    if (!found.ok) return found;
    const { details } = found;
    const facilityNote = [details.facilityNote, input.note].filter((text) => text !== "").join("\n\n");
    await tx.visitRequest.update({ where: { id: input.id }, data: { state: found.next, informedAt: now, facilityNoteSealed: sealNote("VisitRequest.facilityNoteSealed", input.id, facilityNote), version: { increment: 1 } } });
    return changed("requestAnswered", details, [
      { kind: "office-request-answered", to: office(), facts: { reference: details.reference, path: officePath(input.id) }, facilityId: details.facilityId, requestId: input.id },
    ]);
  });
}

/** Where mails to the office go. */
export function office(): MailDraft["to"] {
  return { address: env().officeEmail, name: mailFrame.office };
}

/** The request as the office opens it. */
export function officePath(id: string): string {
  return `/office/requests/${id}`;
}

function changed(action: AuditAction, { id, facilityId }: { readonly id: string; readonly facilityId: string }, mails: readonly MailDraft[]): CarriedOut<Changed> {
  return carriedOut({ id }, { audit: [{ action, subject: { kind: "request", id }, facilityId }], mails });
}

/** The request with everything that sending checks; its persons are locked, so that two requests cannot ask for the same at one time. */
async function requestToSend(tx: Tx, scope: Scope, input: SendRequestInput, verb: "send" | "answer", now: Date) {
  const { id, version, informed } = input;
  await tx.$executeRaw`SELECT id FROM "VisitRequest" WHERE id = ${id}::uuid FOR UPDATE`;
  await tx.$executeRaw`SELECT id FROM "Resident" WHERE id IN (SELECT "residentId" FROM "Case" WHERE "requestId" = ${id}::uuid) ORDER BY id FOR UPDATE`;
  const details = await readRequest(tx, scope, id, now);
  if (!details) return refused({ code: "notFound" });
  const wrongState = requestStateRefusal(details.state, verb);
  if (wrongState) return refused(wrongState);
  if (details.version !== version) return refused({ code: "stale" });
  const refusal: Refusal | undefined = details.refusals[0] ?? (informed ? undefined : { code: "request.notInformed" });
  if (refusal) return refused(refusal);
  const next = nextRequestState(details.state, verb);
  return next ? { ok: true as const, details, next } : refused({ code: "request.wrongState", state: details.state, verb });
}

/** Moves the drafts among a request's cases on, each with the day by which it presses (R59). */
export async function sendCases(tx: Tx, requestId: string, askedOn: CivilDate): Promise<void> {
  const parameters = await parametersInForce(tx, askedOn);
  const cases = await tx.case.findMany({ where: { requestId, state: "DRAFT" }, include: { resident: { include: withFacts } } });
  for (const { id, state, service, neededBy, resident } of cases) {
    const next = nextCaseState(state, "send");
    if (next === null) continue;
    const { idExpiresOn, custody } = residentFactsOf(resident);
    const day = dueOn({ service, askedOn, neededOn: civilOrNull(neededBy), idExpiresOn, custody }, parameters);
    await tx.case.update({ where: { id }, data: { state: next, dueOn: dateColumnOrNull(day), version: { increment: 1 } } });
  }
}
