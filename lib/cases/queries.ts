import type { Tx } from "@/lib/db/client";
import { earliestDueOn } from "@/lib/cases/rules";
import type { ApplicationReason, AskedFacts, CaseState, FeeDecision, Service } from "@/lib/cases/types";
import { civilOrNull } from "@/lib/db/civil";
import { decidedCents } from "@/lib/law/reduction";

/** A case that somebody waits for: sent and not closed. */
export const openCaseStates = ["REQUESTED", "ACCEPTED", "APPLIED"] as const satisfies readonly CaseState[];

export type OpenCase = { readonly residentId: string; readonly service: Service; readonly reference: string };

/** The open cases of persons outside of one request, with the reference of the request they stand in; by them a duplicate is found. */
export async function openCasesOf(tx: Tx, residentIds: readonly string[], exceptRequestId: string | null): Promise<readonly OpenCase[]> {
  if (residentIds.length === 0) return [];
  const rows = await tx.case.findMany({
    where: { residentId: { in: [...residentIds] }, state: { in: [...openCaseStates] }, ...(exceptRequestId ? { requestId: { not: exceptRequestId } } : {}) },
    select: { residentId: true, service: true, request: { select: { reference: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ residentId, service, request }) => ({ residentId, service, reference: request.reference }));
}

type AskedRow = {
  readonly reason: ApplicationReason | null;
  readonly neededBy: Date | null;
  readonly isReductionAsked: boolean;
  readonly isShippingWanted: boolean;
  readonly feeDecision: FeeDecision | null;
  readonly reducedFeeCents: number | null;
};

/** What `askedOf` needs to have been read. */
export const askedColumns = { reason: true, neededBy: true, isReductionAsked: true, isShippingWanted: true, feeDecision: true, reducedFeeCents: true } as const;

/** What a request says about one person, from her cases. */
export function askedOf(cases: readonly AskedRow[]): AskedFacts {
  return {
    reason: cases.find(({ reason }) => reason !== null)?.reason ?? null,
    neededOn: earliestDueOn(cases.map(({ neededBy }) => civilOrNull(neededBy))),
    isReductionAsked: cases.some(({ isReductionAsked }) => isReductionAsked),
    isShippingWanted: cases.some(({ isShippingWanted }) => isShippingWanted),
    decidedFeeCents: cases.map(({ feeDecision, reducedFeeCents }) => decidedCents(feeDecision, reducedFeeCents)).find((cents) => cents !== null) ?? null,
  };
}
