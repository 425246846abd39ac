import { civil } from "@/lib/db/civil";
import { civilDateOf } from "@/lib/time/calendar";
import { demoCity } from "@/prisma/seed/demo-city";
import { seed } from "@/prisma/seed/main";
import { TABLES_IN_ORDER, type Table } from "@/tests/builders/store";
import { useDatabase } from "./database";

const database = useDatabase();

async function countOf(table: Table): Promise<number> {
  return (database.prisma()[table] as unknown as { count(): Promise<number> }).count();
}

describe("seeding the demo city", () => {
  test("a real database takes every row of it", async () => {
    const today = civilDateOf(await database.now());
    await expect(seed()).resolves.toEqual({ today, residents: expect.any(Number) });
    const expected = demoCity(today);
    for (const table of TABLES_IN_ORDER) expect([table, await countOf(table)]).toEqual([table, expected[table].length]);
  });

  test("its days arrive as they were told", async () => {
    const rows = await database.prisma().tour.findMany({ select: { tourOn: true, departsAt: true } });
    for (const { tourOn, departsAt } of rows) expect(civil(tourOn)).toBe(civilDateOf(departsAt));
  });

  test("a mail without a calendar entry has none, and not an empty one", async () => {
    const [found] = await database.prisma().$queryRaw<{ none: bigint; empty: bigint }[]>`
      SELECT count(*) FILTER (WHERE calendar IS NULL) AS none, count(*) FILTER (WHERE jsonb_typeof(calendar) = 'null') AS empty FROM "MailOrder"`;
    expect(Number(found?.none)).toBeGreaterThan(0);
    expect(Number(found?.empty)).toBe(0);
  });

  test("a database that holds anything is not seeded again", async () => {
    await expect(seed()).rejects.toThrow(/enthält schon Daten/);
    const today = civilDateOf(await database.now());
    expect(await countOf("resident")).toBe(demoCity(today).resident.length);
  });
});
