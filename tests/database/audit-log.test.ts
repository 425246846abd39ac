import { CHECK_EVERY_MS, chainSummary, checkChain } from "@/lib/audit/check";
import { exportText } from "@/lib/audit/export";
import { WHOLE_LOG, type AuditFilter } from "@/lib/audit/filter";
import { accessesTo, AUDIT_PER_PAGE, auditEntryDetail, auditExport, auditLog } from "@/lib/audit/queries";
import { sealAudit } from "@/lib/audit/seal";
import { NotOnRecord } from "@/lib/audit/view";
import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import type { Log } from "@/lib/log";
import { instantOf } from "@/lib/time/calendar";
import { aUser } from "../builders/accounts";
import { idOf } from "../builders/ids";
import { anAuditEntry } from "../builders/records";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";

const database = useDatabase();
const nurse = aUser({ displayName: "Nora Nacht" });
const resident = idOf("a resident of the log");
const other = idOf("another resident of the log");
const facility = idOf("a house of the log");
const errors: string[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (event) => void errors.push(event) };
let officer: Person;

beforeAll(async () => {
  officer = (await signedIn(database.prisma(), "DATA_PROTECTION_OFFICER")).person;
  const by = { actorUserId: nurse.id, actorRole: "FACILITY_STAFF", facilityId: facility, subjectKind: "resident" } as const;
  await store(database.prisma(), {
    user: [nurse],
    auditEntry: [
      anAuditEntry({ ...by, at: instantOf("2026-03-01", 0), action: "residentAdded", subjectId: resident, subjectIds: [resident] }),
      anAuditEntry({ ...by, at: instantOf("2026-03-02", 600), action: "personsViewed", subjectIds: [resident, other], details: { route: "/facility/residents", persons: 2 } }),
      anAuditEntry({ ...by, at: instantOf("2026-03-03", 1439), action: "personsViewed", subjectId: other, subjectIds: [other], details: { route: "=1+1", persons: 1 } }),
      anAuditEntry({ at: instantOf("2026-03-04", 0), action: "signInFailed", subjectKind: "user" }),
    ],
  });
});

const found = async (filter: Partial<AuditFilter>): Promise<readonly string[]> => {
  const { lines } = await auditLog(officer, { ...WHOLE_LOG, until: "2026-03-31", ...filter }, 1);
  return lines.map(({ action }) => action);
};

