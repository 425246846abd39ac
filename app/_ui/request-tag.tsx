import { StatusTag, type Tone } from "@/app/_ui/status-tag";
import { labels } from "@/lib/messages/labels";
import type { RequestState } from "@/lib/requests/types";

const TONES: Readonly<Record<RequestState, Tone>> = { DRAFT: "neutral", SENT: "info", QUESTIONED: "warning", ACCEPTED: "success", DECLINED: "danger", WITHDRAWN: "neutral", CLOSED: "neutral" };

/** The state of a request in a word. */
export function RequestTag({ state }: { readonly state: RequestState }) {
  return <StatusTag tone={TONES[state]} label={labels.requestState[state]} />;
}
