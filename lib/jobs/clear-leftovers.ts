import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { RetentionClass } from "@/lib/privacy/classes";
import { logRemoved } from "@/lib/privacy/run-log";
import { FORGOTTEN_AFTER_MS, SET_UP_MINUTES } from "@/lib/factors/rules";

const HOUR = 60 * 60_000;
/** A second press of one form is answered alike for this long. */
export const SUBMISSIONS_KEPT_MS = 48 * HOUR;
export const LOGIN_CODES_KEPT_MS = 24 * HOUR;
export const RATE_COUNTS_KEPT_MS = 48 * HOUR;
export const SESSIONS_KEPT_MS = 30 * 24 * HOUR;

const portal = scopeOf({ kind: "system", job: "clearLeftovers" });

/** Deletes what the portal no longer needs: typed values of refused forms, lists of people that nobody took over, form keys, old sign-in codes, factors that were never confirmed, and ended sessions. How many stands in the day's log of deletions. */
export async function clearLeftovers(): Promise<void> {
  await inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    const before = (kept: number): { lt: Date } => ({ lt: new Date(now.getTime() - kept) });
    await tx.rateCount.deleteMany({ where: { windowEndsAt: before(RATE_COUNTS_KEPT_MS) } });
    await tx.factorChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.factor.deleteMany({ where: { confirmedAt: null, createdAt: before(SET_UP_MINUTES * 60_000) } });
    await tx.factorThrottle.deleteMany({ where: { lastAt: before(FORGOTTEN_AFTER_MS) } });
    const removed = {
      echo: await tx.formEcho.deleteMany({ where: { expiresAt: { lt: now } } }),
      rosterImport: await tx.rosterImport.deleteMany({ where: { expiresAt: { lt: now } } }),
      submission: await tx.submission.deleteMany({ where: { createdAt: before(SUBMISSIONS_KEPT_MS) } }),
      code: await tx.loginCode.deleteMany({ where: { createdAt: before(LOGIN_CODES_KEPT_MS) } }),
      session: await tx.session.deleteMany({ where: { OR: [{ endedAt: before(SESSIONS_KEPT_MS) }, { expiresAt: before(SESSIONS_KEPT_MS) }] } }),
    } as const satisfies Partial<Record<RetentionClass, unknown>>;
    for (const [dataClass, { count }] of Object.entries(removed)) if (count > 0) await logRemoved(tx, now, dataClass as RetentionClass, count);
  });
}
