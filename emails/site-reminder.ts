import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To a facility whose contact and site sheet nobody has confirmed for a year. */
export const siteReminder: MailWriter<"site-reminder"> = ({ path }, context) => {
  const { link, ...words } = mailWords["site-reminder"]();
  return written({ ...words, link: { label: link, path } }, context);
};
