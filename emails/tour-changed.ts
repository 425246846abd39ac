import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { civilDay, dayAndSpan } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To a member of the crew: the tour stays yours, something about it is new. */
export const tourChanged: MailWriter<"tour-changed"> = (facts, context) => {
  const { link, ...words } = mailWords["tour-changed"](facts.reference, civilDay(facts.startsAt), facts.change);
  return written({ ...words, headline: dayAndSpan(facts), link: { label: link, path: facts.path } }, context);
};
