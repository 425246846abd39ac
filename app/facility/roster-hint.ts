import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateNumeric } from "@/lib/messages/format";
import type { RosterLine } from "@/lib/residents/queries";

/** What tells people of one name apart, and whether somebody already waits for the person. */
export function rosterHint({ bornOn, openRequest, draft }: RosterLine): string {
  return [words.born(formatDateNumeric(bornOn)), ...(openRequest ? [words.alreadyIn(openRequest.reference)] : []), ...(draft ? [words.alreadyInDraft(draft.reference)] : [])].join(", ");
}
