import type { Tx } from "@/lib/db/client";
import { idList } from "@/lib/privacy/steps";

/** How many, a month, by facility, service and result. Names nobody. */
export type FigureLine = { readonly month: string; readonly facilityId: string; readonly kind: "CASE" | "APPOINTMENT"; readonly service: string; readonly result: string; readonly count: number };

/** The result of a case that was never closed and passed the cap. */
export const LAPSED = "LAPSED";

/** Adds what is about to be deleted to the figures that remain. */
export async function keepFigures(tx: Tx, caseIds: readonly string[]): Promise<void> {
  const ids = idList(caseIds);
  await tx.$executeRaw`
    INSERT INTO "Figure" ("monthOn", "facilityId", "kind", "service", "result", "count")
    SELECT date_trunc('month', coalesce(c."closedAt", c."createdAt") AT TIME ZONE 'Europe/Berlin')::date, c."facilityId", 'CASE', c."service", coalesce(c."closeReason"::text, ${LAPSED}), count(*)
    FROM "Case" c WHERE c."id" = ANY(${ids}) GROUP BY 1, 2, 4, 5
    ON CONFLICT ("monthOn", "facilityId", "kind", "service", "result") DO UPDATE SET "count" = "Figure"."count" + EXCLUDED."count"`;
  await tx.$executeRaw`
    INSERT INTO "Figure" ("monthOn", "facilityId", "kind", "service", "result", "count")
    SELECT date_trunc('month', a."outcomeAt" AT TIME ZONE 'Europe/Berlin')::date, a."facilityId", 'APPOINTMENT', c."service", a."outcome"::text, count(*)
    FROM "Appointment" a JOIN "Case" c ON c."id" = a."caseId" WHERE c."id" = ANY(${ids}) AND a."outcome" IS NOT NULL GROUP BY 1, 2, 4, 5
    ON CONFLICT ("monthOn", "facilityId", "kind", "service", "result") DO UPDATE SET "count" = "Figure"."count" + EXCLUDED."count"`;
}

/** The figures of everything that ever was closed or had an outcome: what remains of deleted rows, and the rows that are still there. A deletion changes none of them. */
export async function figuresOf(tx: Tx): Promise<readonly FigureLine[]> {
  return tx.$queryRaw<FigureLine[]>`
    SELECT to_char(f."monthOn", 'YYYY-MM') AS month, f."facilityId", f."kind"::text AS kind, f."service"::text AS service, f."result", sum(f."count")::int AS count
    FROM (
      SELECT "monthOn", "facilityId", "kind", "service", "result", "count" FROM "Figure"
      UNION ALL
      SELECT date_trunc('month', c."closedAt" AT TIME ZONE 'Europe/Berlin')::date, c."facilityId", 'CASE', c."service", c."closeReason"::text, 1
      FROM "Case" c WHERE c."closedAt" IS NOT NULL
      UNION ALL
      SELECT date_trunc('month', a."outcomeAt" AT TIME ZONE 'Europe/Berlin')::date, a."facilityId", 'APPOINTMENT', c."service", a."outcome"::text, 1
      FROM "Appointment" a JOIN "Case" c ON c."id" = a."caseId" WHERE a."outcome" IS NOT NULL
    ) AS f GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;
}
