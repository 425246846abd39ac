import { Client } from "pg";

/** Raw connections as one of the portal's logins, acting as one group: what a page with every check of the application forgotten could do. */
export type As = { readonly group: string; readonly facility?: string; readonly user?: string; readonly staff?: string };
export type Ask = (sql: string, values?: readonly unknown[]) => Promise<{ readonly rows: Record<string, unknown>[]; readonly rowCount: number | null }>;

/** Runs work as that group, and keeps nothing of it. */
export async function acting<T>(url: string, { group, facility = "", user = "", staff = "" }: As, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    const settings = "SELECT set_config('role', $1, true), set_config('app.facility', $2, true), set_config('app.user', $3, true), set_config('app.staff', $4, true)";
    await client.query(settings, [group, facility, user, staff]);
    return await work((sql, values = []) => client.query<Record<string, unknown>>(sql, [...values]));
  } finally {
    await client.end();
  }
}

/** The SQLSTATE of a refused statement, or null; the transaction goes on behind it. */
export async function codeOf(ask: Ask, sql: string, values: readonly unknown[] = []): Promise<string | null> {
  await ask("SAVEPOINT tried");
  try {
    await ask(sql, values);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await ask("ROLLBACK TO tried");
  }
}

export type Table = { readonly name: string; readonly key: readonly string[]; readonly columns: readonly string[] };

/** Every table of the database as it is, so that a new one is looked at without anybody thinking of it. */
export async function tablesOf(url: string): Promise<readonly Table[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
      (SELECT array_agg(k.attname::text ORDER BY k.attnum) FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY(i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations' GROUP BY c.oid, c.relname ORDER BY c.relname`).finally(() => client.end());
  return rows;
}

const ofTour = `IN (SELECT v."tourId" FROM "Visit" v WHERE v."facilityId" = $1 AND v."tourId" IS NOT NULL)`;
const onTourOf = (column: "kitId" | "vehicleId"): string => `t.id NOT IN (SELECT o."${column}" FROM "Tour" o WHERE o.id ${ofTour})`;

/** Which rows of a table are none of a facility's business ($1 the facility, $2 the person); where nothing is said, those of other facilities and persons, else all. */
const FOREIGN_TO_FACILITY: Readonly<Record<string, string>> = {
  LegalParameter: "false",
  Closure: `t."facilityId" <> $1`,
  Facility: "t.id <> $1",
  ResidentCare: `(SELECT "facilityId" FROM "Resident" WHERE id = t."residentId") <> $1`,
  ResidentCustody: `(SELECT "facilityId" FROM "Resident" WHERE id = t."residentId") <> $1`,
  BlockedTime: `(SELECT "facilityId" FROM "VisitRequest" WHERE id = t."requestId") <> $1`,
  WishWindow: `(SELECT "facilityId" FROM "VisitRequest" WHERE id = t."requestId") <> $1`,
  MailOrder: `t."facilityId" <> $1`,
  User: `t.id <> $2 AND t.id NOT IN (SELECT "userId" FROM "Membership" WHERE "facilityId" = $1)`,
  Membership: `t."userId" <> $2 AND t."facilityId" IS DISTINCT FROM $1`,
  Tour: `NOT (t.id ${ofTour})`,
  TourMember: `NOT (t."tourId" ${ofTour})`,
  Reservation: `t."tourId" IS NULL OR NOT (t."tourId" ${ofTour})`,
  StaffMember: `t.id NOT IN (SELECT "staffId" FROM "TourMember" WHERE "tourId" ${ofTour})`,
  CaseKit: onTourOf("kitId"),
  Vehicle: onTourOf("vehicleId"),
};

/** The condition, with what it needs of the two parameters used in any case. */
export function foreignToFacility({ name, columns }: Table): string {
  const byColumn = columns.includes("facilityId") ? `t."facilityId" IS DISTINCT FROM $1` : columns.includes("userId") ? `t."userId" IS DISTINCT FROM $2` : "true";
  return `(${FOREIGN_TO_FACILITY[name] ?? byColumn}) AND $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL`;
}

const mine = `IN (SELECT m."tourId" FROM "TourMember" m WHERE m."staffId" = $1)`;
const myVisits = `SELECT v.id FROM "Visit" v WHERE v."tourId" ${mine}`;
const myCases = `SELECT a."caseId" FROM "Appointment" a WHERE a."visitId" IN (${myVisits})`;
const myPeople = `SELECT c."residentId" FROM "Case" c WHERE c.id IN (${myCases})`;
const myHouses = `SELECT v."facilityId" FROM "Visit" v WHERE v."tourId" ${mine}`;
const myCrews = `SELECT m."staffId" FROM "TourMember" m WHERE m."tourId" ${mine}`;
const myKits = `SELECT o."kitId" FROM "Tour" o WHERE o.id ${mine}`;

/** The same for a member of a crew ($1 the staff member, $2 the person): what no tour that names him or her has on it. */
const FOREIGN_TO_CREW: Readonly<Record<string, string>> = {
  LegalParameter: "false",
  Tour: `NOT (t.id ${mine})`,
  TourMember: `NOT (t."tourId" ${mine})`,
  Reservation: `t."tourId" IS NULL OR NOT (t."tourId" ${mine})`,
  Visit: `t.id NOT IN (${myVisits})`,
  Appointment: `t."visitId" NOT IN (${myVisits})`,
  Case: `t.id NOT IN (${myCases})`,
  Resident: `t.id NOT IN (${myPeople})`,
  ResidentCare: `t."residentId" NOT IN (${myPeople})`,
  Facility: `t.id NOT IN (${myHouses})`,
  SiteSheet: `t."facilityId" NOT IN (${myHouses})`,
  StaffMember: `t.id NOT IN (${myCrews})`,
  Training: `t."staffId" NOT IN (${myCrews})`,
  CaseKit: `t.id NOT IN (${myKits})`,
  KitComponent: `t."kitId" NOT IN (${myKits})`,
  KitConsumable: `t."kitId" NOT IN (${myKits})`,
  MailOrder: `t."facilityId" IS NULL OR t."facilityId" NOT IN (${myHouses})`,
  Vehicle: `t.id NOT IN (SELECT o."vehicleId" FROM "Tour" o WHERE o.id ${mine})`,
  User: "t.id <> $2",
};

export function foreignToCrew({ name, columns }: Table): string {
  const byColumn = columns.includes("userId") ? `t."userId" IS DISTINCT FROM $2` : "true";
  return `(${FOREIGN_TO_CREW[name] ?? byColumn}) AND $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL`;
}
