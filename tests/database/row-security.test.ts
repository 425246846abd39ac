import { scopeOf } from "@/lib/auth/scope";
import { database as pool } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";
import { seed } from "@/prisma/seed/main";
import { personAs } from "../builders/accounts";
import { useDatabase } from "./database";
import { acting, codeOf, foreignToCrew, foreignToFacility, tablesOf, type As, type Ask, type Table } from "./walls";

jest.setTimeout(120_000);
const database = useDatabase();
const REFUSED = "42501";
const GROUPS = ["portal_facility", "portal_office", "portal_crew", "portal_oversight", "portal_subject", "portal_gate", "portal_worker"];

let tables: readonly Table[] = [];
let heim: { facility: string; user: string };
let crew: { staff: string; user: string };

beforeAll(async () => {
  await seed();
  tables = await tablesOf(database.url());
  const prisma = database.prisma();
  const member = await prisma.membership.findFirstOrThrow({ where: { role: "FACILITY_STAFF", user: { email: "burgholz@demo.example" } } });
  const driver = await prisma.user.findFirstOrThrow({ where: { email: "team1@demo.example" } });
  heim = { facility: member.facilityId!, user: member.userId };
  crew = { staff: driver.staffId!, user: driver.id };
});

const asOwner = <T>(work: (ask: Ask) => Promise<T>): Promise<T> => acting(database.url(), { group: "none" }, work);
const quoted = (columns: readonly string[]): string => columns.map((one) => `"${one}"`).join(", ");
const keyOf = ({ key }: Table): string => `concat_ws(':', ${quoted(key)})`;

/** A row of which a group knows the key although it may not see it; inserted anew it gets another key. */
async function aForeignRow(table: Table, foreign: string, values: readonly string[]): Promise<Record<string, unknown> | null> {
  const { rows } = await asOwner((ask) => ask(`SELECT to_jsonb(t) AS row, ${table.key.map((one) => `t."${one}"::text AS "key_${one}"`).join(", ")} FROM "${table.name}" t WHERE ${foreign} LIMIT 1`, values));
  return rows[0] ?? null;
}

/** Columns that the group may change there. */
async function changeable(group: string, name: string): Promise<readonly string[]> {
  const { rows } = await asOwner((ask) => ask(`SELECT attname::text AS name FROM pg_attribute WHERE attrelid = $2::regclass AND attnum > 0 AND NOT attisdropped AND has_column_privilege($1, $2::regclass, attname, 'UPDATE')`, [group, `"${name}"`]));
  return rows.map((row) => String(row.name));
}

/** What somebody reached of rows that are none of his or her business, a line for each; and how many tables held such rows. */
async function reached(url: string, as: As, foreignOf: (table: Table) => string, values: readonly string[]): Promise<{ readonly leaks: readonly string[]; readonly tried: readonly string[] }> {
  const leaks: string[] = [];
  const tried: string[] = [];
  for (const table of tables) {
    const foreign = foreignOf(table);
    const row = await aForeignRow(table, foreign, values);
    if (!row) continue;
    tried.push(table.name);
    const { rows: hidden } = await asOwner((ask) => ask(`SELECT ${keyOf(table)} AS key FROM "${table.name}" t WHERE ${foreign}`, values));
    const where = table.key.map((one, index) => `"${one}"::text = $${index + 1}`).join(" AND ");
    const key = table.key.map((one) => row[`key_${one}`]);
    const columns = await changeable(as.group, table.name);
    await acting(url, as, async (ask) => {
      const seen = await codeOf(ask, `SELECT ${quoted(table.key)} FROM "${table.name}"`);
      if (seen === null) {
        const { rows } = await ask(`SELECT ${keyOf(table)} AS key FROM "${table.name}"`);
        const visible = new Set(rows.map((one) => one.key));
        if (hidden.some((one) => visible.has(one.key))) leaks.push(`${table.name} read`);
      } else if (seen !== REFUSED) leaks.push(`${table.name} read: ${seen}`);
      for (const column of columns) {
        const { rowCount } = await ask(`UPDATE "${table.name}" SET "${column}" = "${column}"${seen === null ? ` WHERE ${where}` : ""}`, seen === null ? key : []).catch(() => ({ rowCount: -1 }));
        if (rowCount !== 0) leaks.push(`${table.name}.${column} changed: ${rowCount}`);
      }
      const gone = await codeOf(ask, `DELETE FROM "${table.name}" WHERE ${where}`, key);
      const left = gone === null ? (await ask(`DELETE FROM "${table.name}" WHERE ${where}`, key)).rowCount : 0;
      if ((gone !== null && gone !== REFUSED) || left !== 0) leaks.push(`${table.name} deleted: ${gone ?? left}`);
      const added = await codeOf(ask, `INSERT INTO "${table.name}" SELECT * FROM jsonb_populate_record(NULL::"${table.name}", $1)`, [JSON.stringify(row.row)]);
      if (added !== REFUSED) leaks.push(`${table.name} added: ${added}`);
    });
  }
  return { leaks, tried };
}

