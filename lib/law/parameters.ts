/** Numbers that the law or the city may change: each with unit, first day of validity and source (R69). */
import type { CivilDate } from "@/lib/time/calendar";

/** Every parameter and its unit. Amounts are whole cents, times of day minutes since midnight. */
export const parameterUnits = {
  feeIdCard: "CENTS",
  feeIdCardYoung: "CENTS",
  feeProvisionalId: "CENTS",
  surchargeHoursOrCompetence: "CENTS",
  surchargeDirectShipping: "CENTS",
  surchargePhotoByAuthority: "CENTS",
  youngHolderBelowAge: "YEARS",
  dutyFromAge: "YEARS",
  dutyMonthsBeforeRelease: "MONTHS",
  custodyMonthsRegistered: "MONTHS",
  custodyMonthsUnregistered: "MONTHS",
  validityYears: "YEARS",
  validityYearsYoung: "YEARS",
  unlimitedValidityFromAge: "YEARS",
  validityMonthsWithoutFingers: "MONTHS",
  provisionalValidityMonths: "MONTHS",
  fingerprintsFromAge: "YEARS",
  expiringSoonMonths: "MONTHS",
  shippingFromAge: "YEARS",
  productionDays: "DAYS",
  productionDaysHighSeason: "DAYS",
  highSeasonFrom: "MONTH_OF_YEAR",
  highSeasonUntil: "MONTH_OF_YEAR",
  productionMarginDays: "DAYS",
  handOverEarliestDays: "DAYS",
  handOverDefaultDays: "DAYS",
  setupMinutes: "MINUTES",
  packDownMinutes: "MINUTES",
  personMinutes: "MINUTES",
  bedsideMinutes: "MINUTES",
  difficultyMinutes: "MINUTES",
  prisonGateMinutes: "MINUTES",
  crewMinimum: "PERSONS",
  visitMinimumPersons: "PERSONS",
  visitRecommendedPersons: "PERSONS",
  clearanceWorkingDays: "WORKING_DAYS",
  clearanceRecommendedWorkingDays: "WORKING_DAYS",
  reminderDays: "DAYS",
  peopleChangeWorkingDays: "WORKING_DAYS",
  peopleChangeUntil: "MINUTE_OF_DAY",
  serviceFrom: "MINUTE_OF_DAY",
  serviceUntil: "MINUTE_OF_DAY",
  travelDetour: "PERCENT",
  travelSpeed: "KILOMETRES_PER_HOUR",
  travelParkingMinutes: "MINUTES",
  travelMinimumMinutes: "MINUTES",
  retentionDays: "DAYS",
  retentionCapDays: "DAYS",
  rosterMonths: "MONTHS",
  mailContentDays: "DAYS",
  crewMonths: "MONTHS",
  absenceDays: "DAYS",
  accountMonths: "MONTHS",
  auditMonths: "MONTHS",
} as const satisfies Record<string, string>;

export type ParameterKey = keyof typeof parameterUnits;
export type ParameterUnit = (typeof parameterUnits)[ParameterKey];
export const parameterKeys = Object.keys(parameterUnits) as readonly ParameterKey[];

/** Valid in [validFrom, validUntil); without an end until a later row of the same key begins. */
export type ParameterRow = {
  readonly key: ParameterKey;
  readonly value: number;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | null;
  readonly source: string;
  readonly note: string | null;
};

/** The value of every parameter on one day; what the rules take. */
export type ParameterValues = Readonly<Record<ParameterKey, number>>;

/** Older than any application that this portal handles. */
const fromTheStart: CivilDate = "2021-01-01";
/** The first day of the fees of the ordinance of 30 January 2026 (R26, R27). */
export const feesChangedOn: CivilDate = "2026-02-07";
/** The authority takes photos itself, for a fee. */
const photoFeeFrom: CivilDate = "2025-05-01";

const ordinanceOf2026 = "PAuswGebV § 1 Abs. 1, BGBl. 2026 I Nr. 31";
const ordinance = "PAuswGebV § 1";
const cityDefault = "planning default, to be confirmed by the city";
const entryRules = "JVollzDSG NRW §§ 21, 22; entry rules of the prisons";
const gdpr = "GDPR Art. 5 (1) (e), Art. 17; to be confirmed by the data protection officer";

