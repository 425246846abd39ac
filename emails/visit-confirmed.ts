import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { visitDetails } from "@/emails/visit-details";
import { civilDay, dayAndSpan } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: the date stands. */
export const visitConfirmed: MailWriter<"visit-confirmed"> = (facts, context) => {
  const { link, ...words } = mailWords["visit-confirmed"](facts.reference, civilDay(facts.startsAt));
  return written({ ...words, headline: dayAndSpan(facts), details: visitDetails(facts), link: { label: link, path: facts.path } }, context);
};
