import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { careOf, custodyOf, rosterPage } from "@/lib/residents/queries";
import { addResident, findResidents } from "@/lib/residents/commands";
import { dropList, readList, takeList } from "@/lib/roster-imports/commands";
import { importPreview, rosterForExport, type ImportPreview } from "@/lib/roster-imports/queries";
import { columnsFor, DRAFT_HOURS } from "@/lib/roster-imports/rules";
import { clearLeftovers } from "@/lib/jobs/clear-leftovers";
import { columnHeadings } from "@/lib/messages/roster-imports";
import { inScope } from "@/lib/db/in-scope";
import { workbookOf } from "@/lib/sheets/write-workbook";
import { aPrison } from "../builders/facilities";
import { useDatabase } from "./database";
import { aHouse, refusalOf, storeParameters, valueOf } from "./desk";
import { aTypedPerson, pressing } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const HEADING = "Nachname;Vornamen;Geburtsdatum;Ausweis gültig bis;Zimmer";
const LIST = [HEADING, "Müller;Änne;31.12.1940;03/2027;12", "Groß;Karl;1938-05-01;31.10.2026;13", "Offen;Eva;1.1.1930;;14"].join("\r\n");
const csvFile = (text: string) => ({ name: "Bewohner März.csv", bytes: Buffer.from(text) });
const names = async (person: Person) => (await rosterPage(person, { only: null, filter: "ALL", page: 1 }, await database.now())).lines.map(({ lastName }) => lastName);

async function readBy(person: Person, text: string): Promise<ImportPreview> {
  const { id } = valueOf(await readList(person, {}, csvFile(text)));
  return (await importPreview(person, id))!;
}

test("a list is read, shown and taken over: with what the law asks for, the month of an expiry, and sealed facts for everybody", async () => {
  const house = await aHouse(database);
  const preview = await readBy(house.person, LIST);
  expect(preview).toMatchObject({ fileName: "Bewohner März.csv", ignored: ["Zimmer"], faultCount: 0, listed: [], similar: [] });
  expect(await names(house.person)).toEqual([]);
  expect(valueOf(await takeList(house.person, { id: preview.id, areOthers: false }))).toEqual({ added: 3 });
  expect(await names(house.person)).toEqual(["Groß", "Müller", "Offen"]);
  const rows = await database.prisma().resident.findMany({ where: { facilityId: house.facility.id }, include: { care: true, custody: true }, orderBy: { lastName: "asc" } });
  expect(rows.find(({ lastName }) => lastName === "Müller")).toMatchObject({ idCardState: "VALID", isExpiryMonthOnly: true, idExpiresOn: new Date("2027-03-01"), nationality: "UNKNOWN" });
  expect(rows.map(({ care, custody, recognitionKey }) => [careOf(care).isPermanentResident, custody, typeof recognitionKey])).toEqual([[false, null, "string"], [false, null, "string"], [false, null, "string"]]);
  expect(await importPreview(house.person, preview.id)).toBeNull();
  const entries = await database.prisma().auditEntry.findMany({ where: { facilityId: house.facility.id, action: { startsWith: "rosterList" } }, orderBy: { id: "asc" } });
  expect(entries.map(({ action }) => action)).toEqual(["rosterListRead", "rosterListTaken", "rosterListTaken"]);
  expect(entries[2]!.subjectIds).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
});

test("the same list a second time adds nobody, and confirms those who are there", async () => {
  const house = await aHouse(database);
  valueOf(await takeList(house.person, { id: (await readBy(house.person, LIST)).id, areOthers: false }));
  const before = await database.prisma().resident.findMany({ where: { facilityId: house.facility.id }, orderBy: { id: "asc" } });
  const again = await readBy(house.person, LIST.toUpperCase());
  expect(again.listed).toHaveLength(3);
  expect(valueOf(await takeList(house.person, { id: again.id, areOthers: false }))).toEqual({ added: 0 });
  const after = await database.prisma().resident.findMany({ where: { facilityId: house.facility.id }, orderBy: { id: "asc" } });
  expect(after.map((row) => ({ ...row, confirmedAt: null }))).toEqual(before.map((row) => ({ ...row, confirmedAt: null })));
  expect(after.every(({ confirmedAt }, index) => confirmedAt > before[index]!.confirmedAt)).toBe(true);
});

