import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { civilDay, dayAndSpan } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To a member of the crew: this tour is not yours any more. */
export const tourCancelled: MailWriter<"tour-cancelled"> = (facts, context) => {
  const { link, ...words } = mailWords["tour-cancelled"](facts.reference, civilDay(facts.startsAt), facts.because);
  return written({ ...words, headline: dayAndSpan(facts), link: { label: link, path: facts.path } }, context);
};
