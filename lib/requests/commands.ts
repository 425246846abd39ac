import type { AuditAction } from "@/lib/audit/types";
import { facilityFilter, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { dueOn, nextCaseState } from "@/lib/cases/rules";
import { sealNote } from "@/lib/crypto/columns";
import { civilOrNull, dateColumn, dateColumnOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { newReference } from "@/lib/db/reference";
import { carriedOut, transact, type CarriedOut } from "@/lib/db/transact";
import { env } from "@/lib/env";
import { closuresFor } from "@/lib/facilities/queries";
import { parametersInForce } from "@/lib/law/queries";
import type { MailDraft } from "@/lib/mail/types";
import { mailFrame } from "@/lib/messages/mails";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { isEditable, readRequest, type RequestDetails } from "@/lib/requests/queries";
import { nextRequestState, requestStateRefusal, wishRefusal } from "@/lib/requests/rules";
import type { AnswerRequestInput, ChosenService, DiscardDraftInput, SendRequestInput, SetPeopleInput, SetWishesInput } from "@/lib/requests/schema";
import { residentFactsOf, withFacts } from "@/lib/residents/queries";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

type Changed = { readonly id: string };
type Answer = Promise<Outcome<Changed, Refusal>>;

/** Begins a request for people of the own roster; each asks for an ID card until something else is ticked. */
export async function draftRequest(actor: Actor, input: { readonly residents: readonly string[] }): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const { facilityId } = scope;
    if (!facilityId || !(await areOwn(tx, scope, input.residents))) return refused({ code: "notFound" });
    const row = await tx.visitRequest.create({ data: { reference: newReference("A"), facilityId, createdAt: now } });
    await addCases(tx, row, input.residents.map((residentId) => ({ residentId, service: "ID_CARD" })), now);
    return changed("requestDrafted", row, []);
  });
}

/** Sets who asks for what. What is no longer ticked leaves the request; possible until it is sent, and while the office asks back. */
export async function setPeople(actor: Actor, input: SetPeopleInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToEdit(tx, scope, input);
    if (!found.ok) return found;
    const wanted = new Map(input.chosen.map((one) => [`${one.residentId}:${one.service}`, one]));
    for (const residentId of input.added) wanted.set(`${residentId}:ID_CARD`, { residentId, service: "ID_CARD" });
    const standing = new Map(found.row.cases.filter(({ state }) => state !== "CLOSED").map((one) => [`${one.residentId}:${one.service}`, one]));
    const joining = [...wanted].filter(([key]) => !standing.has(key)).map(([, one]) => one);
    if (!(await areOwn(tx, scope, joining.map(({ residentId }) => residentId)))) return refused({ code: "notFound" });
    const leaving = [...standing].filter(([key]) => !wanted.has(key)).map(([, { id }]) => id);
    await tx.case.deleteMany({ where: { id: { in: leaving } } });
    await addCases(tx, found.row, joining, now);
    await tx.visitRequest.update({ where: { id: input.id }, data: { version: { increment: 1 } } });
    return changed("requestChanged", found.row, []);
  });
}

/** Sets the days that suit. Refuses a day that has passed or on which nothing takes place (R54). */
export async function setWishes(actor: Actor, input: SetWishesInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToEdit(tx, scope, input);
    if (!found.ok) return found;
    const today = civilDateOf(now);
    const closures = await closuresFor(tx, found.row.facilityId, today);
    const refusal = input.wishes.map((wish) => wishRefusal(wish, today, closures)).find((one) => one !== null);
    if (refusal) return refused(refusal);
    await tx.wishWindow.deleteMany({ where: { requestId: input.id } });
    await tx.wishWindow.createMany({ data: input.wishes.map(({ date, fromMinutes, untilMinutes }) => ({ requestId: input.id, wishedOn: dateColumn(date), fromMinutes, untilMinutes })) });
    await tx.visitRequest.update({ where: { id: input.id }, data: { version: { increment: 1 } } });
    return changed("requestChanged", found.row, []);
  });
}

/** Throws a draft away with its cases; nobody outside of the house has seen it. */
export async function discardDraft(actor: Actor, input: DiscardDraftInput): Answer {
  return transact(actor, async ({ tx, scope }) => {
    const found = await requestToEdit(tx, scope, input);
    if (!found.ok) return found;
    if (found.row.state !== "DRAFT") return refused({ code: "request.wrongState", state: found.row.state, verb: "send" });
    await tx.case.deleteMany({ where: { requestId: input.id } });
    await tx.visitRequest.delete({ where: { id: input.id } });
    return changed("requestChanged", found.row, []);
  });
}

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

type Versioned = { readonly id: string; readonly version: number };

/** The request as long as the house may change it, locked. */
async function requestToEdit(tx: Tx, scope: Scope, { id, version }: Versioned) {
  await tx.$executeRaw`SELECT id FROM "VisitRequest" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.visitRequest.findFirst({ where: { id, ...facilityFilter(scope) }, include: { cases: true } });
  if (!row) return refused({ code: "notFound" });
  if (!isEditable(row)) return refused({ code: "request.wrongState", state: row.state, verb: "send" });
  return row.version === version ? { ok: true as const, row } : refused({ code: "stale" });
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

async function areOwn(tx: Tx, scope: Scope, residentIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(residentIds)];
  return (await tx.resident.count({ where: { id: { in: ids }, goneOn: null, ...facilityFilter(scope) } })) === ids.length;
}

/** In a draft a case is a draft; while the office asks back it is asked for at once. */
async function addCases(tx: Tx, request: Pick<RequestDetails, "id" | "facilityId" | "state">, chosen: readonly ChosenService[], now: Date): Promise<void> {
  await tx.case.createMany({ data: chosen.map((one) => ({ ...one, requestId: request.id, facilityId: request.facilityId, createdAt: now })) });
  if (request.state !== "DRAFT") await sendCases(tx, request.id, civilDateOf(now));
}

/** Moves the drafts among a request's cases on, each with the day by which it presses (R59). */
async function sendCases(tx: Tx, requestId: string, askedOn: CivilDate): Promise<void> {
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
