import { labels } from "@/lib/messages/labels";
import type { TourState } from "@/lib/tours/types";
import { StatusTag } from "./status-tag";

/** The state of a tour in a word, in the shape that its visits have then. */
export function TourTag({ state, size }: { readonly state: TourState; readonly size?: "default" | "small" }) {
  const label = labels.tourState[state];
  return state === "PLANNED" ? <StatusTag tone="neutral" label={label} size={size} /> : <StatusTag state={state} label={label} size={size} />;
}
