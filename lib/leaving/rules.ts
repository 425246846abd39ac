import type { CaseState } from "@/lib/cases/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { leaveConsequence, leaveReasons, type LeaveReason } from "@/lib/leaving/types";
import { changePeopleRefusal } from "@/lib/visits/rules";
import type { VisitRefusal, VisitState } from "@/lib/visits/types";

/** What nobody can foresee: illness, a transfer, a release, a death. */
export function isUnforeseen(reason: LeaveReason): boolean {
  return reason !== "NOT_THIS_TIME" && reason !== "NOT_WANTED";
}

/** A house takes somebody out by choice until the configured hour; what nobody can foresee it reports until the visit begins or the crew has left for it. */
export function leaveRefusal(visit: { readonly state: VisitState; readonly startsAt: Date }, reason: LeaveReason, now: Date, parameters: ParameterValues): VisitRefusal | null {
  return changePeopleRefusal(visit, isUnforeseen(reason), now, parameters);
}

/** The reasons that a house can give now; what its page offers. */
export function leaveReasonsNow(visit: { readonly state: VisitState; readonly startsAt: Date }, now: Date, parameters: ParameterValues): readonly LeaveReason[] {
  return leaveReasons.filter((reason) => leaveRefusal(visit, reason, now, parameters) === null);
}

/** What becomes of one open case. A card that is being made stays a case of the office, which clears where it goes (R49); everything else of somebody who is gone ends. */
export function caseAfterLeaving(reason: LeaveReason, state: CaseState): "WAIT" | "END" | "CLEAR" {
  const consequence = leaveConsequence[reason];
  if (consequence === "WAIT") return "WAIT";
  return state === "APPLIED" ? "CLEAR" : "END";
}
