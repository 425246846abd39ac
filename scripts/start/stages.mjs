import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { addressAs, databaseOf, prepareLogins } from "../database/logins.mjs";
import { sealHeld } from "../database/seal-held.mjs";
import { prisma } from "../prisma.mjs";
import { buildPages, generateClient } from "../setup/build.mjs";
import { Refusal } from "../setup/refusal.mjs";
import { required, run } from "../setup/run.mjs";
import { hashOf } from "../setup/sources.mjs";
import { demoDataKeys, demoSecret } from "./data-dir.mjs";
import { configurationExitCode, typescriptArgs } from "./services.mjs";

const databaseSettings = ["DATABASE_URL", "WORKER_DATABASE_URL", "MIGRATION_DATABASE_URL"];

/** The environment of every process that we start. What the operator has set stays; the demo fills in the rest. Each process gets the database's address apart. */
export function environment({ mode, ports, isDev, dataDir }, env = process.env) {
  const own = {
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_MODE: mode,
    PORT: String(ports.PORT),
    DATA_DIR: dataDir,
    ...(isDev ? { APP_DEV: "1" } : {}),
  };
  const others = Object.fromEntries(Object.entries(env).filter(([name]) => !databaseSettings.includes(name)));
  if (mode === "production") return { ...others, ...own };
  const demo = {
    APP_ORIGIN: env.APP_ORIGIN || `http://localhost:${ports.PORT}`,
    APP_SECRET: env.APP_SECRET || demoSecret(dataDir),
    DATA_KEYS: env.DATA_KEYS || demoDataKeys(dataDir),
    SMTP_URL: env.SMTP_URL || `smtp://127.0.0.1:${ports.MAILBOX_SMTP_PORT}`,
    MAILBOX_PORT: String(ports.MAILBOX_PORT),
    MAILBOX_SMTP_PORT: String(ports.MAILBOX_SMTP_PORT),
  };
  return { ...others, ...demo, ...own };
}

/** Refuses settings that the application would refuse, with its own sentence. */
export async function checkSettings(env) {
  const { code, output } = await run(process.execPath, typescriptArgs("scripts/start/check-settings.ts"), { env });
  if (code === configurationExitCode) throw new Refusal(output.trim());
}

/** Refuses a database that does not answer. One that is only missing is made by the migrations. */
export async function checkReachable(name, url) {
  let client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    await client.connect();
  } catch (error) {
    if (error.code === "3D000") return;
    throw new Refusal(`Die Datenbank aus ${name} nimmt keine Verbindung an (${error.code ?? error.message}).`);
  } finally {
    await client?.end().catch(() => {});
  }
}

/**
 * The three addresses of somebody else's database. Where only DATABASE_URL is named (a demo), it is the owner's, and the logins beside it are ours: named after
 * the database, because roles belong to the whole server, with passwords that stay in the data directory.
 */
export function ownAddresses(dataDir, env = process.env) {
  const { DATABASE_URL: web, WORKER_DATABASE_URL: worker, MIGRATION_DATABASE_URL: owner } = env;
  if (owner) return { owner, web, worker };
  const file = join(dataDir, "database-logins.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ web: randomBytes(24).toString("hex"), worker: randomBytes(24).toString("hex") }), { mode: 0o600 });
  const passwords = JSON.parse(readFileSync(file, "utf8"));
  const name = databaseOf(web);
  return { owner: web, web: addressAs(web, `portal_web_${name}`.slice(0, 63), passwords.web), worker: addressAs(web, `portal_jobs_${name}`.slice(0, 63), passwords.worker) };
}

/**
 * Applies what is missing, seals what a migration set aside, and makes the logins of web and worker. Beside an embedded database (`folder`) we note which migrations it has, so that a second
 * start need not ask; of a database of somebody else's we know nothing and always ask.
 */
export async function migrate(env, addresses, logFolder, folder) {
  const what = "Die Datenbank ließ sich nicht auf den neuesten Stand bringen";
  const mark = folder ? join(folder, "migrated") : undefined;
  const hash = hashOf(["prisma/migrations"]);
  const isUnchanged = mark !== undefined && existsSync(mark) && readFileSync(mark, "utf8") === hash;
  const asOwner = { ...env, MIGRATION_DATABASE_URL: addresses.owner };
  if (!isUnchanged) required(await prisma(["migrate", "deploy"], { env: asOwner }), { what, log: join(logFolder, "migrate.log") });
  if (!isUnchanged) required(await sealHeld(asOwner), { what, log: join(logFolder, "seal-held.log") });
  await prepareLogins(addresses);
  if (mark) writeFileSync(mark, hash);
  return isUnchanged ? "unverändert" : undefined;
}

export async function generate(logFolder) {
  const made = await generateClient();
  required(made, { what: "Der Datenbankzugriff ließ sich nicht erzeugen", log: join(logFolder, "generate.log") });
  return made.isKept ? "unverändert" : undefined;
}

export async function build(logFolder) {
  const built = await buildPages();
  required(built, { what: "Die Seiten ließen sich nicht bauen", log: join(logFolder, "build.log") });
  return built.isKept ? "unverändert" : undefined;
}

/** Fills the embedded database with the demo city. */
export async function seed(env, owner, logFolder) {
  const seeded = await run(process.execPath, typescriptArgs("prisma/seed/main.ts"), { env: { ...env, MIGRATION_DATABASE_URL: owner } });
  required(seeded, { what: "Die Beispieldaten ließen sich nicht anlegen", log: join(logFolder, "seed.log") });
}

/** The mails belong to the demo city: both go together. */
export function forgetMails(dataDir) {
  rmSync(join(dataDir, "mailbox.json"), { force: true });
}
