import type { SystemActor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import type { RetentionClass } from "@/lib/privacy/classes";
import type { Deadlines } from "@/lib/retention/rules";
import { Prisma } from "@/prisma/generated/client/client";

export type Batch = { readonly tx: Tx; readonly now: Date; readonly actor: SystemActor; readonly deadlines: Deadlines; readonly limit: number };

/** How the run treats one class: what is past its period, what a hold keeps of it, and one batch of removing. Removing what is gone already removes nothing. */
export type Step = {
  readonly dataClass: RetentionClass;
  /** Counts what is past its period on a day and kept by nothing. */
  readonly due: (tx: Tx, deadlines: Deadlines) => Promise<number>;
  readonly held?: (tx: Tx, deadlines: Deadlines) => Promise<number>;
  /** Removes at most `limit`, answers how many. */
  readonly remove: (batch: Batch) => Promise<number>;
};

/** Counts the rows of a selection. */
export async function counted(tx: Tx, selection: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${selection}) AS due`;
  return row?.count ?? 0;
}

/** The ids of a selection, at most `limit`. */
export async function someIds(tx: Tx, selection: Prisma.Sql, limit: number): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT due.id::text AS id FROM (${selection}) AS due ORDER BY due.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** A step whose rows are chosen by one selection of ids, and removed by those ids. */
export function stepOf(
  dataClass: RetentionClass,
  selection: (deadlines: Deadlines) => Prisma.Sql,
  remove: (batch: Batch, ids: readonly string[]) => Promise<unknown>,
  held?: (deadlines: Deadlines) => Prisma.Sql,
): Step {
  return {
    dataClass,
    due: (tx, deadlines) => counted(tx, selection(deadlines)),
    ...(held ? { held: (tx: Tx, deadlines: Deadlines) => counted(tx, held(deadlines)) } : {}),
    remove: async (batch) => {
      const ids = await someIds(batch.tx, selection(batch.deadlines), batch.limit);
      if (ids.length > 0) await remove(batch, ids);
      return ids.length;
    },
  };
}

/** A list of ids as a bound value. */
export function idList(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`${[...ids]}::uuid[]`;
}

/** Whose data are kept and not used (Art. 18 GDPR). */
export const restrictedPeople = Prisma.sql`SELECT "id" FROM "Resident" WHERE "restrictedAt" IS NOT NULL`;

/** Whether a hold in force keeps a request, or the one case `caseId` of it; the names are those of the statement around it. */
export function heldRequest(requestId: Prisma.Sql, caseId: Prisma.Sql, today: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "DeletionHold" h WHERE h."requestId" = ${requestId} AND h."endedAt" IS NULL AND h."untilOn" > ${today}::date AND (h."caseId" IS NULL OR h."caseId" = ${caseId}))`;
}
