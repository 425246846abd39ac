import type { ResetLine, ResetRefusal } from "@/lib/factor-resets/types";

/** How long a second person may take; then it has to be asked for again. */
export const RESET_DAYS = 3;

export type AskFacts = { readonly askerId: string; readonly userId: string; readonly factors: number; readonly isOpen: boolean };
export type ResetFacts = { readonly userId: string; readonly askedById: string; readonly expiresAt: Date; readonly decidedAt: Date | null };

/** Nobody asks for the own reset, nor for one that changes nothing or waits already. */
export function askRefusal({ askerId, userId, factors, isOpen }: AskFacts): ResetRefusal | null {
  if (askerId === userId) return { code: "reset.ownFactors" };
  if (isOpen) return { code: "reset.alreadyAsked" };
  return factors === 0 ? { code: "reset.nothingToReset" } : null;
}

/** Two people: whoever asked does not confirm, and nobody confirms for the own account. */
export function confirmRefusal(reset: ResetFacts, deciderId: string, now: Date): ResetRefusal | null {
  if (!isOpen(reset, now)) return { code: "reset.over" };
  if (reset.userId === deciderId) return { code: "reset.ownFactors" };
  return reset.askedById === deciderId ? { code: "reset.secondPersonNeeded" } : null;
}

/** Whether a reset still waits. */
export function isOpen({ expiresAt, decidedAt }: Pick<ResetFacts, "expiresAt" | "decidedAt">, now: Date): boolean {
  return decidedAt === null && expiresAt > now;
}

/** How somebody stands to a reset that waits. */
export function standingOf(reset: ResetFacts, viewerId: string, mayDecide: boolean, now: Date): ResetLine["standing"] {
  if (!mayDecide) return reset.userId === viewerId ? "OWN" : "OTHERS_DECIDE";
  switch (confirmRefusal(reset, viewerId, now)?.code) {
    case "reset.ownFactors":
      return "OWN";
    case "reset.secondPersonNeeded":
      return "ASKED_ONESELF";
    default:
      return "MAY_CONFIRM";
  }
}
