import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the facility: its request has arrived. */
export const requestReceived: MailWriter<"request-received"> = ({ reference, path, persons }, context) => {
  const { link, ...words } = mailWords["request-received"](reference, persons);
  return written({ ...words, link: { label: link, path } }, context);
};
