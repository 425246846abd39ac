import {
  formatClosed,
  formatDate,
  formatDateNumeric,
  formatDateShort,
  formatDateTime,
  formatDay,
  formatDaysLeft,
  formatDuration,
  formatEuro,
  formatMinuteRange,
  formatMonth,
  formatRange,
  formatTime,
  formatTimeRange,
  formatWeekday,
} from "@/lib/messages/format";
import { instantOf } from "@/lib/time/calendar";

const date = "2026-12-03";
const nine = instantOf(date, 540);
const twentyToTen = instantOf(date, 580);

describe("dates with weekday, numbers with units", () => {
  test("a date names its weekday", () => {
    expect(formatDate(date)).toBe("Do, 3. Dezember 2026");
    expect(formatDateShort(date)).toBe("Do, 3.12.");
    expect(formatWeekday("2026-12-06")).toBe("Sonntag");
    expect(formatDay("2027-02-28")).toBe("28. Februar 2027");
    expect(formatMonth("2027-03-01")).toBe("März 2027");
    expect(formatDateNumeric(date)).toBe("03.12.2026");
  });

  test("a time is the time on the clock in Dortmund, in winter and in summer", () => {
    expect(formatTimeRange(nine, twentyToTen)).toBe("9:00–9:40 Uhr");
    expect(formatTime(new Date("2026-07-03T07:05:00Z"))).toBe("9:05");
    expect(formatMinuteRange(450, 990)).toBe("7:30–16:30 Uhr");
    expect(formatRange(nine, twentyToTen)).toBe("Do, 3. Dezember 2026, 9:00–9:40 Uhr");
    expect(formatDateTime(nine)).toBe("Do, 3. Dezember 2026, 9:00 Uhr");
  });

  test("a range over several days names both", () => {
    expect(formatRange(nine, instantOf("2026-12-04", 600))).toBe("Do, 3. Dezember 2026, 9:00 Uhr bis Fr, 4. Dezember 2026, 10:00 Uhr");
  });

  test.each([
    [4600, "46,00 €"],
    [2760, "27,60 €"],
    [5, "0,05 €"],
    [0, "0,00 €"],
    [123456789, "1.234.567,89 €"],
    [-600, "−6,00 €"],
  ])("%i cents are %s", (cents, text) => {
    expect(formatEuro(cents)).toBe(text);
  });

  test.each([
    [12, "noch 12 Tage"],
    [1, "noch 1 Tag"],
    [0, "heute"],
    [-1, "seit 1 Tag überfällig"],
    [-3, "seit 3 Tagen überfällig"],
  ])("%i days are left: %s", (days, text) => {
    expect(formatDaysLeft(days)).toBe(text);
  });

  test.each([
    [45, "45 Minuten"],
    [61, "1 Stunde 1 Minute"],
    [120, "2 Stunden"],
    [0, "0 Minuten"],
  ])("%i minutes last %s", (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });

  test("a closed day says why", () => {
    expect(formatClosed({ reason: "WEEKEND" })).toBe("Wochenende");
    expect(formatClosed({ reason: "HOLIDAY", holiday: "ALL_SAINTS" })).toBe("Feiertag: Allerheiligen");
    expect(formatClosed({ reason: "CLOSURE", of: "CITY", label: "Betriebsversammlung", untilOn: date })).toBe("Bürgerdienste geschlossen: Betriebsversammlung");
  });
});
