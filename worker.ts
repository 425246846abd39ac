/** The worker: sends the mails and does what recurs. Several may run beside one another. */
import { closeDatabase } from "@/lib/db/client";
import { assertGuards } from "@/lib/db/guards";
import { CONFIGURATION_EXIT_CODE, ConfigurationError, env, missingSetting } from "@/lib/env";
import { assertKeysFit } from "@/lib/jobs/data-keys";
import { prepareDatabase } from "@/lib/jobs/prepare-database";
import { recurring } from "@/lib/jobs/recurring";
import { runJobs } from "@/lib/jobs/run";
import { logOf, takeOverConsole } from "@/lib/log";
import { mailSender } from "@/lib/mail/send";

const STOP_LIMIT_MS = 5_000;
const RETRY_DATABASE_MS = 2_000;
const log = logOf("worker");

async function main(): Promise<void> {
  const settings = env();
  takeOverConsole(log);
  if (!settings.workerDatabaseUrl) missingSetting("WORKER_DATABASE_URL");
  const send = mailSender(settings);
  const asked = stopAsked();
  await databaseReady(asked.signal);
  if (asked.signal.aborted) return;
  await prepareDatabase();
  const jobs = runJobs(recurring, { send, settings, log });
  log.info("workerStarted");
  await asked.stop;
  await jobs.stop();
  await closeDatabase();
  log.info("workerStopped");
}

/** Resolves at the first SIGTERM or SIGINT; from then on the process has five seconds, and a mail in hand comes back when its lease ends. */
function stopAsked(): { readonly stop: Promise<void>; readonly signal: AbortSignal } {
  const controller = new AbortController();
  const stop = new Promise<void>((resolve) => {
    const onSignal = (): void => {
      if (controller.signal.aborted) return;
      controller.abort();
      setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
      resolve();
    };
    process.on("SIGTERM", onSignal);
    process.on("SIGINT", onSignal);
  });
  return { stop, signal: controller.signal };
}

/** Waits until the database answers and has all of its guards. One that answers without them ends the worker. */
async function databaseReady(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await assertGuards();
      return await assertKeysFit();
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      log.error("databaseAway", error);
      await new Promise((resolve) => setTimeout(resolve, RETRY_DATABASE_MS));
    }
  }
}

function endWith(error: unknown): never {
  if (error instanceof ConfigurationError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(CONFIGURATION_EXIT_CODE);
  }
  log.error("workerFailed", error);
  process.exit(1);
}

process.on("uncaughtException", endWith);
process.on("unhandledRejection", endWith);
main().then(() => process.exit(0), endWith);
