import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { prisma } from "../prisma.mjs";
import { buildPages, generateClient } from "../setup/build.mjs";
import { Refusal } from "../setup/refusal.mjs";
import { required, run } from "../setup/run.mjs";
import { hashOf } from "../setup/sources.mjs";
import { demoDataKeys, demoSecret } from "./data-dir.mjs";
import { configurationExitCode, typescriptArgs } from "./services.mjs";

/** The environment of every process that we start. What the operator has set stays; the demo fills in the rest. */
export function environment({ mode, ports, isDev, dataDir }, databaseUrl, env = process.env) {
  const own = {
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_MODE: mode,
    PORT: String(ports.PORT),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: env.MIGRATION_DATABASE_URL || databaseUrl,
    ...(isDev ? { APP_DEV: "1" } : {}),
  };
  if (mode === "production") return { ...env, ...own };
  const demo = {
    APP_ORIGIN: env.APP_ORIGIN || `http://localhost:${ports.PORT}`,
    APP_SECRET: env.APP_SECRET || demoSecret(dataDir),
    DATA_KEYS: env.DATA_KEYS || demoDataKeys(dataDir),
    SMTP_URL: env.SMTP_URL || `smtp://127.0.0.1:${ports.MAILBOX_SMTP_PORT}`,
    MAILBOX_PORT: String(ports.MAILBOX_PORT),
    MAILBOX_SMTP_PORT: String(ports.MAILBOX_SMTP_PORT),
  };
  return { ...env, ...demo, ...own };
}

/** Refuses settings that the application would refuse, with its own sentence. */
export async function checkSettings(env) {
  const { code, output } = await run(process.execPath, typescriptArgs("scripts/start/check-settings.ts"), { env });
  if (code === configurationExitCode) throw new Refusal(output.trim());
}

/** Refuses a database that does not answer. One that is only missing is made by the migrations. */
export async function checkReachable(url) {
  let client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    await client.connect();
  } catch (error) {
    if (error.code === "3D000") return;
    throw new Refusal(`Die Datenbank aus DATABASE_URL nimmt keine Verbindung an (${error.code ?? error.message}).`);
  } finally {
    await client?.end().catch(() => {});
  }
}

/**
 * Applies what is missing. Beside an embedded database (`folder`) we note which migrations it has, so that a second
 * start need not ask; of a database of somebody else's we know nothing and always ask.
 */
export async function migrate(env, logFolder, folder) {
  const what = "Die Datenbank ließ sich nicht auf den neuesten Stand bringen";
  const mark = folder ? join(folder, "migrated") : undefined;
  const hash = hashOf(["prisma/migrations"]);
  if (mark && existsSync(mark) && readFileSync(mark, "utf8") === hash) return "unverändert";
  required(await prisma(["migrate", "deploy"], { env }), { what, log: join(logFolder, "migrate.log") });
  if (mark) writeFileSync(mark, hash);
  return undefined;
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
export async function seed(env, logFolder) {
  const seeded = await run(process.execPath, typescriptArgs("prisma/seed/main.ts"), { env });
  required(seeded, { what: "Die Beispieldaten ließen sich nicht anlegen", log: join(logFolder, "seed.log") });
}

/** The mails belong to the demo city: both go together. */
export function forgetMails(dataDir) {
  rmSync(join(dataDir, "mailbox.json"), { force: true });
}
