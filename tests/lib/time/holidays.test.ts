import { getHolidays } from "feiertagejs";
import fc from "fast-check";
import { addDays, civilDateOf, weekdayOf } from "@/lib/time/calendar";
import { easterSundayOf, holidayOn, holidaysOf, isWorkingDay, workingDaysBefore } from "@/lib/time/holidays";

const years = Array.from({ length: 160 }, (_, index) => 2018 + index);

describe("public holidays of North Rhine-Westphalia (§ 2 FeiertG NW)", () => {
  test("R54: the holidays of 2027 are those of the calendar", () => {
    expect(holidaysOf(2027).map((holiday) => holiday.on)).toEqual([
      "2027-01-01",
      "2027-03-26",
      "2027-03-29",
      "2027-05-01",
      "2027-05-06",
      "2027-05-17",
      "2027-05-27",
      "2027-10-03",
      "2027-11-01",
      "2027-12-25",
      "2027-12-26",
    ]);
  });

  test("R54: 160 years of holidays agree with an independent library", () => {
    const sundays = new Set(["OSTERSONNTAG", "PFINGSTSONNTAG"]);
    for (const year of years) {
      const others = getHolidays(year, "NW")
        .filter((holiday) => !sundays.has(holiday.name))
        .map((holiday) => civilDateOf(holiday.date))
        .sort();
      expect([...new Set(holidaysOf(year).map((holiday) => holiday.on))].sort()).toEqual([...new Set(others)]);
    }
  });

  test("Easter is a Sunday between 22 March and 25 April", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2300 }), (year) => {
        const easter = easterSundayOf(year);
        expect(weekdayOf(easter)).toBe(7);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
    expect([2026, 2027, 2028, 2038].map(easterSundayOf)).toEqual(["2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25"]);
  });

  test("24 and 31 December and the Monday of carnival are no public holidays but closures of the city", () => {
    expect([holidayOn("2026-12-24"), holidayOn("2026-12-31"), holidayOn("2027-02-08")]).toEqual([null, null, null]);
    expect(holidayOn("2026-11-01")).toBe("ALL_SAINTS");
  });
});

describe("working days", () => {
  test("R57: one working day before a Monday is the Friday, before the Tuesday after Easter the Thursday", () => {
    expect(workingDaysBefore("2026-11-23", 1)).toBe("2026-11-20");
    expect(workingDaysBefore("2027-03-30", 1)).toBe("2027-03-25");
    expect(workingDaysBefore("2026-11-25", 2)).toBe("2026-11-23");
  });

  test("R57: between a day and the working day before it lie only days off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), (days) => {
        const date = addDays("2026-01-01", days);
        const before = workingDaysBefore(date, 1);
        expect(isWorkingDay(before)).toBe(true);
        for (let day = addDays(before, 1); day < date; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
      }),
    );
  });
});
