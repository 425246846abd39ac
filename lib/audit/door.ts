import { countRefusal } from "@/lib/audit/refusals";

/** How often what the front door turned away is counted in the database. */
export const DOOR_EVERY_MS = 5_000;

/** By reason, since the last count: a flood at the door costs the database one row every few seconds. */
const turnedAway = new Map<string, number>();

/** Notes that the front door turned a request away; `why` is one of our own words. */
export function noteTurnedAway(why: string): void {
  turnedAway.set(why, (turnedAway.get(why) ?? 0) + 1);
}

/** Counts what was turned away since the last time; called now and then, and before the process ends. */
export async function countTurnedAway(): Promise<void> {
  const noted = [...turnedAway];
  turnedAway.clear();
  for (const [why, times] of noted) await countRefusal(null, "door", why, times);
}