/** The rows with which the table of dated parameters begins. */
export const seedParameters: readonly ParameterRow[] = [
  row("feeIdCard", 3700, fromTheStart, ordinance),
  row("feeIdCard", 4600, feesChangedOn, ordinanceOf2026),
  row("feeIdCardYoung", 2280, fromTheStart, ordinance),
  row("feeIdCardYoung", 2760, feesChangedOn, ordinanceOf2026),
  row("feeProvisionalId", 1000, fromTheStart, `${ordinance} Abs. 2`),
  row("surchargeHoursOrCompetence", 1300, fromTheStart, `${ordinance} Abs. 3`, "raised once, also where both reasons hold"),
  row("surchargeDirectShipping", 1500, fromTheStart, `${ordinance} Abs. 4`),
  row("surchargePhotoByAuthority", 0, fromTheStart, ordinance, "no such fee before"),
  row("surchargePhotoByAuthority", 600, photoFeeFrom, `${ordinance} Abs. 4 Nr. 4`, "regular ID card only; first day to be confirmed"),
  row("youngHolderBelowAge", 24, fromTheStart, "PAuswGebV § 1 Abs. 1, PAuswG § 6"),
  row("dutyFromAge", 16, fromTheStart, "PAuswG § 1 Abs. 1, § 9 Abs. 2"),
  row("dutyMonthsBeforeRelease", 3, fromTheStart, "PAuswG § 1 Abs. 2 Satz 2"),
  row("custodyMonthsRegistered", 12, fromTheStart, "BMG § 27 Abs. 4", "registered elsewhere in Germany"),
  row("custodyMonthsUnregistered", 3, fromTheStart, "BMG § 27 Abs. 4", "registered nowhere"),
  row("validityYears", 10, fromTheStart, "PAuswG § 6", "unlimited from the age of 70 was announced, not found in force"),
  row("validityYearsYoung", 6, fromTheStart, "PAuswG § 6"),
  row("unlimitedValidityFromAge", 0, fromTheStart, "PAuswG § 6", "0 switches it off; announced on 4 December 2025, not found in force"),
  row("validityMonthsWithoutFingers", 12, fromTheStart, "Verordnung (EU) 2019/1157 Art. 4 Abs. 3", "no finger can be taken for the time being; to be checked from 2027 on"),
  row("provisionalValidityMonths", 3, fromTheStart, "PAuswG § 6", "at most"),
  row("fingerprintsFromAge", 6, fromTheStart, "PAuswG § 9 Abs. 3"),
  row("expiringSoonMonths", 6, fromTheStart, cityDefault, "a card that runs out so soon needs no other reason (PAuswG § 6 Abs. 2)"),
  row("shippingFromAge", 16, fromTheStart, "PAuswV § 18 Abs. 2; practice since 2 May 2025"),
  row("productionDays", 21, fromTheStart, "dortmund.de: about three weeks"),
  row("productionDaysHighSeason", 42, fromTheStart, "press: up to six weeks"),
  row("highSeasonFrom", 6, fromTheStart, cityDefault, "first month in which the production takes longer"),
  row("highSeasonUntil", 8, fromTheStart, cityDefault, "last month in which the production takes longer"),
  row("productionMarginDays", 3, fromTheStart, cityDefault, "between the card's arrival and the release"),
  row("handOverEarliestDays", 14, fromTheStart, cityDefault),
  row("handOverDefaultDays", 28, fromTheStart, cityDefault),
  row("setupMinutes", 20, fromTheStart, cityDefault),
  row("packDownMinutes", 15, fromTheStart, cityDefault),
  row("personMinutes", 25, fromTheStart, cityDefault),
  row("bedsideMinutes", 10, fromTheStart, cityDefault, "on top, for a person at the bedside"),
  row("difficultyMinutes", 10, fromTheStart, cityDefault, "on top, where fingerprints or photo are difficult"),
  row("prisonGateMinutes", 30, fromTheStart, entryRules, "be at the gate before the visit begins"),
  row("crewMinimum", 2, fromTheStart, "practice of Seligenstadt and Hessen"),
  row("visitMinimumPersons", 1, fromTheStart, "dortmund.de: also for a single person"),
  row("visitRecommendedPersons", 3, fromTheStart, cityDefault, "below it others of the house may join; nothing is refused"),
  row("clearanceWorkingDays", 1, fromTheStart, entryRules),
  row("clearanceRecommendedWorkingDays", 10, fromTheStart, cityDefault),
  row("reminderDays", 3, fromTheStart, cityDefault),
  row("peopleChangeWorkingDays", 1, fromTheStart, cityDefault, "until then a house says who comes to an announced visit"),
  row("peopleChangeUntil", 12 * 60, fromTheStart, cityDefault, "on that day"),
  row("serviceFrom", 7 * 60 + 30, fromTheStart, cityDefault),
  row("serviceUntil", 16 * 60 + 30, fromTheStart, cityDefault),
  row("travelDetour", 135, fromTheStart, cityDefault, "road distance in percent of the straight line"),
  row("travelSpeed", 30, fromTheStart, cityDefault),
  row("travelParkingMinutes", 5, fromTheStart, cityDefault),
  row("travelMinimumMinutes", 10, fromTheStart, cityDefault, "also between two places of one district"),
  row("retentionDays", 7, fromTheStart, gdpr, "after the case was closed; at most 14"),
  row("retentionCapDays", 180, fromTheStart, gdpr, "hard cap"),
  row("rosterMonths", 12, fromTheStart, gdpr, "a roster entry that nobody has confirmed"),
  row("mailContentDays", 7, fromTheStart, gdpr, "what a mail said, after it was sent"),
  row("crewMonths", 12, fromTheStart, gdpr, "who was on a tour, and the names of closing days"),
  row("absenceDays", 90, fromTheStart, gdpr, "absences of the city's own people, after they ended"),
  row("accountMonths", 12, fromTheStart, gdpr, "closed accounts, people and facilities no longer active"),
  row("auditMonths", 12, fromTheStart, gdpr, "entries of the log"),
];

function row(key: ParameterKey, value: number, validFrom: CivilDate, source: string, note: string | null = null): ParameterRow {
  return { key, value, validFrom, validUntil: null, source, note };
}

/** The value of a parameter on a day: of the rows in force the one that began last (R69). No such row is a fault of the data and throws. */
export function parameterOn(rows: readonly ParameterRow[], key: ParameterKey, date: CivilDate): number {
  const inForce = rows.filter((one) => one.key === key && one.validFrom <= date && (one.validUntil === null || date < one.validUntil));
  const latest = inForce.reduce<ParameterRow | null>((best, one) => (best !== null && best.validFrom > one.validFrom ? best : one), null);
  if (latest === null) throw new RangeError(`no value of ${key} on ${date}`);
  return latest.value;
}

/** The value of every parameter on a day. */
export function parametersOn(rows: readonly ParameterRow[], date: CivilDate): ParameterValues {
  return Object.fromEntries(parameterKeys.map((key) => [key, parameterOn(rows, key, date)])) as ParameterValues;
}
