import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Portal } from "../../journeys/portal";

export type Statements = {
  /** Each statement once, with lists of places for values cut to one. */
  readonly texts: ReadonlySet<string>;
  /** The values that came with them, one line for each time. */
  readonly values: readonly string[];
};

const MARK = ">>statement ";
const LAG_MS = 500;

/** Has the database write down what it is asked during some work, and answers what the web processes asked. */
export async function statementsOf(portal: Portal, work: () => Promise<void>): Promise<Statements> {
  const { user, file } = await place(portal);
  const set = async (settings: Readonly<Record<string, string>> | null): Promise<void> => {
    for (const name of ["log_statement", "log_line_prefix", "log_parameter_max_length"]) await portal.asOwner(settings === null ? `ALTER SYSTEM RESET ${name}` : `ALTER SYSTEM SET ${name} = '${settings[name]}'`);
    await portal.asOwner("SELECT pg_reload_conf()");
    await pause();
  };
  const begin = statSync(file).size;
  await set({ log_statement: "all", log_line_prefix: `${MARK}%u `, log_parameter_max_length: "-1" });
  try {
    await work();
  } finally {
    await set(null);
  }
  const own = readFileSync(file).subarray(begin).toString("utf8").split(MARK).filter((entry) => entry.startsWith(`${user} `));
  const texts = own.flatMap((entry) => /^\S+ LOG: {2}(?:statement|execute [^:]+): ([^]+)$/.exec(entry)?.[1] ?? []);
  return { texts: new Set(texts.map(shapeOf)), values: own.flatMap((entry) => /^\S+ DETAIL: {2}[Pp]arameters: ([^]*)$/.exec(entry)?.[1] ?? []) };
}

/** As whom the web processes come to the database, and where its server writes its log. */
async function place(portal: Portal): Promise<{ readonly user: string; readonly file: string }> {
  const [row] = await portal.prisma().$queryRaw<{ data_directory: string }[]>`SHOW data_directory`;
  return { user: new URL(process.env.TEST_WEB_DATABASE_URL!).username, file: join(row!.data_directory, "../server.log") };
}

const shapeOf = (text: string): string => text.replace(/\s+/g, " ").replace(/\$\d+(?:,\s?\$\d+)+/g, "$1").replace(/\$\d+/g, "$1").trim();

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LAG_MS));
