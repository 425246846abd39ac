import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { isDue } from "@/lib/mail/due";

/** A worker looks every second; a mail that has been due for so long while nobody holds one says that none is running. */
export const WORKER_SILENT_AFTER_MS = 5 * 60_000;

export type OutboxState = {
  /** Since when the longest waiting due mail could have been sent; null when none is due. */
  readonly dueSince: Date | null;
  /** Some worker has a mail in its hands: it may be slow or the mail server away, but it works. */
  readonly isBeingSent: boolean;
};

/** Whether the worker has evidently stopped: a mail waits for longer than the threshold and no worker holds any. */
export function isWorkerSilent({ dueSince, isBeingSent }: OutboxState, now: Date): boolean {
  return dueSince !== null && !isBeingSent && now.getTime() - dueSince.getTime() > WORKER_SILENT_AFTER_MS;
}

/** How the outbox stands, with the database's clock; it tells no kind, address or number of mails. */
export async function outboxState(): Promise<OutboxState & { readonly now: Date }> {
  return inScope(scopeOf({ kind: "system", job: "guards" }), async (tx) => {
    const now = await databaseNow(tx);
    const [row] = await tx.$queryRaw<OutboxState[]>`
      SELECT min(greatest(due."nextAttemptAt", coalesce(due."lockedUntil", due."nextAttemptAt"))) FILTER (WHERE ${isDue(now)}) AS "dueSince",
        coalesce(bool_or(due."lockedUntil" > ${now}), false) AS "isBeingSent"
      FROM "MailOrder" due WHERE due."state" = 'PENDING'`;
    return { dueSince: row?.dueSince ?? null, isBeingSent: row?.isBeingSent ?? false, now };
  });
}
