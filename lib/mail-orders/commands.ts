import type { MailKind } from "@/emails/types";
import { scopeOf } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { carriedOut, transact } from "@/lib/db/transact";
import { dateMailsOf, seesMailLog } from "@/lib/mail-orders/queries";
import { resendRefusal } from "@/lib/mail-orders/rules";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

/** Sends a mail once more, with the same Message-ID. Refuses a sign-in code, a mail that still waits, and one whose date is no longer the latest. */
export async function resendMail(actor: Actor, input: { readonly id: string }): Promise<Outcome<{ id: string }, Refusal>> {
  if (!seesMailLog(scopeOf(actor))) return refused({ code: "notFound" });
  return transact(actor, async ({ tx, now }) => {
    const mail = await tx.mailOrder.findUnique({ where: { id: input.id }, omit: { facts: true, calendar: true } });
    if (!mail) return refused({ code: "notFound" });
    const refusal = resendRefusal(mail, await dateMailsOf(tx, mail.visitId ? [mail.visitId] : []));
    if (refusal) return refused(refusal);
    const { count } = await tx.mailOrder.updateMany({
      where: { id: mail.id, state: mail.state },
      data: { state: "PENDING", attempts: 0, nextAttemptAt: now, lockedUntil: null, lastError: null, sentAt: null },
    });
    if (count === 0) return refused({ code: "mail.notResendable" });
    const audit = { action: "mailResent", subject: { kind: "mail", id: mail.id }, facilityId: mail.facilityId, details: { kind: mail.kind as MailKind, visit: mail.visitId, request: mail.requestId } } as const;
    return carriedOut({ id: mail.id }, { audit: [audit], mails: [] });
  });
}
