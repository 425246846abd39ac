import { closeDatabase } from "@/lib/db/client";
import { CONFIGURATION_EXIT_CODE, ConfigurationError } from "@/lib/env";

/** Runs a command of the terminal to its end: a wrong setting is one sentence and its exit code, every other error is a bug. The database's connections end with it. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = CONFIGURATION_EXIT_CODE;
  } finally {
    await closeDatabase();
  }
}