test("one bad row refuses all, and names row, column and reason", async () => {
  const house = await aHouse(database);
  const preview = await readBy(house.person, `${LIST}\r\nFalsch;Otto;30.02.1940;;`);
  expect(preview).toMatchObject({ faultCount: 1, persons: [], faults: [{ row: 5, column: "bornOn", fault: { code: "noDate" } }] });
  expect(refusalOf(await takeList(house.person, { id: preview.id, areOthers: true })).code).toBe("import.hasFaults");
  expect(await names(house.person)).toEqual([]);
});

test("a file that is no list is refused and leaves nothing", async () => {
  const house = await aHouse(database);
  const refusalFor = async (name: string, bytes: Buffer | string) => refusalOf(await readList(house.person, {}, { name, bytes: Buffer.from(bytes) }));
  expect(refusalOf(await readList(house.person, {}, null)).code).toBe("import.noFile");
  expect(await refusalFor("a.pdf", "%PDF-1.7")).toEqual({ code: "import.file", fault: "tableType" });
  expect(await refusalFor("a.csv", "Name;Zimmer\nMuster;3")).toEqual({ code: "import.columnsMissing", columns: ["firstNames", "bornOn"] });
  expect(await refusalFor("a.csv", HEADING)).toEqual({ code: "import.empty" });
  expect(await refusalFor("a.csv", `${HEADING}\n"Muster;Eva;1.1.1940`)).toEqual({ code: "import.quoteOpen", row: 2 });
  expect(await refusalFor("a.csv", `${HEADING}\n${"A;B;1.1.1940\n".repeat(10_100)}`)).toMatchObject({ code: "import.tooManyRows" });
  expect(await database.prisma().rosterImport.count({ where: { facilityId: house.facility.id } })).toBe(0);
});

test("somebody similar is taken over once it is said that it is another person", async () => {
  const house = await aHouse(database);
  valueOf(await addResident(house.person, aTypedPerson({ lastName: "Schmidt", firstNames: "Eva", bornOn: "1940-01-01" })));
  const preview = await readBy(house.person, `${HEADING}\nSchmitt;Eva;1.1.1940;;`);
  expect(Object.values(preview.similarNames)).toEqual([{ lastName: "Schmidt", firstNames: "Eva" }]);
  expect(refusalOf(await takeList(house.person, { id: preview.id, areOthers: false })).code).toBe("import.similarUnanswered");
  expect(valueOf(await takeList(house.person, { id: preview.id, areOthers: true }))).toEqual({ added: 1 });
});

test("who joins the roster while a list waits is not added twice; somebody similar sends the list back to be read again", async () => {
  const house = await aHouse(database);
  const preview = await readBy(house.person, LIST);
  valueOf(await addResident(house.person, aTypedPerson({ lastName: "GROSS", firstNames: "Karl", bornOn: "1938-05-01" })));
  expect(valueOf(await takeList(house.person, { id: preview.id, areOthers: false }))).toEqual({ added: 2 });
  const second = await readBy(house.person, `${HEADING}\nKowalski;Eva;1.1.1931;;`);
  valueOf(await addResident(house.person, aTypedPerson({ lastName: "Kowalsky", firstNames: "Eva", bornOn: "1931-01-01" })));
  expect(refusalOf(await takeList(house.person, { id: second.id, areOthers: true })).code).toBe("import.rosterChanged");
});

test("two presses at one time take a list over once", async () => {
  const house = await aHouse(database);
  const { id } = await readBy(house.person, LIST);
  const form = pressing(house.person, "01890000-0000-7000-8000-00000000abcd");
  const outcomes = await Promise.all([takeList(form, { id, areOthers: false }), takeList(form, { id, areOthers: false }), takeList(house.person, { id, areOthers: false })]);
  expect(await names(house.person)).toHaveLength(3);
  expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
});

test("a list belongs to who read it: nobody else sees, takes or drops it, and the database says so too", async () => {
  const [house, other] = [await aHouse(database), await aHouse(database)];
  const { id } = await readBy(house.person, LIST);
  expect(await importPreview(other.person, id)).toBeNull();
  expect(refusalOf(await takeList(other.person, { id, areOthers: false })).code).toBe("notFound");
  expect(refusalOf(await dropList(other.person, { id })).code).toBe("notFound");
  expect(await inScope(scopeOf(other.person), (tx) => tx.rosterImport.findMany())).toEqual([]);
  expect(await inScope(scopeOf(house.person), (tx) => tx.rosterImport.findMany({ select: { id: true } }))).toEqual([{ id }]);
  valueOf(await dropList(house.person, { id }));
  expect(await importPreview(house.person, id)).toBeNull();
});

