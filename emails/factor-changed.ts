import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** Somebody asked to reset the person's factors. */
export const factorResetAsked: MailWriter<"factor-reset-asked"> = ({ path }, context) => {
  const { link, ...words } = mailWords["factor-reset-asked"]();
  return written({ ...words, link: { label: link, path } }, context);
};

/** Two people reset the person's factors. */
export const factorReset: MailWriter<"factor-reset"> = ({ path }, context) => {
  const { link, ...words } = mailWords["factor-reset"]();
  return written({ ...words, link: { label: link, path } }, context);
};

/** A second factor was added or removed, or recovery codes were made anew: whoever did not do it learns of it. */
export const factorChanged: MailWriter<"factor-changed"> = ({ reason, path }, context) => {
  const { link, ...words } = mailWords["factor-changed"](reason);
  return written({ ...words, link: { label: link, path } }, context);
};
