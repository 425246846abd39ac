import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client/client";
import type { DatabaseGroup } from "@/lib/auth/scope";
import { env, missingSetting } from "@/lib/env";

const POOL_SIZE = 10;
/** How long to wait for a connection, also for a free one of the pool: in a rush the last ones wait their turn instead of failing. */
export const CONNECTION_WAIT_MS = 30_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** A transaction in the scope of one actor; the only handle by which features reach the database. */
export type Tx = Omit<Prisma.TransactionClient, "$transaction">;

const holder = globalThis as { portalDatabases?: Map<string, PrismaClient> };

/** The process's connections by which it may act as that group. Only `inScope` uses them. */
export function database(group: DatabaseGroup): PrismaClient {
  const clients = (holder.portalDatabases ??= new Map());
  const url = addressFor(group);
  const known = clients.get(url);
  if (known) return known;
  const made = new PrismaClient({ adapter: new PrismaPg(connections(url), { disposeExternalPool: true }) });
  clients.set(url, made);
  return made;
}

/** The worker's rights need the worker's login, which only the worker has, and the owner's need the owner's, which no running portal has. */
function addressFor(group: DatabaseGroup): string {
  const { databaseUrl, workerDatabaseUrl, migrationDatabaseUrl } = env();
  if (group === "portal_worker") return workerDatabaseUrl ?? missingSetting("WORKER_DATABASE_URL");
  if (group === "none") return migrationDatabaseUrl ?? missingSetting("MIGRATION_DATABASE_URL");
  return databaseUrl;
}

/**
 * A connection that is cut while it changes hands would otherwise end the process: the pool has let go of its listener, the adapter has not yet put up its own.
 * Whoever uses the connection next gets the error as an answer.
 */
function connections(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS * 2,
  });
  pool.on("connect", (client) => void client.on("error", () => undefined));
  pool.on("error", () => undefined);
  return pool;
}

/** Ends the connections, for a clean stop of a process. */
export async function closeDatabase(): Promise<void> {
  const clients = [...(holder.portalDatabases?.values() ?? [])];
  delete holder.portalDatabases;
  await Promise.all(clients.map((client) => client.$disconnect()));
}
