import { written } from "@/emails/letter";
import type { MailWriter } from "@/emails/types";
import { mailWords } from "@/lib/messages/mails";

/** To the facility that told us of a person: what the office has corrected, restricted or lifted (Art. 18 (3), 19 GDPR). It names nobody. */
export const personRights: MailWriter<"person-rights"> = ({ change, path }, context) => {
  const { link, ...words } = mailWords["person-rights"](change);
  return written({ ...words, link: { label: link, path } }, context);
};
