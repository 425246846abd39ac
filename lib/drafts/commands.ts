import { facilityFilter, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { stateNeeds } from "@/lib/case-facts/commands";
import type { Needs } from "@/lib/case-facts/types";
import { civilOrNull, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { newReference } from "@/lib/db/reference";
import { carriedOut, transact, type CarriedOut } from "@/lib/db/transact";
import type { AuditAction } from "@/lib/audit/types";
import { gapsOfDraft, nextStep } from "@/lib/drafts/rules";
import type { ChosenService, DiscardDraftInput, DraftRequestInput, SetPeopleInput, SetWishesInput } from "@/lib/drafts/schema";
import type { DraftStep } from "@/lib/drafts/types";
import { closuresFor, readOwnFacility } from "@/lib/facilities/queries";
import { parametersInForce } from "@/lib/law/queries";
import { reasonInRoster } from "@/lib/law/replacement";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { sendCases } from "@/lib/requests/commands";
import { isEditable, readRequest, type RequestDetails } from "@/lib/requests/queries";
import { datesRefusal } from "@/lib/requests/rules";
import { civilDateOf } from "@/lib/time/calendar";

/** `next`: the step in which something is missing, or the check; null where the request is not a draft any more. */
type Changed = { readonly id: string; readonly next: DraftStep | null };
type Answer<T = Changed> = Promise<Outcome<T, Refusal>>;

/** The first form of a request: begins it for those who are ticked. Who searches without having ticked anybody begins nothing yet. */
export async function pickPeople(actor: Actor, input: Pick<DraftRequestInput, "residents">): Answer<{ readonly id: string | null; readonly next: DraftStep | null }> {
  return input.residents.length === 0 ? done({ id: null, next: "PEOPLE" }) : draftRequest(actor, input);
}

/** Begins a request for people of the own roster; each asks for an ID card, for the reason that the roster knows, until something else is said. */
export async function draftRequest(actor: Actor, input: Pick<DraftRequestInput, "residents">): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const { facilityId } = scope;
    const residents = [...new Set(input.residents)];
    if (!facilityId || !(await areOwn(tx, scope, residents))) return refused({ code: "notFound" });
    const row = await tx.visitRequest.create({ data: { reference: newReference("A"), facilityId, createdAt: now } });
    await addCases(tx, row, residents.map((residentId) => ({ residentId, service: "ID_CARD" })), now);
    return changed("requestDrafted", row, await nextOf(tx, scope, row.id, now, null));
  });
}

/**
 * Sets who asks for what, and of whom it was asked, why and until when. What is no longer ticked leaves the request; possible until it is sent, and while the office
 * asks back.
 */
export async function setPeople(actor: Actor, input: SetPeopleInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToEdit(tx, scope, input);
    if (!found.ok) return found;
    const wanted = new Map(input.chosen.map((one) => [`${one.residentId}:${one.service}`, one]));
    for (const residentId of input.added) wanted.set(`${residentId}:ID_CARD`, { residentId, service: "ID_CARD" });
    const standing = new Map(found.row.cases.filter(({ state }) => state !== "CLOSED").map((one) => [`${one.residentId}:${one.service}`, one]));
    const joining = [...wanted].filter(([key]) => !standing.has(key)).map(([, one]) => one);
    if (!(await areOwn(tx, scope, joining.map(({ residentId }) => residentId)))) return refused({ code: "notFound" });
    const isStrange = ({ resident }: Needs): boolean => !found.row.cases.some(({ residentId }) => residentId === resident);
    if ((input.needs ?? []).some(isStrange)) return refused({ code: "notFound" });
    const leaving = [...standing].filter(([key]) => !wanted.has(key)).map(([, { id }]) => id);
    await tx.case.deleteMany({ where: { id: { in: leaving } } });
    await addCases(tx, found.row, joining, now);
    await stateNeeds(tx, input.id, input.needs ?? []);
    await tx.visitRequest.update({ where: { id: input.id }, data: { version: { increment: 1 } } });
    return changed("requestChanged", found.row, await nextOf(tx, scope, input.id, now, "PEOPLE"));
  });
}

