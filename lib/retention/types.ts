import type { Service } from "@/lib/cases/types";
import type { RetentionClass } from "@/lib/privacy/classes";
import type { CivilDate } from "@/lib/time/calendar";

export const holdReasons = ["LEGAL_DISPUTE", "SUBJECT_REQUEST", "COMPLAINT", "INSPECTION"] as const;
/** Why a person's data are kept and not used (Art. 18 (1) (a) to (d) GDPR). */
export const restrictionReasons = ["ACCURACY_CONTESTED", "USE_UNLAWFUL", "NEEDED_FOR_CLAIM", "OBJECTION"] as const;
export type RestrictionReason = (typeof restrictionReasons)[number];
export type HoldReason = (typeof holdReasons)[number] | RestrictionReason;

/** What the run of a day did with one class: figures only. */
export type RunLine = {
  readonly dataClass: RetentionClass;
  readonly removed: number;
  readonly held: number;
  readonly dueInWeek: number;
  readonly dueInMonth: number;
  readonly finishedAt: Date | null;
};
export type RunDay = { readonly runOn: CivilDate; readonly lines: readonly RunLine[] };

/** How many cases or appointments of a month had a result; what is left of those that are deleted. */
export type KeptFigure = { readonly monthOn: CivilDate; readonly kind: "CASE" | "APPOINTMENT"; readonly service: Service; readonly result: string; readonly count: number };

/** A hold as the oversight pages show it; it names no person. */
export type HoldLine = {
  readonly id: string;
  readonly version: number;
  /** Null where it is about a resident, whom this page does not name. */
  readonly requestReference: string | null;
  readonly facilityName: string | null;
  readonly caseId: string | null;
  readonly reason: HoldReason;
  readonly untilOn: CivilDate | null;
  readonly createdAt: Date;
  readonly setBy: string | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
};

export type HoldRefusal =
  | { readonly code: "hold.inThePast"; readonly untilOn: CivilDate }
  | { readonly code: "hold.tooLong"; readonly latestOn: CivilDate }
  | { readonly code: "hold.noSuchRequest" }
  | { readonly code: "hold.nothingLeft" }
  | { readonly code: "hold.exists"; readonly untilOn: CivilDate };
