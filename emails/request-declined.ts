import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: the office declines, and why. */
export const requestDeclined: MailWriter<"request-declined"> = ({ reference, path, reason }, context) => {
  const { link, ...words } = mailWords["request-declined"](reference, reason);
  return written({ ...words, link: { label: link, path } }, context);
};
