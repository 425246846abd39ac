import type { RetentionClass } from "@/lib/privacy/classes";
import { caseDeletedOn, deadlinesOn, finishedAtOf, holdRefusal, isRunOverdue, LONGEST_HOLD_MONTHS, MOST_CAP_DAYS, MOST_RETENTION_DAYS, rosterDeletedOn, RUN_OVERDUE_MS } from "@/lib/retention/rules";
import { addDays, instantOf } from "@/lib/time/calendar";

const periods = { retentionDays: 7, retentionCapDays: 180, rosterMonths: 12, mailContentDays: 7, crewMonths: 12, absenceDays: 90, accountMonths: 12, auditMonths: 12 };
const closedOn = "2026-12-01";

test("R63 a case goes with the run of the day after its last whole day of the period, not before", () => {
  const closedAt = instantOf(closedOn, 23 * 60 + 59);
  const day = caseDeletedOn(closedAt, periods);
  expect(day).toBe("2026-12-09");
  expect(closedAt < deadlinesOn(day, periods).closedBefore).toBe(true);
  expect(closedAt < deadlinesOn(addDays(day, -1), periods).closedBefore).toBe(false);
});

test("R63 a day begins at midnight in Dortmund, in summer and in winter", () => {
  expect(deadlinesOn("2026-07-09", periods).closedBefore.toISOString()).toBe("2026-07-01T22:00:00.000Z");
  expect(deadlinesOn("2026-12-09", periods).closedBefore.toISOString()).toBe("2026-12-01T23:00:00.000Z");
});

test("R63 no dated value keeps a closed case longer than 14 days or any case longer than 180 days after its visit", () => {
  const lax = { ...periods, retentionDays: 400, retentionCapDays: 4000 };
  expect(deadlinesOn("2027-12-31", lax)).toMatchObject({
    closedBefore: instantOf(addDays("2027-12-31", -MOST_RETENTION_DAYS), 0),
    lastVisitBefore: instantOf(addDays("2027-12-31", -MOST_CAP_DAYS), 0),
  });
  expect(caseDeletedOn(instantOf(closedOn, 0), lax)).toBe(addDays(closedOn, MOST_RETENTION_DAYS + 1));
});

test("an entry of the roster goes a day after the person has left, or a year after the last confirmation", () => {
  const confirmedAt = instantOf("2026-12-01", 600);
  expect(rosterDeletedOn({ goneOn: null, confirmedAt }, periods)).toBe("2027-12-02");
  expect(rosterDeletedOn({ goneOn: "2027-01-31", confirmedAt }, periods)).toBe("2027-02-01");
  expect(rosterDeletedOn({ goneOn: "2028-01-31", confirmedAt }, periods)).toBe("2027-12-02");
});

test("a run is overdue when none has ended for a day, and when there was none", () => {
  const now = instantOf("2026-12-09", 600);
  expect(isRunOverdue(null, now)).toBe(true);
  expect(isRunOverdue(new Date(now.getTime() - RUN_OVERDUE_MS), now)).toBe(false);
  expect(isRunOverdue(new Date(now.getTime() - RUN_OVERDUE_MS - 1), now)).toBe(true);
});

test("a run has ended when the last of its classes has", () => {
  const line = (dataClass: RetentionClass, finishedAt: Date | null) => ({ dataClass, removed: 0, held: 0, dueInWeek: 0, dueInMonth: 0, finishedAt });
  const [one, other] = [instantOf("2026-12-09", 1), instantOf("2026-12-09", 2)];
  expect(finishedAtOf({ runOn: "2026-12-09", lines: [line("case", one), line("roster", other), line("echo", null)] }, ["case", "roster"])).toEqual(other);
  expect(finishedAtOf({ runOn: "2026-12-09", lines: [line("case", one), line("roster", null)] }, ["case", "roster"])).toBeNull();
  expect(finishedAtOf({ runOn: "2026-12-09", lines: [line("case", one)] }, ["case", "roster"])).toBeNull();
});

test("a hold ends on a day to come, at most twelve months away", () => {
  expect(holdRefusal("2026-12-01", "2026-12-01")).toEqual({ code: "hold.inThePast", untilOn: "2026-12-01" });
  expect(holdRefusal("2026-12-02", "2026-12-01")).toBeNull();
  expect(holdRefusal("2027-12-01", "2026-12-01")).toBeNull();
  expect(holdRefusal("2027-12-02", "2026-12-01")).toEqual({ code: "hold.tooLong", latestOn: "2027-12-01" });
  expect(LONGEST_HOLD_MONTHS).toBe(12);
});
