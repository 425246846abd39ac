import { personPages } from "@/lib/messages/facility-persons";
import { formatDateNumeric, formatMonthNumeric } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import type { Expiry, IdCardState } from "@/lib/residents/types";

/** What is known of a card, in a list: its state and until when it is valid, to the month where only that is known. */
export function cardText(state: IdCardState, { expiresOn, isMonthOnly }: Expiry): string {
  const word = labels.idCardState[state];
  if (expiresOn === null || state === "LOST" || state === "NONE") return word;
  return isMonthOnly ? personPages.cardMonth(word, formatMonthNumeric(expiresOn)) : personPages.cardUntil(word, formatDateNumeric(expiresOn));
}
