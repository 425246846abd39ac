import { join } from "node:path";
import { Refusal, endWith } from "../setup/refusal.mjs";
import { install } from "../setup/install.mjs";
import { requirePort } from "../setup/ports.mjs";
import { progress } from "../setup/progress.mjs";
import { claimDataDir, requireWritableCheckout } from "./data-dir.mjs";
import { greeting } from "./greeting.mjs";
import { startService, waitFor } from "./services.mjs";
import { loadDotEnv, settingsFrom } from "./settings.mjs";
import { shutdown } from "./shutdown.mjs";

/** Starts the database where it is ours and brings it up to date. Answers the environment of the portal's processes and the database's addresses. */
async function prepare(settings, { step, stopping, logFolder }) {
  // What these modules import is only there after the installation.
  const stages = await import("./stages.mjs");
  const embedded = settings.isEmbedded ? await import("./embedded.mjs") : undefined;
  const env = stages.environment(settings);
  let addresses;
  let database;
  await step("Datenbank", async () => {
    await stages.checkSettings({ ...env, DATABASE_URL: process.env.DATABASE_URL ?? "postgresql://127.0.0.1/buergerkoffer" });
    if (!embedded) {
      addresses = stages.ownAddresses(settings.dataDir);
      await stages.checkReachable(process.env.MIGRATION_DATABASE_URL ? "MIGRATION_DATABASE_URL" : "DATABASE_URL", addresses.owner);
      return "aus DATABASE_URL";
    }
    if (settings.isFresh) stages.forgetMails(settings.dataDir);
    database = await embedded.open(settings);
    stopping.add(database.stop);
    addresses = { owner: database.url, web: database.web, worker: database.worker };
    return undefined;
  });
  await step("Datenbankzugriff", () => stages.generate(logFolder));
  await step("Migrationen", () => stages.migrate(env, addresses, logFolder, database?.folder));
  await step("Beispieldaten", async () => {
    if (!database) return "nur in der mitgelieferten Datenbank";
    if (database.isSeeded) return "vorhanden";
    await stages.seed(env, addresses.owner, logFolder);
    return database.markSeeded();
  });
  await step("Seiten bauen", () => (settings.isDev ? "beim Aufruf" : stages.build(logFolder)));
  return { env, addresses, database };
}

/** Starts mailbox, worker and web; answers { anyEnd }, which becomes a Refusal as soon as one of them ends. */
async function launch(settings, { env, addresses, stopping, logFolder }) {
  const isLoud = settings.mode === "production" || settings.isDev;
  // Each process gets the login that is its own and no other.
  const start = (name, title, file, login = {}) => {
    const service = startService({ name, title, file, env: { ...env, ...login }, isLoud, logFolder });
    stopping.add(service.stop);
    return service;
  };
  const mailbox = settings.mode === "demo" ? start("mailbox", "Das Postfach", "scripts/mailbox.ts") : undefined;
  const worker = start("worker", "Der Hintergrunddienst", "worker.ts", { WORKER_DATABASE_URL: addresses.worker });
  const web = start("web", "Das Portal", "server.ts", { DATABASE_URL: addresses.web });
  const anyEnd = Promise.race([mailbox, worker, web].filter(Boolean).map((service) => service.ended));
  const ready = Promise.all([
    mailbox && waitFor(mailbox, { title: "Das Postfach", port: settings.ports.MAILBOX_PORT, path: "/api/messages" }),
    waitFor(web, { title: "Das Portal", port: settings.ports.PORT, path: "/api/health/ready" }),
  ]);
  await Promise.race([ready, anyEnd.then((refusal) => Promise.reject(refusal))]);
  return { anyEnd };
}

async function begin(args, stopping) {
  loadDotEnv();
  const settings = settingsFrom(process.env, args);
  const logFolder = join(settings.dataDir, "logs");
  requireWritableCheckout();
  stopping.add(claimDataDir(settings.dataDir));
  for (const [name, port] of Object.entries(settings.ports)) await requirePort(name, port);
  const step = progress(7);
  await step("Pakete", async () => ((await install({ log: join(logFolder, "install.log") })) ? undefined : "vorhanden"));
  const { env, addresses, database } = await prepare(settings, { step, stopping, logFolder });
  const { anyEnd } = await step("Start", () => launch(settings, { env, addresses, stopping, logFolder }));
  console.log(greeting(settings, env, Boolean(database)));
  const lost = database?.ended.then(() => new Refusal("Die Datenbank hat sich unerwartet beendet."));
  throw await Promise.race([anyEnd, lost].filter(Boolean));
}

/** `npm start`: everything from the installation to the running portal, until somebody ends it. */
export async function main(args) {
  const stopping = shutdown();
  const outcome = await Promise.race([begin(args, stopping).catch((error) => ({ error })), stopping.interrupted.then(() => ({}))]);
  if (!outcome.error) console.log("\nDer Bürgerkoffer wird beendet ...");
  await stopping.run();
  if (outcome.error) endWith(outcome.error);
  else console.log("Beendet.");
  process.exit();
}
