import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { civilDay, dayAndSpan } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To a member of the crew: this tour is yours. */
export const tourAssigned: MailWriter<"tour-assigned"> = (facts, context) => {
  const { link, ...words } = mailWords["tour-assigned"](facts.reference, civilDay(facts.startsAt));
  return written({ ...words, headline: dayAndSpan(facts), link: { label: link, path: facts.path } }, context);
};
