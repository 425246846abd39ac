import type { DateMail, MailOrderRefusal, ResendFacts } from "@/lib/mail-orders/types";
import { holdsSecret } from "@/lib/mail/secrets";

/** Whether the same recipient was told a newer date of the same visit; then the older mail would mislead. */
export function isOutdated(mail: ResendFacts, dateMails: readonly DateMail[]): boolean {
  return dateMails.some((other) => mail.visitId !== null && other.visitId === mail.visitId && other.toAddress === mail.toAddress && other.createdAt > mail.createdAt);
}

/** What failed, or was sent and did not arrive, is sent once more; never a sign-in code or what is deleted, and never an old date. */
export function resendRefusal(mail: ResendFacts, dateMails: readonly DateMail[]): MailOrderRefusal | null {
  const canBeResent = mail.state !== "PENDING" && !holdsSecret(mail.kind) && mail.contentRemovedAt === null && !isOutdated(mail, dateMails);
  return canBeResent ? null : { code: "mail.notResendable" };
}
