import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "@/lib/env";
import { constraintsWithRefusal } from "@/lib/db/constraints";
import { assertGuards, GUARD_INDEXES, GUARD_TRIGGERS, GUARDS, guardFaults } from "@/lib/db/guards";
import { useDatabase } from "./database";

const database = useDatabase();

type Guard = { readonly name: string; readonly table: string; readonly definition: string };

async function constraints(): Promise<readonly Guard[]> {
  return database.prisma().$queryRaw<Guard[]>`
    SELECT conname AS name, conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace`;
}

async function guardNamed(name: string): Promise<Guard> {
  const found = (await constraints()).find((one) => one.name === name);
  if (!found) throw new Error(`the database has no ${name}`);
  return found;
}

const run = (sql: string) => database.prisma().$executeRawUnsafe(sql);

/** Takes a guard away for the time of some work: under another name it is not the guard. Dropping and adding anew would not give every definition back word for word. */
async function without(guard: Guard, work: () => Promise<void>): Promise<void> {
  await run(`ALTER TABLE ${guard.table} RENAME CONSTRAINT ${guard.name} TO set_aside`);
  try {
    await work();
  } finally {
    await run(`ALTER TABLE ${guard.table} DROP CONSTRAINT IF EXISTS ${guard.name}`);
    await run(`ALTER TABLE ${guard.table} RENAME CONSTRAINT set_aside TO ${guard.name}`);
  }
}

describe("the guarding constraints", () => {
  test("a migrated database has all of them, word for word", async () => {
    await expect(guardFaults()).resolves.toEqual([]);
    await expect(assertGuards()).resolves.toBeUndefined();
  });

  test.each(Object.keys(GUARDS))("%s: its absence is named", async (name) => {
    await without(await guardNamed(name), async () => {
      await expect(guardFaults()).resolves.toEqual([`${name} fehlt`]);
    });
    await expect(guardFaults()).resolves.toEqual([]);
  });

  test("a guard that says something else is named", async () => {
    const guard = await guardNamed("reservation_no_overlap");
    const weaker = guard.definition.replace("'[)'::text", "'()'::text");
    expect(weaker).not.toBe(guard.definition);
    await without(guard, async () => {
      await run(`ALTER TABLE ${guard.table} ADD CONSTRAINT ${guard.name} ${weaker}`);
      await expect(guardFaults()).resolves.toEqual(["reservation_no_overlap lautet anders"]);
    });
  });

  test("a guard that holds for new rows only is named", async () => {
    const guard = await guardNamed("tour_forward");
    await without(guard, async () => {
      await run(`ALTER TABLE ${guard.table} ADD CONSTRAINT ${guard.name} ${guard.definition} NOT VALID`);
      await expect(guardFaults()).resolves.toEqual(["tour_forward lautet anders"]);
    });
  });

  test("with a guard missing the portal refuses to start in one sentence", async () => {
    await without(await guardNamed("reservation_no_overlap"), async () => {
      await expect(assertGuards()).rejects.toThrow(ConfigurationError);
      await expect(assertGuards()).rejects.toThrow(/reservation_no_overlap fehlt/);
    });
  });

  test("a dropped guard is named", async () => {
    const guard = await guardNamed("visit_no_overlap_in_tour");
    await run(`ALTER TABLE ${guard.table} DROP CONSTRAINT ${guard.name}`);
    await expect(guardFaults()).resolves.toEqual(["visit_no_overlap_in_tour fehlt"]);
    await run(`ALTER TABLE ${guard.table} ADD CONSTRAINT ${guard.name} ${guard.definition}`);
    await expect(guardFaults()).resolves.toEqual([]);
  });

  test.each(Object.keys(GUARD_TRIGGERS))("%s: a trigger that is switched off or gone is named", async (name) => {
    const [, table] = / ON public\.("\w+") /.exec(GUARD_TRIGGERS[name]!)!;
    await run(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
    await expect(guardFaults()).resolves.toEqual([`${name} fehlt`]);
    await run(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`);
    await expect(guardFaults()).resolves.toEqual([]);
    await run(`DROP TRIGGER ${name} ON ${table}`);
    await run(GUARD_TRIGGERS[name]!.replace(/DELETE OR UPDATE/, "DELETE").replace(/BEFORE (?=INSERT|UPDATE)/, "AFTER "));
    await expect(guardFaults()).resolves.toEqual(GUARD_TRIGGERS[name]!.includes("TRUNCATE") ? [] : [`${name} lautet anders`]);
    await run(`DROP TRIGGER ${name} ON ${table}`);
    await expect(guardFaults()).resolves.toEqual([`${name} fehlt`]);
    await run(GUARD_TRIGGERS[name]!);
    await expect(guardFaults()).resolves.toEqual([]);
  });

  test.each(Object.keys(GUARD_INDEXES))("%s: a unique index that is gone, weaker or not built to its end is named", async (name) => {
    await run(`DROP INDEX ${name}`);
    await expect(guardFaults()).resolves.toEqual([`${name} fehlt`]);
    await run(GUARD_INDEXES[name]!.replace("CREATE UNIQUE", "CREATE"));
    await expect(guardFaults()).resolves.toEqual([`${name} fehlt`]);
    await run(`DROP INDEX ${name}`);
    await run(GUARD_INDEXES[name]!.replace(/ (?:NULLS NOT DISTINCT|WHERE).*$|$/, " WHERE false"));
    await expect(guardFaults()).resolves.toEqual([`${name} lautet anders`]);
    await run(`DROP INDEX ${name}`);
    await run(GUARD_INDEXES[name]!);
    await expect(guardFaults()).resolves.toEqual([]);
    await run(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = '${name}'::regclass`);
    await expect(guardFaults()).resolves.toEqual([`${name} fehlt`]);
    await run(`UPDATE pg_index SET indisvalid = true WHERE indexrelid = '${name}'::regclass`);
    await expect(guardFaults()).resolves.toEqual([]);
  });

  test("every unique index with a condition, and every one on which a refusal hangs, is listed", async () => {
    const found = await database.prisma().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_index JOIN pg_class c ON c.oid = indexrelid
      WHERE relnamespace = 'public'::regnamespace AND indisunique AND NOT indisprimary AND (indpred IS NOT NULL OR c.relname = ANY(${[...constraintsWithRefusal]}))`;
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(GUARD_INDEXES).sort());
  });

  test("every trigger of the database is listed", async () => {
    const found = await database.prisma().$queryRaw<{ name: string }[]>`
      SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal ORDER BY tgname`;
    expect(found.map(({ name }) => name)).toEqual(Object.keys(GUARD_TRIGGERS).sort());
  });

  test("every check and every exclusion of the database is listed", async () => {
    const guarding = await database.prisma().$queryRaw<{ name: string }[]>`
      SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'x') ORDER BY conname`;
    expect(guarding.map(({ name }) => name)).toEqual(Object.keys(GUARDS).sort());
  });

  test("every constraint that was written into a migration by hand is listed", () => {
    const folder = join(__dirname, "../../prisma/migrations");
    const folders = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
    const sql = folders.map(({ name }) => readFileSync(join(folder, name, "migration.sql"), "utf8")).join("\n");
    const written = [...sql.matchAll(/ADD CONSTRAINT\s+"?(\w+)"?\s+(?:CHECK|EXCLUDE)/g)].map(([, name]) => name);
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((name) => name === undefined || !(name in GUARDS))).toEqual([]);
  });
});
