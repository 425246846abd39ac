import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkout, dataDirOf } from "../setup/checkout.mjs";
import { Refusal } from "../setup/refusal.mjs";

function portFrom(env, name, fallback) {
  const text = env[name] || String(fallback);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Refusal(`${name} muss eine Zahl von 1 bis 65535 sein, nicht „${text}“.`);
  return port;
}

function modeFrom(env) {
  const mode = env.APP_MODE || (env.DATABASE_URL ? "" : "demo");
  if (mode === "") throw new Refusal("Mit DATABASE_URL muss auch APP_MODE gesetzt sein: demo oder production.");
  if (mode !== "demo" && mode !== "production") throw new Refusal(`APP_MODE muss demo oder production sein, nicht „${mode}“.`);
  if (mode === "production" && !env.DATABASE_URL) throw new Refusal("APP_MODE=production braucht eine eigene Datenbank: bitte DATABASE_URL setzen.");
  const isWhole = env.WORKER_DATABASE_URL && env.MIGRATION_DATABASE_URL;
  if (mode === "production" && !isWhole) {
    throw new Refusal("APP_MODE=production braucht drei Zugänge zur Datenbank: bitte auch WORKER_DATABASE_URL und MIGRATION_DATABASE_URL setzen.");
  }
  if (env.MIGRATION_DATABASE_URL && !(env.DATABASE_URL && env.WORKER_DATABASE_URL)) {
    throw new Refusal("Mit MIGRATION_DATABASE_URL müssen auch DATABASE_URL und WORKER_DATABASE_URL gesetzt sein; DATABASE_URL allein genügt in der Demo.");
  }
  return mode;
}

/** Reads the file .env of the checkout, if there is one; what the environment already says wins. */
export function loadDotEnv() {
  const file = join(checkout, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** What this start is to do, read from the environment and the command line. Refuses what does not fit together. */
export function settingsFrom(env, args) {
  const unknown = args.find((arg) => arg !== "--fresh" && arg !== "--dev");
  if (unknown) throw new Refusal(`Die Angabe „${unknown}“ gibt es nicht; möglich sind --fresh und --dev.`);
  const isFresh = args.includes("--fresh");
  if (isFresh && env.DATABASE_URL) throw new Refusal("--fresh löscht nur die mitgelieferte Datenbank; mit DATABASE_URL wird nichts gelöscht.");
  const mode = modeFrom(env);
  const port = portFrom(env, "PORT", 3000);
  const mailboxPort = portFrom(env, "MAILBOX_PORT", 1080);
  const smtpPort = portFrom(env, "MAILBOX_SMTP_PORT", mailboxPort === 65_535 ? 65_534 : mailboxPort + 1);
  const ports = mode === "demo" ? { PORT: port, MAILBOX_PORT: mailboxPort, MAILBOX_SMTP_PORT: smtpPort } : { PORT: port };
  if (new Set(Object.values(ports)).size < Object.keys(ports).length) {
    throw new Refusal(`${Object.keys(ports).join(", ")} müssen verschiedene Ports sein.`);
  }
  return { mode, ports, isFresh, isDev: args.includes("--dev"), isEmbedded: !env.DATABASE_URL, dataDir: dataDirOf(env) };
}
