import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { civilDay, dayAndTime } from "@/emails/when";
import { mailWords } from "@/lib/messages/mails";

/** To the office: a house has changed who comes to an announced visit. */
export const officePeopleChanged: MailWriter<"office-people-changed"> = (facts, context) => {
  const { link, ...words } = mailWords["office-people-changed"](facts.reference, civilDay(facts.startsAt), facts.change, facts.persons);
  return written({ ...words, headline: dayAndTime(facts.startsAt), link: { label: link, path: facts.path } }, context);
};
