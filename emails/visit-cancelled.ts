import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { civilDay, dayAndSpan } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: the visit does not take place. */
export const visitCancelled: MailWriter<"visit-cancelled"> = (facts, context) => {
  const { link, ...words } = mailWords["visit-cancelled"](facts.reference, civilDay(facts.startsAt));
  return written({ ...words, headline: dayAndSpan(facts), link: { label: link, path: facts.path } }, context);
};
