import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { visitDetails } from "@/emails/visit-details";
import { civilDay, dayAndSpan } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: a date to confirm or to question. */
export const visitAnnounced: MailWriter<"visit-announced"> = (facts, context) => {
  const { link, ...words } = mailWords["visit-announced"](facts.reference, civilDay(facts.startsAt));
  return written({ ...words, headline: dayAndSpan(facts), details: visitDetails(facts), link: { label: link, path: facts.path } }, context);
};
