import { facilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openCaseStates } from "@/lib/cases/queries";
import { civil, civilOrNull, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";
import { demandOf, demandUntil, forecastOf } from "@/lib/demand/rules";
import type { Demand, DistrictDemand } from "@/lib/demand/types";
import { careOf, needsCard } from "@/lib/residents/queries";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

/** A draft counts as asked for: it stands among the open tasks of the house. */
const asked = [...openCaseStates, "DRAFT"] as const;

/** What the own house should ask for. Only who may need a card is read and on record. */
export async function ownDemand(actor: Actor, now: Date): Promise<{ readonly demand: Demand; readonly isRosterEmpty: boolean }> {
  const scope = scopeOf(actor);
  const today = civilDateOf(now);
  return inScope(scope, async (tx) => {
    const own = { ...facilityFilter(scope), goneOn: null };
    const rows = await tx.resident.findMany({
      where: { AND: [{ ...own, cases: { none: { state: { in: [...asked] } } } }, needsCard(today)] },
      include: { care: true },
    });
    const candidates = rows.map((row) => {
      const { id, lastName, firstNames, idCardState, isExpiryMonthOnly, nationality } = row;
      return { id, lastName, firstNames, idCardState, isExpiryMonthOnly, nationality, idExpiresOn: civilOrNull(row.idExpiresOn), isExempted: careOf(row.care).isExempted };
    });
    const isRosterEmpty = rows.length === 0 && (await tx.resident.count({ where: own })) === 0;
    return { demand: demandOf(candidates, today), isRosterEmpty };
  });
}

/**
 * How many cards the houses of each district will ask for, month by month: figures only, counted by the database. What runs out counts for its month, what is missing, lost or
 * expired for the month that runs; who has a request under way counts no more. Exemptions are sealed and stay so: whoever is exempted is counted.
 */
export async function expectedDemand(scope: Scope, now: Date): Promise<readonly DistrictDemand[]> {
  if (scope.reach !== "office") return [];
  return inScope(scope, (tx) => countByDistrict(tx, civilDateOf(now)));
}

async function countByDistrict(tx: Tx, today: CivilDate): Promise<readonly DistrictDemand[]> {
  const first = dateColumn(forecastOf(today)[0]!);
  const rows = await tx.$queryRaw<(Omit<DistrictDemand, "month"> & { month: Date })[]>`
    SELECT district, kind, month, count(*)::int AS count FROM (
      SELECT f."district", f."kind", greatest(${first}::date, CASE WHEN r."idCardState" = 'VALID' THEN date_trunc('month', r."idExpiresOn")::date ELSE ${first}::date END) AS month
      FROM "Resident" r JOIN "Facility" f ON f."id" = r."facilityId"
      WHERE f."isActive" AND r."goneOn" IS NULL AND r."nationality" <> 'OTHER'
        AND (r."idCardState" <> 'VALID' OR r."idExpiresOn" <= ${dateColumn(demandUntil(today))}::date)
        AND NOT EXISTS (SELECT FROM "Case" c WHERE c."residentId" = r."id" AND c."state"::text = ANY(${[...openCaseStates]}))
    ) AS needed GROUP BY district, kind, month ORDER BY district, kind, month`;
  return rows.map((row) => ({ ...row, month: civil(row.month) }));
}
