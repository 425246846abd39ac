/**
 * How often something may be done. Whoever does it more often waits: at first `delaySeconds`, twice as long each further time, never longer than
 * `longestDelaySeconds`, and after a wait has a tenth as many. After `forgottenAfterSeconds` without a further wait all is as at the beginning. Nobody is locked out
 * for good.
 */
export type Limit = {
  readonly many: number;
  readonly perSeconds: number;
  readonly delaySeconds: number;
  readonly longestDelaySeconds: number;
  readonly forgottenAfterSeconds: number;
  /** Whether a city may raise it by RATE_LIMIT_FACTOR; what protects a single account from guessing stays. */
  readonly isRaised: boolean;
};

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

export const LIMITS = {
  /** Codes for one address asked from one network. */
  codesHere: { many: 5, perSeconds: QUARTER_HOUR, delaySeconds: QUARTER_HOUR, longestDelaySeconds: HOUR, forgottenAfterSeconds: 2 * HOUR, isRaised: false },
  /** Codes for one address from anywhere: more, so that somebody elsewhere does not use up what its owner needs. */
  codesForAddress: { many: 20, perSeconds: QUARTER_HOUR, delaySeconds: 5 * 60, longestDelaySeconds: QUARTER_HOUR, forgottenAfterSeconds: 2 * HOUR, isRaised: false },
  codesFromNetwork: { many: 40, perSeconds: QUARTER_HOUR, delaySeconds: 60, longestDelaySeconds: HOUR, forgottenAfterSeconds: 2 * HOUR, isRaised: true },
  /** Wrong codes for one address: with the delay at its longest, guessing one of a million codes takes more than ten years. */
  triesForAddress: { many: 10, perSeconds: QUARTER_HOUR, delaySeconds: 60, longestDelaySeconds: QUARTER_HOUR, forgottenAfterSeconds: 24 * HOUR, isRaised: false },
  triesFromNetwork: { many: 50, perSeconds: QUARTER_HOUR, delaySeconds: 60, longestDelaySeconds: HOUR, forgottenAfterSeconds: 2 * HOUR, isRaised: true },
  /** Ways to the city's own sign-in: each asks the city's server where it is. */
  cityFromNetwork: { many: 60, perSeconds: QUARTER_HOUR, delaySeconds: 60, longestDelaySeconds: QUARTER_HOUR, forgottenAfterSeconds: 2 * HOUR, isRaised: true },
  /** Mails to people whom a house's lead invites: enough for a new team in one sitting, too few to annoy strangers. */
  invitationsOfHouse: { many: 20, perSeconds: HOUR, delaySeconds: QUARTER_HOUR, longestDelaySeconds: HOUR, forgottenAfterSeconds: 24 * HOUR, isRaised: false },
  /** Mails to one and the same address, whoever invites it. */
  invitationsOfAddress: { many: 5, perSeconds: 24 * HOUR, delaySeconds: HOUR, longestDelaySeconds: 24 * HOUR, forgottenAfterSeconds: 48 * HOUR, isRaised: false },
  formsOfPerson: { many: 120, perSeconds: 60, delaySeconds: 10, longestDelaySeconds: 60, forgottenAfterSeconds: 120, isRaised: true },
  formsFromNetwork: { many: 600, perSeconds: 60, delaySeconds: 10, longestDelaySeconds: 60, forgottenAfterSeconds: 120, isRaised: true },
} as const satisfies Record<string, Limit>;

/** Far beyond what makes the longest wait; a number must not grow for ever. */
const MOST_STRIKES = 30;

export type LimitName = keyof typeof LIMITS;

export type Count = { readonly used: number; readonly windowEndsAt: Date; readonly strikes: number; readonly blockedUntil: Date | null };

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** The seconds until it may be done again; null where it may be done now. */
function waitOf(count: Count | null, now: Date): number | null {
  return count?.blockedUntil && count.blockedUntil > now ? Math.ceil((count.blockedUntil.getTime() - now.getTime()) / 1000) : null;
}

/** Counts one time; `wait` is the seconds until it may be done again, null where this time is allowed. A refused time does not make the wait longer. */
export function countOnce(before: Count | null, limit: Limit, factor: number, now: Date): { readonly count: Count; readonly wait: number | null } {
  const wait = waitOf(before, now);
  if (before && wait !== null) return { count: before, wait };
  const isForgotten = !before?.blockedUntil || after(before.blockedUntil, limit.forgottenAfterSeconds) <= now;
  const strikes = before && !isForgotten ? before.strikes : 0;
  const isRunning = before !== null && before.windowEndsAt > now;
  const used = (isRunning ? before.used : 0) + 1;
  const many = limit.many * (limit.isRaised ? factor : 1);
  if (used <= (strikes === 0 ? many : Math.ceil(many / 10))) {
    return { count: { used, windowEndsAt: isRunning ? before.windowEndsAt : after(now, limit.perSeconds), strikes, blockedUntil: before?.blockedUntil ?? null }, wait: null };
  }
  const seconds = Math.min(limit.longestDelaySeconds, limit.delaySeconds * 2 ** strikes);
  return { count: { used: 0, windowEndsAt: after(now, seconds), strikes: Math.min(strikes + 1, MOST_STRIKES), blockedUntil: after(now, seconds) }, wait: seconds };
}
