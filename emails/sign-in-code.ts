import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** The code for signing in. The link only fills it in; it takes a press by the person to use it. */
export const signInCode: MailWriter<"sign-in-code"> = ({ code, path, minutesValid }, context) => {
  const { link, ...words } = mailWords["sign-in-code"](code, minutesValid);
  return written({ ...words, link: { label: link, path } }, context);
};
