import type { ParameterValues } from "@/lib/law/parameters";
import type { RetentionClass } from "@/lib/privacy/classes";
import type { HoldRefusal, RunDay } from "@/lib/retention/types";
import { addDays, addMonths, civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";

/** R63: whatever the dated values say, the data of a closed case goes after at most 14 days, and of every case at most 180 days after its last visit. */
export const MOST_RETENTION_DAYS = 14;
export const MOST_CAP_DAYS = 180;
/** A hold that is needed longer is set anew, with a reason. */
export const LONGEST_HOLD_MONTHS = 12;
/** A run is missed when none has ended for this long. */
export const RUN_OVERDUE_MS = 24 * 3_600_000;

/** What lies before these instants and days has passed its period. */
export type Deadlines = {
  readonly today: CivilDate;
  readonly closedBefore: Date;
  readonly lastVisitBefore: Date;
  readonly confirmedBefore: Date;
  readonly mailSaidBefore: Date;
  readonly crewOnBefore: CivilDate;
  readonly absenceBefore: Date;
  readonly accountBefore: Date;
  readonly auditBefore: Date;
};

type Periods = Pick<ParameterValues, "retentionDays" | "retentionCapDays" | "rosterMonths" | "mailContentDays" | "crewMonths" | "absenceDays" | "accountMonths" | "auditMonths">;

/** The deadlines of a day: a period counts whole days, so what happened on a day goes with the run after the last of them. */
export function deadlinesOn(today: CivilDate, periods: Periods): Deadlines {
  const days = (count: number): Date => instantOf(addDays(today, -count), 0);
  const months = (count: number): CivilDate => addMonths(today, -count);
  return {
    today,
    closedBefore: days(keptDays(periods)),
    lastVisitBefore: days(Math.min(periods.retentionCapDays, MOST_CAP_DAYS)),
    confirmedBefore: instantOf(months(periods.rosterMonths), 0),
    mailSaidBefore: days(periods.mailContentDays),
    crewOnBefore: months(periods.crewMonths),
    absenceBefore: days(periods.absenceDays),
    accountBefore: instantOf(months(periods.accountMonths), 0),
    auditBefore: instantOf(months(periods.auditMonths), 0),
  };
}

function keptDays(periods: Pick<Periods, "retentionDays">): number {
  return Math.min(periods.retentionDays, MOST_RETENTION_DAYS);
}

/** The day whose run deletes a case that was closed at an instant. */
export function caseDeletedOn(closedAt: Date, periods: Pick<Periods, "retentionDays">): CivilDate {
  return addDays(civilDateOf(closedAt), keptDays(periods) + 1);
}

/** The day whose run deletes an entry of the roster that has no case: the day after the person has left, or after nobody has confirmed it for so many months. */
export function rosterDeletedOn(person: { readonly goneOn: CivilDate | null; readonly confirmedAt: Date }, periods: Pick<Periods, "rosterMonths">): CivilDate {
  const unconfirmed = addDays(addMonths(civilDateOf(person.confirmedAt), periods.rosterMonths), 1);
  const left = person.goneOn === null ? null : addDays(person.goneOn, 1);
  return left !== null && left < unconfirmed ? left : unconfirmed;
}

/** Fewer than this are shown as fewer: one or two might be known to somebody. */
export const SMALLEST_FIGURE = 3;

/** Whether the run has not ended for a day. A portal that has never run one is due at once. */
export function isRunOverdue(lastFinishedAt: Date | null, now: Date): boolean {
  return lastFinishedAt === null || now.getTime() - lastFinishedAt.getTime() > RUN_OVERDUE_MS;
}

/** When the run of a day ended: when the last of its classes did; null while one is missing or under way. */
export function finishedAtOf(run: RunDay, classes: readonly RetentionClass[]): Date | null {
  const ends = run.lines.filter(({ dataClass }) => classes.includes(dataClass)).flatMap(({ finishedAt }) => finishedAt ?? []);
  return ends.length < classes.length ? null : new Date(Math.max(...ends.map((end) => end.getTime())));
}

/** A hold ends on a day to come, within a year. */
export function holdRefusal(untilOn: CivilDate, today: CivilDate): HoldRefusal | null {
  if (untilOn <= today) return { code: "hold.inThePast", untilOn };
  const latestOn = addMonths(today, LONGEST_HOLD_MONTHS);
  return untilOn > latestOn ? { code: "hold.tooLong", latestOn } : null;
}