test("with every check of the application forgotten, no facility reads, changes, deletes or adds a row that is none of its business, in any table", async () => {
  const { leaks, tried } = await reached(database.webUrl(), { group: "portal_facility", ...heim }, foreignToFacility, [heim.facility, heim.user]);
  expect(leaks).toEqual([]);
  expect(tried).toEqual(expect.arrayContaining(["Resident", "ResidentCare", "ResidentCustody", "VisitRequest", "WishWindow", "Case", "Visit", "Appointment", "SiteSheet", "MailOrder", "Tour", "Membership", "User"]));
});

test("a crew reaches nothing that no tour of its own has on it, in any table", async () => {
  const { leaks, tried } = await reached(database.webUrl(), { group: "portal_crew", ...crew }, foreignToCrew, [crew.staff, crew.user]);
  expect(leaks).toEqual([]);
  expect(tried).toEqual(expect.arrayContaining(["Resident", "ResidentCare", "Case", "Visit", "Appointment", "Tour", "Reservation"]));
});

test("each sees what is its own: the walls do not stand in the way of the work", async () => {
  const count = (as: As, name: string): Promise<number> => acting(database.webUrl(), as, async (ask) => Number((await ask(`SELECT count(*) AS count FROM "${name}"`)).rows[0]?.count));
  for (const name of ["Resident", "ResidentCare", "VisitRequest", "Case", "Visit", "SiteSheet", "Tour", "StaffMember"]) expect([name, await count({ group: "portal_facility", ...heim }, name)]).toEqual([name, expect.any(Number)]);
  const own = await database.prisma().resident.count({ where: { facilityId: heim.facility } });
  expect(own).toBeGreaterThan(0);
  expect(await count({ group: "portal_facility", ...heim }, "Resident")).toBe(own);
  const tours = await database.prisma().tour.count({ where: { members: { some: { staffId: crew.staff } } } });
  expect(tours).toBeGreaterThan(0);
  expect(await count({ group: "portal_crew", ...crew }, "Tour")).toBe(tours);
  expect(await count({ group: "portal_office" }, "Visit")).toBe(await database.prisma().visit.count());
});

test.each(["portal_facility", "portal_crew"])("%s without a facility, person and staff member sees no row but the law's values and the office's closing days", async (group) => {
  await acting(database.webUrl(), { group }, async (ask) => {
    for (const table of tables.filter(({ name }) => !["LegalParameter", "Closure"].includes(name))) {
      if ((await codeOf(ask, `SELECT ${quoted(table.key)} FROM "${table.name}"`)) === REFUSED) continue;
      expect([table.name, (await ask(`SELECT ${quoted(table.key)} FROM "${table.name}"`)).rows]).toEqual([table.name, []]);
    }
  });
});

test("before it acts as a group, a login can do nothing with any table", async () => {
  for (const url of [database.webUrl(), database.workerUrl()]) {
    await acting(url, { group: "none" }, async (ask) => {
      for (const { name } of tables) expect([name, await codeOf(ask, `SELECT FROM public."${name}"`)]).toEqual([name, REFUSED]);
      expect(await codeOf(ask, "CREATE TABLE mine (id int)")).not.toBeNull();
    });
  }
});

test("the web cannot act as the worker, the worker as nobody but the gate, and neither as the owner", async () => {
  const refused = (url: string, group: string): Promise<string | null> => acting(url, { group: "none" }, (ask) => codeOf(ask, "SELECT set_config('role', $1, true)", [group]));
  expect(await refused(database.webUrl(), "portal_worker")).toBe(REFUSED);
  for (const group of ["portal_facility", "portal_office", "portal_crew", "portal_oversight", "portal_subject"]) expect([group, await refused(database.workerUrl(), group)]).toEqual([group, REFUSED]);
  const owner = new URL(database.url()).username;
  for (const url of [database.webUrl(), database.workerUrl()]) expect(await refused(url, owner)).toBe(REFUSED);
});

