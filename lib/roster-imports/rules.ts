import type { FacilityKind } from "@/lib/facilities/types";
import { columnHeadings, headingSynonyms } from "@/lib/messages/roster-imports";
import { comparisonOf, isSimilarPerson, wordsOf } from "@/lib/recognition/rules";
import type { Listed } from "@/lib/recognition/types";
import { dateRefusals } from "@/lib/residents/rules";
import type { ResidentRefusal } from "@/lib/residents/types";
import { choiceIn, dayIn, dayOrMonthIn, nameIn, neededDayIn, plain, yesIn, type Read } from "@/lib/roster-cells/rules";
import { neededColumns, rosterColumns, type CellFault, type Headings, type ImportedPerson, type ImportRefusal, type Judged, type RosterColumn, type RowFault } from "@/lib/roster-imports/types";
import type { SheetRow } from "@/lib/sheets/types";
import type { CivilDate } from "@/lib/time/calendar";

/** The columns that a house of a kind takes over. */
export function columnsFor(kind: FacilityKind): readonly RosterColumn[] {
  const custody: readonly RosterColumn[] = ["custodyKind", "custodySinceOn", "releaseOn"];
  return rosterColumns.filter((column) => (kind === "PRISON" ? column !== "isPermanentResident" : !custody.includes(column)));
}

/** A title or a date may stand above the headings of a list. */
const ROWS_ABOVE = 10;

/** Where the columns stand: in the first row that has all that are needed. Refuses when there is none, and a column that stands twice. */
export function headingsOf(rows: readonly SheetRow[], kind: FacilityKind): Headings | ImportRefusal {
  const tried = rows.slice(0, ROWS_ABOVE).map((row) => ({ row, found: columnsIn(row, columnsFor(kind)) }));
  const { row, found } = tried.find((one) => missingOf(one.found.places).length === 0) ?? tried[0] ?? { row: null, found: { places: {}, twice: null, ignored: [] } };
  const missing = missingOf(found.places);
  if (row === null || missing.length > 0) return { code: "import.columnsMissing", columns: missing };
  return found.twice ? { code: "import.columnTwice", column: found.twice } : { row: row.number, places: found.places, ignored: found.ignored };
}

const missingOf = (places: Headings["places"]): readonly RosterColumn[] => neededColumns.filter((column) => places[column] === undefined);
const spelt = (text: string): string => wordsOf(text).join("");
const synonyms = (column: RosterColumn): readonly string[] => headingSynonyms[column].map(spelt);

function columnsIn({ cells }: SheetRow, columns: readonly RosterColumn[]) {
  const words = cells.map((cell) => (plain(cell) === "" ? null : spelt(cell)));
  const places: Partial<Record<RosterColumn, number>> = {};
  let twice: RosterColumn | null = null;
  for (const column of columns) {
    const own = placesOf(words, [spelt(columnHeadings[column])]);
    // The portal's own word decides; another one for the same column is then a column of its own.
    const found = own.length > 0 ? own : placesOf(words, synonyms(column));
    if (found.length > 1) twice ??= column;
    if (found[0] !== undefined) places[column] = found[0];
  }
  const taken = Object.values(places);
  const ignored = cells.flatMap((cell, index) => (taken.includes(index) || plain(cell) === "" ? [] : [plain(cell).slice(0, 60)]));
  return { places, twice, ignored };
}

function placesOf(words: readonly (string | null)[], wanted: readonly string[]): readonly number[] {
  return words.flatMap((word, index) => (word !== null && wanted.includes(word) ? [index] : []));
}

