import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { Refusal } from "../setup/refusal.mjs";
import { connects } from "./connects.mjs";

/** As which groups each login may act. The groups themselves are made by the migrations. */
const groupsOf = {
  web: ["portal_facility", "portal_office", "portal_crew", "portal_oversight", "portal_subject", "portal_gate"],
  worker: ["portal_worker", "portal_gate"],
};

/** Two databases of one server may be prepared at one time: somebody else made or changed the role meanwhile. */
const meanwhile = new Set(["42710", "23505", "XX000"]);
const refused = "42501";

function clientOf(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  return client;
}

/** Makes the login where it is missing, gives it the password of its address, and lets it act as its groups and as nothing else. */
async function ensureLogin(owner, url, groups) {
  const { user, password } = clientOf(url);
  const name = pg.escapeIdentifier(user);
  const secret = password ? `PASSWORD ${pg.escapeLiteral(password)}` : "";
  const { rowCount } = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [user]);
  // NOINHERIT: before it acts as a group, a login can do nothing at all.
  if (rowCount === 0) await owner.query(`CREATE ROLE ${name} LOGIN NOINHERIT ${secret}`);
  else if (secret && !(await connects(url, 5000))) await owner.query(`ALTER ROLE ${name} ${secret}`);
  const { rows } = await owner.query("SELECT name FROM unnest($2::text[]) AS name WHERE NOT pg_has_role($1, name, 'SET')", [user, groups]);
  for (const row of rows) await owner.query(`GRANT ${pg.escapeIdentifier(row.name)} TO ${name} WITH INHERIT FALSE, SET TRUE`);
}

async function ensureLogins(ownerUrl, addresses) {
  const owner = clientOf(ownerUrl);
  await owner.connect();
  try {
    const { user, database } = owner;
    if (Object.values(addresses).some((url) => clientOf(url).user === user)) {
      throw new Refusal(`Die Datenbankrolle ${user} wendet die Migrationen an; DATABASE_URL und WORKER_DATABASE_URL brauchen andere Rollen (docs/operations.md).`);
    }
    await owner.query(`REVOKE TEMPORARY ON DATABASE ${pg.escapeIdentifier(database)} FROM PUBLIC`);
    for (const [login, url] of Object.entries(addresses)) await ensureLogin(owner, url, groupsOf[login]);
  } finally {
    await owner.end();
  }
}

/**
 * Makes the logins of the web process and of the worker, as the owner of the tables: { owner, web, worker } are addresses. A server whose owner may
 * make no roles needs them made beforehand; what is missing is said in one sentence.
 */
export async function prepareLogins({ owner, web, worker }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ensureLogins(owner, { web, worker });
    } catch (error) {
      if (error.code === refused) {
        throw new Refusal("Die Datenbankrollen für DATABASE_URL und WORKER_DATABASE_URL fehlen, und MIGRATION_DATABASE_URL darf keine anlegen; docs/operations.md sagt, wie man sie anlegt.");
      }
      if (!meanwhile.has(error.code) || attempt === 5) throw error;
      await pause(50 * attempt);
    }
  }
}

/** The name of an address's database. */
export function databaseOf(url) {
  return clientOf(url).database;
}

/** The same address as somebody else. */
export function addressAs(url, user, password) {
  const address = new URL(url);
  if (!address.host) {
    // A socket's address has no place for a name before the host.
    address.searchParams.set("user", user);
    address.searchParams.set("password", password);
    return address.href;
  }
  address.username = encodeURIComponent(user);
  address.password = encodeURIComponent(password);
  return address.href;
}
