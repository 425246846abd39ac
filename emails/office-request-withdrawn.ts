import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the office: a facility no longer asks. */
export const officeRequestWithdrawn: MailWriter<"office-request-withdrawn"> = ({ reference, path, reason }, context) => {
  const { link, ...words } = mailWords["office-request-withdrawn"](reference, reason);
  return written({ ...words, link: { label: link, path } }, context);
};
