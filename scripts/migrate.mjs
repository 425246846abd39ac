import { prisma, inTerminal } from "./prisma.mjs";
import { sealHeld } from "./database/seal-held.mjs";
import { prepareLogins } from "./database/logins.mjs";
import { Refusal, endWith } from "./setup/refusal.mjs";

/** `npm run db:migrate`: applies the migrations as the owner of the tables, seals what they set aside, then makes the logins of web and worker where they are missing. */
async function main({ MIGRATION_DATABASE_URL: owner, DATABASE_URL: web, WORKER_DATABASE_URL: worker }) {
  for (const [name, value] of Object.entries({ MIGRATION_DATABASE_URL: owner, DATABASE_URL: web, WORKER_DATABASE_URL: worker })) {
    if (!value) throw new Refusal(`${name} fehlt: Die Datenbank braucht eine Rolle für die Migrationen, eine für die Seiten und eine für den Hintergrunddienst (docs/operations.md).`);
  }
  const { code } = await prisma(["migrate", "deploy"], { how: inTerminal });
  process.exitCode = code;
  if (code !== 0) return;
  const sealing = await sealHeld(process.env);
  if (sealing.code !== 0) throw new Refusal(sealing.output.trim());
  await prepareLogins({ owner, web, worker });
}

await main(process.env).catch(endWith);
