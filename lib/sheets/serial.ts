import { addDays } from "@/lib/time/calendar";

const FIRST_SERIAL_DAYS = 60;
const LAST_SERIAL = 2_958_465;

/** The day of a spreadsheet's number: days since the turn of the year 1900, in which Excel has a 29 February that never was; null where it is none. */
export function dayOfSerial(serial: number, is1904 = false): string | null {
  if (serial < 1 || serial > LAST_SERIAL) return null;
  if (is1904) return addDays("1904-01-01", serial);
  return addDays("1899-12-30", serial < FIRST_SERIAL_DAYS ? serial + 1 : serial);
}
