import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the office: a new request waits. */
export const officeRequestSent: MailWriter<"office-request-sent"> = ({ reference, path, persons }, context) => {
  const { link, ...words } = mailWords["office-request-sent"](reference, persons);
  return written({ ...words, link: { label: link, path } }, context);
};
