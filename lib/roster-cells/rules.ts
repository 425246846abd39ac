import { choiceSynonyms } from "@/lib/messages/roster-imports";
import { monthNames } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { wordsOf } from "@/lib/recognition/rules";
import { dayOfSerial } from "@/lib/sheets/serial";
import { civilDate, isCivilDate, type CivilDate } from "@/lib/time/calendar";
import type { CellFault } from "@/lib/roster-imports/types";

/** What stands in a cell, or what is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: CellFault };

const read = <T>(value: T): Read<T> => ({ ok: true, value });
const wrong = (fault: CellFault): Read<never> => ({ ok: false, fault });

/** A text without line breaks and double gaps. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

export const MOST_LETTERS = 100;

/** A name; a line break in a cell is a gap. */
export function nameIn(cell: string): Read<string> {
  const text = plain(cell);
  if (text === "") return wrong({ code: "missing" });
  return text.length > MOST_LETTERS ? wrong({ code: "tooLong", most: MOST_LETTERS }) : read(text);
}

/** A midnight that a program wrote behind a date. */
const MIDNIGHT = /[ T]0?0:00(?::00(?:\.0+)?)?Z?$/;

/** A day as people and programs write it: 31.12.1940, 1940-12-31, or the number by which Excel counts it (five digits, from the year 1927 on; four would be a year). Null for nothing. */
export function dayIn(cell: string): Read<CivilDate | null> {
  const text = plain(cell).replace(MIDNIGHT, "");
  if (text === "") return read(null);
  const german = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{2}|\d{4})$/.exec(text);
  if (german?.[3]?.length === 2) return wrong({ code: "shortYear" });
  const day = german ? dayOf(Number(german[3]), Number(german[2]), Number(german[1])) : /^\d{5}$/.test(text) ? dayOfSerial(Number(text)) : isCivilDate(text) ? text : null;
  return day === null ? wrong({ code: "noDate" }) : read(day);
}

/** A day that must be there. */
export function neededDayIn(cell: string): Read<CivilDate> {
  const found = dayIn(cell);
  return found.ok && found.value === null ? wrong({ code: "missing" }) : (found as Read<CivilDate>);
}

/** A day, or a month (03/2027, 2027-03, März 2027, Mrz 27) as `YYYY-MM`. Null for nothing. */
export function dayOrMonthIn(cell: string): Read<string | null> {
  const day = dayIn(cell);
  if (day.ok) return day;
  const month = monthOf(plain(cell));
  if (month !== null) return read(month);
  return day.fault.code === "noDate" ? wrong({ code: "noDateOrMonth" }) : day;
}

/** Cards are valid in this century. */
const CENTURY = "20";
const abbreviations = monthNames.map((name) => wordsOf(name)[0]!);

function monthOf(text: string): string | null {
  const [, first, second] = /^(\d{1,2}|\d{4}|\p{L}+\.?)[ ./-]{1,3}(\d{1,2}|\d{4})$/u.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const [name, year] = first.length === 4 && /^\d/.test(first) ? [second, first] : [first, second];
  const month = /^\d/.test(name) ? Number(name) : numberOf(name);
  const isYear = year.length === 4 || (year.length === 2 && !/^\d/.test(name));
  return isYear && month >= 1 && month <= 12 ? `${year.padStart(4, CENTURY)}-${String(month).padStart(2, "0")}` : null;
}

/** The number of a month by its name or the beginning of it; 0 for none. "Mrz" is how Excel shortens "März". */
function numberOf(name: string): number {
  const word = wordsOf(name)[0] ?? "";
  return word === "mrz" ? 3 : word.length >= 3 ? abbreviations.findIndex((month) => month.startsWith(word)) + 1 : 0;
}

function dayOf(year: number, month: number, day: number): CivilDate | null {
  try {
    return civilDate(year, month, day);
  } catch {
    return null;
  }
}

type Choices = Readonly<Record<string, readonly string[]>>;

const spelt = (text: string): string => wordsOf(text).join(" ");
const wordsFor = (own: Readonly<Record<string, string>>, others: Choices): ReadonlyMap<string, string> =>
  new Map(Object.entries(others).flatMap(([code, synonyms]) => [code, own[code]!, ...synonyms].map((word) => [spelt(word), code] as const)));

const CODES = {
  nationality: wordsFor(labels.nationality, choiceSynonyms.nationality),
  mainResidence: wordsFor(labels.mainResidence, choiceSynonyms.mainResidence),
  idCardState: wordsFor(labels.idCardState, choiceSynonyms.idCardState),
  custodyKind: wordsFor(labels.custodyKind, choiceSynonyms.custodyKind),
} as const;

const OWN_WORDS = {
  nationality: ownWords(labels.nationality),
  mainResidence: ownWords(labels.mainResidence),
  idCardState: ownWords(labels.idCardState),
  custodyKind: ownWords(labels.custodyKind),
} as const;

function ownWords(own: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(own).map(([code, word]) => [word, code]));
}

/** One of the codes of a column by the portal's own word or another one for it. Null for nothing. */
export function choiceIn<T extends string>(column: keyof typeof CODES, cell: string): Read<T | null> {
  const text = plain(cell);
  if (text === "") return read(null);
  // The portal's own words are found as they stand; taking a text apart for each of ten thousand rows costs memory.
  const code = OWN_WORDS[column].get(text) ?? CODES[column].get(spelt(text));
  return code === undefined ? wrong({ code: "choices" }) : read(code as T);
}

const yes = new Set(choiceSynonyms.yes.flatMap((word) => [word, spelt(word)]));
const no = new Set(choiceSynonyms.no.flatMap((word) => [word, spelt(word)]));

/** Yes or no; nothing is no. */
export function yesIn(cell: string): Read<boolean> {
  const text = plain(cell);
  if (text === "" || no.has(text)) return read(false);
  if (yes.has(text)) return read(true);
  const word = spelt(text);
  return no.has(word) ? read(false) : yes.has(word) ? read(true) : wrong({ code: "choices" });
}
