import type { ParameterKey } from "@/lib/law/parameters";
import { DRAFT_HOURS } from "@/lib/roster-imports/rules";

/** How long a class of data is kept (DIN 66398: a start event and a period). `by` is a dated value of the law (lib/law/parameters.ts); `fixed` a technical limit. */
type Period = { readonly by: ParameterKey } | { readonly fixed: number; readonly unit: "HOURS" | "DAYS" };

export type RetentionRule = {
  /** From when the period counts. */
  readonly start: "caseClosed" | "requestClosed" | "visitOver" | "rosterLeftOrUnconfirmed" | "mailSent" | "mailOrdered" | "codeRequested" | "sessionEnded" | "formRefused" | "formSent" | "accountDisabled" | "staffInactive" | "tourOver" | "absenceOver" | "closureOver" | "facilityInactive" | "written" | "holdEnded" | "unsentForLong" | "listRead";
  readonly period: Period;
  /** What the run does with it. */
  readonly way: "deleteRows" | "emptyText";
};

/**
 * The classes of retention. A column names its class, a class names start and period, the run (lib/retention) carries them out. After a case the data of its
 * person is kept for `retentionDays`, at most `retentionCapDays` after the last visit (R63).
 */
export const retentionClasses = {
  case: { start: "caseClosed", period: { by: "retentionDays" }, way: "deleteRows" },
  request: { start: "requestClosed", period: { by: "retentionDays" }, way: "emptyText" },
  draft: { start: "unsentForLong", period: { by: "retentionCapDays" }, way: "deleteRows" },
  visit: { start: "visitOver", period: { by: "retentionDays" }, way: "emptyText" },
  roster: { start: "rosterLeftOrUnconfirmed", period: { by: "rosterMonths" }, way: "deleteRows" },
  mailContent: { start: "mailSent", period: { by: "mailContentDays" }, way: "emptyText" },
  mail: { start: "mailOrdered", period: { by: "retentionCapDays" }, way: "deleteRows" },
  code: { start: "codeRequested", period: { fixed: 24, unit: "HOURS" }, way: "deleteRows" },
  session: { start: "sessionEnded", period: { fixed: 30, unit: "DAYS" }, way: "deleteRows" },
  echo: { start: "formRefused", period: { fixed: 1, unit: "HOURS" }, way: "deleteRows" },
  rosterImport: { start: "listRead", period: { fixed: DRAFT_HOURS, unit: "HOURS" }, way: "deleteRows" },
  submission: { start: "formSent", period: { fixed: 48, unit: "HOURS" }, way: "deleteRows" },
  account: { start: "accountDisabled", period: { by: "accountMonths" }, way: "deleteRows" },
  staff: { start: "staffInactive", period: { by: "accountMonths" }, way: "deleteRows" },
  crew: { start: "tourOver", period: { by: "crewMonths" }, way: "deleteRows" },
  absence: { start: "absenceOver", period: { by: "absenceDays" }, way: "deleteRows" },
  closure: { start: "closureOver", period: { by: "crewMonths" }, way: "deleteRows" },
  contact: { start: "facilityInactive", period: { by: "accountMonths" }, way: "emptyText" },
  audit: { start: "written", period: { by: "auditMonths" }, way: "deleteRows" },
  hold: { start: "holdEnded", period: { by: "auditMonths" }, way: "deleteRows" },
} as const satisfies Record<string, RetentionRule>;

export type RetentionClass = keyof typeof retentionClasses;
export const retentionClassNames = Object.keys(retentionClasses) as readonly RetentionClass[];
