import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client/client";
import { env } from "@/lib/env";

const POOL_SIZE = 10;
/** How long to wait for a connection, also for a free one of the pool: in a rush the last ones wait their turn instead of failing. */
export const CONNECTION_WAIT_MS = 30_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** A transaction in the scope of one actor; the only handle by which features reach the database. */
export type Tx = Omit<Prisma.TransactionClient, "$transaction">;

const holder = globalThis as { portalDatabase?: PrismaClient };

/** The process's connection pool. Only `inScope` and `transact` use it. */
export function database(): PrismaClient {
  holder.portalDatabase ??= new PrismaClient({ adapter: new PrismaPg(connections(), { disposeExternalPool: true }) });
  return holder.portalDatabase;
}

/**
 * A connection that is cut while it changes hands would otherwise end the process: the pool has let go of its listener, the adapter has not yet put up its own.
 * Whoever uses the connection next gets the error as an answer.
 */
function connections(): Pool {
  const pool = new Pool({
    connectionString: env().databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS * 2,
  });
  pool.on("connect", (client) => void client.on("error", () => undefined));
  pool.on("error", () => undefined);
  return pool;
}

/** Ends the pool, for a clean stop of a process. */
export async function closeDatabase(): Promise<void> {
  await holder.portalDatabase?.$disconnect();
  delete holder.portalDatabase;
}
