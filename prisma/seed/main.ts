import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { ConfigurationError, env } from "@/lib/env";
import { civilDateOf } from "@/lib/time/calendar";
import { command } from "@/scripts/command";
import { store } from "@/tests/builders/store";
import { demoCity } from "./demo-city";

const portal = scopeOf({ kind: "system", job: "seed" });

/** Fills an empty database with the demo city of its present day, in one transaction. Refuses outside of the demo, and wherever anything is stored already. */
export async function seed(): Promise<{ readonly today: string; readonly residents: number }> {
  if (env().mode !== "demo") throw new ConfigurationError("Beispieldaten gibt es nur mit APP_MODE=demo.");
  return inScope(portal, async (tx) => {
    const isInUse = (await tx.user.count()) + (await tx.facility.count()) + (await tx.legalParameter.count()) > 0;
    if (isInUse) throw new ConfigurationError("Die Datenbank enthält schon Daten. Beispieldaten kommen nur in eine leere Datenbank.");
    const today = civilDateOf(await databaseNow(tx));
    const rows = demoCity(today);
    await store(tx, rows);
    return { today, residents: rows.resident.length };
  });
}

async function main(): Promise<void> {
  const { today, residents } = await seed();
  process.stdout.write(`Beispielstadt für den ${today}: ${residents} Personen.\n`);
}

if (require.main === module) void command(main);
