import { createHash } from "node:crypto";

const VERSION_7 = "7";
const VARIANT = "8";

/** The id that always belongs to a name, in the shape of the portal's ids (UUID version 7). Ids of one moment share their beginning, as real ones do. */
export function idOf(name: string, at: Date = BUILT_AT): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  const hash = createHash("sha256").update(name).digest("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-${VERSION_7}${hash.slice(0, 3)}-${VARIANT}${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/** When built rows came to be; long before any test's present. */
export const BUILT_AT = new Date("2026-01-05T08:00:00.000Z");

/** A Tuesday without a holiday, for rows whose day does not matter. Tests that run commands take a day from the database's clock. */
export const BUILT_DAY = "2027-03-09";

let counter = 0;

/** Numbers the rows of one test file: 1, 2, 3 and so on, the same at every run. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}
