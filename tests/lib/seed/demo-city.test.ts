import { addDays, type CivilDate } from "@/lib/time/calendar";
import { demoCity } from "@/prisma/seed/demo-city";
import { promises } from "./promises";
import { recordRules, slowRules } from "./record-rules";
import { lawRules, requestRules } from "./request-rules";
import { tourRules } from "./tour-rules";
import { viewOf, type Rule } from "./view";
import { visitRules } from "./visit-rules";

const FIRST: CivilDate = "2026-11-22";
const DAYS_IN_A_YEAR = 366;
const SLOW_EVERY = 7;
const LIMIT_MS = 240_000;

const from = (first: CivilDate, count: number, step = 1) => Array.from({ length: count }, (_, index) => addDays(first, index * step));

/** A whole year, the leap day of 2028 with its neighbours, and that year's Easter and Christmas. */
const START_DAYS = [...from(FIRST, DAYS_IN_A_YEAR), ...from("2028-02-22", 14), ...from("2028-04-10", 6, 3), ...from("2028-12-20", 14)];

const rules: Readonly<Record<string, Rule>> = { ...tourRules, ...visitRules, ...requestRules, ...recordRules, ...promises };
const costly: Readonly<Record<string, Rule>> = { ...lawRules, ...slowRules };
const faults = new Map<string, string[]>();

/** Each city is made once and judged by every rule. */
beforeAll(() => {
  START_DAYS.forEach((today, index) => {
    const city = viewOf(demoCity(today), today);
    const checked = index % SLOW_EVERY === 0 ? { ...rules, ...costly } : rules;
    for (const [name, rule] of Object.entries(checked)) {
      const found = rule(city);
      if (found.length > 0) faults.set(name, [...(faults.get(name) ?? []), `${today}: ${found.slice(0, 3).join("; ")}`]);
    }
  });
}, LIMIT_MS);

describe("the demo city, whatever the day of seeding", () => {
  test.each(Object.keys({ ...rules, ...costly }))("%s", (name) => {
    expect((faults.get(name) ?? []).slice(0, 5)).toEqual([]);
  });
});

test("the same day always gives the same city", () => {
  expect(demoCity("2028-02-29")).toEqual(demoCity("2028-02-29"));
});
