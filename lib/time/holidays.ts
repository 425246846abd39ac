/** Public holidays of North Rhine-Westphalia (§ 2 Feiertagsgesetz NW) and working days. */
import { addDays, civilDate, dateParts, weekdayOf, type CivilDate } from "@/lib/time/calendar";

export const holidayCodes = [
  "NEW_YEAR",
  "GOOD_FRIDAY",
  "EASTER_MONDAY",
  "LABOUR_DAY",
  "ASCENSION",
  "WHIT_MONDAY",
  "CORPUS_CHRISTI",
  "GERMAN_UNITY",
  "ALL_SAINTS",
  "CHRISTMAS_DAY",
  "ST_STEPHENS_DAY",
] as const;
export type HolidayCode = (typeof holidayCodes)[number];

/** Easter Sunday of a Gregorian year (the anonymous algorithm, Meeus/Jones/Butcher). */
export function easterSundayOf(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * shift + 114;
  return civilDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const holidayRules: Record<HolidayCode, (year: number) => CivilDate> = {
  NEW_YEAR: (year) => civilDate(year, 1, 1),
  GOOD_FRIDAY: (year) => addDays(easterSundayOf(year), -2),
  EASTER_MONDAY: (year) => addDays(easterSundayOf(year), 1),
  LABOUR_DAY: (year) => civilDate(year, 5, 1),
  ASCENSION: (year) => addDays(easterSundayOf(year), 39),
  WHIT_MONDAY: (year) => addDays(easterSundayOf(year), 50),
  CORPUS_CHRISTI: (year) => addDays(easterSundayOf(year), 60),
  GERMAN_UNITY: (year) => civilDate(year, 10, 3),
  ALL_SAINTS: (year) => civilDate(year, 11, 1),
  CHRISTMAS_DAY: (year) => civilDate(year, 12, 25),
  ST_STEPHENS_DAY: (year) => civilDate(year, 12, 26),
};

/** The public holidays of a year in the order of the calendar's table (R54). */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = holidaysByYear.get(year) ?? holidayCodes.map((code) => ({ code, on: holidayRules[code](year) }));
  holidaysByYear.set(year, known);
  return known;
}

type Holiday = { readonly code: HolidayCode; readonly on: CivilDate };

/** A year's holidays never change; boards and plans ask for them many times. */
const holidaysByYear = new Map<number, readonly Holiday[]>();

/** The public holiday on a day, or null. */
export function holidayOn(date: CivilDate): HolidayCode | null {
  return holidaysOf(dateParts(date).year).find((holiday) => holiday.on === date)?.code ?? null;
}

/** Whether a day is a Saturday or Sunday. */
export function isWeekend(date: CivilDate): boolean {
  return weekdayOf(date) >= 6;
}

/** Whether the office works on a day: Monday to Friday and no public holiday. */
export function isWorkingDay(date: CivilDate): boolean {
  return !isWeekend(date) && holidayOn(date) === null;
}

/** The day that lies `count` working days before a day; 1 is the last working day before it. */
export function workingDaysBefore(date: CivilDate, count: number): CivilDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
