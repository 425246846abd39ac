import { execFile } from "node:child_process";
import { join } from "node:path";
import { recordAudit } from "@/lib/audit/record";
import { removeAuditEntries } from "@/lib/audit/removal";
import { ANCHOR_EVERY_MS, LOOK_BACK_MS, sealAudit } from "@/lib/audit/seal";
import { verifyChain, type ChainFault } from "@/lib/audit/verify";
import { scopeOf } from "@/lib/auth/scope";
import type { SystemActor } from "@/lib/auth/types";
import { inScope } from "@/lib/db/in-scope";
import type { Log, LogFacts } from "@/lib/log";
import { anAuditEntry } from "../builders/records";
import { store } from "../builders/store";
import { useDatabase } from "./database";

const database = useDatabase();
const job: SystemActor = { kind: "system", job: "sealAudit" };
const system = scopeOf(job);
const TABLES = ["AuditEntry", "AuditSeal", "AuditAnchor"] as const;
const DAY_MS = 86_400_000;
const ENTRIES = 12;

const lines: { event: string; facts: LogFacts | undefined }[] = [];
const log: Log = { info: (event, facts) => void lines.push({ event, facts }), warn: () => undefined, error: () => undefined };
const seal = (): Promise<void> => sealAudit({ log, isStopping: () => false });
const run = (sql: string): Promise<number> => database.prisma().$executeRawUnsafe(sql);
const kinds = async (): Promise<readonly ChainFault["kind"][]> => (await verifyChain(system)).faults.map(({ kind }) => kind);
const minutesAgo = async (minutes: number): Promise<Date> => new Date((await database.now()).getTime() - minutes * 60_000);

