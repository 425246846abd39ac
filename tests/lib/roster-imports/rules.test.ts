import { columnHeadings, faultSentence, headingSynonyms } from "@/lib/messages/roster-imports";
import { wordsOf } from "@/lib/recognition/rules";
import { columnsFor, hasUnseenSimilar, headingsOf, judged, newcomersOf, personsOf } from "@/lib/roster-imports/rules";
import { rosterColumns, type ImportedPerson } from "@/lib/roster-imports/types";
import type { SheetRow } from "@/lib/sheets/types";

const TODAY = "2026-11-27";
const rowsOf = (...lines: readonly string[]): readonly SheetRow[] => lines.map((line, index) => ({ number: index + 1, cells: line.split(";") })).filter(({ cells }) => cells.some((cell) => cell !== ""));
const HEADING = "Nachname;Vorname;Geburtsdatum;Gültig bis;Zimmer";

function read(lines: readonly string[], kind: "NURSING_HOME" | "PRISON" = "NURSING_HOME") {
  const rows = rowsOf(...lines);
  const headings = headingsOf(rows, kind);
  if ("code" in headings) throw new Error(headings.code);
  return personsOf(rows, headings, kind, TODAY);
}

describe("headings", () => {
  test("are found by the portal's words and others, in any spelling and order, below a title", () => {
    const found = headingsOf(rowsOf("Bewohnerliste, Stand November", "", "GEBURTSTAG;zimmer;Familienname ;Vorname(n);Perso gueltig bis"), "NURSING_HOME");
    expect(found).toEqual({ row: 3, places: { bornOn: 0, lastName: 2, firstNames: 3, idExpiresOn: 4 }, ignored: ["zimmer"] });
  });

  test("say whom they miss, and which of them stands twice", () => {
    expect(headingsOf(rowsOf("Name;Zimmer", "Muster;3"), "NURSING_HOME")).toEqual({ code: "import.columnsMissing", columns: ["firstNames", "bornOn"] });
    expect(headingsOf([], "NURSING_HOME")).toMatchObject({ code: "import.columnsMissing" });
    expect(headingsOf(rowsOf("Familienname;Name;Vorname;Geboren"), "NURSING_HOME")).toEqual({ code: "import.columnTwice", column: "lastName" });
    expect(headingsOf(rowsOf("Nachname;Name;Vorname;Geboren"), "NURSING_HOME")).toMatchObject({ places: { lastName: 0 }, ignored: ["Name"] });
  });

  test("no word stands for two columns", () => {
    const words = rosterColumns.flatMap((column) => [...new Set([columnHeadings[column], ...headingSynonyms[column]].map((word) => wordsOf(word).join("")))]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test("about custody count in a prison alone, about a stay for good in a home alone", () => {
    expect([columnsFor("NURSING_HOME").includes("releaseOn"), columnsFor("PRISON").includes("releaseOn"), columnsFor("PRISON").includes("isPermanentResident")]).toEqual([false, true, false]);
    expect(headingsOf(rowsOf(`${HEADING};Haftart`), "NURSING_HOME")).toMatchObject({ ignored: ["Zimmer", "Haftart"] });
  });
});

describe("rows", () => {
  test("become persons; what a list does not say is unknown, and the state of a card follows its expiry", () => {
    const { persons, faults } = read([HEADING, "Muster;Erika;31.12.1940;03/2027;12", "", "Groß;Karl;1938-05-01;31.10.2026;", "Offen;Eva;1.1.1930;;"]);
    expect(faults).toEqual([]);
    expect(persons).toMatchObject([
      { row: 2, lastName: "Muster", idCardState: "VALID", idExpiresOn: "2027-03", nationality: "UNKNOWN", mainResidence: "UNKNOWN", custodyKind: null },
      { row: 4, lastName: "Groß", idCardState: "EXPIRED", idExpiresOn: "2026-10-31" },
      { row: 5, idCardState: "VALID", idExpiresOn: null },
    ]);
    expect(read([HEADING, "A;B;1.1.1930;11/2026;"]).persons[0]).toMatchObject({ idCardState: "VALID" });
    expect(read([HEADING, "A;B;1.1.1930;10/2026;"]).persons[0]).toMatchObject({ idCardState: "EXPIRED" });
  });

  test("name everything that is wrong with its row and column, each cell once", () => {
    const { faults } = read([HEADING, "Muster;;32.12.1940;nie;", ";Karl;1.1.2030;;", "Alt;Eva;1.1.1800;;"]);
    expect(faults.map(({ row, column, fault }) => [row, column, fault.code])).toEqual([
      [2, "idExpiresOn", "noDateOrMonth"], [2, "firstNames", "missing"], [2, "bornOn", "noDate"],
      [3, "lastName", "missing"], [3, "bornOn", "inTheFuture"],
      [4, "bornOn", "tooLongAgo"],
    ]);
    for (const { column, fault } of faults) expect(faultSentence(fault, column)).toMatch(/\S+ \S+.*\.$/);
  });

  test("of a prison name the kind of custody, and dates that fit one another", () => {
    const heading = `${HEADING};Haftart;Haftbeginn;Entlassung`;
    const { persons, faults } = read([heading, "A;B;1.1.1980;;;U-Haft;1.1.2026;", "C;D;1.1.1980;;;;;", "E;F;1.1.1980;;;Strafhaft;1.1.2027;1.1.2026", "G;H;1.1.1980;;;Strafhaft;1.6.2026;1.5.2026"], "PRISON");
    expect(persons).toMatchObject([{ custodyKind: "REMAND", custodySinceOn: "2026-01-01" }]);
    expect(faults.map(({ row, column, fault }) => [row, column, fault.code])).toEqual([
      [3, "custodyKind", "missing"], [4, "custodySinceOn", "inTheFuture"], [4, "releaseOn", "releaseInThePast"], [5, "releaseOn", "releaseInThePast"],
    ]);
  });

  test("that name somebody again must say the same of her", () => {
    const { faults } = read([HEADING, "Müller;Eva;1.1.1940;03/2027;", "MUELLER;Eva;1.1.1940;03/2027;", "Müller;Eva;1.1.1940;04/2027;"]);
    expect(faults).toEqual([{ row: 4, column: "idExpiresOn", fault: { code: "contradicts", row: 2 } }]);
  });
});

describe("a list beside the roster", () => {
  const listed = (id: string, lastName: string, firstNames = "Eva") => ({ id, lastName, firstNames, bornOn: "1940-01-01" });
  const personsNamed = (...names: readonly string[]): readonly ImportedPerson[] => read([HEADING, ...names.map((name) => `${name};Eva;1.1.1940;;`)]).persons;

  test("tells who is new, who stands there already, who is repeated and who is similar", () => {
    const persons = personsNamed("Müller", "Schulz", "SCHULZ", "Schmitt", "Kowalski", "Kowalsky");
    const found = judged(persons, [listed("1", "Mueller"), listed("2", "Schmidt")]);
    expect(found).toEqual({
      listed: [{ row: 2, residentId: "1" }],
      twice: [{ row: 4, firstRow: 3 }],
      similar: [{ row: 5, residentId: "2", otherRow: null }, { row: 7, residentId: null, otherRow: 6 }],
    });
    expect(newcomersOf(persons, found).map(({ row }) => row)).toEqual([3, 5, 6, 7]);
  });

  test("read a second time adds nobody", () => {
    const persons = personsNamed("Müller", "Schulz", "Kowalski", "Kowalsky");
    const roster = persons.map(({ row, lastName, firstNames, bornOn }) => ({ id: String(row), lastName, firstNames, bornOn }));
    const again = judged(persons, roster);
    expect([newcomersOf(persons, again), again.similar]).toEqual([[], []]);
  });

  test("with a birth date that stands for unknown asks nobody about similar names, and is judged at once", () => {
    const persons = Array.from({ length: 10_000 }, (_, index): ImportedPerson => ({ ...personsNamed("Muster")[0]!, row: index + 2, lastName: `Muster${index}` })).slice(0, 3_000);
    const begin = performance.now();
    const found = judged(persons, []);
    expect(performance.now() - begin).toBeLessThan(3_000);
    expect(newcomersOf(persons, found)).toHaveLength(3_000);
  });

  test("whose roster got somebody similar meanwhile is shown again first", () => {
    const similar = [{ row: 5, residentId: "2", otherRow: null }];
    expect([hasUnseenSimilar(similar, similar), hasUnseenSimilar([], similar), hasUnseenSimilar(similar, [])]).toEqual([false, true, false]);
  });
});
