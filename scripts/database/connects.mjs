import pg from "pg";

/** Whether a server answers under this address within the time, and lets its login in. */
export async function connects(url, limitMs) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: limitMs });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
