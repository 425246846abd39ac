import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: the office takes the request. */
export const requestAccepted: MailWriter<"request-accepted"> = ({ reference, path }, context) => {
  const { link, ...words } = mailWords["request-accepted"](reference);
  return written({ ...words, link: { label: link, path } }, context);
};
