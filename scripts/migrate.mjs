import { prisma, inTerminal } from "./prisma.mjs";
import { prepareLogins } from "./database/logins.mjs";
import { Refusal, endWith } from "./setup/refusal.mjs";

/** `npm run db:migrate`: applies the migrations as the owner of the tables, then makes the logins of web and worker where they are missing. */
async function main({ MIGRATION_DATABASE_URL: owner, DATABASE_URL: web, WORKER_DATABASE_URL: worker }) {
  for (const [name, value] of Object.entries({ MIGRATION_DATABASE_URL: owner, DATABASE_URL: web, WORKER_DATABASE_URL: worker })) {
    if (!value) throw new Refusal(`${name} fehlt: Die Datenbank braucht eine Rolle für die Migrationen, eine für die Seiten und eine für den Hintergrunddienst (docs/operations.md).`);
  }
  const { code } = await prisma(["migrate", "deploy"], { how: inTerminal });
  if (code === 0) await prepareLogins({ owner, web, worker });
  process.exitCode = code;
}

await main(process.env).catch(endWith);
