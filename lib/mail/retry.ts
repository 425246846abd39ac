import type { Failure } from "@/lib/mail/failures";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** While the mail server is away, every mail asks again soon, so that all are out within a minute of its return. */
export const AWAY_PAUSES = [5 * SECOND, 15 * SECOND, 30 * SECOND] as const;
/** When the server defers one mail, it gets more and more time. */
export const DEFERRED_PAUSES = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const;

/** A mail is tried for three days from its order; one that was ordered anew later, at least this many times. */
export const TRIED_FOR_MS = 72 * HOUR;
export const LEAST_ATTEMPTS = 10;

type Tried = { readonly attempts: number; readonly createdAt: Date };

/** When to try a mail again after a failure, or null to give it up. `attempts` counts the one that failed. */
export function nextAttemptAt(failure: Failure, tried: Tried, now: Date): Date | null {
  if (failure.kind === "final") return null;
  const isOverdue = now.getTime() - tried.createdAt.getTime() >= TRIED_FOR_MS;
  if (isOverdue && tried.attempts >= LEAST_ATTEMPTS) return null;
  const pauses = failure.kind === "away" ? AWAY_PAUSES : DEFERRED_PAUSES;
  const pause = pauses[Math.min(tried.attempts, pauses.length) - 1] ?? pauses[0];
  return new Date(now.getTime() + pause);
}
