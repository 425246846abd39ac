import type { Scope } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { suggestedDays } from "@/lib/drafts/rules";
import { closuresFor } from "@/lib/facilities/queries";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

/** The next days on which the own house may be visited; none for whoever has no house. */
export async function daysToTick(scope: Scope): Promise<readonly CivilDate[]> {
  const { facilityId } = scope;
  if (!facilityId) return [];
  return inScope(scope, async (tx) => {
    const today = civilDateOf(await databaseNow(tx));
    return suggestedDays(today, await closuresFor(tx, facilityId, today));
  });
}
