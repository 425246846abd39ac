import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: the office asks back. */
export const requestQuestioned: MailWriter<"request-questioned"> = ({ reference, path, reason }, context) => {
  const { link, ...words } = mailWords["request-questioned"](reference, reason);
  return written({ ...words, link: { label: link, path } }, context);
};
