const VERSION_7 = "7";
const VARIANT = "8";

// Taken once: inside the tests' sandbox every look at a global costs more than the multiplication.
const { imul } = Math;

/** The id that always belongs to a name, in the shape of the portal's ids (UUID version 7). Ids of one moment share their beginning, as real ones do. */
export function idOf(name: string, at: Date = BUILT_AT): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  const hash = hashOf(name);
  return `${time.slice(0, 8)}-${time.slice(8)}-${VERSION_7}${hash.slice(0, 3)}-${VARIANT}${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/** 128 bit of a name as 32 hexadecimal digits (cyrb128): not for secrets, but quick enough for the thousands of rows of a city. */
function hashOf(name: string): string {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    a = b ^ imul(a ^ code, 597399067);
    b = c ^ imul(b ^ code, 2869860233);
    c = d ^ imul(c ^ code, 951274213);
    d = a ^ imul(d ^ code, 2716044179);
  }
  a = imul(c ^ (a >>> 18), 597399067);
  b = imul(d ^ (b >>> 22), 2869860233);
  c = imul(a ^ (c >>> 17), 951274213);
  d = imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
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
