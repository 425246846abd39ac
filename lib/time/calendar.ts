/** Civil dates and the wall clock of Dortmund. The only file that knows Europe/Berlin. */
import { tzOffset } from "@date-fns/tz";

/** A day as YYYY-MM-DD, without a time zone; compares and sorts as text. */
export type CivilDate = string;
/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a wall-clock time means: one instant, none (clocks go forward), or two (clocks go back). */
export type WallClock =
  | { readonly kind: "exact"; readonly at: Date }
  | { readonly kind: "missing"; readonly at: Date }
  | { readonly kind: "ambiguous"; readonly at: Date; readonly secondAt: Date };

const zone = "Europe/Berlin";
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const firstYear = 1000;

type Parts = { readonly year: number; readonly month: number; readonly day: number };

function partsOf(date: CivilDate): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = (match?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < firstYear) throw new RangeError(`not a civil date: ${date}`);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) throw new RangeError(`not a civil date: ${date}`);
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Remembered by the day, because comparing many tours asks for the same few days again and again. */
const numberByDay = new Map<CivilDate, number>();
const rememberedDays = 5_000;

/** Days since 1970-01-01; the number under all arithmetic with civil dates. */
function dayNumber(date: CivilDate): number {
  const known = numberByDay.get(date);
  if (known !== undefined) return known;
  const { year, month, day } = partsOf(date);
  const number = Date.UTC(year, month - 1, day) / dayMs;
  if (numberByDay.size >= rememberedDays) numberByDay.clear();
  numberByDay.set(date, number);
  return number;
}

function fromDayNumber(days: number): CivilDate {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** Whether a text is an existing day written YYYY-MM-DD. */
export function isCivilDate(text: string): boolean {
  try {
    partsOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The civil date of year, month (1-12) and day; throws where that day does not exist. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  partsOf(date);
  return date;
}

/** Remembered by the hour, because the zone's rules change only on the hour and the platform is slow to tell. */
const offsetByHour = new Map<number, number>();
const rememberedHours = 20_000;

/** Offset of the wall clock from UTC in milliseconds at an instant. */
function offsetMs(ms: number): number {
  const hour = Math.floor(ms / hourMs);
  const known = offsetByHour.get(hour);
  if (known !== undefined) return known;
  const offset = tzOffset(zone, new Date(hour * hourMs)) * minuteMs;
  if (offsetByHour.size >= rememberedHours) offsetByHour.clear();
  offsetByHour.set(hour, offset);
  return offset;
}

/** The day on the wall calendar of Dortmund at an instant. */
export function civilDateOf(instant: Date): CivilDate {
  return fromDayNumber(Math.floor((instant.getTime() + offsetMs(instant.getTime())) / dayMs));
}

/** Minutes since midnight on the wall clock of Dortmund at an instant, whole minutes. */
export function minutesOf(instant: Date): number {
  const local = instant.getTime() + offsetMs(instant.getTime());
  return Math.floor((((local % dayMs) + dayMs) % dayMs) / minuteMs);
}

/** What the wall clock of Dortmund means on a day: exact, missing (then `at` is the same time on the clock not yet put forward), or ambiguous. */
export function resolveWallClock(date: CivilDate, minutesSinceMidnight: number): WallClock {
  const wall = dayNumber(date) * dayMs + minutesSinceMidnight * minuteMs;
  const before = wall - offsetMs(wall - dayMs);
  const after = wall - offsetMs(wall + dayMs);
  if (before === after) return { kind: "exact", at: new Date(before) };
  const [first, second] = [before, after].filter((ms) => ms + offsetMs(ms) === wall);
  if (first === undefined) return { kind: "missing", at: new Date(before) };
  if (second === undefined) return { kind: "exact", at: new Date(first) };
  return { kind: "ambiguous", at: new Date(first), secondAt: new Date(second) };
}

/** The instant at which the wall clock of Dortmund shows a time; 1440 is the next midnight, of two the earlier. */
export function instantOf(date: CivilDate, minutesSinceMidnight: number): Date {
  return resolveWallClock(date, minutesSinceMidnight).at;
}

/** The instant `minutes` later (earlier when negative). */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * minuteMs);
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `months` later; a missing day becomes the last of the month (§ 188 (3) BGB). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return civilDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The day `months` earlier; a missing day becomes the last of the month (R07, § 188 (3) BGB). */
export function subMonths(date: CivilDate, months: number): CivilDate {
  return addMonths(date, -months);
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(date: CivilDate): Weekday {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7 + 1) as Weekday;
}

/** The Monday of the week in which a day lies. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The ISO week of a day: the week belongs to the year of its Thursday. */
export function isoWeekOf(date: CivilDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(mondayOf(date), 3);
  const { year } = partsOf(thursday);
  return { year, week: Math.floor(daysBetween(civilDate(year, 1, 1), thursday) / 7) + 1 };
}

/** Completed years of life on a day; somebody born on 29 February completes a year with 28 February (§§ 187 (2), 188 (2) BGB). */
export function ageOn(bornOn: CivilDate, date: CivilDate): number {
  const born = partsOf(bornOn);
  const on = partsOf(date);
  const hadBirthday = date.slice(5) >= bornOn.slice(5);
  return on.year - born.year - (hadBirthday ? 0 : 1);
}

/** The first day on which somebody has completed `years` years of life. */
export function birthdayOf(bornOn: CivilDate, years: number): CivilDate {
  const same = addMonths(bornOn, years * 12);
  return same.slice(8) === bornOn.slice(8) ? same : addDays(same, 1);
}

/** The year, month (1-12) and day of a civil date. */
export function dateParts(date: CivilDate): Parts {
  return partsOf(date);
}
