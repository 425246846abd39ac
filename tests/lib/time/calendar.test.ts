import fc from "fast-check";
import {
  addDays,
  addMinutes,
  addMonths,
  ageOn,
  birthdayOf,
  civilDate,
  civilDateOf,
  dateParts,
  daysBetween,
  instantOf,
  isCivilDate,
  isoWeekOf,
  minutesOf,
  mondayOf,
  resolveWallClock,
  subMonths,
  weekdayOf,
} from "@/lib/time/calendar";

const minutesPerDay = 1440;
const clocksForward = "2027-03-28";
const clocksBack = "2026-10-25";
const leapDay = "2028-02-29";
const at = (hours: number, minutes = 0) => hours * 60 + minutes;

const anyDate = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays("1900-01-01", days));

describe("civil dates", () => {
  test.each(["2026-11-22", leapDay, "2000-02-29", "1000-01-01", "9999-12-31"])("%s is a civil date", (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  test.each(["2027-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "26-01-01", "0999-01-01", "2026-11-22T00:00", " 2026-11-22", "2026-11-22\n", ""])(
    "%j is no civil date",
    (text) => {
      expect(isCivilDate(text)).toBe(false);
    },
  );

  test("a day that does not exist is a fault and throws", () => {
    expect(() => civilDate(2027, 2, 29)).toThrow(RangeError);
    expect(() => addDays("2027-02-29", 1)).toThrow(RangeError);
  });

  test("the calendar agrees with the platform's on day, weekday and distance, for every date", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(new Date(`${moved}T00:00:00Z`).getTime() - new Date(`${date}T00:00:00Z`).getTime()).toBe(days * 86_400_000);
        expect(daysBetween(date, moved)).toBe(days);
        expect(weekdayOf(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
        expect(dateParts(date)).toEqual({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) });
      }),
    );
  });

  test("the leap day lies between 28 February and 1 March", () => {
    expect(addDays("2028-02-28", 1)).toBe(leapDay);
    expect(addDays(leapDay, 1)).toBe("2028-03-01");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
  });
});

describe("months", () => {
  test.each([
    ["2027-05-31", "2027-02-28"],
    ["2027-03-15", "2026-12-15"],
    ["2028-05-31", "2028-02-29"],
  ])("R07: three months before %s lies %s", (date, expected) => {
    expect(subMonths(date, 3)).toBe(expected);
  });

  test("R07: a missing day becomes the last day of the month, never a day of the next (§ 188 (3) BGB)", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const from = dateParts(date);
        const moved = dateParts(addMonths(date, months));
        expect(moved.year * 12 + moved.month).toBe(from.year * 12 + from.month + months);
        if (moved.day !== from.day) {
          expect(moved.day).toBeLessThan(from.day);
          expect(addDays(addMonths(date, months), 1).slice(8)).toBe("01");
        }
      }),
    );
  });

  test("R07: a later release never has an earlier start of the duty", () => {
    fc.assert(fc.property(anyDate, (date) => expect(subMonths(date, 3) <= subMonths(addDays(date, 1), 3)).toBe(true)));
  });
});

describe("weeks", () => {
  test.each([
    ["2026-11-22", 2026, 47],
    ["2026-12-31", 2026, 53],
    ["2027-01-03", 2026, 53],
    ["2027-01-04", 2027, 1],
    ["2024-12-30", 2025, 1],
  ])("%s lies in ISO week %i/%i", (date, year, week) => {
    expect(isoWeekOf(date)).toEqual({ year, week });
  });

  test("the Monday of a day is a Monday, at most six days before, in the same ISO week", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = mondayOf(date);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, date)).toBe(weekdayOf(date) - 1);
        expect(isoWeekOf(monday)).toEqual(isoWeekOf(date));
      }),
    );
  });
});

describe("age", () => {
  test("a birthday counts from its own day", () => {
    expect(ageOn("2002-11-22", "2026-11-21")).toBe(23);
    expect(ageOn("2002-11-22", "2026-11-22")).toBe(24);
  });

  test("somebody born on 29 February completes a year with 28 February where there is no leap day (§§ 187 (2), 188 (2) BGB)", () => {
    expect(ageOn("2012-02-29", "2028-02-28")).toBe(15);
    expect(ageOn("2012-02-29", leapDay)).toBe(16);
    expect(ageOn("2011-02-28", "2027-02-28")).toBe(16);
    expect(ageOn("2012-02-29", "2027-02-28")).toBe(14);
    expect(ageOn("2012-02-29", "2027-03-01")).toBe(15);
    expect(birthdayOf("2012-02-29", 15)).toBe("2027-03-01");
  });

  test("the birthday is the first day of the age", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 110 }), (bornOn, years) => {
        const birthday = birthdayOf(bornOn, years);
        expect(ageOn(bornOn, birthday)).toBe(years);
        expect(ageOn(bornOn, addDays(birthday, -1))).toBe(years - 1);
      }),
    );
  });
});

