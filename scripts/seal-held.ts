import { Client } from "pg";
import { sealedColumns, sealFor, type SealedColumn } from "@/lib/crypto/columns";
import type { KeyRing } from "@/lib/crypto/keys";
import { CONFIGURATION_EXIT_CODE, ConfigurationError, dataKeysFrom } from "@/lib/env";
import { keyWords } from "@/lib/messages/keys";

/** The mark that a migration leaves in a sealed column while its value waits to be sealed. */
const PENDING = "s1.pending";
/** Where readable values stood before they were sealed: until these tables are rewritten, dropped columns and deleted rows stay in the database's files. */
const REWRITTEN = ["ResidentCare", "ResidentCustody", "Resident", "VisitRequest", "Visit", "Appointment", "Reservation", "AuditEntry", "UnsealedValue"];

type Held = { readonly place: string; readonly rowId: string; readonly content: unknown };

/** Works as the owner of the tables without their row-level security, which is on again when the transaction ends. */
async function withoutRowSecurity(owner: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(`SELECT oid::regclass::text AS "table" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity`);
  await owner.query("BEGIN");
  for (const { table } of rows) await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await work();
  for (const { table } of rows) await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await owner.query("COMMIT");
}

async function sealOne(owner: Client, { place, rowId, content }: Held, ring: KeyRing): Promise<void> {
  const column = sealedColumns.find((one) => one === place);
  if (!column) throw new Error(`no sealed column is called ${place}`);
  const [table, name] = place.split(".") as [string, string];
  const key = table.startsWith("Resident") ? "residentId" : "id";
  const sealed = sealFor<SealedColumn>(column, rowId, content as never, ring);
  const { rowCount } = await owner.query(`UPDATE "${table}" SET "${name}" = $1 WHERE "${key}" = $2 AND "${name}" = $3`, [sealed, rowId, PENDING]);
  if (rowCount !== 1) throw new Error(`the row of a value that waits for ${place} is not there`);
  await owner.query(`DELETE FROM "UnsealedValue" WHERE "place" = $1 AND "rowId" = $2`, [place, rowId]);
}

/**
 * The step behind the migrations: seals in one transaction what a migration had to set aside, because SQL cannot seal, and rewrites the tables. Answers how
 * many values it sealed; where nothing waits it asks for no key.
 */
async function sealHeld(owner: Client): Promise<number> {
  const { rows: held } = await owner.query<Held>(`SELECT "place", "rowId"::text AS "rowId", "content" FROM "UnsealedValue"`);
  if (held.length === 0) return 0;
  const ring = dataKeysFrom(process.env.DATA_KEYS);
  await withoutRowSecurity(owner, async () => {
    for (const one of held) await sealOne(owner, one, ring);
  });
  for (const table of REWRITTEN) await owner.query(`VACUUM (FULL) "${table}"`);
  return held.length;
}

async function main(): Promise<void> {
  const owner = new Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  try {
    await owner.connect();
    const sealed = await sealHeld(owner);
    if (sealed > 0) console.log(keyWords.sealedHeld(sealed));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = CONFIGURATION_EXIT_CODE;
  } finally {
    await owner.end();
  }
}

void main();
