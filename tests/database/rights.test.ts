import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Client } from "pg";
import { scopeOf } from "@/lib/auth/scope";
import { CONFIGURATION_EXIT_CODE } from "@/lib/env";
import { guardFaults } from "@/lib/db/guards";
import { inScope } from "@/lib/db/in-scope";
import { rightsFaults, rightsQuery, strongLogin, type Right } from "@/lib/db/rights";
import wanted from "@/prisma/rights.json";
import { useDatabase } from "./database";

jest.setTimeout(120_000);
const database = useDatabase();

async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database.url() });
  await client.connect();
  return work(client).finally(() => client.end());
}

const run = (sql: string): Promise<unknown> => asOwner((client) => client.query(sql));

/** Changes the database for the time of one question, and answers which rights are found to differ. */
async function faultsWith(change: string, undo: string): Promise<readonly string[]> {
  await run(change);
  try {
    return await rightsFaults();
  } finally {
    await run(undo);
  }
}

describe("the rights of the database", () => {
  test("are exactly those of prisma/rights.json, which npm run db:rights writes anew after a migration", async () => {
    const { rows } = await asOwner((client) => client.query<Right>(rightsQuery.sql));
    const lines = (rights: readonly Right[]): string[] => rights.map(({ object, line }) => `${object}: ${line.replace(/\s+/g, " ").trim()}`).sort();
    expect(lines(rows)).toEqual(lines(wanted));
    await expect(rightsFaults()).resolves.toEqual([]);
  });

  test("every table guards its rows, also from its owner", async () => {
    const { rows } = await asOwner((client) => client.query<{ name: string }>(`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`));
    expect(rows).toEqual([]);
  });

  test("no policy asks for the role within its condition: one for each group lets the indexes be used", () => {
    expect(wanted.filter(({ line }) => /^policy/.test(line) && /current_user|session_user|current_role|app\.reach/.test(line))).toEqual([]);
  });

  test.each([
    ["rows no longer guarded", `ALTER TABLE "Resident" DISABLE ROW LEVEL SECURITY`, `ALTER TABLE "Resident" ENABLE ROW LEVEL SECURITY`, ["Resident"]],
    ["rows no longer guarded from the owner", `ALTER TABLE "Case" NO FORCE ROW LEVEL SECURITY`, `ALTER TABLE "Case" FORCE ROW LEVEL SECURITY`, ["Case"]],
    ["a policy that is gone", `ALTER POLICY facility_select ON "Visit" RENAME TO set_aside`, `ALTER POLICY set_aside ON "Visit" RENAME TO facility_select`, ["Visit"]],
    ["a policy that says more", `ALTER POLICY facility_select ON "Resident" USING (true)`, `ALTER POLICY facility_select ON "Resident" USING ("facilityId" = (SELECT facility_in_scope()))`, ["Resident"]],
    ["one policy too many", `CREATE POLICY open ON "Appointment" TO PUBLIC USING (true)`, `DROP POLICY open ON "Appointment"`, ["Appointment"]],
    ["a right too many", `GRANT DELETE ON "AuditEntry" TO portal_office`, `REVOKE DELETE ON "AuditEntry" FROM portal_office`, ["AuditEntry"]],
    ["a right of everybody", `GRANT SELECT ON "User" TO PUBLIC`, `REVOKE SELECT ON "User" FROM PUBLIC`, ["User"]],
    ["a column too many", `GRANT SELECT ("lastName") ON "Resident" TO portal_worker`, `REVOKE SELECT ("lastName") ON "Resident" FROM portal_worker`, ["Resident"]],
    ["a missing right", `REVOKE SELECT ON "Tour" FROM portal_crew`, `GRANT SELECT ON "Tour" TO portal_crew`, ["Tour"]],
    ["a scope that is read from somewhere else", `CREATE OR REPLACE FUNCTION facility_in_scope() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN NULL::uuid`, `CREATE OR REPLACE FUNCTION facility_in_scope() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('app.facility', true), '')::uuid`, ["facility_in_scope"]],
    ["a schema in which the groups make tables", `GRANT CREATE ON SCHEMA public TO portal_office`, `REVOKE CREATE ON SCHEMA public FROM portal_office`, ["public"]],
    ["a new table whose rows nobody guards", `CREATE TABLE "Fresh" (id int)`, `DROP TABLE "Fresh"`, ["Fresh"]],
    ["a new table that does not guard its rows from its owner", `CREATE TABLE "Fresh" (id int); ALTER TABLE "Fresh" ENABLE ROW LEVEL SECURITY`, `DROP TABLE "Fresh"`, ["Fresh"]],
    ["a new view, which reads as its owner", `CREATE VIEW fresh AS SELECT id FROM "Resident"`, `DROP VIEW fresh`, ["fresh"]],
  ])("%s: it is named", async (_name, change, undo, objects) => {
    expect(await faultsWith(change, undo)).toEqual(objects);
    expect(await rightsFaults()).toEqual([]);
  });

  test("a difference keeps the portal from starting, in one sentence", async () => {
    await run(`GRANT DELETE ON "Visit" TO portal_crew`);
    await expect(guardFaults()).resolves.toEqual(["Rechte an Visit lauten anders"]);
    await run(`REVOKE DELETE ON "Visit" FROM portal_crew`);
  });
});

describe("the login of a process", () => {
  const asked = (job: "guards" | "deliverMails" | "seed", isWeb: boolean): Promise<string | null> => inScope(scopeOf({ kind: "system", job }), (tx) => strongLogin(tx, isWeb));

  test("of the web and of the worker have no more rights than they need; the owner of the tables and a login in the other's place do", async () => {
    expect(await asked("guards", true)).toBeNull();
    expect(await asked("deliverMails", false)).toBeNull();
    expect(await asked("deliverMails", true)).toBe("portal_jobs");
    expect(await asked("seed", false)).toBe(new URL(database.url()).username);
  });

  test("is looked at before production starts: with the owner's, web and worker end with one sentence", () => {
    const production = { APP_MODE: "production", APP_ORIGIN: "https://portal.example", MAIL_FROM: "a@portal.example", OFFICE_EMAIL: "b@portal.example", OFFICE_PHONE: "1", SMTP_URL: "smtps://mail.example", NODE_ENV: "production" };
    const logins = { "worker.ts": { DATABASE_URL: "", WORKER_DATABASE_URL: database.url(), MIGRATION_DATABASE_URL: "" }, "server.ts": { DATABASE_URL: database.url(), WORKER_DATABASE_URL: "", MIGRATION_DATABASE_URL: "" } };
    for (const [file, login] of Object.entries(logins)) {
      const env = { ...process.env, ...production, ...login } as NodeJS.ProcessEnv;
      const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", file], { cwd: join(__dirname, "../.."), env, encoding: "utf8", timeout: 60_000 });
      expect(stderr.trim().split("\n").at(-1)).toMatch(/^Das Portal startet nicht: Die Datenbankrolle buergerkoffer darf mehr, als sie soll\./);
      expect(status).toBe(CONFIGURATION_EXIT_CODE);
    }
  });
});
