import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";

const HOUR = 60 * 60_000;
/** A second press of one form is answered alike for this long. */
export const SUBMISSIONS_KEPT_MS = 48 * HOUR;
export const LOGIN_CODES_KEPT_MS = 24 * HOUR;
export const RATE_COUNTS_KEPT_MS = 48 * HOUR;
export const SESSIONS_KEPT_MS = 30 * 24 * HOUR;

const portal = scopeOf({ kind: "system", job: "clearLeftovers" });

/** Deletes what the portal no longer needs: typed values of refused forms, form keys, old sign-in codes and ended sessions. */
export async function clearLeftovers(): Promise<void> {
  await inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    const before = (kept: number): { lt: Date } => ({ lt: new Date(now.getTime() - kept) });
    await tx.formEcho.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.submission.deleteMany({ where: { createdAt: before(SUBMISSIONS_KEPT_MS) } });
    await tx.loginCode.deleteMany({ where: { createdAt: before(LOGIN_CODES_KEPT_MS) } });
    await tx.rateCount.deleteMany({ where: { windowEndsAt: before(RATE_COUNTS_KEPT_MS) } });
    await tx.session.deleteMany({ where: { OR: [{ endedAt: before(SESSIONS_KEPT_MS) }, { expiresAt: before(SESSIONS_KEPT_MS) }] } });
  });
}
