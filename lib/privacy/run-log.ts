import type { Tx } from "@/lib/db/client";
import { dateColumn } from "@/lib/db/civil";
import type { RetentionClass } from "@/lib/privacy/classes";
import { civilDateOf } from "@/lib/time/calendar";

/** What stands beside a class once its run of the day is over. */
export type RunEnd = { readonly held: number; readonly dueInWeek: number; readonly dueInMonth: number };

/** Adds what was just removed to the day's line of a class, in the transaction that removed it; `end` closes the line. Figures only. */
export async function logRemoved(tx: Tx, now: Date, dataClass: RetentionClass, removed: number, end: RunEnd | null = null): Promise<void> {
  const runOn = dateColumn(civilDateOf(now));
  const ending = end ? { ...end, finishedAt: now } : {};
  await tx.deletionRun.upsert({
    where: { runOn_dataClass: { runOn, dataClass } },
    create: { runOn, dataClass, removed, startedAt: now, ...ending },
    update: { removed: { increment: removed }, ...ending },
  });
}

/** Whether a class is done with for the day. */
export async function isDoneToday(tx: Tx, now: Date, dataClass: RetentionClass): Promise<boolean> {
  const line = await tx.deletionRun.findUnique({ where: { runOn_dataClass: { runOn: dateColumn(civilDateOf(now)), dataClass } } });
  return line !== null && line.finishedAt !== null;
}
