import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { keyWords } from "@/lib/messages/keys";
import { careOf, custodyOf } from "@/lib/residents/queries";
import { nothingStated } from "@/lib/residents/types";
import { PrismaClient } from "@/prisma/generated/client/client";
import { TEST_DATA_KEYS } from "@/tests/builders/keys";
import { useDatabase } from "./database";

useDatabase();
const root = join(__dirname, "../..");

describe("a database of before the sealing", () => {
  const folder = join(root, "prisma/migrations");
  const migrations = readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : [])).sort();
  const sealing = migrations.findIndex((name) => name.endsWith("_sealed_facts"));
  const name = `old_${process.pid}`;
  let old: Client;
  let address: URL;

  beforeAll(async () => {
    address = new URL(process.env.TEST_DATABASE_URL!);
    const admin = new Client({ connectionString: address.href });
    await admin.connect();
    await admin.query(`CREATE DATABASE "${name}"`);
    await admin.end();
    address.pathname = `/${name}`;
    old = new Client({ connectionString: address.href });
    await old.connect();
    for (const migration of migrations.slice(0, sealing)) await old.query(readFileSync(join(folder, migration, "migration.sql"), "utf8"));
  });
  afterAll(async () => {
    await old.end();
    const admin = new Client({ connectionString: process.env.TEST_DATABASE_URL });
    await admin.connect();
    await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await admin.end();
  });

  /** The step behind the migrations, with the owner's address and nothing else but what is given. */
  function sealHeld(settings: Record<string, string>): { readonly code: number | null; readonly said: string } {
    const env = { PATH: process.env.PATH, NODE_ENV: "test" as const, MIGRATION_DATABASE_URL: address.href, ...settings };
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/seal-held.ts"], { cwd: root, env, encoding: "utf8" });
    return { code: status, said: `${stdout}${stderr}`.trim() };
  }

  test("keeps what it knew: it moves aside in the migration and nothing readable is left after the step behind it", async () => {
    const id = (number: number) => `01900000-0000-7000-8000-00000000000${number}`;
    await old.query(`
      INSERT INTO "Facility" ("id", "kind", "name", "street", "postalCode", "city", "district", "latitude", "longitude", "contactName", "contactPhone", "contactEmail")
        VALUES ('${id(1)}', 'PRISON', 'Anstalt', 'Weg 1', '44135', 'Dortmund', 'EVING', 51, 7, 'Kontakt', '1', 'a@b.example');
      INSERT INTO "Resident" ("id", "facilityId", "lastName", "firstNames", "bornOn", "isExempted")
        VALUES ('${id(2)}', '${id(1)}', 'Muster', 'Erika', '1941-05-20', true), ('${id(3)}', '${id(1)}', 'Muster', 'Max', '1950-05-20', true);
      INSERT INTO "ResidentCare" ("residentId", "mobility", "capacity", "fingerprintObstacle") VALUES ('${id(2)}', 'BEDSIDE', 'INCAPABLE', 'PERMANENT_MEDICAL');
      INSERT INTO "ResidentCustody" ("residentId", "kind", "sinceOn", "releaseOn") VALUES ('${id(2)}', 'REMAND', '2026-01-31', '2027-02-28'), ('${id(3)}', 'SENTENCE', NULL, NULL);
      INSERT INTO "VisitRequest" ("id", "reference", "facilityId", "facilityNote") VALUES ('${id(4)}', 'A-1', '${id(1)}', 'liegt im Sterben');
      INSERT INTO "StaffMember" ("id", "displayName", "initials", "email") VALUES ('${id(5)}', 'A', 'A', 'a@b.example');
      INSERT INTO "Reservation" ("id", "staffId", "purpose", "reason", "startsAt", "endsAt") VALUES ('${id(6)}', '${id(5)}', 'ABSENCE', 'ILLNESS', '2026-12-01', '2026-12-02');
      INSERT INTO "AuditEntry" ("id", "at", "action", "subjectKind", "details") VALUES ('${id(7)}', now(), 'outcomeRecorded', 'appointment', '{"reason": "IN_HOSPITAL", "outcome": "NOT_POSSIBLE"}');`);
    for (const migration of migrations.slice(sealing)) await old.query(readFileSync(join(folder, migration, "migration.sql"), "utf8"));

    expect(sealHeld({})).toEqual({ code: 78, said: "DATA_KEYS fehlt: Ohne Datenschlüssel startet das Portal nicht." });
    expect(sealHeld({ DATA_KEYS: TEST_DATA_KEYS })).toEqual({ code: 0, said: keyWords.sealedHeld(6) });
    expect(sealHeld({})).toEqual({ code: 0, said: "" });
    const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: address.href }) });
    const care = await prisma.residentCare.findMany({ orderBy: { residentId: "asc" } });
    expect(care.map(careOf)).toEqual([
      { ...nothingStated, mobility: "BEDSIDE", capacity: "INCAPABLE", fingerprintObstacle: "PERMANENT_MEDICAL", isExempted: true },
      { ...nothingStated, isExempted: true },
    ]);
    expect((await prisma.residentCustody.findMany({ orderBy: { residentId: "asc" } })).map(custodyOf)).toEqual([
      { kind: "REMAND", sinceOn: "2026-01-31", releaseOn: "2027-02-28" },
      { kind: "SENTENCE", sinceOn: null, releaseOn: null },
    ]);
    expect(await prisma.auditEntry.findMany({ select: { details: true } })).toEqual([{ details: { outcome: "NOT_POSSIBLE" } }]);
    const left = await old.query<{ rows: string }>(`SELECT string_agg(r::text, ' ') AS rows FROM (SELECT "ResidentCare"::text FROM "ResidentCare" UNION ALL SELECT "VisitRequest"::text FROM "VisitRequest" UNION ALL SELECT "Reservation"::text FROM "Reservation" UNION ALL SELECT "UnsealedValue"::text FROM "UnsealedValue") r`);
    expect(left.rows[0]!.rows).not.toMatch(/BEDSIDE|Sterben|ILLNESS|pending/);
    expect((await old.query(`SELECT relname FROM pg_class WHERE relforcerowsecurity AND relname IN ('UnsealedValue', 'DataKey')`)).rowCount).toBe(2);
    await prisma.$disconnect();
  });
});
