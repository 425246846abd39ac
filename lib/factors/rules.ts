import type { FactorRefusal } from "@/lib/factors/types";

/** How long an app that was begun may take to be confirmed, and a passkey's challenge to be signed. */
export const SET_UP_MINUTES = 15;
export const CHALLENGE_MINUTES = 5;
export const RECOVERY_CODES = 10;
export const MOST_FACTORS = 10;

const FREE_TRIES = 3;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** Mistyped codes are forgotten after a day without another. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

export type Throttle = { readonly failures: number; readonly lastAt: Date; readonly waitUntil: Date };

/** How long the next try waits: none after the first mistakes, then 30 seconds, doubling to a quarter of an hour and never for good. */
export function waitSecondsAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(failures - FREE_TRIES, 10), LONGEST_WAIT_SECONDS);
}

/** The throttle after one more wrong code. Mistakes older than a day are forgotten. */
export function throttleAfter(before: Throttle | null, now: Date): Throttle {
  const isRecent = before !== null && now.getTime() - before.lastAt.getTime() < FORGOTTEN_AFTER_MS;
  const failures = (isRecent ? before.failures : 0) + 1;
  return { failures, lastAt: now, waitUntil: new Date(now.getTime() + waitSecondsAfter(failures) * 1000) };
}

/** The refusal while a try has to wait, or null. */
export function waitRefusal(throttle: Throttle | null, now: Date): FactorRefusal | null {
  if (!throttle || throttle.waitUntil <= now) return null;
  return { code: "factor.wait", seconds: Math.ceil((throttle.waitUntil.getTime() - now.getTime()) / 1000) };
}

/** Whoever must have a factor keeps the last one: first a new one, then the old one goes. */
export function removalRefusal(factors: number, isRequired: boolean): FactorRefusal | null {
  return isRequired && factors <= 1 ? { code: "factor.lastRequired" } : null;
}

/** Whether an app or a challenge that was begun may still be finished. */
export function isStillOpen(begunAt: Date, minutes: number, now: Date): boolean {
  return now.getTime() - begunAt.getTime() < minutes * 60_000;
}

/** A typed code without blanks and hyphens, in capitals; letters that look like digits are read as such. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** A code of six digits is the app's; everything else is read as a recovery code. */
export function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}
