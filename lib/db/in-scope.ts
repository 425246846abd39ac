import { recordAudit, viewOf } from "@/lib/audit/record";
import { currentView, nothingSeen } from "@/lib/audit/viewing";
import { watched } from "@/lib/audit/watch";
import { CONNECTION_WAIT_MS, database, type Tx } from "@/lib/db/client";
import type { DatabaseGroup, Scope } from "@/lib/auth/scope";
import { env } from "@/lib/env";

const TRANSACTION_LIMIT_MS = 20_000;

/**
 * Runs work in one transaction that acts as the scope's group and carries its facility and person, so that row-level security decides beside the
 * application. Group and settings end with the transaction: the next one on the same connection begins with none. Residents whose data a person reads are
 * noted for the page that is being made; outside of one the reading is put on record here, in the same transaction.
 */
export async function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(scope, async (tx) => {
    if (scope.userId === null || scope.role === null) return work(tx);
    const view = currentView();
    const seen = view ?? nothingSeen();
    const result = await work(watched(tx, seen));
    if (!view && seen.persons.size > 0) {
      const reader = { kind: "person", userId: scope.userId, role: scope.role } as const;
      await recordAudit(tx, reader, await databaseNow(tx), [viewOf(seen, "personsViewed", null)]);
    }
    return result;
  });
}

/** The same for a change, which puts itself on record and shows nothing; only for `transact`. */
export async function inTransaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database(scope.group).$transaction(
    async (tx) => {
      await setScope(tx, scope);
      return work(tx);
    },
    { maxWait: CONNECTION_WAIT_MS, timeout: TRANSACTION_LIMIT_MS },
  );
}

/**
 * Reads as another group for a reckoning from which only counts leave: what it reads is shown to nobody, and so nobody's reading is put on record. Whoever calls it
 * hands on nothing but figures, or ids of rows that are then read by whoever asks.
 */
export function reckonAs<T>(scope: Scope, group: DatabaseGroup, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction({ ...scope, group }, work);
}

async function setScope(tx: Tx, scope: Scope, subjectId: string | null = null): Promise<void> {
  await tx.$executeRaw`SELECT
    set_config('role', ${scope.group}, true),
    set_config('app.user', ${scope.userId ?? ""}, true),
    set_config('app.facility', ${scope.facilityId ?? ""}, true),
    set_config('app.staff', ${scope.staffId ?? ""}, true),
    set_config('app.subject', ${subjectId ?? ""}, true)`;
}

/**
 * Does a step of a transaction in another scope, and goes on in its own: for the few steps whose rows the actor has no business to see. After an error the
 * transaction is over, and nothing needs to be set back.
 */
export async function actingAs<T>(tx: Tx, other: Scope, own: Scope, work: () => Promise<T>, subjectId: string | null = null): Promise<T> {
  await setScope(tx, other, subjectId);
  const result = await work();
  await setScope(tx, own);
  return result;
}

/**
 * The same with the actor's own person and facility, as another group: where a change that a person may make sets off something that the portal does
 * elsewhere, beyond what the person may see. What it reads must not be handed to the person.
 */
export function asGroup<T>(tx: Tx, scope: Scope, group: DatabaseGroup, work: () => Promise<T>): Promise<T> {
  return actingAs(tx, { ...scope, group }, scope, work);
}

/**
 * Does a step of a transaction as the group that sees what is stored about one person, a resident or an account, and nothing else: for the document that
 * answers whoever asks (Art. 15 GDPR).
 */
export function asSubject<T>(tx: Tx, scope: Scope, subjectId: string, work: () => Promise<T>): Promise<T> {
  return actingAs(tx, { ...scope, group: "portal_subject" }, scope, work, subjectId);
}

/**
 * The database's clock, read once per page or command. In the demo a database may carry the setting `app.clock_offset`, an interval by which its clock
 * is ahead, so that a test can live through days; in production the clock is never moved.
 */
export async function databaseNow(tx: Tx): Promise<Date> {
  const rows =
    env().mode === "demo"
      ? await tx.$queryRaw<{ now: Date }[]>`
          SELECT date_trunc('milliseconds', clock_timestamp() + coalesce(nullif(current_setting('app.clock_offset', true), ''), '0')::interval) AS now`
      : await tx.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  const now = rows[0]?.now;
  if (!now) throw new Error("the database gave no time");
  return now;
}
