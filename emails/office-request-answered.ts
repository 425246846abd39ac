import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the office: the facility has answered. */
export const officeRequestAnswered: MailWriter<"office-request-answered"> = ({ reference, path }, context) => {
  const { link, ...words } = mailWords["office-request-answered"](reference);
  return written({ ...words, link: { label: link, path } }, context);
};
