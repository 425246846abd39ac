import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { PrismaClient } from "@/prisma/generated/client/client";
import { TEST_DATA_KEYS } from "@/tests/builders/keys";

/** The whole portal on parts of its own: a database with the demo city, web processes, worker and mailbox. */
export type Portal = {
  /** Addresses of the web processes, the first for browsers. */
  readonly origins: () => readonly string[];
  readonly mailbox: () => string;
  /** A client beside the portal, for asserting. */
  readonly prisma: () => PrismaClient;
  /** Stops the mail server, and starts it again with what it had. */
  readonly stopMailbox: () => Promise<void>;
  readonly startMailbox: () => Promise<void>;
  /** Stops the worker, so that every later change is the test's own. */
  readonly stopWorker: () => Promise<void>;
  /** Moves the database's clock ahead and starts web and worker anew, so that their connections see it. */
  readonly moveClock: (milliseconds: number) => Promise<void>;
  readonly now: () => Promise<Date>;
  /** Runs a statement in the portal's database as its owner. */
  readonly asOwner: (sql: string) => Promise<void>;
};

export type PortalOptions = {
  readonly webProcesses?: number;
  /** The folder of the build; the checkout's own unless another one is named. */
  readonly root?: string;
  /** Settings beside the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where everything that the processes say is written to. */
  readonly logFile?: string;
};

const ROOT = join(__dirname, "../..");
const START_LIMIT_MS = 180_000;
const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");

