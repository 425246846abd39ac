import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { binariesFor } from "./database/binaries.mjs";
import { ensureCluster } from "./database/cluster.mjs";
import { addressAs } from "./database/logins.mjs";
import { placeOf, placesToForget } from "./database/place.mjs";
import { clearLeftovers, runServer } from "./database/server.mjs";
import { Refusal } from "./setup/refusal.mjs";

/** The port if nobody listens there, else any free one. */
function freePort(wanted = 0) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted ? freePort().then(done, fail) : fail(error)));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Passwords and last port, kept beside the data. Without them the data cannot be opened, so the two go together. */
function accessOf(folder) {
  const file = join(folder, "access.json");
  const made = Object.fromEntries(["password", "webPassword", "workerPassword"].map((name) => [name, randomBytes(24).toString("hex")]));
  const kept = { ...made, ...(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) };
  return { ...kept, keep: (changes) => writeFileSync(file, JSON.stringify({ ...kept, ...changes }), { mode: 0o600 }) };
}

async function asAdmin(adminUrl, work) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the database where it is missing. */
function createDatabase(adminUrl, name) {
  return asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  });
}

/** Empties the server: every database goes, and `name` is made again. */
export function resetDatabases(adminUrl, name) {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'");
    for (const { datname } of rows) await client.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  });
}

async function start(place, binaries, access, settings) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    // Somebody may take the port between our look and the server's; then another one serves.
    const port = await freePort(attempt === 0 ? access.port : 0);
    const urlOf = (database) => `postgresql://buergerkoffer:${access.password}@127.0.0.1:${port}/${database}`;
    access.keep({ port });
    const server = await runServer(place, binaries, { port, address: urlOf("postgres"), settings });
    if (server) return { server, urlOf };
  }
  throw new Refusal(`PostgreSQL startet nicht; Näheres steht in ${join(place.folder, "server.log")}.`);
}

/**
 * Starts the embedded PostgreSQL server of a data directory, making it on first use, and makes the database `name`.
 * Answers { url, web, worker, adminUrl, folder, ended, stop }: `url` is the owner's address, `web` and `worker` those of the logins, which
 * `prepareLogins` makes. Refuses (one sentence) where it cannot be made or reached.
 */
export async function startDatabase({ dataDir, name = "buergerkoffer", settings }) {
  const place = placeOf(dataDir);
  const access = accessOf(place.folder);
  if (!existsSync(place.data)) rmSync(join(place.folder, "server.log"), { force: true });
  access.keep({});
  const binaries = await binariesFor(place.user, place.folder);
  await ensureCluster(place, binaries, access.password);
  await clearLeftovers(place.data);
  const { server, urlOf } = await start(place, binaries, access, settings);
  await createDatabase(urlOf("postgres"), name);
  const logins = { web: addressAs(urlOf(name), "portal_web", access.webPassword), worker: addressAs(urlOf(name), "portal_jobs", access.workerPassword) };
  return { url: urlOf(name), ...logins, adminUrl: urlOf("postgres"), folder: place.folder, ...server };
}

/** Removes the embedded server of a data directory with everything in it. */
export function forgetDatabase(dataDir) {
  for (const folder of placesToForget(dataDir)) rmSync(folder, { recursive: true, force: true });
}