describe("the log", () => {
  test.each<[string, Partial<AuditFilter>, readonly string[]]>([
    ["everything, the newest first", {}, ["signInFailed", "personsViewed", "personsViewed", "residentAdded"]],
    ["from a day on", { from: "2026-03-03" }, ["signInFailed", "personsViewed"]],
    ["until the end of a day", { until: "2026-03-02" }, ["personsViewed", "residentAdded"]],
    ["by who acted", { who: nurse.id }, ["personsViewed", "personsViewed", "residentAdded"]],
    ["by the portal itself", { who: "portal" }, ["signInFailed"]],
    ["by kind", { kind: "residentAdded" }, ["residentAdded"]],
    ["by group", { kind: "view" }, ["personsViewed", "personsViewed"]],
    ["by what it is about", { subject: "user" }, ["signInFailed"]],
    ["by the id of a person, also in a list of many", { about: resident }, ["personsViewed", "residentAdded"]],
    ["by the id of a house", { about: facility, kind: "change" }, ["residentAdded"]],
    ["by an id that nobody has", { about: idOf("nobody of the log") }, []],
  ])("%s", async (_name, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test("says who acted with the name of today", async () => {
    const { lines } = await auditLog(officer, { ...WHOLE_LOG, kind: "residentAdded", who: nurse.id }, 1);
    expect(lines).toMatchObject([{ actorName: "Nora Nacht", actorRole: "FACILITY_STAFF", subjectId: resident }]);
  });

  test("is cut into pages, and a page behind the last one is the last", async () => {
    const at = instantOf("2025-01-01", 0);
    await store(database.prisma(), { auditEntry: Array.from({ length: AUDIT_PER_PAGE + 1 }, () => anAuditEntry({ at, action: "tourMade" })) });
    const page = (number: number) => auditLog(officer, { ...WHOLE_LOG, kind: "tourMade" }, number);
    expect(await page(1)).toMatchObject({ page: 1, pageCount: 2, count: AUDIT_PER_PAGE + 1 });
    expect((await page(99)).lines).toHaveLength(1);
  });

  test("shows one entry with its place in the chain once it has one", async () => {
    const { id } = await database.prisma().auditEntry.findFirstOrThrow({ where: { action: "residentAdded" } });
    expect(await auditEntryDetail(officer, id)).toMatchObject({ line: { id, subjectIds: [resident] }, place: null });
    await sealAudit({ log, isStopping: () => false });
    expect((await auditEntryDetail(officer, id))?.place).toBeGreaterThan(0n);
    for (const nothing of ["x", undefined, idOf("no entry")]) expect(await auditEntryDetail(officer, nothing)).toBeNull();
  });

  test("says of a person who saw and who changed the data, and when last", async () => {
    expect(await accessesTo(officer, resident)).toEqual([{ userId: nurse.id, name: "Nora Nacht", role: "FACILITY_STAFF", views: 1, changes: 1, lastAt: instantOf("2026-03-02", 600) }]);
    for (const nothing of ["x", undefined, idOf("nobody of the log")]) expect(await accessesTo(officer, nothing)).toBeNull();
  });

  test("is shown to the oversight alone", async () => {
    for (const role of ["TEAM_LEAD", "CREW"] as const) {
      const { person } = await signedIn(database.prisma(), role);
      expect((await auditLog(person, WHOLE_LOG, 1)).lines).toEqual([]);
      expect((await auditExport(person, WHOLE_LOG, "csv")).lines).toEqual([]);
      const { id } = await database.prisma().auditEntry.findFirstOrThrow();
      expect([await auditEntryDetail(person, id), await accessesTo(person, resident), await chainSummary(scopeOf(person))]).toEqual([null, null, null]);
    }
  });

  test("puts every look into it on record, and shows nothing where that fails", async () => {
    const looks = (): Promise<number> => database.prisma().auditEntry.count({ where: { actorUserId: officer.userId, action: { in: ["auditViewed", "auditExported"] } } });
    const before = await looks();
    await auditLog(officer, { ...WHOLE_LOG, about: resident }, 1);
    await accessesTo(officer, resident);
    await auditExport(officer, WHOLE_LOG, "csv");
    expect(await looks()).toBe(before + 3);
    await database.prisma().$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT out_of_order CHECK (false) NOT VALID`;
    await expect(auditLog(officer, WHOLE_LOG, 1)).rejects.toThrow(NotOnRecord);
    await expect(accessesTo(officer, resident)).rejects.toThrow(NotOnRecord);
    await expect(auditExport(officer, WHOLE_LOG, "csv")).rejects.toThrow(NotOnRecord);
    await database.prisma().$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT out_of_order`;
  });
});

describe("the log as a file", () => {
  const selection = { ...WHOLE_LOG, from: "2026-03-01", until: "2026-03-03" };

  test("has the selection, oldest first, ids and no names, and a formula runs in no spreadsheet", async () => {
    const { lines, count } = await auditExport(officer, selection, "csv");
    expect(count).toBe(3);
    const { text, type } = exportText("csv", lines);
    const rows = text.split("\r\n");
    expect(type).toBe("text/csv");
    expect(rows[0]).toBe("id,at,action,actorUserId,actorRole,subjectKind,subjectId,subjectIds,facilityId,details");
    expect(rows).toHaveLength(5);
    expect(rows[1]).toContain(`2026-02-28T23:00:00.000Z,residentAdded,${nurse.id}`);
    expect(text).not.toContain("Nora");
  });

  test("is one JSON object a line for programs", async () => {
    const { text } = exportText("jsonl", (await auditExport(officer, selection, "jsonl")).lines);
    const entries = text.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.map(({ action }) => action)).toEqual(["residentAdded", "personsViewed", "personsViewed"]);
    expect(entries[1]).toMatchObject({ subjectIds: [resident, other], details: { persons: 2 } });
  });
});

describe("the portal checks the chain by itself", () => {
  test("once it is time, says how it stands, and calls a break an error of the log", async () => {
    await sealAudit({ log, isStopping: () => false });
    await checkChain({ log });
    const summary = await chainSummary(scopeOf(officer));
    expect(summary).toMatchObject({ check: { faults: 0 }, head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) });
    expect(summary!.check!.checked).toBeGreaterThan(0);
    await checkChain({ log });
    expect(await database.prisma().auditEntry.count({ where: { action: "auditVerified" } })).toBe(1);
    expect(errors).toEqual([]);
    await database.prisma().$executeRawUnsafe(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER`);
    await database.prisma().$executeRaw`UPDATE "AuditEntry" SET "at" = "at" - ${CHECK_EVERY_MS} * interval '1 millisecond' WHERE "action" = 'auditVerified'`;
    await database.prisma().$executeRaw`UPDATE "AuditEntry" SET "action" = 'residentChanged' WHERE "action" = 'residentAdded'`;
    await database.prisma().$executeRawUnsafe(`ALTER TABLE "AuditEntry" ENABLE TRIGGER USER`);
    await checkChain({ log });
    expect(errors).toEqual(["auditChainBroken"]);
    expect((await chainSummary(scopeOf(officer)))!.check!.faults).toBeGreaterThan(0);
  });
});
