import { join } from "node:path";
import { forgetDatabase, resetDatabases, startDatabase } from "./database.mjs";
import { prepareLogins } from "./database/logins.mjs";
import { placeOf } from "./database/place.mjs";
import { clearLeftovers } from "./database/server.mjs";
import { prisma } from "./prisma.mjs";
import { dataDirOf } from "./setup/checkout.mjs";
import { lockFolder } from "./setup/lock.mjs";
import { Refusal } from "./setup/refusal.mjs";

export const templateName = "buergerkoffer_template";

// Test data may be lost in a power cut; the tests are faster for it.
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 300 };

/** A server of its own for each run: a second run beside the first one must not take its database away. */
function freeFolder() {
  for (let number = 1; number <= 16; number += 1) {
    const folder = join(dataDirOf(), number === 1 ? "test" : `test-${number}`);
    const release = lockFolder(folder);
    if (release) return { folder, release };
  }
  throw new Refusal("Es laufen schon 16 Testläufe in diesem Ordner.");
}

/**
 * Starts the tests' own PostgreSQL server with one migrated database to copy from.
 * Answers { env, url, stop }: `env` is what the tests read, `url` the migrated template.
 */
export async function startTestDatabase({ migrate = true } = {}) {
  const { folder, release } = freeFolder();
  // A killed run may leave a cluster that was never written to the disk (fsync is off): a new one takes two seconds and is always sound.
  await clearLeftovers(placeOf(folder).data);
  forgetDatabase(folder);
  const database = await startDatabase({ dataDir: folder, name: templateName, settings });
  const stop = () => database.stop().finally(release);
  try {
    // Every run starts from the migrations alone, whatever earlier ones left.
    await resetDatabases(database.adminUrl, templateName);
    if (migrate) {
      const env = { ...process.env, MIGRATION_DATABASE_URL: database.url };
      const { code, output } = await prisma(["migrate", "deploy"], { env });
      if (code !== 0) throw new Refusal(`Die Migrationen ließen sich nicht anwenden:\n${output.trim()}`);
      await prepareLogins({ owner: database.url, web: database.web, worker: database.worker });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: database.url, stop, env: { TEST_DATABASE_URL: database.adminUrl, TEST_WEB_DATABASE_URL: database.web, TEST_WORKER_DATABASE_URL: database.worker, TEST_TEMPLATE: templateName } };
}