describe("the wall clock of Dortmund", () => {
  test("in winter it is one hour ahead of UTC, in summer two", () => {
    expect(instantOf("2026-12-03", at(9)).toISOString()).toBe("2026-12-03T08:00:00.000Z");
    expect(instantOf("2026-07-03", at(9)).toISOString()).toBe("2026-07-03T07:00:00.000Z");
  });

  test("an instant shortly before UTC midnight already belongs to the next day", () => {
    expect(civilDateOf(new Date("2026-12-02T23:00:00Z"))).toBe("2026-12-03");
    expect(civilDateOf(new Date("2026-12-02T22:59:59.999Z"))).toBe("2026-12-02");
    expect(civilDateOf(new Date("2026-07-02T22:00:00Z"))).toBe("2026-07-03");
    expect(minutesOf(new Date("2026-12-02T23:05:59Z"))).toBe(5);
  });

  test("minute 1440 is the next midnight, also on the days of 23 and 25 hours", () => {
    const hours = (date: string) => (instantOf(date, minutesPerDay).getTime() - instantOf(date, 0).getTime()) / 3_600_000;
    expect([hours("2026-12-03"), hours(clocksForward), hours(clocksBack)]).toEqual([24, 23, 25]);
  });

  test("28.03.2027: 2:30 is missing and means 3:30", () => {
    const resolved = resolveWallClock(clocksForward, at(2, 30));
    expect(resolved.kind).toBe("missing");
    expect(minutesOf(resolved.at)).toBe(at(3, 30));
    expect(resolveWallClock(clocksForward, at(1, 59)).kind).toBe("exact");
    expect(resolveWallClock(clocksForward, at(2)).kind).toBe("missing");
    expect(resolveWallClock(clocksForward, at(3)).kind).toBe("exact");
  });

  test("25.10.2026: 2:30 is twice and means the earlier", () => {
    const resolved = resolveWallClock(clocksBack, at(2, 30));
    expect(resolved).toEqual({ kind: "ambiguous", at: new Date("2026-10-25T00:30:00Z"), secondAt: new Date("2026-10-25T01:30:00Z") });
    expect(resolveWallClock(clocksBack, at(1, 59)).kind).toBe("exact");
    expect(resolveWallClock(clocksBack, at(2)).kind).toBe("ambiguous");
    expect(resolveWallClock(clocksBack, at(3)).kind).toBe("exact");
  });

  const minuteOfDay = fc.integer({ min: 0, max: minutesPerDay - 1 });
  const dayOfInterest = fc.oneof(fc.constantFrom(clocksForward, clocksBack, leapDay), fc.integer({ min: 0, max: 7000 }).map((days) => addDays("2021-01-01", days)));

  test("date and minutes to an instant and back is the same date and minutes, wherever that time exists", () => {
    fc.assert(
      fc.property(dayOfInterest, minuteOfDay, (date, minutes) => {
        const resolved = resolveWallClock(date, minutes);
        fc.pre(resolved.kind !== "missing");
        expect([civilDateOf(resolved.at), minutesOf(resolved.at)]).toEqual([date, minutes]);
        if (resolved.kind === "ambiguous") expect([civilDateOf(resolved.secondAt), minutesOf(resolved.secondAt)]).toEqual([date, minutes]);
      }),
      { numRuns: 500 },
    );
  });

  test("an instant is one of the meanings of its own date and minutes", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2021, 0), max: Date.UTC(2040, 0) }).map((ms) => new Date(Math.floor(ms / 60_000) * 60_000)), (instant) => {
        const resolved = resolveWallClock(civilDateOf(instant), minutesOf(instant));
        const meanings = [resolved.at, ...(resolved.kind === "ambiguous" ? [resolved.secondAt] : [])].map((one) => one.getTime());
        expect(meanings).toContain(instant.getTime());
      }),
    );
  });

  test("the zone's rules agree with the platform's own for every hour of two years", () => {
    const platform = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });
    for (let ms = Date.UTC(2026, 0); ms < Date.UTC(2028, 0); ms += 3_600_000) {
      const instant = new Date(ms);
      const clock = `${civilDateOf(instant)} ${String(Math.floor(minutesOf(instant) / 60)).padStart(2, "0")}:${String(minutesOf(instant) % 60).padStart(2, "0")}`;
      if (clock !== platform.format(instant)) throw new Error(`${instant.toISOString()}: ${clock} is not ${platform.format(instant)}`);
    }
  });

  test("minutes are added as time that passes, not as the clock shows it", () => {
    const beforeForward = instantOf(clocksForward, at(1, 30));
    expect(minutesOf(addMinutes(beforeForward, 60))).toBe(at(3, 30));
  });
});
