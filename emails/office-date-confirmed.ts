import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { civilDay, dayAndTime } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the office: the facility has confirmed the date. */
export const officeDateConfirmed: MailWriter<"office-date-confirmed"> = (facts, context) => {
  const { link, ...words } = mailWords["office-date-confirmed"](facts.reference, civilDay(facts.startsAt));
  return written({ ...words, headline: dayAndTime(facts.startsAt), link: { label: link, path: facts.path } }, context);
};
