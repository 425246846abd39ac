import { civil, dateColumn } from "@/lib/db/civil";
import { addDays, civilDate, dateParts, type CivilDate } from "@/lib/time/calendar";
import { closedOn } from "@/lib/visits/rules";
import type { Closure } from "@/prisma/generated/client/client";
import { openDay, openDayFrom } from "@/tests/builders/days";
import { aClosure } from "@/tests/builders/facilities";
import { BUILT_AT, idOf } from "@/tests/builders/ids";

/** The office's working days around the day of seeding. */
export type WorkDays = {
  readonly today: CivilDate;
  /** 0 is the first open day from today on, -1 the last one before today. */
  readonly day: (index: number) => CivilDate;
  readonly closures: readonly Closure[];
};

const STAFF_MEETING = 6;

/** The days on which the office is closed besides weekends and holidays: a staff meeting ahead, Christmas Eve and New Year's Eve. */
export function workDays(today: CivilDate): WorkDays {
  const { year } = dateParts(today);
  const eves = [year - 1, year].flatMap((one) => [closure(civilDate(one, 12, 24), "Heiligabend"), closure(civilDate(one, 12, 31), "Silvester")]);
  const known = eves.map(asRule);
  const meeting = closure(openDay(openDayFrom(today, known), STAFF_MEETING, known), "Personalversammlung");
  const closures = [...eves, meeting];
  const rules = closures.map(asRule);
  const ahead = [openDayFrom(today, rules)];
  const behind = [today];
  // Each day is found from its neighbour, so that a far one costs no more than a near one.
  const day = (index: number): CivilDate => {
    const line = index < 0 ? behind : ahead;
    const step = index < 0 ? -1 : 1;
    while (line.length <= Math.abs(index)) line.push(openDay(line.at(-1) ?? today, step, rules));
    return line[Math.abs(index)] ?? today;
  };
  return { today, day, closures };
}

function closure(on: CivilDate, label: string): Closure {
  return aClosure({ id: idOf(`closure ${label} ${on}`), label, fromOn: dateColumn(on), untilOn: dateColumn(addDays(on, 1)), createdAt: BUILT_AT });
}

/** A stored closure as the rules take it; a closed ward closes no house. */
export function asRule(row: Closure) {
  return { of: row.kind === "OFFICE_CLOSED" ? "CITY" : "FACILITY", label: row.label, fromOn: civil(row.fromOn), untilOn: civil(row.untilOn) } as const;
}

/** Whether nothing can be booked at a facility on a day (R54). */
export function isClosed(closures: readonly Closure[], facilityId: string, date: CivilDate): boolean {
  const own = closures.filter((one) => one.kind === "OFFICE_CLOSED" || (one.kind === "FACILITY_CLOSED" && one.facilityId === facilityId));
  return closedOn(date, own.map(asRule)) !== null;
}
