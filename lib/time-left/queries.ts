import { facilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { inScope, reckonAs } from "@/lib/db/in-scope";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { releaseDaysOf } from "@/lib/releases/rules";
import { askedWhere, custodyOf, needsCard, rosterLinesOf, type RosterLine } from "@/lib/residents/queries";
import { bandOf, countBands, inOrder } from "@/lib/time-left/rules";
import type { Placed, TimeBand, TimeLeftGroup, TimeLeftSelection } from "@/lib/time-left/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import type { Prisma } from "@/prisma/generated/client/client";

/** So many seals are opened at a time. */
const PORTION = 500;

export type TimeLeftLine = Placed & { readonly person: RosterLine };
export type TimeLeftPage = {
  readonly lines: readonly TimeLeftLine[];
  /** How many of the group are in each band, and how many the selection has. */
  readonly counts: Readonly<Record<TimeBand, number>>;
  readonly found: number;
  readonly page: number;
  readonly pageCount: number;
  readonly today: CivilDate;
  readonly parameters: ParameterValues;
};

/**
 * One page of the own prison by the time that is left. A release stands sealed, so no statement of the database can order by it (decision 0006): the seals of the house are opened in
 * portions first, of which only ids, days and figures remain, and then the people of the page are read. They alone are shown, and on record.
 */
export async function timeLeftPage(actor: Person, selection: TimeLeftSelection, page: number, perPage: number, now: Date): Promise<TimeLeftPage> {
  const scope = scopeOf(actor);
  const today = civilDateOf(now);
  const parameters = await inScope(scope, (tx) => parametersInForce(tx, today));
  const group = await placedIn(scope, selection, today, parameters);
  const chosen = inOrder(selection.band === null ? group : group.filter(({ band }) => band === selection.band), selection.order);
  const pageCount = Math.max(1, Math.ceil(chosen.length / perPage));
  const shown = Math.min(Math.max(1, page), pageCount);
  const places = chosen.slice((shown - 1) * perPage, shown * perPage);
  const people = new Map((await inScope(scope, (tx) => rosterLinesOf(tx, scope, places.map(({ id }) => id)))).map((line) => [line.id, line]));
  const lines = places.flatMap((place) => {
    const person = people.get(place.id);
    return person ? [{ ...place, person }] : [];
  });
  return { lines, counts: countBands(group), found: chosen.length, page: shown, pageCount, today, parameters };
}

/** Everybody of the group with the days that count, by name. */
async function placedIn(scope: Scope, { group }: TimeLeftSelection, today: CivilDate, parameters: ParameterValues): Promise<readonly Placed[]> {
  if (scope.reach !== "facility") return [];
  const where = { ...facilityFilter(scope), goneOn: null, restrictedAt: null, AND: [inGroup(group, today)] };
  return reckonAs(scope, "portal_facility", async (tx) => {
    const placed: Placed[] = [];
    for (let portion = await portionOf(tx, where, 0); portion.length > 0; portion = await portionOf(tx, where, placed.length)) {
      for (const { id, custody } of portion) {
        const facts = custodyOf(custody);
        const days = facts && releaseDaysOf(facts, parameters);
        placed.push({ id, days, band: bandOf(days, today) });
      }
    }
    return placed;
  });
}

function portionOf(tx: Tx, where: Prisma.ResidentWhereInput, skip: number) {
  return tx.resident.findMany({ where, select: { id: true, custody: true }, orderBy: [{ lastName: "asc" }, { firstNames: "asc" }, { id: "asc" }], skip, take: PORTION });
}

function inGroup(group: TimeLeftGroup, today: CivilDate): Prisma.ResidentWhereInput {
  return group === "ALL" ? {} : { AND: [needsCard(today), { cases: { none: askedWhere } }] };
}
