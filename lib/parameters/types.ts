import { parameterKeys, parameterUnits, type ParameterKey, type ParameterUnit } from "@/lib/law/parameters";
import type { PhotoBy } from "@/lib/law/fees";
import type { AskedFacts, Service } from "@/lib/cases/types";
import type { FingerprintObstacle, ResidentFacts } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";
import type { VisitPerson } from "@/lib/visits/types";

/** Everything for which a value can be added. */
export const addableKeys = parameterKeys as readonly [ParameterKey, ...ParameterKey[]];

/** In what a value counts. */
export function unitOf(key: ParameterKey): ParameterUnit {
  return parameterUnits[key];
}

/** A value that shall hold from a day on. */
export type NewValue = { readonly key: ParameterKey; readonly value: number; readonly validFrom: CivilDate };

/** What each unit can hold; the database says the same (legal_parameter_value_in_range). */
export const unitRanges = {
  CENTS: [0, 100_000],
  YEARS: [0, 120],
  MONTHS: [0, 240],
  DAYS: [0, 3650],
  WORKING_DAYS: [0, 60],
  MINUTES: [0, 480],
  MINUTE_OF_DAY: [0, 1439],
  MONTH_OF_YEAR: [1, 12],
  PERSONS: [1, 20],
  PERCENT: [100, 300],
  KILOMETRES_PER_HOUR: [5, 130],
} as const satisfies Record<ParameterUnit, readonly [number, number]>;

/** Somebody with an open case, as the rules see her; nothing by which she could be named. */
export type OpenPerson = { readonly facts: ResidentFacts; readonly services: readonly Service[]; readonly asked: AskedFacts; readonly photoBy: PhotoBy; readonly fingerprintObstacle: FingerprintObstacle };

/** A visit that is not done yet, as its length is reckoned. */
export type OpenVisit = { readonly persons: readonly VisitPerson[]; readonly isPrison: boolean };

/** The parts of a judgement that may read differently. */
export const judgementParts = ["eligibility", "duty", "competence", "representation", "release", "exemption", "replacement", "provisional", "shipping"] as const;
export type JudgementPart = (typeof judgementParts)[number];

/** What a value changes for what is open on its first day: counts and amounts, no person. */
export type Effect = {
  readonly persons: number;
  readonly visits: number;
  /** Fees that change, with how many persons pay each. */
  readonly fees: readonly { readonly fromCents: number; readonly toCents: number; readonly persons: number }[];
  /** For how many persons the law says something else, by part. */
  readonly parts: readonly { readonly part: JudgementPart; readonly persons: number }[];
  /** How many could no longer, or could only now, be sent as they stand. */
  readonly refused: number;
  readonly allowed: number;
  /** How many cards would be valid for another time. */
  readonly validity: number;
  /** For how many the last day moves on which an application still leads to a card. */
  readonly lastUseful: number;
  /** Visits by the minutes by which their stay becomes longer (or shorter, below zero). */
  readonly stays: readonly { readonly minutes: number; readonly visits: number }[];
};

export type ParameterRefusal =
  | { readonly code: "parameter.notInFuture"; readonly earliestOn: CivilDate }
  | { readonly code: "parameter.sameDay"; readonly validFrom: CivilDate }
  | { readonly code: "parameter.unchanged" }
  | { readonly code: "parameter.hoursReversed" }
  | { readonly code: "parameter.inForce" }
  | { readonly code: "parameter.justAdded" };
