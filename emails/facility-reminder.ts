import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To a facility that has asked for nothing for a year: what it may ask for. Says nothing about anybody who lives there. */
export const facilityReminder: MailWriter<"facility-reminder"> = ({ path }, context) => {
  const { link, ...words } = mailWords["facility-reminder"]();
  return written({ ...words, link: { label: link, path } }, context);
};