/** Called once at the top of a journey: starts the portal before its tests and takes everything away afterwards. */
export function usePortal({ webProcesses = 1, root = ROOT, settings = {}, logFile }: PortalOptions = {}): Portal {
  const name = `journey_${process.pid}_${randomBytes(4).toString("hex")}`;
  const dataDir = mkdtempSync(join(tmpdir(), "portal-"));
  const running = new Map<string, ChildProcess>();
  let ports: { web: number[]; mailbox: number; smtp: number };
  let databaseUrl = "";
  let logins = { web: "", worker: "" };
  let client: PrismaClient | undefined;

  /** Each process gets the one login that is its own. */
  const databaseOf = (file: string): Record<string, string> =>
    ({ "server.ts": { DATABASE_URL: logins.web }, "worker.ts": { WORKER_DATABASE_URL: logins.worker }, "prisma/seed/main.ts": { MIGRATION_DATABASE_URL: databaseUrl } })[file] ?? {};
  const environment = (file: string, port: number): NodeJS.ProcessEnv => ({
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    TZ: "UTC",
    APP_MODE: "demo",
    APP_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    DATA_KEYS: TEST_DATA_KEYS,
    // Tests do in a minute what people do in a week; what protects a single account stays as it is.
    RATE_LIMIT_FACTOR: "1000",
    APP_ORIGIN: `http://localhost:${ports.web[0]}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    PORT: String(port),
    MAILBOX_PORT: String(ports.mailbox),
    MAILBOX_SMTP_PORT: String(ports.smtp),
    DATA_DIR: dataDir,
    ...databaseOf(file),
    ...settings,
  });
  const said = logFile === undefined ? null : openSync(logFile, "a");

  const start = (key: string, file: string, port: number): void => {
    const child = spawn(process.execPath, [TSX, file], { cwd: root, env: environment(file, port), stdio: ["ignore", said ?? (process.env.PORTAL_LOG ? "inherit" : "ignore"), said ?? "inherit"] });
    running.set(key, child);
  };
  const stop = async (key: string): Promise<void> => {
    const child = running.get(key);
    running.delete(key);
    if (!child || child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), 12_000);
    await ended;
    clearTimeout(hard);
  };
  const startPortal = async (): Promise<void> => {
    // Each web process has its own accepted origin, as behind a balancer each would have the common one.
    ports.web.forEach((port, index) => start(`web${index}`, "server.ts", port));
    start("worker", "worker.ts", ports.web[0]!);
    await Promise.all(ports.web.map((port) => answers(`http://localhost:${port}/api/health/ready`)));
  };
  const stopPortal = async (): Promise<void> => {
    await Promise.all([...ports.web.map((_, index) => stop(`web${index}`)), stop("worker")]);
  };
  const startMailbox = async (): Promise<void> => {
    start("mailbox", "scripts/mailbox.ts", ports.web[0]!);
    await answers(`http://127.0.0.1:${ports.mailbox}/api/messages`);
  };

  beforeAll(async () => {
    const { adminUrl, template, webUrl, workerUrl } = place();
    const [mailbox, smtp, ...web] = await freePorts(2 + webProcesses);
    ports = { mailbox: mailbox!, smtp: smtp!, web };
    await asAdmin(adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
    databaseUrl = onDatabase(adminUrl, name);
    logins = { web: onDatabase(webUrl, name), worker: onDatabase(workerUrl, name) };
    client = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
    await run("prisma/seed/main.ts", environment("prisma/seed/main.ts", ports.web[0]!));
    await Promise.all([startMailbox(), startPortal()]);
  }, START_LIMIT_MS);

  afterAll(async () => {
    await Promise.all([...running.keys()].map(stop));
    await client?.$disconnect();
    if (databaseUrl) await asAdmin(place().adminUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    rmSync(dataDir, { recursive: true, force: true });
  }, START_LIMIT_MS);

  const prisma = (): PrismaClient => {
    if (!client) throw new Error("the portal runs from beforeAll on");
    return client;
  };
  const moveClock = async (milliseconds: number): Promise<void> => {
    await stopPortal();
    await asAdmin(place().adminUrl, `ALTER DATABASE "${name}" SET "app.clock_offset" = '${Math.round(milliseconds / 1000)} seconds'`);
    await prisma().$disconnect();
    client = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
    await startPortal();
  };
  const now = async (): Promise<Date> => {
    const rows = await prisma().$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() + coalesce(nullif(current_setting('app.clock_offset', true), ''), '0')::interval AS now`;
    return rows[0]!.now;
  };
  return {
    origins: () => ports.web.map((port) => `http://localhost:${port}`),
    mailbox: () => `http://127.0.0.1:${ports.mailbox}`,
    prisma,
    startMailbox,
    stopMailbox: () => stop("mailbox"),
    stopWorker: () => stop("worker"),
    moveClock,
    now,
    asOwner: (sql) => asAdmin(databaseUrl, sql),
  };
}

function place(): { readonly adminUrl: string; readonly template: string; readonly webUrl: string; readonly workerUrl: string } {
  const { TEST_DATABASE_URL: adminUrl, TEST_TEMPLATE: template, TEST_WEB_DATABASE_URL: webUrl, TEST_WORKER_DATABASE_URL: workerUrl } = process.env;
  if (!adminUrl || !template || !webUrl || !workerUrl) throw new Error("Diese Tests brauchen ihren Datenbankserver: npm run test:journeys.");
  return { adminUrl, template, webUrl, workerUrl };
}

function onDatabase(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
}

function run(file: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TSX, file], { cwd: ROOT, env, stdio: ["ignore", "ignore", "inherit"] });
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}`))));
  });
}

/** Each jest worker takes its ports from a block of its own, below those that a system hands out by itself: between choosing one and listening on it lies the seeding. */
const FIRST_PORT = 18_000;
const BLOCK = 1_000;

async function freePorts(count: number): Promise<number[]> {
  const begin = FIRST_PORT + (Number(process.env.JEST_WORKER_ID ?? 1) % 10) * BLOCK;
  const found: number[] = [];
  while (found.length < count) {
    const port = begin + randomInt(BLOCK);
    if (!found.includes(port) && (await isFree(port))) found.push(port);
  }
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

const ANSWER_LIMIT_MS = 90_000;

/** Waits until an address answers with success. */
async function answers(url: string): Promise<void> {
  const until = performance.now() + ANSWER_LIMIT_MS;
  while (performance.now() < until) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer in time`);
}
