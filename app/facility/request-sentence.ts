import { facilityVisit } from "@/lib/messages/facility";
import { requestSentences, requestWithVisit } from "@/lib/messages/facility-requests";
import { formatDateTime } from "@/lib/messages/format";
import type { RequestState } from "@/lib/requests/types";
import type { VisitState } from "@/lib/visits/types";

type Standing = { readonly state: RequestState; readonly nextVisit: { readonly state: VisitState; readonly startsAt: Date } | null };

/** Where a request stands, in a sentence; once its visit has a date, that is what counts. */
export function requestSentence({ state, nextVisit }: Standing): string {
  return state === "ACCEPTED" && nextVisit ? requestWithVisit(formatDateTime(nextVisit.startsAt), facilityVisit.sentences[nextVisit.state]) : requestSentences[state];
}