/** The persons of a list, and everything that is wrong with it; below its headings, row by row. */
export function personsOf(rows: readonly SheetRow[], { row: headingRow, places }: Headings, kind: FacilityKind, today: CivilDate): { readonly persons: readonly ImportedPerson[]; readonly faults: readonly RowFault[] } {
  const persons: ImportedPerson[] = [];
  const faults: RowFault[] = [];
  for (const { number, cells } of rows) {
    if (number <= headingRow || rosterColumns.every((column) => plain(cells[places[column] ?? -1] ?? "") === "")) continue;
    const before = faults.length;
    const take = <T>(column: RosterColumn, how: (cell: string) => Read<T>, otherwise: T): T => {
      const found = how(cells[places[column] ?? -1] ?? "");
      if (found.ok) return found.value;
      faults.push({ row: number, column, fault: found.fault });
      return otherwise;
    };
    const person = personIn(take, number, kind, today);
    faults.push(...impossible(person, kind, today, faults.slice(before).map(({ column }) => column)));
    if (faults.length === before) persons.push(person);
  }
  return { persons, faults: [...faults, ...contradictions(persons)].sort((one, other) => one.row - other.row) };
}

type Take = <T>(column: RosterColumn, how: (cell: string) => Read<T>, otherwise: T) => T;

function personIn(take: Take, row: number, kind: FacilityKind, today: CivilDate): ImportedPerson {
  const isPrison = kind === "PRISON";
  const idExpiresOn = take("idExpiresOn", dayOrMonthIn, null);
  const custodyKind = (cell: string) => (isPrison && plain(cell) === "" ? ({ ok: false, fault: { code: "missing" } } as const) : choiceIn<NonNullable<ImportedPerson["custodyKind"]>>("custodyKind", cell));
  return {
    row,
    lastName: take("lastName", nameIn, ""),
    firstNames: take("firstNames", nameIn, ""),
    bornOn: take("bornOn", neededDayIn, today),
    nationality: take("nationality", (cell) => choiceIn<ImportedPerson["nationality"]>("nationality", cell), null) ?? "UNKNOWN",
    mainResidence: take("mainResidence", (cell) => choiceIn<ImportedPerson["mainResidence"]>("mainResidence", cell), null) ?? "UNKNOWN",
    idCardState: take("idCardState", (cell) => choiceIn<ImportedPerson["idCardState"]>("idCardState", cell), null) ?? stateBy(idExpiresOn, today),
    idExpiresOn,
    hasValidPassport: take("hasValidPassport", yesIn, false),
    isPermanentResident: isPrison ? false : take("isPermanentResident", yesIn, false),
    isExempted: take("isExempted", yesIn, false),
    custodyKind: isPrison ? take("custodyKind", custodyKind, null) : null,
    custodySinceOn: isPrison ? take("custodySinceOn", dayIn, null) : null,
    releaseOn: isPrison ? take("releaseOn", dayIn, null) : null,
  };
}

/** A list without the state of a card: its expiry tells; without that there is a card of which the expiry must still be asked. */
function stateBy(expiry: string | null, today: CivilDate): ImportedPerson["idCardState"] {
  return expiry !== null && expiry < today.slice(0, expiry.length) ? "EXPIRED" : "VALID";
}

const FAULT_OF: Partial<Record<ResidentRefusal["code"], { readonly column: RosterColumn; readonly fault: CellFault }>> = {
  "resident.bornInTheFuture": { column: "bornOn", fault: { code: "inTheFuture" } },
  "resident.bornTooLongAgo": { column: "bornOn", fault: { code: "tooLongAgo" } },
  "resident.custodyInTheFuture": { column: "custodySinceOn", fault: { code: "inTheFuture" } },
  "resident.releaseInThePast": { column: "releaseOn", fault: { code: "releaseInThePast" } },
  "resident.releaseBeforeCustody": { column: "releaseOn", fault: { code: "releaseBeforeCustody" } },
};

/** Dates that cannot be true, by the same rule as in the form; a cell is faulted once. */
function impossible(person: ImportedPerson, kind: FacilityKind, today: CivilDate, faulted: readonly RosterColumn[]): readonly RowFault[] {
  const custody = kind === "PRISON" ? { kind: person.custodyKind ?? ("OTHER" as const), sinceOn: person.custodySinceOn, releaseOn: person.releaseOn } : null;
  const found = dateRefusals({ bornOn: person.bornOn, custody }, today).flatMap(({ code }) => FAULT_OF[code] ?? []);
  const isFirst = ({ column }: (typeof found)[number], index: number): boolean => found.findIndex((one) => one.column === column) === index;
  return found.filter(isFirst).filter(({ column }) => !faulted.includes(column)).map((one) => ({ row: person.row, ...one }));
}

