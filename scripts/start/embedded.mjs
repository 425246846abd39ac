import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forgetDatabase, resetDatabases, startDatabase } from "../database.mjs";

const name = "buergerkoffer";

/**
 * The demo's database, made anew with `isFresh`. A start that was interrupted before the demo city was complete leaves
 * half a city behind; such a database is made anew too. Answers what startDatabase does and { isSeeded, markSeeded }.
 */
export async function open({ dataDir, isFresh }) {
  if (isFresh) forgetDatabase(dataDir);
  const database = await startDatabase({ dataDir, name });
  const mark = join(database.folder, "seeded");
  const isSeeded = existsSync(mark);
  if (!isSeeded) {
    rmSync(join(database.folder, "migrated"), { force: true });
    await resetDatabases(database.adminUrl, name);
  }
  return { ...database, isSeeded, markSeeded: () => writeFileSync(mark, "") };
}
