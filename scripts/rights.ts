/** `npm run db:rights`: writes prisma/rights.json and docs/field-access.md from the migrations, with a server of its own. The change of these files is what a reviewer of a migration reads. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { rightsQuery, type Right } from "@/lib/db/rights";
import { fieldsPage } from "@/scripts/access/fields";

async function main(): Promise<void> {
  const address = new URL(process.env.TEST_DATABASE_URL ?? "");
  address.pathname = `/${process.env.TEST_TEMPLATE}`;
  const client = new Client({ connectionString: address.href });
  await client.connect();
  const { rows } = await client.query<Right>(rightsQuery.sql).finally(() => client.end());
  const rights = rows.map(({ object, line }) => ({ object, line: line.replace(/\s+/g, " ").trim() }));
  const lines = rights.map((right) => JSON.stringify(right)).sort();
  writeFileSync(join(__dirname, "../prisma/rights.json"), `[\n${lines.join(",\n")}\n]\n`);
  writeFileSync(join(__dirname, "../docs/field-access.md"), fieldsPage(lines.map((line) => JSON.parse(line) as Right)));
  console.log(`${lines.length} Rechte in prisma/rights.json und docs/field-access.md.`);
}

void main();
