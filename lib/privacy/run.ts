import { recordAudit } from "@/lib/audit/record";
import { scopeOf } from "@/lib/auth/scope";
import type { SystemActor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { dateColumn } from "@/lib/db/civil";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { parametersInForce } from "@/lib/law/queries";
import type { Log } from "@/lib/log";
import { cases, drafts, requestNotes, visitNotes } from "@/lib/privacy/remove-cases";
import { absences, accounts, closures, contacts, crew, roster, staff } from "@/lib/privacy/remove-people";
import { auditEntries, holds, mailContents, mails } from "@/lib/privacy/remove-writing";
import { isDoneToday, logRemoved } from "@/lib/privacy/run-log";
import type { Step } from "@/lib/privacy/steps";
import { deadlinesOn } from "@/lib/retention/rules";
import { addDays, civilDateOf } from "@/lib/time/calendar";

/** In this order: what refers to something goes before it. */
const STEPS: readonly Step[] = [cases, requestNotes, drafts, visitNotes, roster, mailContents, mails, crew, absences, staff, accounts, closures, contacts, auditEntries, holds];

/** The classes that the run of a day goes through; the others are cleared as they end (lib/jobs/clear-leftovers.ts). */
export const runClasses = STEPS.map(({ dataClass }) => dataClass);

/** So many rows go in one transaction; a run that is interrupted goes on where it was. */
export const BATCH = 200;

const portal: SystemActor = { kind: "system", job: "deletePersonalData" };

type Context = { readonly log: Pick<Log, "error">; readonly isStopping: () => boolean };

/**
 * The deletion run (R63): once a day, class by class, removes what has passed its period. Each batch is a transaction with its audit entry and its line of the log, so a run
 * may be ended at any moment, is taken up by the next one, and a second worker beside it does nothing. A class that fails does not keep the others from going.
 */
export async function deletePersonalData({ log, isStopping }: Context, limit = BATCH): Promise<void> {
  await inScope(scopeOf(portal), endHolds);
  let failure: unknown = null;
  for (const step of STEPS) {
    try {
      for (let isMore = true; isMore && !isStopping(); ) isMore = await inScope(scopeOf(portal), (tx) => runBatch(tx, step, limit));
    } catch (error) {
      log.error("deletionFailed", error, { dataClass: step.dataClass });
      failure ??= error;
    }
  }
  if (failure) throw failure;
}

/** One batch of one class; answers whether more is to come. */
async function runBatch(tx: Tx, step: Step, limit: number): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended('deletion-run', 0)) AS "isMine"`;
  if (!lock?.isMine) return false;
  const now = await databaseNow(tx);
  if (await isDoneToday(tx, now, step.dataClass)) return false;
  const today = civilDateOf(now);
  const periods = await parametersInForce(tx, today);
  const deadlines = deadlinesOn(today, periods);
  const removed = await step.remove({ tx, now, actor: portal, deadlines, limit });
  if (removed > 0) await recordAudit(tx, portal, now, [{ action: "dataRemoved", subject: { kind: "retention", id: null }, details: { dataClass: step.dataClass, count: removed } }]);
  if (removed >= limit) {
    await logRemoved(tx, now, step.dataClass, removed);
    return true;
  }
  await logRemoved(tx, now, step.dataClass, removed, {
    held: (await step.held?.(tx, deadlines)) ?? 0,
    dueInWeek: await step.due(tx, deadlinesOn(addDays(today, 7), periods)),
    dueInMonth: await step.due(tx, deadlinesOn(addDays(today, 30), periods)),
  });
  return false;
}

/** A hold ends by itself on its day; that it did is on record. Whether it holds is asked of its day, not of this. */
async function endHolds(tx: Tx): Promise<void> {
  const now = await databaseNow(tx);
  const due = { endedAt: null, untilOn: { lte: dateColumn(civilDateOf(now)) } };
  const rows = await tx.deletionHold.findMany({ where: due, select: { id: true, requestId: true } });
  for (const { id, requestId } of rows) {
    const { count } = await tx.deletionHold.updateMany({ where: { id, endedAt: null }, data: { endedAt: now, version: { increment: 1 } } });
    if (count > 0) await recordAudit(tx, portal, now, [{ action: "holdExpired", subject: { kind: "request", id: requestId }, details: { hold: id } }]);
  }
}
