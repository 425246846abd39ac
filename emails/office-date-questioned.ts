import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { civilDay, dayAndTime } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the office: the date does not suit the facility. */
export const officeDateQuestioned: MailWriter<"office-date-questioned"> = (facts, context) => {
  const { link, ...words } = mailWords["office-date-questioned"](facts.reference, civilDay(facts.startsAt), facts.reason);
  return written({ ...words, headline: dayAndTime(facts.startsAt), link: { label: link, path: facts.path } }, context);
};
