import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { visitDetails } from "@/emails/visit-details";
import { civilDay, dayAndSpan } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: the date stands, other people come (R60). */
export const visitCrewChanged: MailWriter<"visit-crew-changed"> = (facts, context) => {
  const { link, ...words } = mailWords["visit-crew-changed"](facts.reference, civilDay(facts.startsAt));
  return written({ ...words, headline: dayAndSpan(facts), details: visitDetails(facts), link: { label: link, path: facts.path } }, context);
};
