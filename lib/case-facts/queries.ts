import { askedOf, openCaseStates } from "@/lib/cases/queries";
import { applicationServices, type CaseState, type FeeDecision, type FeeDecisionReason, type Service } from "@/lib/cases/types";
import { civilOrNull } from "@/lib/db/civil";
import { judge, type Judgement, type LawContext } from "@/lib/law/rules";
import type { ResidentFacts } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";
import type { Case } from "@/prisma/generated/client/client";

/** R19: the case to which the other authority's authorisation is recorded. */
export type ToAuthorise = { readonly caseId: string; readonly version: number; readonly authorisedOn: CivilDate | null };

/** R33: the case whose fee somebody asked to reduce, with the decision. */
export type ToDecide = { readonly caseId: string; readonly version: number; readonly wholeCents: number; readonly decision: FeeDecision | null; readonly reason: FeeDecisionReason | null };

/** What the law says about a person for her cases and what the request says beside them. */
export function judgeCases(facts: ResidentFacts, cases: readonly Case[], context: LawContext): Judgement {
  return judge(facts, cases.map(({ service }) => service), context, askedOf(cases));
}

function isOpenDocument({ service, state }: Case): boolean {
  return (applicationServices as readonly Service[]).includes(service) && (openCaseStates as readonly CaseState[]).includes(state);
}

/** The first open case that needs the other authority. One authorisation is recorded to all of a person's documents in the request. */
export function authorisationOf(cases: readonly Case[], { competence }: Judgement): ToAuthorise | null {
  const one = cases.find(isOpenDocument);
  return one && competence === "NOT_COMPETENT" ? { caseId: one.id, version: one.version, authorisedOn: civilOrNull(one.authorisedOn) } : null;
}

/** What somebody would pay without a decision. */
export function wholeCentsOf({ fee }: Judgement): number {
  return fee.items.reduce((sum, { cents }) => sum + cents, 0);
}

/** The open case whose fee somebody asked to reduce; null where nobody did. */
export function reductionOf(cases: readonly Case[], judgement: Judgement): ToDecide | null {
  const one = cases.find((each) => each.isReductionAsked && isOpenDocument(each));
  if (!one) return null;
  return { caseId: one.id, version: one.version, wholeCents: wholeCentsOf(judgement), decision: one.feeDecision, reason: one.feeDecisionReason };
}
