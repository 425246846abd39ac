import { sealAudit } from "@/lib/audit/seal";
import { verifyChain } from "@/lib/audit/verify";
import { scopeOf } from "@/lib/auth/scope";
import { closeDatabase } from "@/lib/db/client";
import { dateColumn } from "@/lib/db/civil";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { clearLeftovers } from "@/lib/jobs/clear-leftovers";
import type { Log } from "@/lib/log";
import { figuresOf, LAPSED } from "@/lib/privacy/figures";
import { personalColumns } from "@/lib/privacy/register";
import { deletePersonalData, runClasses } from "@/lib/privacy/run";
import { retentionOverview } from "@/lib/retention/queries";
import { addDays, addMonths, civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";
import { BROWSER_KEY, CANARIES, CANARY_BORN_ON, aCanaryCity } from "./canary-city";
import { useDatabase } from "./database";
import { storeParameters } from "./desk";
import { findWords, placesOf } from "./sweep";

jest.setTimeout(120_000);
const database = useDatabase();
const system = scopeOf({ kind: "system", job: "deletePersonalData" });
const errors: string[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (event, error) => void errors.push(`${event} ${String(error)}`) };

const words = [...CANARIES, CANARY_BORN_ON];
const found = () => findWords(database.prisma(), words, { browserKeys: [BROWSER_KEY] });
const places = async () => placesOf(await found());
const figures = () => inScope(system, figuresOf);
const withoutLapsed = async () => (await figures()).filter(({ result }) => result !== LAPSED);
const run = (limit?: number) => deletePersonalData({ log, isStopping: () => false }, limit);
const linesOf = (runOn: CivilDate) => database.prisma().deletionRun.findMany({ where: { runOn: dateColumn(runOn) }, orderBy: { dataClass: "asc" } });
const removedOn = async (runOn: CivilDate) => Object.fromEntries((await linesOf(runOn)).filter(({ removed }) => removed > 0).map(({ dataClass, removed }) => [dataClass, removed]));

/** Puts the portal's clock to noon of a day; the demo's databases may carry such a setting (decision 0004). */
async function goTo(day: CivilDate): Promise<void> {
  const offset = Math.round((instantOf(day, 12 * 60).getTime() - (await database.now()).getTime()) / 1000);
  const name = new URL(database.url()).pathname.slice(1);
  await database.prisma().$executeRawUnsafe(`ALTER DATABASE "${name}" SET "app.clock_offset" = '${offset} seconds'`);
  await closeDatabase();
}

/** What the worker does on a day: leftovers, the run, the chain of the log. */
async function live(day: CivilDate, limit?: number): Promise<void> {
  await goTo(day);
  await clearLeftovers();
  await run(limit);
  await sealAudit({ log, isStopping: () => false });
}

let city: Awaited<ReturnType<typeof aCanaryCity>>;
let start: CivilDate;
let before: Awaited<ReturnType<typeof figures>>;

beforeAll(async () => {
  await storeParameters(database);
  city = await aCanaryCity(database);
  start = civilDateOf(await database.now());
  before = await figures();
  await sealAudit({ log, isStopping: () => false });
});
afterEach(() => expect(errors.splice(0)).toEqual([]));

describe("the deletion run (R63)", () => {
  test("before it, every column that somebody types into holds a canary", async () => {
    const typed = personalColumns.filter(({ isFreeText }) => isFreeText).map(({ table, column }) => `${table}.${column}`);
    expect(await places()).toEqual(expect.arrayContaining([...typed].sort()));
    expect(before.map(({ kind, result, count }) => [kind, result, count]).sort()).toEqual([["APPOINTMENT", "APPLIED", 1], ["APPOINTMENT", "HANDED_OVER", 1], ["CASE", "DECLINED", 1], ["CASE", "DONE", 1]]);
  });

  test("within the period nothing of a case goes", async () => {
    await live(addDays(start, 6));
    expect(Object.keys(await removedOn(addDays(start, 6))).sort()).toEqual(["echo", "roster", "rosterImport", "submission"]);
    expect(await database.prisma().case.count({ where: { state: "CLOSED" } })).toBe(2);
    expect(await figures()).toEqual(before);
  });

  test("after the period it is gone, and what a hold keeps stays", async () => {
    const untilOn = dateColumn(addDays(start, 40));
    await database.prisma().deletionHold.create({ data: { requestId: city.heldRequestId, caseId: city.heldCaseId, reason: "COMPLAINT", untilOn, setById: city.admin.userId } });
    await live(addDays(start, 8));
    expect(await removedOn(addDays(start, 8))).toMatchObject({ case: 1, request: 1, mailContent: expect.any(Number) });
    expect((await linesOf(addDays(start, 8))).find(({ dataClass }) => dataClass === "case")).toMatchObject({ held: 1 });
    expect(await database.prisma().case.findUnique({ where: { id: city.heldCaseId } })).not.toBeNull();
    const left = await places();
    expect(left).toEqual(expect.arrayContaining(["VisitRequest.officeNoteSealed", "Visit.crewNoteSealed", "Visit.internalNoteSealed"]));
    expect(left).not.toEqual(expect.arrayContaining(["MailOrder.facts"]));
    expect(left.filter((place) => /^(MailOrder\.(facts|calendar)|FormEcho|Submission)/.test(place))).toEqual([]);
    expect(await figures()).toEqual(before);
  });

  test("a second run of the day finds nothing left to do, and two at once do not count twice", async () => {
    const lines = await linesOf(addDays(start, 8));
    await run();
    await Promise.all([run(1), run(1)]);
    expect(await linesOf(addDays(start, 8))).toEqual(lines);
    expect(lines.filter(({ dataClass, finishedAt }) => runClasses.includes(dataClass as never) && finishedAt === null)).toEqual([]);
  });

  test("on the day before a hold ends it still keeps, and then it ends by itself and all goes", async () => {
    await live(addDays(start, 39));
    expect(await database.prisma().case.findUnique({ where: { id: city.heldCaseId } })).not.toBeNull();
    await live(addDays(start, 40));
    expect(await database.prisma().case.findUnique({ where: { id: city.heldCaseId } })).toBeNull();
    expect(await removedOn(addDays(start, 40))).toMatchObject({ case: 1, request: 1, visit: 1 });
    expect(await database.prisma().deletionHold.findFirstOrThrow()).toMatchObject({ endedById: null, endedAt: expect.any(Date) });
    expect(await database.prisma().auditEntry.count({ where: { action: "holdExpired", subjectId: city.heldRequestId } })).toBe(1);
    expect(await figures()).toEqual(before);
  });

  test("180 days after the last visit a case goes whatever its state, and so do drafts and mails", async () => {
    await live(addDays(start, 180));
    expect(await database.prisma().case.count({ where: { state: "APPLIED" } })).toBe(1);
    await live(addDays(start, 182), 1);
    expect(await removedOn(addDays(start, 182))).toMatchObject({ case: 1, draft: 1, mail: expect.any(Number) });
    expect(await database.prisma().case.count()).toBe(0);
    expect(await database.prisma().visitRequest.count({ where: { state: { notIn: ["DECLINED", "CLOSED"] } } })).toBe(0);
    expect(await withoutLapsed()).toEqual(before);
    expect((await figures()).filter(({ result }) => result === LAPSED)).toMatchObject([{ kind: "CASE", service: "ID_CARD", count: 1 }]);
  });

  test("after the longest period no canary is left in any table, raw or opened, and the figures are what they were", async () => {
    await live(addDays(start, 190));
    const late = addDays(addMonths(start, 12), 1);
    await live(late);
    await live(addDays(late, 1));
    expect(await found()).toEqual([]);
    expect(await withoutLapsed()).toEqual(before);
    expect(await database.prisma().resident.count()).toBe(0);
    expect(await database.prisma().visit.count()).toBe(1);
    expect(await database.prisma().tour.count()).toBe(1);
    expect(await database.prisma().tourMember.count()).toBe(0);
    expect((await verifyChain(system)).faults).toEqual([]);
  });

  test("the page shows the counts that remain, the last run and no person", async () => {
    const overview = await retentionOverview(scopeOf(city.admin));
    expect(overview?.figures.map(({ kind, result, count }) => [kind, result, count])).toEqual(expect.arrayContaining([["CASE", "DONE", 1], ["CASE", "DECLINED", 1], ["CASE", LAPSED, 1], ["APPOINTMENT", "APPLIED", 1], ["APPOINTMENT", "HANDED_OVER", 1]]));
    expect(overview).toMatchObject({ isOverdue: false, lastFinishedAt: expect.any(Date) });
    expect(overview?.holds).toHaveLength(1);
  });

  test("its log holds classes, days and figures, and each removal is on record", async () => {
    const lines = await database.prisma().deletionRun.findMany();
    expect(lines.length).toBeGreaterThan(runClasses.length * 6);
    const entries = await database.prisma().auditEntry.findMany({ where: { action: "dataRemoved" } });
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.map(({ details }) => Object.keys(details as object).sort().join())).toEqual(entries.map(() => "count,dataClass"));
  });

  test("a run that was interrupted goes on where it was", async () => {
    const day = addDays(addMonths(start, 12), 20);
    await goTo(day);
    const rows = Array.from({ length: 5 }, (_, index) => ({ kind: "OFFICE_CLOSED", label: `Tag ${index}`, fromOn: dateColumn("2020-01-01"), untilOn: dateColumn("2020-01-02") }) as const);
    await database.prisma().closure.createMany({ data: rows });
    let batches = 0;
    const isStopping = () => (batches += 1) > runClasses.indexOf("closure") + 2;
    await deletePersonalData({ log, isStopping }, 2);
    const halfway = await removedOn(day);
    expect(halfway).toMatchObject({ closure: 4 });
    expect((await linesOf(day)).find(({ dataClass }) => dataClass === "closure")).toMatchObject({ finishedAt: null });
    await run(2);
    expect(await removedOn(day)).toMatchObject({ closure: 5 });
    expect(await database.prisma().closure.count()).toBe(0);
    expect(await inScope(system, databaseNow)).toBeInstanceOf(Date);
  });
});
