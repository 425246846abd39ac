import { useDatabase } from "./database";

const database = useDatabase();

/** R41: what never enters the portal, in the words that a column for it would bear. */
const FORBIDDEN = /photo|portrait|picture|image|fingerprint|biometr|signature|(^|_)pin(_|$)|(^|_)puk(_|$)|serial|document_?number|card_?number|scan|upload|blob|diagnos|disease|offen[cs]e|crime|conviction|sentence|iban|religion/;

/** A yes-or-no answer that only sounds like it: whether the room has space for the photo. Which finger cannot be taken (R38) is a code inside of a sealed value. */
const HARMLESS = ["SiteSheet.hasPhotoSpace"];

type Column = { readonly table: string; readonly column: string; readonly type: string };

async function columns(): Promise<readonly Column[]> {
  return database.prisma().$queryRaw<Column[]>`
    SELECT table_name AS "table", column_name AS "column", udt_name AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY 1, 2`;
}

const inWords = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

describe("the schema", () => {
  test("R41: no column is made for photo, fingerprint, signature, PIN, PUK, serial number, scan, diagnosis or offence", async () => {
    const found = await columns();
    expect(found.length).toBeGreaterThan(150);
    const suspicious = found.filter(({ table, column }) => FORBIDDEN.test(inWords(column)) || FORBIDDEN.test(inWords(table)));
    expect(suspicious.map(({ table, column }) => `${table}.${column}`).sort()).toEqual([...HARMLESS].sort());
  });

  test("R41: the words that are looked for are found", () => {
    for (const name of ["photo", "signatureImage", "pinCode", "pukHash", "serialNumber", "scanId", "diagnosis", "offence"]) expect([name, FORBIDDEN.test(inWords(name))]).toEqual([name, true]);
    for (const name of ["shipping", "spinner", "opinion"]) expect([name, FORBIDDEN.test(inWords(name))]).toEqual([name, false]);
  });

  test("R41: no column can hold a file", async () => {
    expect((await columns()).filter(({ type }) => type === "bytea" || type === "oid")).toEqual([]);
  });

  test("R41: what was said about a room is a yes or no", async () => {
    const types = (await columns()).filter(({ table, column }) => HARMLESS.includes(`${table}.${column}`)).map(({ column, type }) => [column, type]);
    expect(types).toEqual([["hasPhotoSpace", "bool"]]);
  });

  test("R68: no person or case has an address, so that none can be made from a facility's; addresses stand where a visit goes", async () => {
    const ADDRESS = /street|postal|(^|_)city(_|$)|address|(^|_)zip(_|$)|latitude/;
    const found = await columns();
    const tables = [...new Set(found.filter(({ column }) => ADDRESS.test(inWords(column))).map(({ table, column }) => `${table}.${column}`))];
    expect(tables.filter((name) => /^(Facility|Visit)\./.test(name)).length).toBeGreaterThan(5);
    expect(tables.filter((name) => /^(Resident|Case|Appointment)/.test(name))).toEqual([]);
  });

  test("instants carry their time zone; days do not", async () => {
    const found = await columns();
    expect(found.filter(({ column, type }) => /At$/.test(column) && type !== "timestamptz")).toEqual([]);
    expect(found.filter(({ column, type }) => /On$/.test(column) && type !== "date")).toEqual([]);
    expect(found.filter(({ type }) => type === "timestamp")).toEqual([]);
  });

  test("every reference between tables is kept by the database", async () => {
    const keys = await database.prisma().$queryRaw<{ name: string; isValid: boolean }[]>`
      SELECT conname AS name, convalidated AS "isValid" FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;
    expect(keys.length).toBeGreaterThan(25);
    expect(keys.filter(({ isValid }) => !isValid)).toEqual([]);
  });
});
