import { facilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { gapsOfDraft, suggestedDays } from "@/lib/drafts/rules";
import type { DraftGap } from "@/lib/drafts/types";
import { closuresFor, readOwnFacility } from "@/lib/facilities/queries";
import { readRequest } from "@/lib/requests/queries";
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

/** Of more drafts nobody says at once what they lack. */
const MOST_DRAFTS = 10;

/** What each draft of the own house still lacks, by its id, the newest of them; whoever of the house began it. What the law says depends on the persons, so their reading is on record. */
export async function ownDraftGaps(actor: Actor): Promise<ReadonlyMap<string, readonly DraftGap[]>> {
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const site = (await readOwnFacility(tx, scope))?.site ?? null;
    const rows = await tx.visitRequest.findMany({ where: { ...facilityFilter(scope), state: "DRAFT" }, select: { id: true }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST_DRAFTS });
    const gaps = new Map<string, readonly DraftGap[]>();
    for (const { id } of rows) {
      const request = await readRequest(tx, scope, id, now);
      if (request) gaps.set(id, gapsOfDraft(request, site));
    }
    return gaps;
  });
}
