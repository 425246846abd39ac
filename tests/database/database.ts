import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { closeDatabase } from "@/lib/db/client";
import { PrismaClient } from "@/prisma/generated/client/client";
import { TEST_DATA_KEYS } from "@/tests/builders/keys";

/**
 * A database of its own for each test file, copied from the migrated template. `scripts/with-test-database.mjs` starts the server and names it in
 * TEST_DATABASE_URL and TEST_TEMPLATE, and the portal's logins in TEST_WEB_DATABASE_URL and TEST_WORKER_DATABASE_URL: the portal under test has no rights but theirs.
 */
export type TestDatabase = {
  /** A client beside the portal's own pool, for arranging and asserting without any scope. */
  readonly prisma: () => PrismaClient;
  /** Address of this file's database as its owner, for a second connection. */
  readonly url: () => string;
  /** Addresses of the logins of the web process and of the worker, for a second process. */
  readonly webUrl: () => string;
  readonly workerUrl: () => string;
  /** The database's clock, by which every command decides. */
  readonly now: () => Promise<Date>;
};

const MISSING = "Diese Tests brauchen ihren Datenbankserver: npm run test:database (oder node scripts/with-test-database.mjs jest <Datei>).";
const SETUP_LIMIT_MS = 60_000;

/** Settings of the portal under test. Nothing listens at the mail address: no test sends by accident. */
const SETTINGS = {
  APP_MODE: "demo",
  APP_ORIGIN: "http://localhost:3000",
  APP_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  DATA_KEYS: TEST_DATA_KEYS,
  SMTP_URL: "smtp://127.0.0.1:9",
} as const;

/** Called once at the top of a test file: makes the database before its tests, points `lib/env` to it, drops it afterwards. */
export function useDatabase(): TestDatabase {
  let client: PrismaClient | undefined;
  let address = "";
  let logins = { web: "", worker: "" };
  const name = `test_${process.pid}_${randomBytes(6).toString("hex")}`;

  beforeAll(async () => {
    const { adminUrl, template, webUrl, workerUrl } = place();
    await asAdmin(adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
    address = withDatabase(adminUrl, name);
    logins = { web: withDatabase(webUrl, name), worker: withDatabase(workerUrl, name) };
    // `env()` reads these at its first use, which no module may do while it is loaded.
    Object.assign(process.env, SETTINGS, { DATABASE_URL: logins.web, WORKER_DATABASE_URL: logins.worker, MIGRATION_DATABASE_URL: address });
    client = new PrismaClient({ adapter: new PrismaPg({ connectionString: address }) });
  }, SETUP_LIMIT_MS);

  afterAll(async () => {
    await client?.$disconnect();
    await closeDatabase();
    if (address) await asAdmin(place().adminUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }, SETUP_LIMIT_MS);

  const prisma = () => {
    if (!client) throw new Error("the test database exists from beforeAll on");
    return client;
  };
  return { prisma, url: () => address, webUrl: () => logins.web, workerUrl: () => logins.worker, now: () => clockOf(prisma()) };
}

async function clockOf(prisma: PrismaClient): Promise<Date> {
  const rows = await prisma.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  const now = rows[0]?.now;
  if (!now) throw new Error("the database gave no time");
  return now;
}

function place(): { readonly adminUrl: string; readonly template: string; readonly webUrl: string; readonly workerUrl: string } {
  const { TEST_DATABASE_URL: adminUrl, TEST_TEMPLATE: template, TEST_WEB_DATABASE_URL: webUrl, TEST_WORKER_DATABASE_URL: workerUrl } = process.env;
  if (!adminUrl || !template || !webUrl || !workerUrl) throw new Error(MISSING);
  return { adminUrl, template, webUrl, workerUrl };
}

function withDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
