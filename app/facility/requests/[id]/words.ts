import { requestPages as words } from "@/lib/messages/facility-requests";
import { labels } from "@/lib/messages/labels";
import type { RequestCase, RequestDetails } from "@/lib/requests/queries";

/** The coded reason of a decision or withdrawal in words, or null. */
export function wordsOfReason({ state, declineReason, withdrawReason }: RequestDetails): string | null {
  if (state === "DECLINED" && declineReason) return labels.declineReason[declineReason];
  return state === "WITHDRAWN" && withdrawReason ? labels.withdrawReason[withdrawReason] : null;
}

/** A service and where it stands: "Personalausweis (Angenommen)". */
export function caseText({ service, state, closeReason }: RequestCase): string {
  return words.caseState(labels.service[service], closeReason ? labels.closeReason[closeReason] : labels.caseState[state]);
}
