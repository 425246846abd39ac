import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { isDue } from "@/lib/mail/due";
import { mailErrorText, type Failure } from "@/lib/mail/failures";
import { nextAttemptAt } from "@/lib/mail/retry";
import { holdsSecret } from "@/lib/mail/secrets";

const outbox = scopeOf({ kind: "system", job: "deliverMails" });

/** Longer than a mail may take to send: whoever died with it in hand has given it back by then. */
export const LEASE_MS = 60_000;

/** A mail in the hands of one worker until `lockedUntil`. */
export type LeasedMail = {
  readonly id: string;
  readonly kind: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly facts: unknown;
  readonly calendar: unknown;
  readonly messageId: string;
  readonly createdAt: Date;
  /** Counts the attempt that this lease is for. */
  readonly attempts: number;
  readonly lockedUntil: Date;
  readonly leasedAt: Date;
};

/** Takes the next due mail, sign-in codes first, because somebody waits for them. No two workers take the same. */
export async function leaseNextMail(): Promise<LeasedMail | null> {
  return inScope(outbox, async (tx) => {
    const now = await databaseNow(tx);
    const lockedUntil = new Date(now.getTime() + LEASE_MS);
    const rows = await tx.$queryRaw<Omit<LeasedMail, "leasedAt">[]>`
      UPDATE "MailOrder" SET "lockedUntil" = ${lockedUntil}, "attempts" = "attempts" + 1
      WHERE "id" = (
        SELECT due."id" FROM "MailOrder" due
        WHERE ${isDue(now)}
        ORDER BY due."kind" = 'sign-in-code' DESC, due."nextAttemptAt", due."id"
        LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING "id", "kind", "toAddress", "toName", "facts", "calendar", "messageId", "createdAt", "attempts", "lockedUntil"`;
    return rows[0] ? { ...rows[0], leasedAt: now } : null;
  });
}

/** The mail server has it. That holds even if the lease has run out meanwhile. */
export async function markSent(mail: LeasedMail): Promise<void> {
  await inScope(outbox, async (tx) => {
    const sentAt = await databaseNow(tx);
    await tx.mailOrder.updateMany({
      where: { id: mail.id, state: "PENDING" },
      data: { state: "SENT", sentAt, lockedUntil: null, lastError: null, ...emptied(mail) },
    });
  });
}

/** It was not sent: again later, or given up. Only the holder of the lease may say so. */
export async function markNotSent(mail: LeasedMail, failure: Failure): Promise<void> {
  await inScope(outbox, async (tx) => {
    const again = nextAttemptAt(failure, mail, await databaseNow(tx));
    const lastError = mailErrorText(failure.error);
    await tx.mailOrder.updateMany({
      where: { id: mail.id, state: "PENDING", lockedUntil: mail.lockedUntil },
      data: again ? { nextAttemptAt: again, lockedUntil: null, lastError } : { state: "FAILED", lockedUntil: null, lastError, ...emptied(mail) },
    });
  });
}

/** A secret does not outlive its mail. */
function emptied(mail: LeasedMail): { facts: Record<string, never> } | Record<string, never> {
  return holdsSecret(mail.kind) ? { facts: {} } : {};
}

