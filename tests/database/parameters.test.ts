import { randomUUID } from "node:crypto";
import { scopeOf } from "@/lib/auth/scope";
import type { Role } from "@/lib/auth/types";
import { dateColumn } from "@/lib/db/civil";
import { inScope } from "@/lib/db/in-scope";
import { parametersInForce, parameterHistory } from "@/lib/law/queries";
import { addParameter, withdrawParameter } from "@/lib/parameters/commands";
import { previewOf } from "@/lib/parameters/queries";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { aHouse, acceptedCases, refusalOf, storeParameters, valueOf } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const today = civilDateOf(new Date());
const as = async (role: Role) => (await signedIn(database.prisma(), role)).person;
const aValue = (validFrom: string, value = 5000) => ({ key: "feeIdCard", value, typed: "50,00", validFrom, source: "PAuswGebV § 1", note: "" }) as const;
const rowsFrom = (day: string) => database.prisma().legalParameter.findMany({ where: { key: "feeIdCard", validFromOn: dateColumn(day) } });

describe("R69: dated values", () => {
  test("R69: a new value holds from its day on, is on record, and what held before stays", async () => {
    const admin = await as("ADMINISTRATOR");
    const before = await database.prisma().legalParameter.findMany({ orderBy: { id: "asc" } });
    const from = addDays(today, 40);
    const { id } = valueOf(await addParameter(admin, aValue(from)));
    const inForce = (day: string) => inScope(scopeOf(admin), async (tx) => (await parametersInForce(tx, day)).feeIdCard);
    expect([await inForce(addDays(from, -1)), await inForce(from)]).toEqual([4600, 5000]);
    expect(await database.prisma().auditEntry.findFirst({ where: { action: "parameterAdded", subjectId: id } })).toMatchObject({ details: { parameter: "feeIdCard", value: 5000, fromOn: from } });
    expect(await database.prisma().legalParameter.findMany({ where: { id: { not: id } }, orderBy: { id: "asc" } })).toEqual(before);
    valueOf(await withdrawParameter(admin, { id }));
    expect(await inForce(from)).toBe(4600);
    expect(await database.prisma().auditEntry.count({ where: { action: "parameterWithdrawn", subjectId: id } })).toBe(1);
  });

  test("R69: nothing begins today, and what has begun is not taken back", async () => {
    const admin = await as("ADMINISTRATOR");
    expect(refusalOf(await addParameter(admin, aValue(today)))).toEqual({ code: "parameter.notInFuture", earliestOn: addDays(today, 1) });
    const [begun] = await rowsFrom("2026-02-07");
    expect(refusalOf(await withdrawParameter(admin, { id: begun!.id })).code).toBe("parameter.inForce");
    expect(refusalOf(await withdrawParameter(admin, { id: randomUUID() })).code).toBe("notFound");
  });

  test("R69: of two people who add a value for the same day at one moment one does", async () => {
    const from = addDays(today, 50);
    const results = await Promise.all([await as("ADMINISTRATOR"), await as("ADMINISTRATOR")].map((admin, index) => addParameter(admin, aValue(from, 5000 + index))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rowsFrom(from)).toHaveLength(1);
  });

  test("R69: past the application nobody changes a value, adds one that holds already, or deletes one that has begun", async () => {
    const roles = ["ADMINISTRATOR", "DATA_PROTECTION_OFFICER", "TEAM_LEAD"] as const;
    const insert = (day: string) => `INSERT INTO "LegalParameter" ("id", "key", "value", "unit", "validFromOn", "source") VALUES ('${randomUUID()}', 'feeIdCard', 1, 'CENTS', DATE '${day}', 'x')`;
    for (const role of roles) {
      const scope = scopeOf(await as(role));
      const run = (sql: string) => inScope(scope, (tx) => tx.$executeRawUnsafe(sql));
      await expect(run(`UPDATE "LegalParameter" SET "value" = 1`)).rejects.toThrow(/permission denied/);
      await expect(run(insert(today))).rejects.toThrow(/row-level security|permission denied/);
      if (role === "TEAM_LEAD") await expect(run(`DELETE FROM "LegalParameter"`)).rejects.toThrow(/permission denied/);
      else expect(await run(`DELETE FROM "LegalParameter" WHERE "validFromOn" <= DATE '${today}'`)).toBe(0);
    }
    expect((await rowsFrom("2026-02-07"))[0]?.value).toBe(4600);
  });

  test("R69: the effect is reckoned for everybody who has an open case, shows nobody, and puts nobody's reading on record", async () => {
    const admin = await as("ADMINISTRATOR");
    const change = { key: "feeIdCard", value: 5000, validFrom: addDays(today, 45) } as const;
    const before = await previewOf(scopeOf(admin), change);
    const cases = await acceptedCases(database, await aHouse(database), { count: 3, resident: { bornOn: dateColumn("1940-01-01") } });
    const effect = await previewOf(scopeOf(admin), change);
    expect(effect.persons - before.persons).toBe(3);
    const paying = (one: typeof effect) => one.fees.find(({ fromCents, toCents }) => fromCents === 5200 && toCents === 5600)?.persons ?? 0;
    expect(paying(effect) - paying(before)).toBe(3);
    expect(await database.prisma().auditEntry.count({ where: { action: "personsViewed", subjectIds: { has: cases[0]!.residentId } } })).toBe(0);
    const text = JSON.stringify(effect);
    for (const { id, residentId } of cases) for (const secret of [id, residentId]) expect(text).not.toContain(secret);
  });

  test("R69: the history names every value with its source, the latest of a key last", async () => {
    const rows = (await parameterHistory(scopeOf(await as("DATA_PROTECTION_OFFICER")))).filter(({ key }) => key === "feeIdCard");
    expect(rows.slice(0, 2).map(({ value, validFrom }) => [value, validFrom])).toEqual([[3700, "2021-01-01"], [4600, "2026-02-07"]]);
    expect(rows.every(({ source }) => source !== "")).toBe(true);
  });
});
