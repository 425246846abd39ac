/** The fee in hardship. */
import type { AskedFacts, FeeDecision, FeeDecisionReason, Service } from "@/lib/cases/types";
import { appliesForDocument } from "@/lib/law/eligibility";
import { verdict, type Verdict } from "@/lib/law/verdicts";

const reasonsOf = {
  WAIVED: ["NO_OWN_MEANS", "HARDSHIP_PROVEN"],
  REDUCED: ["NO_OWN_MEANS", "HARDSHIP_PROVEN"],
  FULL: ["NOT_PROVEN", "NOT_NEEDY"],
} as const satisfies Record<FeeDecision, readonly FeeDecisionReason[]>;

export type FeeRefusal = { readonly code: "fee.reasonDoesNotFit" } | { readonly code: "fee.amountMissing" } | { readonly code: "fee.amountNotLess"; readonly fullCents: number } | { readonly code: "fee.notAsked" };

export type FeeDecided = { readonly decision: FeeDecision; readonly reason: FeeDecisionReason; readonly reducedCents: number | null };

/** R33: a decision by hand, with a reason that fits it; a reduced fee is more than nothing and less than the whole (§ 1 (6) PAuswGebV). */
export function feeDecisionRefusal({ decision, reason, reducedCents }: FeeDecided, fullCents: number): FeeRefusal | null {
  const fitting: readonly FeeDecisionReason[] = reasonsOf[decision];
  if (!fitting.includes(reason)) return { code: "fee.reasonDoesNotFit" };
  if (decision !== "REDUCED") return null;
  if (reducedCents === null || reducedCents === 0) return { code: "fee.amountMissing" };
  return reducedCents < fullCents ? null : { code: "fee.amountNotLess", fullCents };
}

/** R33: what a decision leaves to pay; null where the whole fee stays. */
export function decidedCents(decision: FeeDecision | null, reducedCents: number | null): number | null {
  if (decision === "WAIVED") return 0;
  return decision === "REDUCED" ? reducedCents : null;
}

/** R33: nothing is waived by itself, also not for whoever lives on benefits; the office decides by hand. */
export function reductionVerdicts(asked: Pick<AskedFacts, "isReductionAsked" | "decidedFeeCents">, requested: readonly Service[]): readonly Verdict[] {
  if (!asked.isReductionAsked || !appliesForDocument(requested)) return [];
  return asked.decidedFeeCents === null ? [verdict("fee.reductionAsked")] : [verdict("fee.reductionDecided", { cents: asked.decidedFeeCents })];
}
