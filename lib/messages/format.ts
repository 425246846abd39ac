/** How dates, times, amounts and deadlines are written: "Do, 3. Dezember 2026, 9:00–9:40 Uhr", "noch 12 Tage", "46,00 €". */
import { civilDateOf, dateParts, minutesOf, weekdayOf, type CivilDate } from "@/lib/time/calendar";
import type { HolidayCode } from "@/lib/time/holidays";
import type { ClosedReason } from "@/lib/visits/types";

const weekdaysShort = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] as const;
const weekdaysLong = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"] as const;
export const monthNames = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"] as const;

export const holidayNames = {
  NEW_YEAR: "Neujahr",
  GOOD_FRIDAY: "Karfreitag",
  EASTER_MONDAY: "Ostermontag",
  LABOUR_DAY: "Tag der Arbeit",
  ASCENSION: "Christi Himmelfahrt",
  WHIT_MONDAY: "Pfingstmontag",
  CORPUS_CHRISTI: "Fronleichnam",
  GERMAN_UNITY: "Tag der Deutschen Einheit",
  ALL_SAINTS: "Allerheiligen",
  CHRISTMAS_DAY: "1. Weihnachtstag",
  ST_STEPHENS_DAY: "2. Weihnachtstag",
} as const satisfies Record<HolidayCode, string>;

/** "Do" */
export function formatWeekdayShort(date: CivilDate): string {
  return weekdaysShort[weekdayOf(date) - 1]!;
}

/** "Donnerstag" */
export function formatWeekday(date: CivilDate): string {
  return weekdaysLong[weekdayOf(date) - 1]!;
}

/** "Dezember 2026" */
export function formatMonth(date: CivilDate): string {
  const { year, month } = dateParts(date);
  return `${monthNames[month - 1]!} ${year}`;
}

/** "03/2027", for a card of which only the month is known. */
export function formatMonthNumeric(date: CivilDate): string {
  return date.split("-").slice(0, 2).reverse().join("/");
}

/** "03.12.2026", or "03/2027" where only the month is known. */
export function formatExpiry(date: CivilDate, isMonthOnly: boolean): string {
  return isMonthOnly ? formatMonthNumeric(date) : formatDateNumeric(date);
}

/** "3. Dezember 2026" */
export function formatDay(date: CivilDate): string {
  return `${dateParts(date).day}. ${formatMonth(date)}`;
}

/** "Do, 3. Dezember 2026" */
export function formatDate(date: CivilDate): string {
  return `${formatWeekdayShort(date)}, ${formatDay(date)}`;
}

/** "Do, 3.12." */
export function formatDateShort(date: CivilDate): string {
  const { month, day } = dateParts(date);
  return `${formatWeekdayShort(date)}, ${day}.${month}.`;
}

/** "03.12.2026", for tables and birth dates. */
export function formatDateNumeric(date: CivilDate): string {
  return date.split("-").reverse().join(".");
}

/** "9:05" from minutes since midnight. */
export function formatMinutes(minutesSinceMidnight: number): string {
  return `${Math.floor(minutesSinceMidnight / 60)}:${String(minutesSinceMidnight % 60).padStart(2, "0")}`;
}

/** "9:05", without the word, for sentences that name two times. */
export function formatTime(at: Date): string {
  return formatMinutes(minutesOf(at));
}

/** "9:00–9:40 Uhr" from minutes since midnight. */
export function formatMinuteRange(from: number, until: number): string {
  return `${formatMinutes(from)}–${formatMinutes(until)} Uhr`;
}

/** "9:00–9:40 Uhr" */
export function formatTimeRange(from: Date, until: Date): string {
  return formatMinuteRange(minutesOf(from), minutesOf(until));
}

/** "Do, 3. Dezember 2026, 9:00 Uhr" */
export function formatDateTime(at: Date): string {
  return `${formatDate(civilDateOf(at))}, ${formatTime(at)} Uhr`;
}

/** "Do, 3. Dezember 2026, 9:00–9:40 Uhr"; over midnight both days are named. */
export function formatRange(from: Date, until: Date): string {
  const day = civilDateOf(from);
  if (day !== civilDateOf(until)) return `${formatDateTime(from)} bis ${formatDateTime(until)}`;
  return `${formatDate(day)}, ${formatTimeRange(from, until)}`;
}

/** "46,00 €" from whole cents. */
export function formatEuro(cents: number): string {
  const digits = String(Math.floor(Math.abs(cents) / 100));
  const euros = [...digits].map((digit, index) => (index > 0 && (digits.length - index) % 3 === 0 ? `.${digit}` : digit)).join("");
  return `${cents < 0 ? "−" : ""}${euros},${String(Math.abs(cents) % 100).padStart(2, "0")} €`;
}

/** "1 Tag", "12 Tage" */
export function formatDays(count: number): string {
  return count === 1 ? "1 Tag" : `${count} Tage`;
}

/** "noch 12 Tage", "noch 1 Tag", "heute", "seit 3 Tagen überfällig" */
export function formatDaysLeft(days: number): string {
  if (days === 0) return "heute";
  if (days > 0) return `noch ${formatDays(days)}`;
  return days === -1 ? "seit 1 Tag überfällig" : `seit ${-days} Tagen überfällig`;
}

/** "45 Minuten", "1 Stunde 15 Minuten" */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [hours > 0 ? `${hours} ${hours === 1 ? "Stunde" : "Stunden"}` : "", rest > 0 || hours === 0 ? `${rest} ${rest === 1 ? "Minute" : "Minuten"}` : ""];
  return words.filter((word) => word !== "").join(" ");
}

/** Why a day is closed: "Wochenende", "Feiertag: Allerheiligen", "Bürgerdienste geschlossen: Betriebsversammlung". */
export function formatClosed(closed: ClosedReason): string {
  switch (closed.reason) {
    case "WEEKEND":
      return "Wochenende";
    case "HOLIDAY":
      return `Feiertag: ${holidayNames[closed.holiday]}`;
    case "CLOSURE":
      return closed.of === "CITY" ? `Bürgerdienste geschlossen: ${closed.label}` : `Einrichtung geschlossen: ${closed.label}`;
  }
}
