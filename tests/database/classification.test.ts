import { retentionClassNames } from "@/lib/privacy/classes";
import { personalColumns, register } from "@/lib/privacy/register";
import { useDatabase } from "./database";

const database = useDatabase();

type Column = { readonly table: string; readonly column: string; readonly type: string };

async function columns(): Promise<readonly Column[]> {
  return database.prisma().$queryRaw<Column[]>`
    SELECT table_name AS "table", column_name AS "column", udt_name AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY 1, 2`;
}

const nameOf = ({ table, column }: Pick<Column, "table" | "column">) => `${table}.${column}`;
const listed = Object.entries(register).flatMap(([table, entries]) => Object.keys(entries).map((column) => `${table}.${column}`));

/** Texts that nobody types: codes, hashes and references that the portal makes itself, the values of the law, and names of things. */
const WRITTEN_BY_THE_PORTAL =
  /^DataKey\.id$|\.(reference|kind|action|dataClass|result|key|unit|uniqueKey|lastError|messageId|visitCode|calendarUid|hash|previousHash|subjectKind|label|place|probe|inventoryTag|plate|source|note|name|street|postalCode|city|place[A-Z]\w*)$/;

describe("the classification", () => {
  test("every column of the database has an entry, and every entry its column", async () => {
    const found = (await columns()).map(nameOf);
    expect(found.length).toBeGreaterThan(200);
    expect({ withoutEntry: found.filter((name) => !listed.includes(name)), withoutColumn: listed.filter((name) => !found.includes(name)) }).toEqual({ withoutEntry: [], withoutColumn: [] });
    expect([...listed].sort()).toEqual([...found].sort());
  });

  test("a column that is added later is noticed", async () => {
    await database.prisma().$executeRawUnsafe(`ALTER TABLE "Resident" ADD COLUMN "nickname" text`);
    try {
      expect((await columns()).map(nameOf).filter((name) => !listed.includes(name))).toEqual(["Resident.nickname"]);
    } finally {
      await database.prisma().$executeRawUnsafe(`ALTER TABLE "Resident" DROP COLUMN "nickname"`);
    }
  });

  test("a column of text or JSON is personal unless the portal writes it itself", async () => {
    const personal = new Set(personalColumns.map(nameOf));
    const texts = (await columns()).filter(({ type }) => ["text", "json", "jsonb", "varchar", "bpchar"].includes(type)).map(nameOf);
    expect(texts.filter((name) => !personal.has(name) && !WRITTEN_BY_THE_PORTAL.test(name))).toEqual([]);
  });

  test("facts of health and custody rest on their own legal basis", () => {
    const basesOf = (table: string) => [...new Set(personalColumns.filter((entry) => entry.table === table).map(({ basis }) => basis))];
    expect(basesOf("ResidentCare")).toEqual(["HEALTH"]);
    expect(basesOf("ResidentCustody")).toEqual(["CUSTODY"]);
  });

  test("every class of retention has a column, or is the way of a row that has one", () => {
    const used = new Set<string>(personalColumns.map(({ retention }) => retention));
    expect(retentionClassNames.filter((name) => !used.has(name))).toEqual(["draft"]);
  });
});
