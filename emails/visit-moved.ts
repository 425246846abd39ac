import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { visitDetails } from "@/emails/visit-details";
import { civilDay, dayAndSpan, dayAndTime } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: the announced date has changed and wants a new confirmation. */
export const visitMoved: MailWriter<"visit-moved"> = (facts, context) => {
  const { link, ...words } = mailWords["visit-moved"](facts.reference, civilDay(facts.startsAt), dayAndTime(facts.previousStartsAt));
  return written({ ...words, headline: dayAndSpan(facts), details: visitDetails(facts), link: { label: link, path: facts.path } }, context);
};
