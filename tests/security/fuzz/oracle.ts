/** The one spelling in which text is kept: umlauts in one piece, line ends as one character. */
export function spelling(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n");
}

const EUROS = /^(\d{1,4})(?:,(\d{2}))?$/;
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** All that a typed value may become: itself, without blanks around it, an address in small letters, a code without blanks, a number, minutes of a day, an amount in whole cents, or the parts of a pair. */
function meanings(value: string): readonly unknown[] {
  const own = spelling(value);
  const trimmed = own.trim();
  const time = TIME.exec(trimmed);
  const euros = EUROS.exec(trimmed.replace(/€$/, "").trimEnd());
  return [own, trimmed, trimmed.toLowerCase(), trimmed.replace(/\s/g, ""), ...(/^\d{1,9}$/.test(trimmed) ? [Number(trimmed)] : []), ...(time ? [Number(time[1]) * 60 + Number(time[2])] : []), ...(euros ? [Number(euros[1]) * 100 + Number(euros[2] ?? 0)] : []), ...own.split(":").flatMap((part) => [part, ...(/^\d{1,9}$/.test(part) ? [Number(part)] : [])])];
}

type Pairs = readonly (readonly [string, string])[];

/**
 * What a schema made of a form that nobody sent: each text or number of the result that is not the meaning of something sent for it. Answers what is, one line each.
 * `derived` are values that the form stands for without naming them.
 */
export function silentChanges(pairs: Pairs, result: unknown, derived: readonly unknown[] = []): readonly string[] {
  if (typeof result !== "object" || result === null) return [];
  return Object.entries(result).flatMap(([name, value]) => {
    const sent = pairs.filter(([key]) => key === name || key.startsWith(`${name}.`)).map(([, text]) => text);
    // A result with another name than any field was put together from several; then every value that was sent may stand in it.
    const from = sent.length > 0 ? sent : pairs.map(([, text]) => text);
    const allowed = new Set<unknown>([...from.flatMap(meanings), ...dates(pairs, name), ...derived, "", 0]);
    return leaves(value).filter((leaf) => (typeof leaf === "string" || typeof leaf === "number") && !allowed.has(leaf)).map((leaf) => `${name} became ${JSON.stringify(leaf)} from ${JSON.stringify(from).slice(0, 300)}`);
  });
}

/** Dates that were sent in three parts, also those of rows whose names end in a number. */
function dates(pairs: Pairs, name: string): readonly string[] {
  const bases = new Set(pairs.flatMap(([key]) => (/^(.+)\.(?:day|month|year)$/.exec(key)?.[1] ? [key.slice(0, key.lastIndexOf("."))] : [])));
  const part = (base: string, which: string): string => spelling(pairs.find(([key]) => key === `${base}.${which}`)?.[1] ?? "").trim();
  return [...bases].filter((base) => base === name || !pairs.some(([key]) => key === name)).map((base) => `${part(base, "year").padStart(4, "0")}-${part(base, "month").padStart(2, "0")}-${part(base, "day").padStart(2, "0")}`);
}

function leaves(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
}
