import { labels } from "@/lib/messages/labels";
import type { RequestState } from "@/lib/requests/types";
import { StatusTag, type Tone } from "./status-tag";

const TONES: Readonly<Record<RequestState, Tone>> = { DRAFT: "neutral", SENT: "info", QUESTIONED: "warning", ACCEPTED: "success", DECLINED: "danger", WITHDRAWN: "neutral", CLOSED: "neutral" };

/** The state of a request in a word; the same for the house that asks and the office that decides. */
export function RequestTag({ state }: { readonly state: RequestState }) {
  return <StatusTag tone={TONES[state]} label={labels.requestState[state]} />;
}