/** Sets the days that suit and the times in which it does not go. Refuses what cannot be, the first of it (R54, R58; `datesRefusal`). */
export async function setWishes(actor: Actor, input: SetWishesInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await requestToEdit(tx, scope, input);
    if (!found.ok) return found;
    const today = civilDateOf(now);
    const { wishes, blocked = [] } = input;
    const site = (await readOwnFacility(tx, scope))?.site;
    const refusal = datesRefusal({ wishes, blocked }, today, await closuresFor(tx, found.row.facilityId, today), site ? { fromMinutes: site.visitsFrom, untilMinutes: site.visitsUntil } : null);
    if (refusal) return refused(refusal);
    await tx.blockedTime.deleteMany({ where: { requestId: input.id } });
    await tx.blockedTime.createMany({ data: blocked.map(({ firstOn, lastOn, fromMinutes, untilMinutes }) => ({ requestId: input.id, firstOn: dateColumn(firstOn), lastOn: dateColumn(lastOn), fromMinutes, untilMinutes })) });
    await tx.wishWindow.deleteMany({ where: { requestId: input.id } });
    await tx.wishWindow.createMany({ data: wishes.map(({ date, fromMinutes, untilMinutes }) => ({ requestId: input.id, wishedOn: dateColumn(date), fromMinutes, untilMinutes })) });
    await tx.visitRequest.update({ where: { id: input.id }, data: { version: { increment: 1 } } });
    return changed("requestChanged", found.row, await nextOf(tx, scope, input.id, now, "DATES"));
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
    return changed("requestChanged", found.row, null);
  });
}

function changed(action: AuditAction, { id, facilityId }: { readonly id: string; readonly facilityId: string }, next: DraftStep | null): CarriedOut<Changed> {
  return carriedOut({ id, next }, { audit: [{ action, subject: { kind: "request", id }, facilityId }], mails: [] });
}

/** The step in which the next thing is missing, seen in the change itself; null for a request that is out of the draft. */
async function nextOf(tx: Tx, scope: Scope, id: string, now: Date, after: DraftStep | null): Promise<DraftStep | null> {
  const request = await readRequest(tx, scope, id, now);
  if (!request || request.state !== "DRAFT") return null;
  return nextStep(gapsOfDraft(request, (await readOwnFacility(tx, scope))?.site ?? null), after);
}

/** The request as long as the house may change it, locked. */
async function requestToEdit(tx: Tx, scope: Scope, { id, version }: { readonly id: string; readonly version: number }) {
  await tx.$executeRaw`SELECT id FROM "VisitRequest" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.visitRequest.findFirst({ where: { id, ...facilityFilter(scope) }, include: { cases: true } });
  if (!row) return refused({ code: "notFound" });
  if (!isEditable(row)) return refused({ code: "request.wrongState", state: row.state, verb: "send" });
  return row.version === version ? { ok: true as const, row } : refused({ code: "stale" });
}

async function areOwn(tx: Tx, scope: Scope, residentIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(residentIds)];
  return (await tx.resident.count({ where: { id: { in: ids }, goneOn: null, ...facilityFilter(scope) } })) === ids.length;
}

/** In a draft a case is a draft; while the office asks back it is asked for at once. Why a card is needed is not asked where the roster says it (R13). */
async function addCases(tx: Tx, request: Pick<RequestDetails, "id" | "facilityId" | "state">, chosen: readonly ChosenService[], now: Date): Promise<void> {
  const today = civilDateOf(now);
  const parameters = await parametersInForce(tx, today);
  const people = await tx.resident.findMany({ where: { id: { in: chosen.map(({ residentId }) => residentId) } }, select: { id: true, idCardState: true, idExpiresOn: true } });
  const reasons = new Map(people.map((one) => [one.id, reasonInRoster({ idCardState: one.idCardState, idExpiresOn: civilOrNull(one.idExpiresOn) }, today, parameters)]));
  const reasonOf = ({ residentId, service }: ChosenService) => (service === "ID_CARD" ? (reasons.get(residentId) ?? null) : null);
  await tx.case.createMany({ data: chosen.map((one) => ({ ...one, reason: reasonOf(one), requestId: request.id, facilityId: request.facilityId, createdAt: now })) });
  if (request.state !== "DRAFT") await sendCases(tx, request.id, today);
}
