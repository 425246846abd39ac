import type { Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openCaseStates } from "@/lib/cases/queries";
import { applicationServices } from "@/lib/cases/types";
import { judgeCases, wholeCentsOf } from "@/lib/case-facts/queries";
import type { DecideFeeInput, RecordAuthorisationInput } from "@/lib/case-facts/schema";
import type { Needs } from "@/lib/case-facts/types";
import { dateColumn, dateColumnOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact } from "@/lib/db/transact";
import { photoByOf } from "@/lib/facilities/rules";
import { lacksAuthorisation } from "@/lib/law/authorisation";
import { parametersInForce } from "@/lib/law/queries";
import { feeDecisionRefusal } from "@/lib/law/reduction";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { residentFactsOf, withFacts } from "@/lib/residents/queries";
import { civilDateOf } from "@/lib/time/calendar";

type Answer = Promise<Outcome<{ readonly id: string }, Refusal>>;
type Versioned = { readonly id: string; readonly version: number };

/**
 * A house says why a person needs a card, until when, whether the fee is a hardship and whether the card shall be sent (R13, R14, R33, R35, R45), as a part of the change
 * that says who asks for what. What the law makes of it stands beside the question; nothing of it is refused here. Whoever applies for no document is passed over.
 */
export async function stateNeeds(tx: Tx, requestId: string, needs: readonly Needs[]): Promise<void> {
  const byResident = new Map(needs.map((one) => [one.resident, one]));
  const cases = await tx.case.findMany({ where: { requestId, residentId: { in: [...byResident.keys()] }, state: { not: "CLOSED" }, service: { in: [...applicationServices] } }, select: { id: true, residentId: true, service: true } });
  for (const { id, residentId, service } of cases) {
    const { reason, neededBy, reduction, shipping } = byResident.get(residentId)!;
    const isCard = service === "ID_CARD";
    const data = { reason: isCard ? reason : null, neededBy: dateColumnOrNull(neededBy), isReductionAsked: reduction, isShippingWanted: isCard && shipping };
    await tx.case.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  }
}

/**
 * The office records since when the authorisation of the competent authority is there (R19, § 8 (4) S. 2 PAuswG); it holds for all open documents of this person
 * in the request. Refused for a day to come and where Dortmund is competent. Answers the request.
 */
export async function recordAuthorisation(actor: Actor, input: RecordAuthorisationInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await documentCase(tx, scope, input);
    if (!found.ok) return found;
    const { row } = found;
    const today = civilDateOf(now);
    if (input.authorisedOn > today) return refused({ code: "authorisation.inTheFuture" });
    const parameters = await parametersInForce(tx, today);
    if (!lacksAuthorisation(residentFactsOf(row.resident), null, today, parameters)) return refused({ code: "authorisation.notNeeded" });
    await tx.case.updateMany({
      where: { requestId: row.requestId, residentId: row.residentId, service: { in: [...applicationServices] }, state: { in: [...openCaseStates] } },
      data: { authorisedOn: dateColumn(input.authorisedOn), version: { increment: 1 } },
    });
    const audit = { action: "authorisationRecorded", subject: { kind: "case", id: row.id }, facilityId: row.facilityId, details: { authorisedOn: input.authorisedOn } } as const;
    return carriedOut({ id: row.requestId }, { audit: [audit], mails: [] });
  });
}

/**
 * The office decides by hand about a fee in hardship, with a coded reason (R33, § 1 (6) PAuswGebV): waived, reduced to an amount, or not. Refused where nobody
 * asked, where the reason does not fit, or where the amount is not less than the whole fee. Answers the request.
 */
export async function decideFee(actor: Actor, input: DecideFeeInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    const found = await documentCase(tx, scope, input);
    if (!found.ok) return found;
    const { row } = found;
    if (!row.isReductionAsked) return refused({ code: "fee.notAsked" });
    const refusal = feeDecisionRefusal(input, await wholeFee(tx, row, now));
    if (refusal) return refused(refusal);
    await tx.case.update({
      where: { id: row.id },
      data: { feeDecision: input.decision, feeDecisionReason: input.reason, reducedFeeCents: input.decision === "REDUCED" ? input.reducedCents : null, version: { increment: 1 } },
    });
    const audit = { action: "feeDecided", subject: { kind: "case", id: row.id }, facilityId: row.facilityId, details: { decision: input.decision } } as const;
    return carriedOut({ id: row.requestId }, { audit: [audit], mails: [] });
  });
}

/** An open document of a person, in the version that was seen; for the office alone. */
async function documentCase(tx: Tx, scope: Scope, { id, version }: Versioned) {
  if (scope.reach !== "office") return refused({ code: "notFound" });
  const row = await tx.case.findFirst({
    where: { id, service: { in: [...applicationServices] }, state: { in: [...openCaseStates] } },
    include: { resident: { include: withFacts }, request: { include: { facility: { select: { kind: true } }, cases: true } } },
  });
  if (!row) return refused({ code: "notFound" });
  return row.version === version ? { ok: true as const, row } : refused({ code: "stale" });
}

type DocumentCase = Extract<Awaited<ReturnType<typeof documentCase>>, { ok: true }>["row"];

/** What this person would pay for everything in the request without a decision. */
async function wholeFee(tx: Tx, row: DocumentCase, now: Date): Promise<number> {
  const today = civilDateOf(now);
  const context = { today, visitOn: null, parameters: await parametersInForce(tx, today), photoBy: photoByOf(row.request.facility.kind), isOutsideServiceHours: false };
  return wholeCentsOf(judgeCases(residentFactsOf(row.resident), row.request.cases.filter(({ residentId }) => residentId === row.residentId), context));
}
