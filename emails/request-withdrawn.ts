import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: its request is withdrawn. */
export const requestWithdrawn: MailWriter<"request-withdrawn"> = ({ reference, path, reason }, context) => {
  const { link, ...words } = mailWords["request-withdrawn"](reference, reason);
  return written({ ...words, link: { label: link, path } }, context);
};
