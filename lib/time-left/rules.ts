import type { ReleaseDays } from "@/lib/releases/types";
import { timeBands, timeLeftGroups, timeLeftOrders, type Placed, type TimeBand, type TimeLeftOrder, type TimeLeftSelection } from "@/lib/time-left/types";
import { daysBetween, type CivilDate } from "@/lib/time/calendar";

/** So many days before the last useful day somebody must ask: a visit wants planning, and the prison's clearance ten working days. */
export const ASK_NOW_DAYS = 14;

/** R36, R59: how pressing a release is today. What is late stays late, whatever else is true of it. */
export function bandOf(days: Pick<ReleaseDays, "lastUsefulOn" | "dutyFromOn"> | null, today: CivilDate): TimeBand {
  if (days === null) return "UNKNOWN";
  if (days.lastUsefulOn < today) return "LATE";
  if (daysBetween(today, days.lastUsefulOn) <= ASK_NOW_DAYS) return "URGENT";
  return days.dutyFromOn !== null && days.dutyFromOn > today ? "NOT_BEGUN" : "IN_TIME";
}

/** By release, who has none known last; people of one day, and the order by name, stay as they come. */
export function inOrder(people: readonly Placed[], order: TimeLeftOrder): readonly Placed[] {
  if (order === "NAME") return people;
  return [...people].sort((a, b) => (a.days?.releaseOn ?? "9999").localeCompare(b.days?.releaseOn ?? "9999"));
}

/** How many are in each band. */
export function countBands(people: readonly Placed[]): Readonly<Record<TimeBand, number>> {
  const counts: Record<TimeBand, number> = { LATE: 0, URGENT: 0, IN_TIME: 0, NOT_BEGUN: 0, UNKNOWN: 0 };
  for (const { band } of people) counts[band] += 1;
  return counts;
}

/** The selection that an address names; what is none of it counts as not chosen. */
export function selectionOf(query: Readonly<Record<string, string | undefined>>): TimeLeftSelection {
  return {
    group: timeLeftGroups.find((one) => one === query.group) ?? "ALL",
    band: timeBands.find((one) => one === query.band) ?? null,
    order: timeLeftOrders.find((one) => one === query.order) ?? "RELEASE",
  };
}