test("a list is sealed, and gone after half a day or with the next one", async () => {
  const house = await aHouse(database);
  const first = await readBy(house.person, LIST);
  const row = await database.prisma().rosterImport.findUniqueOrThrow({ where: { id: first.id } });
  expect(row.sealed).toMatch(/^s1\./);
  expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(DRAFT_HOURS * 3_600_000);
  const second = await readBy(house.person, LIST);
  expect(await importPreview(house.person, first.id)).toBeNull();
  await database.prisma().rosterImport.update({ where: { id: second.id }, data: { expiresAt: new Date(row.createdAt.getTime() - 1) } });
  expect(await importPreview(house.person, second.id)).toBeNull();
  await clearLeftovers();
  expect(await database.prisma().rosterImport.count({ where: { id: second.id } })).toBe(0);
});

test("a prison's workbook brings custody, sealed; and what goes out as a file is read again as nobody new", async () => {
  const prison = await aHouse(database, aPrison());
  const rows = [["Nachname", "Vorname", "Geboren", "Haftart", "Entlassung"], ["=Müller", "Jürgen", "1.2.1980", "Strafhaft", "1.2.2031"], ["Öz", "Ali", "3.4.1990", "U-Haft", ""]];
  const { id } = valueOf(await readList(prison.person, {}, { name: "liste.xlsx", bytes: workbookOf("x", rows) }));
  expect(valueOf(await takeList(prison.person, { id, areOthers: false }))).toEqual({ added: 2 });
  const custody = await database.prisma().residentCustody.findMany({ where: { resident: { facilityId: prison.facility.id } }, include: { resident: true }, orderBy: { resident: { bornOn: "asc" } } });
  expect(custody.map(custodyOf)).toEqual([{ kind: "SENTENCE", sinceOn: null, releaseOn: "2031-02-01" }, { kind: "REMAND", sinceOn: null, releaseOn: null }]);
  const columns = columnsFor("PRISON");
  const people = await rosterForExport(prison.person);
  const bytes = workbookOf("x", [columns.map((column) => columnHeadings[column]), ...people.map((person) => columns.map((column) => person[column]))]);
  const again = valueOf(await readList(prison.person, {}, { name: "personen.xlsx", bytes }));
  expect((await importPreview(prison.person, again.id))?.listed).toHaveLength(2);
  expect((await rosterForExport((await aHouse(database)).person))).toEqual([]);
});

test("the roster is shown a page at a time, found by parts of names in either spelling, and filtered", async () => {
  const house = await aHouse(database);
  const many = [HEADING, ...Array.from({ length: 60 }, (_, index) => `Person${String(index).padStart(2, "0")};Eva;1.1.${1920 + (index % 30)};;`), "Müller;Änne;31.12.1940;31.12.2099;", "Alt;Karl;31.12.1941;31.12.2020;"].join("\n");
  const preview = await readBy(house.person, many);
  valueOf(await takeList(house.person, { id: preview.id, areOthers: true }));
  const now = await database.now();
  const show = async (name: string, filter: "ALL" | "NEEDS_CARD" | "VALID" | "NOT_ASKED" | "ASKED" = "ALL", page = 1) => {
    const only = name === "" ? null : valueOf(await findResidents(house.person, { name })).ids;
    return rosterPage(house.person, { only, filter, page }, now);
  };
  expect(await show("")).toMatchObject({ all: 62, found: 62, pageCount: 2 });
  expect((await show("", "ALL", 2)).lines).toHaveLength(12);
  expect((await show("", "ALL", 99)).page).toBe(2);
  expect((await show("mueller")).lines.map(({ lastName }) => lastName)).toEqual(["Müller"]);
  expect((await show("  änne, müll ")).found).toBe(1);
  expect(refusalOf(await findResidents(house.person, { name: "%" }))).toEqual({ code: "resident.noneFound" });
  expect(refusalOf(await findResidents(house.person, { name: "person" }))).toEqual({ code: "resident.tooManyFound", most: 20 });
  expect(refusalOf(await findResidents((await aHouse(database)).person, { name: "Müller" }))).toEqual({ code: "resident.noneFound" });
  expect((await show("", "NEEDS_CARD")).lines.map(({ lastName }) => lastName)).toEqual(["Alt"]);
  expect([(await show("", "VALID")).found, (await show("", "ASKED")).found, (await show("", "NOT_ASKED")).found]).toEqual([61, 0, 62]);
});
