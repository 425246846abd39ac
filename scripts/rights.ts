/** `npm run db:rights`: writes prisma/rights.json from the migrations, with a server of its own. The change of that file is what a reviewer of a migration reads. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { rightsQuery, type Right } from "@/lib/db/rights";

async function main(): Promise<void> {
  const address = new URL(process.env.TEST_DATABASE_URL ?? "");
  address.pathname = `/${process.env.TEST_TEMPLATE}`;
  const client = new Client({ connectionString: address.href });
  await client.connect();
  const { rows } = await client.query<Right>(rightsQuery.sql).finally(() => client.end());
  const lines = rows.map(({ object, line }) => JSON.stringify({ object, line: line.replace(/\s+/g, " ").trim() })).sort();
  writeFileSync(join(__dirname, "../prisma/rights.json"), `[\n${lines.join(",\n")}\n]\n`);
  console.log(`${lines.length} Rechte in prisma/rights.json.`);
}

void main();