/** As somebody works who owns the database and stops at nothing. */
async function asIntruder(...statements: readonly string[]): Promise<void> {
  for (const table of TABLES) await run(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  for (const statement of statements) await run(statement);
  for (const table of TABLES) await run(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
}

/** A log of its own for each test. */
beforeEach(async () => {
  await asIntruder(...TABLES.map((table) => `TRUNCATE "${table}"`));
  lines.splice(0);
  const start = await minutesAgo(60);
  await store(database.prisma(), { auditEntry: Array.from({ length: ENTRIES }, (_, index) => anAuditEntry({ at: new Date(start.getTime() + index * 1000), details: { b: index, a: ["x", "y"] } })) });
  await seal();
});

describe("the log is append-only", () => {
  test.each(TABLES)("%s refuses UPDATE, DELETE and TRUNCATE, even for the owner of the tables", async (table) => {
    const column = table === "AuditEntry" ? "action" : "hash";
    for (const sql of [`UPDATE "${table}" SET "${column}" = "${column}"`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`]) await expect(run(sql)).rejects.toThrow();
    expect(await verifyChain(system)).toMatchObject({ checked: ENTRIES, faults: [] });
  });

  test("who claims to be the removal is refused: the claim is worth nothing outside of its own transaction", async () => {
    await expect(
      inScope(system, async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.audit_removal', '1', true)`;
        await tx.$executeRaw`DELETE FROM "AuditEntry"`;
      }),
    ).rejects.toThrow();
  });
});

describe("the chain", () => {
  test("gives every entry its place in the order of time, writes down the head and says it in the log", async () => {
    const state = await verifyChain(system);
    expect(state).toMatchObject({ checked: ENTRIES, unsealed: 0, firstSequence: 1n, faults: [] });
    const anchors = await database.prisma().auditAnchor.findMany();
    expect(anchors).toMatchObject([{ sequence: BigInt(ENTRIES), hash: state.head!.hash }]);
    expect(lines).toEqual([{ event: "auditAnchor", facts: { sequence: ENTRIES, hash: state.head!.hash } }]);
    const places = await database.prisma().$queryRaw<{ at: Date }[]>`SELECT e."at" FROM "AuditSeal" s JOIN "AuditEntry" e ON e."id" = s."entryId" ORDER BY s."sequence"`;
    expect(places.map(({ at }) => at.getTime())).toEqual(places.map(({ at }) => at.getTime()).sort((a, b) => a - b));
  });

  test("goes on where it ended, and takes no second anchor before it is time", async () => {
    await store(database.prisma(), { auditEntry: [anAuditEntry({ at: await minutesAgo(1) })] });
    expect(await verifyChain(system)).toMatchObject({ checked: ENTRIES, unsealed: 1, faults: [] });
    await Promise.all([seal(), seal(), seal()]);
    expect(await verifyChain(system)).toMatchObject({ checked: ENTRIES + 1, unsealed: 0, faults: [] });
    expect(await database.prisma().auditAnchor.count()).toBe(1);
    await asIntruder(`UPDATE "AuditAnchor" SET "anchoredAt" = "anchoredAt" - interval '${ANCHOR_EVERY_MS} milliseconds'`);
    await seal();
    expect(await database.prisma().auditAnchor.count()).toBe(2);
  });

  test("two hundred entries written at one time all get a place, while two workers seal", async () => {
    const write = (): Promise<void> => inScope(system, async (tx) => recordAudit(tx, job, await database.now(), [{ action: "auditViewed", subject: { kind: "audit", id: null } }]));
    await Promise.all([...Array.from({ length: 200 }, write), ...Array.from({ length: 10 }, seal)]);
    await seal();
    expect(await verifyChain(system)).toMatchObject({ checked: ENTRIES + 200, unsealed: 0, faults: [] });
  });

  const place = 5;
  const sealed = `(SELECT "entryId" FROM "AuditSeal" WHERE "sequence" = ${place})`;
  const CHANGES: Readonly<Record<string, string>> = {
    at: `"at" + interval '1 millisecond'`, action: `'requestDeclined'`, actorUserId: `gen_random_uuid()`, actorRole: `'CREW'`, subjectKind: `'visit'`, subjectId: `gen_random_uuid()`,
    subjectIds: `ARRAY[gen_random_uuid()]`, facilityId: `gen_random_uuid()`, details: `'{"b": 4, "a": ["x"]}'`,
  };
  test("speaks for every column of an entry", async () => {
    const columns = await database.prisma().$queryRaw<{ name: string }[]>`SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'AuditEntry'`;
    expect(columns.map(({ name }) => name).sort()).toEqual([...Object.keys(CHANGES), "id"].sort());
  });
  test.each(Object.entries(CHANGES))("shows that %s was changed", async (column, value) => {
    await asIntruder(`UPDATE "AuditEntry" SET "${column}" = ${value} WHERE "id" = ${sealed}`);
    expect((await verifyChain(system)).faults).toMatchObject([{ kind: "changed", sequence: BigInt(place) }]);
  });

  test("shows that an entry is missing, whether its place went with it or not", async () => {
    await asIntruder(`DELETE FROM "AuditEntry" WHERE "id" = ${sealed}`);
    expect((await verifyChain(system)).faults).toMatchObject([{ kind: "missing", sequence: BigInt(place) }]);
    await asIntruder(`DELETE FROM "AuditSeal" WHERE "sequence" = ${place}`);
    expect(await kinds()).toEqual(["missing"]);
  });

  test("shows that its end or its beginning was cut off", async () => {
    await asIntruder(`DELETE FROM "AuditEntry" WHERE "id" IN (SELECT "entryId" FROM "AuditSeal" WHERE "sequence" > 8)`, `DELETE FROM "AuditSeal" WHERE "sequence" > 8`);
    expect(await kinds()).toEqual(["missing"]);
    await asIntruder(`DELETE FROM "AuditEntry" WHERE "id" IN (SELECT "entryId" FROM "AuditSeal" WHERE "sequence" < 3)`, `DELETE FROM "AuditSeal" WHERE "sequence" < 3`, `DELETE FROM "AuditAnchor"`);
    expect(await kinds()).toEqual(["missing"]);
  });

  test("shows an entry that was put in among old ones, which the worker gives no place", async () => {
    await store(database.prisma(), { auditEntry: [anAuditEntry({ at: new Date((await minutesAgo(60)).getTime() - LOOK_BACK_MS) })] });
    await seal();
    expect(await kinds()).toEqual(["inserted"]);
  });

  test("shows that two entries changed places", async () => {
    const swap = (from: number, to: number): string => `UPDATE "AuditSeal" SET "sequence" = ${to} WHERE "sequence" = ${from}`;
    await asIntruder(swap(5, 99), swap(6, 5), swap(99, 6));
    expect((await kinds())[0]).toBe("reordered");
    await asIntruder(swap(5, 99), swap(6, 5), swap(99, 6));
    expect(await kinds()).toEqual([]);
  });

  test("that was computed anew as a whole does not fit the head that was kept outside", async () => {
    const { head } = await verifyChain(system);
    expect((await verifyChain(system, head)).faults).toEqual([]);
    await asIntruder(`UPDATE "AuditEntry" SET "action" = 'requestDeclined' WHERE "id" = ${sealed}`, `TRUNCATE "AuditSeal"`, `TRUNCATE "AuditAnchor"`);
    await seal();
    expect((await verifyChain(system)).faults).toEqual([]);
    expect((await verifyChain(system, head)).faults).toMatchObject([{ kind: "changed", sequence: head!.sequence }]);
    expect((await verifyChain(system, { ...head!, sequence: 1000n })).faults).toMatchObject([{ kind: "missing", sequence: 1000n }]);
  });
});

describe("entries past their period", () => {
  const YEAR = 365;
  const removal = async (daysAgo: number): Promise<number> =>
    inScope(system, async (tx) => {
      const now = await database.now();
      return removeAuditEntries(tx, job, now, new Date(now.getTime() - daysAgo * DAY_MS));
    });
  /** The first twelve become old, with an anchor of their own; three new ones follow. */
  beforeEach(async () => {
    await asIntruder(...TABLES.map((table) => `TRUNCATE "${table}"`));
    const start = (await database.now()).getTime();
    const at = (daysAgo: number): Date => new Date(start - daysAgo * DAY_MS);
    const aged = (days: readonly number[]) => ({ auditEntry: days.map((day) => anAuditEntry({ at: at(day) })) });
    const anchored = async (): Promise<void> => {
      await seal();
      await asIntruder(`UPDATE "AuditAnchor" SET "anchoredAt" = "anchoredAt" - interval '1 hour'`);
    };
    await store(database.prisma(), aged([500, 499, 498]));
    await anchored();
    await store(database.prisma(), aged([400, 399]));
    await anchored();
    await store(database.prisma(), aged([3, 2, 1]));
    await anchored();
  });

  test("go in whole segments, the anchors stay, the chain goes on from them, and that they went is on record", async () => {
    expect(await removal(YEAR)).toBe(5);
    await seal();
    expect(await verifyChain(system)).toMatchObject({ checked: 4, firstSequence: 6n, faults: [] });
    expect((await database.prisma().auditAnchor.findMany()).map(({ sequence }) => sequence)).toEqual(expect.arrayContaining([3n, 5n]));
    expect(await database.prisma().auditEntry.findMany({ where: { action: "auditEntriesRemoved" } })).toMatchObject([{ details: { through: 5, count: 5 } }]);
    expect(await removal(YEAR)).toBe(0);
  });

  test("stay where only a part of their segment has passed its period, and where the period is absurdly short", async () => {
    expect(await removal(399.5)).toBe(3);
    expect(await removal(0)).toBe(2);
    expect(await removal(0)).toBe(0);
    await seal();
    expect((await verifyChain(system)).faults).toEqual([]);
  });

  test("that went without a removal on record are missing", async () => {
    await asIntruder(`DELETE FROM "AuditEntry" WHERE "id" IN (SELECT "entryId" FROM "AuditSeal" WHERE "sequence" <= 5)`, `DELETE FROM "AuditSeal" WHERE "sequence" <= 5`);
    expect(await kinds()).toEqual(["missing"]);
  });
});

describe("npm run audit:verify", () => {
  const verify = (...args: readonly string[]): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      const root = join(__dirname, "../..");
      const env = { ...process.env, DATABASE_URL: database.url() };
      execFile(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), "scripts/audit-verify.ts", ...args], { cwd: root, env }, (error, out) => resolve({ code: error ? Number(error.code) : 0, output: out }));
    });

  test("prints the figure and the head, compares one that was kept, and ends with 1 at a break", async () => {
    const { head } = await verifyChain(system);
    const well = await verify("--head", `${head!.sequence}:${head!.hash}`);
    expect(well).toMatchObject({ code: 0, output: expect.stringContaining(`${ENTRIES} Einträge geprüft`) });
    expect(well.output).toContain(`${head!.sequence}:${head!.hash}`);
    expect(await verify("--head", "nonsense")).toMatchObject({ code: 78 });
    await asIntruder(`UPDATE "AuditEntry" SET "action" = 'requestDeclined' WHERE "id" = (SELECT "entryId" FROM "AuditSeal" WHERE "sequence" = 4)`);
    expect(await verify()).toMatchObject({ code: 1, output: expect.stringMatching(/NICHT[\s\S]*geändert, Platz 4/) });
  });
});
