import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { removeAuditEntries } from "@/lib/audit/removal";
import { sealAudit } from "@/lib/audit/seal";
import { verifyChain } from "@/lib/audit/verify";
import { scopeOf } from "@/lib/auth/scope";
import type { SystemActor } from "@/lib/auth/types";
import { closeDatabase } from "@/lib/db/client";
import { guardFaults } from "@/lib/db/guards";
import { inScope } from "@/lib/db/in-scope";
import { PrismaClient } from "@/prisma/generated/client/client";
import { TEST_DATA_KEYS } from "../builders/keys";
import { anAuditEntry } from "../builders/records";
import { store } from "../builders/store";
import { acting } from "./walls";

jest.setTimeout(120_000);
const ROOT = join(__dirname, "../..");
const DAY_MS = 86_400_000;
const OWNER = `plain_owner_${randomBytes(4).toString("hex")}`;
const NAME = `${OWNER}_city`;
const job: SystemActor = { kind: "system", job: "sealAudit" };
const system = scopeOf(job);
let client: PrismaClient;

const given = (name: string): string => process.env[name] ?? "";
/** Addresses taken once, because the portal under test gets its own in their place. */
const [adminUrl, webUrl, workerUrl] = [given("TEST_DATABASE_URL"), given("TEST_WEB_DATABASE_URL"), given("TEST_WORKER_DATABASE_URL")];

function inCity(address: string, user?: string): string {
  const url = new URL(address);
  url.pathname = `/${NAME}`;
  if (user !== undefined) [url.username, url.password] = [user, "plain"];
  return url.href;
}

async function asAdmin(sql: string, address = adminUrl): Promise<readonly Record<string, unknown>[]> {
  const admin = new Client({ connectionString: address });
  await admin.connect();
  return (await admin.query<Record<string, unknown>>(sql).finally(() => admin.end())).rows;
}

beforeAll(async () => {
  await asAdmin(`CREATE ROLE ${OWNER} LOGIN PASSWORD 'plain'`);
  await asAdmin(`CREATE DATABASE ${NAME} OWNER ${OWNER}`);
  execFileSync(process.execPath, [join(ROOT, "scripts/prisma.mjs"), "migrate", "deploy"], { cwd: ROOT, env: { ...process.env, MIGRATION_DATABASE_URL: inCity(adminUrl, OWNER) }, stdio: ["ignore", "ignore", "inherit"] });
  const settings = { APP_MODE: "demo", APP_ORIGIN: "http://localhost:3000", APP_SECRET: "only-for-tests-only-for-tests-only-for-tests", DATA_KEYS: TEST_DATA_KEYS, SMTP_URL: "smtp://127.0.0.1:9" };
  Object.assign(process.env, settings, { DATABASE_URL: inCity(webUrl), WORKER_DATABASE_URL: inCity(workerUrl), MIGRATION_DATABASE_URL: inCity(adminUrl, OWNER) });
  client = new PrismaClient({ adapter: new PrismaPg({ connectionString: inCity(adminUrl) }) });
});

afterAll(async () => {
  await client?.$disconnect();
  await closeDatabase();
  await asAdmin(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await asAdmin(`DROP ROLE IF EXISTS ${OWNER}`);
});

describe("a city whose tables belong to an ordinary role", () => {
  test("has an owner that no right lets past row-level security, and the same rights and guards as every other", async () => {
    expect(await asAdmin(`SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = '${OWNER}'`)).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    expect(await asAdmin(`SELECT DISTINCT tableowner AS owner FROM pg_tables WHERE schemaname = 'public'`, inCity(adminUrl))).toEqual([{ owner: OWNER }]);
    expect(await guardFaults()).toEqual([]);
  });

  test("removes the entries of the log past their period, in whole segments, and the chain goes on", async () => {
    const now = Date.now();
    const aged = (days: readonly number[]) => store(client, { auditEntry: days.map((day) => anAuditEntry({ at: new Date(now - day * DAY_MS) })) });
    const anchored = async (): Promise<void> => {
      await sealAudit({ log: { info: () => undefined, warn: () => undefined, error: () => undefined }, isStopping: () => false });
      await asAdmin(`ALTER TABLE "AuditAnchor" DISABLE TRIGGER USER; UPDATE "AuditAnchor" SET "anchoredAt" = "anchoredAt" - interval '1 hour'; ALTER TABLE "AuditAnchor" ENABLE TRIGGER USER`, inCity(adminUrl));
    };
    for (const days of [[500, 499], [400], [2, 1]]) {
      await aged(days);
      await anchored();
    }
    const removal = (): Promise<number> => inScope(system, (tx) => removeAuditEntries(tx, job, new Date(now), new Date(now - 365 * DAY_MS)));
    expect(await removal()).toBe(3);
    expect(await removal()).toBe(0);
    await anchored();
    expect(await verifyChain(system)).toMatchObject({ checked: 3, firstSequence: 4n, faults: [] });
  });

  test("keeps the log from its owner all the same: nothing is read, changed or removed outside of the removal", async () => {
    const asOwner = inCity(adminUrl, OWNER);
    for (const table of ["AuditEntry", "AuditSeal", "AuditAnchor"]) {
      expect(await asAdmin(`SELECT count(*)::int AS count FROM "${table}"`, asOwner)).toEqual([{ count: 0 }]);
      expect((await asAdmin(`SELECT count(*)::int AS count FROM "${table}"`, inCity(adminUrl)))[0]!.count).toBeGreaterThan(0);
      await asAdmin(`DELETE FROM "${table}"`, asOwner);
    }
    expect(await verifyChain(system)).toMatchObject({ checked: 3, faults: [] });
  });

  test("shows a crew its own tours and no others", async () => {
    const [own, other, tour, foreign] = Array.from({ length: 4 }, (_, index) => `0190a6c0-0000-7000-8000-00000000000${index}`);
    await asAdmin(`SET session_replication_role = replica; INSERT INTO "TourMember" ("tourId", "staffId") VALUES ('${tour}', '${own}'), ('${foreign}', '${other}')`, inCity(adminUrl));
    const seen = await acting(inCity(webUrl), { group: "portal_crew", staff: own! }, (ask) => ask(`SELECT "tourId" FROM "TourMember"`));
    expect(seen.rows).toEqual([{ tourId: tour }]);
  });
});
