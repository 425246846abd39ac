import type { Scope } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { dateColumn } from "@/lib/db/civil";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { addDays, addMonths, civilDateOf, instantOf } from "@/lib/time/calendar";

export type RetentionOverview = { readonly parameters: ParameterValues; readonly casesDue: number; readonly casesPastCap: number; readonly rosterDue: number };

/** The periods in force, and how much has passed them (R63): closed cases, cases long after their visit, roster entries nobody confirmed. */
export async function retentionOverview(scope: Scope): Promise<RetentionOverview | null> {
  if (scope.reach !== "oversight") return null;
  return inScope(scope, async (tx) => {
    const today = civilDateOf(await databaseNow(tx));
    const parameters = await parametersInForce(tx, today);
    const before = (days: number): Date => instantOf(addDays(today, -days), 0);
    const rosterLimit = addMonths(today, -parameters.rosterMonths);
    return {
      parameters,
      casesDue: await tx.case.count({ where: { closedAt: { lt: before(parameters.retentionDays) } } }),
      casesPastCap: await tx.case.count({ where: { closedAt: null, appointments: { some: { outcomeAt: { lt: before(parameters.retentionCapDays) } } } } }),
      rosterDue: await tx.resident.count({ where: { OR: [{ goneOn: { lt: dateColumn(today) } }, { confirmedAt: { lt: instantOf(rosterLimit, 0) } }] } }),
    };
  });
}
