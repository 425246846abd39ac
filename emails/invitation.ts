import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** Somebody got an account. */
export const invitation: MailWriter<"invitation"> = ({ path }, context) => {
  const { link, ...words } = mailWords.invitation();
  return written({ ...words, link: { label: link, path } }, context);
};
