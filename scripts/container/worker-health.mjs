import pg from "pg";

// The worker has no page to ask. It ends by itself when it fails, so what is left to ask is whether it reaches its database.
const client = new pg.Client({ connectionString: process.env.WORKER_DATABASE_URL, connectionTimeoutMillis: 3000, query_timeout: 3000 });
client.on("error", () => process.exit(1));
try {
  await client.connect();
  await client.query("SELECT 1");
  process.exit(0);
} catch {
  process.exit(1);
}