test("no group changes or removes an entry of the log, empties a table, or makes one", async () => {
  const { rows } = await asOwner((ask) => ask(`
    SELECT g.rolname AS name, c.relname AS table, verb FROM pg_roles g, pg_class c, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN']) AS verb
    WHERE g.rolname = ANY($1) AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_table_privilege(g.oid, c.oid, verb)
      AND (verb NOT IN ('UPDATE', 'DELETE') OR c.relname LIKE 'Audit%')`, [GROUPS]));
  expect(rows).toEqual([]);
  for (const group of GROUPS) {
    const url = group === "portal_worker" ? database.workerUrl() : database.webUrl();
    await acting(url, { group }, async (ask) => {
      expect([group, await codeOf(ask, "CREATE TABLE public.mine (id int)")]).toEqual([group, REFUSED]);
      expect([group, await codeOf(ask, `ALTER TABLE "Resident" DISABLE ROW LEVEL SECURITY`)]).toEqual([group, REFUSED]);
      expect([group, await codeOf(ask, `DROP POLICY facility_select ON "Resident"`)]).toEqual([group, REFUSED]);
    });
  }
});

test("the gate sees nobody in a house, the worker no name, the administration no more than what is deleted when", async () => {
  const ask = (url: string, group: string, sql: string): Promise<string | null> => acting(url, { group }, (query) => codeOf(query, sql));
  for (const name of ["Resident", "ResidentCare", "ResidentCustody", "Case", "Visit", "VisitRequest"]) expect([name, await ask(database.webUrl(), "portal_gate", `SELECT FROM "${name}"`)]).toEqual([name, REFUSED]);
  for (const group of ["portal_worker", "portal_oversight"]) {
    const url = group === "portal_worker" ? database.workerUrl() : database.webUrl();
    for (const column of ["lastName", "firstNames", "bornOn", "nationality"]) expect([column, await ask(url, group, `SELECT "${column}" FROM "Resident"`)]).toEqual([column, REFUSED]);
  }
  for (const name of ["ResidentCare", "ResidentCustody"]) expect(await ask(database.webUrl(), "portal_oversight", `SELECT FROM "${name}"`)).toBe(REFUSED);
  expect(await ask(database.webUrl(), "portal_office", `SELECT facts FROM "MailOrder"`)).toBe(REFUSED);
  for (const name of ["LoginCode", "FormEcho"]) for (const group of ["portal_office", "portal_oversight", "portal_facility", "portal_crew"]) expect(await ask(database.webUrl(), group, `SELECT FROM "${name}"`)).toBe(REFUSED);
});

test("nobody signed in writes into the log in another person's name", async () => {
  const entry = `INSERT INTO "AuditEntry" (id, at, action, "actorUserId", "subjectKind", details) VALUES (gen_random_uuid(), now(), 'signedOut', $1, 'session', '{}')`;
  for (const group of ["portal_facility", "portal_office", "portal_crew", "portal_oversight"]) {
    await acting(database.webUrl(), { group, user: heim.user, facility: heim.facility }, async (ask) => {
      expect(await codeOf(ask, entry, [crew.user])).toBe(REFUSED);
      expect(await codeOf(ask, entry, [heim.user])).toBeNull();
    });
  }
});

test("group and scope end with the transaction: the next user of a connection begins with none, also behind a failure", async () => {
  const scope = scopeOf(personAs("FACILITY_STAFF", { userId: heim.user, facilityId: heim.facility }));
  const left = () => pool(scope.group).$queryRaw<{ group: string; login: string; facility: string | null }[]>`SELECT current_user::text AS group, session_user::text AS login, nullif(current_setting('app.facility', true), '') AS facility`;
  for (let time = 0; time < 15; time += 1) {
    const inside = await inScope(scope, (tx) => tx.$queryRaw<{ group: string }[]>`SELECT current_user::text AS group`);
    expect(inside).toEqual([{ group: "portal_facility" }]);
    await expect(inScope(scope, async (tx) => tx.$executeRaw`SELECT 1 / 0`)).rejects.toThrow();
    expect(await left()).toEqual([{ group: "portal_web", login: "portal_web", facility: null }]);
  }
});