/** Rows that name somebody of an earlier row and say something else about her. */
function contradictions(persons: readonly ImportedPerson[]): readonly RowFault[] {
  const first = new Map<string, ImportedPerson>();
  return persons.flatMap((person) => {
    const key = comparisonOf(person);
    const earlier = first.get(key);
    if (!earlier) first.set(key, person);
    const column = earlier && rosterColumns.slice(neededColumns.length).find((one) => earlier[one] !== person[one]);
    return earlier && column ? [{ row: person.row, column, fault: { code: "contradicts", row: earlier.row } as const }] : [];
  });
}

/** A day on which more people than this of one house were born stands for "unknown" in its list; nobody is asked about similar names then. */
const MOST_BORN_ON_ONE_DAY = 40;

/** What becomes of each person: already in the roster, a repetition of an earlier row, similar to somebody, or simply new. */
export function judged(persons: readonly ImportedPerson[], roster: readonly Listed[]): Judged {
  const listed: Judged["listed"][number][] = [];
  const twice: Judged["twice"][number][] = [];
  const similar: Judged["similar"][number][] = [];
  const known = new Map(roster.map((one) => [comparisonOf(one), one]));
  const earlier = new Map<string, ImportedPerson>();
  const [bornKnown, bornEarlier] = [groupedByBirth(roster), new Map<CivilDate, ImportedPerson[]>()];
  for (const person of persons) {
    const { row, bornOn } = person;
    const key = comparisonOf(person);
    const [inRoster, inFile] = [known.get(key), earlier.get(key)];
    if (inFile) twice.push({ row, firstRow: inFile.row });
    else {
      if (inRoster) listed.push({ row, residentId: inRoster.id });
      else similar.push(...similarTo(person, bornKnown.get(bornOn) ?? [], bornEarlier.get(bornOn) ?? []));
      earlier.set(key, person);
      addTo(bornEarlier, person);
    }
  }
  return { listed, twice, similar };
}

function similarTo(person: ImportedPerson, known: readonly Listed[], earlier: readonly ImportedPerson[]): Judged["similar"] {
  if (known.length + earlier.length > MOST_BORN_ON_ONE_DAY) return [];
  const listed = known.find((other) => isSimilarPerson(person, other));
  if (listed) return [{ row: person.row, residentId: listed.id, otherRow: null }];
  const alike = earlier.find((other) => isSimilarPerson(person, other));
  return alike ? [{ row: person.row, residentId: null, otherRow: alike.row }] : [];
}

function groupedByBirth<T extends { readonly bornOn: CivilDate }>(people: readonly T[]): ReadonlyMap<CivilDate, readonly T[]> {
  const groups = new Map<CivilDate, T[]>();
  for (const one of people) addTo(groups, one);
  return groups;
}

function addTo<T extends { readonly bornOn: CivilDate }>(groups: Map<CivilDate, T[]>, one: T): void {
  const group = groups.get(one.bornOn);
  if (group) group.push(one);
  else groups.set(one.bornOn, [one]);
}

/** Whether somebody similar has joined the roster since the list was shown: then nobody has said yet whether it is another person. */
export function hasUnseenSimilar(shown: Judged["similar"], now: Judged["similar"]): boolean {
  const known = new Set(shown.map(({ row }) => row));
  return now.some(({ row }) => !known.has(row));
}

/** Who is to be added. */
export function newcomersOf(persons: readonly ImportedPerson[], { listed, twice }: Pick<Judged, "listed" | "twice">): readonly ImportedPerson[] {
  const known = new Set([...listed, ...twice].map(({ row }) => row));
  return persons.filter(({ row }) => !known.has(row));
}

/** Hours for which a list that was read waits for somebody's yes. */
export const DRAFT_HOURS = 12;
