import { addDays, type CivilDate } from "@/lib/time/calendar";
import { closedOn } from "@/lib/visits/rules";
import type { Closure } from "@/lib/visits/types";

/** The `count`-th open day after (negative: before) a day; 1 is the next one. Never the day itself. */
export function openDay(date: CivilDate, count: number, closures: readonly Closure[] = []): CivilDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (closedOn(day, closures) === null) left -= 1;
  }
  return day;
}

/** A day itself where it is open, else the next open one. */
export function openDayFrom(date: CivilDate, closures: readonly Closure[] = []): CivilDate {
  return closedOn(date, closures) === null ? date : openDay(date, 1, closures);
}
