/** Whether and from when somebody must hold an ID card, and when somebody in custody may be released. */
import { hasValidIdCard } from "@/lib/law/eligibility";
import type { ParameterValues } from "@/lib/law/parameters";
import { cardReadyOn } from "@/lib/law/urgency";
import { verdict, type EarlyReleaseReason, type Verdict, type VerdictCode } from "@/lib/law/verdicts";
import type { CustodyFacts, ResidentFacts } from "@/lib/residents/types";
import { addDays, ageOn, birthdayOf, civilDate, dateParts, subMonths, type CivilDate } from "@/lib/time/calendar";
import { easterSundayOf, holidayOn, isWeekend, workingDaysBefore } from "@/lib/time/holidays";

/** R05 to R07: the first day on which the duty applies before a release; that day has exactly three months left (§ 1 (2) S. 2 PAuswG, § 188 (3) BGB). */
export function dutyFromOn(releaseOn: CivilDate, parameters: ParameterValues): CivilDate {
  return subMonths(releaseOn, parameters.dutyMonthsBeforeRelease);
}

/** R06, R59: whether a sentence has so little left that the duty applies and the release has not passed. */
export function isInDutyWindow(custody: Pick<CustodyFacts, "kind" | "releaseOn"> | null, today: CivilDate, parameters: ParameterValues): boolean {
  if (custody?.kind !== "SENTENCE" || custody.releaseOn === null) return false;
  return dutyFromOn(custody.releaseOn, parameters) <= today && today <= custody.releaseOn;
}

/** R03 to R06, R08: the one verdict on the duty today. It never refuses: without the duty an application stays voluntary (§ 9 (1) PAuswG). */
export function dutyVerdict(person: ResidentFacts, today: CivilDate, parameters: ParameterValues): Verdict {
  if (ageOn(person.bornOn, today) < parameters.dutyFromAge) return verdict("duty.notYetOfAge", { fromOn: birthdayOf(person.bornOn, parameters.dutyFromAge) });
  if (person.isExempted) return verdict("duty.exempted");
  if (person.hasValidPassport) return verdict("duty.fulfilledByPassport");
  if (hasValidIdCard(person, today)) return verdict("duty.fulfilledByIdCard", { expiresOn: person.idExpiresOn });
  if (person.custody === null) return verdict("duty.applies");
  return custodyDuty(person.custody, today, parameters);
}

function custodyDuty(custody: CustodyFacts, today: CivilDate, parameters: ParameterValues): Verdict {
  if (custody.kind !== "SENTENCE") return verdict("duty.custodyKindToCheck", { custodyKind: custody.kind });
  if (custody.releaseOn === null) return verdict("duty.releaseUnknown");
  const facts = { dutyFromOn: dutyFromOn(custody.releaseOn, parameters), releaseOn: custody.releaseOn };
  return today < facts.dutyFromOn ? verdict("duty.suspendedBySentence", facts) : verdict("duty.appliesBeforeRelease", facts);
}

const bindingCodes: readonly VerdictCode[] = ["duty.applies", "duty.appliesBeforeRelease", "duty.custodyKindToCheck"];

/** The answer behind a verdict on the duty; UNKNOWN while the prison has not stated the release. */
export function dutyOf(one: Verdict): "APPLIES" | "DOES_NOT_APPLY" | "UNKNOWN" {
  if (one.code === "duty.releaseUnknown") return "UNKNOWN";
  return bindingCodes.includes(one.code) ? "APPLIES" : "DOES_NOT_APPLY";
}

/** The Christmas period of § 60 (2) StVollzG NRW in which a day lies, by its first day; null outside 22 December to 6 January. */
function christmasPeriodOf(date: CivilDate): CivilDate | null {
  const { year, month, day } = dateParts(date);
  if (month === 12 && day >= 22) return civilDate(year, 12, 22);
  if (month === 1 && day <= 6) return civilDate(year - 1, 12, 22);
  return null;
}

function earlyReleaseReason(date: CivilDate): EarlyReleaseReason | null {
  if (christmasPeriodOf(date) !== null) return "CHRISTMAS_PERIOD";
  const easter = easterSundayOf(dateParts(date).year);
  if (date === addDays(easter, 2)) return "AFTER_EASTER";
  if (date === addDays(easter, 51)) return "AFTER_PENTECOST";
  if (holidayOn(date) !== null) return "HOLIDAY";
  return isWeekend(date) ? "WEEKEND" : null;
}

/**
 * R10: the earliest day on which a release planned for `releaseOn` may take place, with the reason where it is earlier (§ 60 (2) StVollzG NRW).
 * Not counted: up to two further days at the prison's discretion (§ 60 (3)).
 */
export function earliestRelease(releaseOn: CivilDate): { readonly on: CivilDate; readonly reason: EarlyReleaseReason | null } {
  const reason = earlyReleaseReason(releaseOn);
  if (reason === null) return { on: releaseOn, reason };
  return { on: workingDaysBefore(christmasPeriodOf(releaseOn) ?? releaseOn, 1), reason };
}

/** R36: the last day of application after which a card is no longer finished before the earliest release; in the high season it takes longer (R35). */
export function lastUsefulOn(releaseOn: CivilDate, parameters: ParameterValues): CivilDate {
  const { on } = earliestRelease(releaseOn);
  const isInTime = (appliesOn: CivilDate): boolean => addDays(cardReadyOn(appliesOn, parameters), parameters.productionMarginDays) <= on;
  const latest = addDays(on, -(Math.min(parameters.productionDays, parameters.productionDaysHighSeason) + parameters.productionMarginDays));
  const surely = addDays(on, -(Math.max(parameters.productionDays, parameters.productionDaysHighSeason) + parameters.productionMarginDays));
  for (let day = latest; day > surely; day = addDays(day, -1)) if (isInTime(day)) return day;
  return surely;
}

/** R10: whether the release may come earlier than stated. */
export function earlyReleaseVerdicts(custody: CustodyFacts | null): readonly Verdict[] {
  if (custody === null || custody.releaseOn === null) return [];
  const { releaseOn } = custody;
  const { on: earliestOn, reason } = earliestRelease(releaseOn);
  return reason === null ? [] : [verdict("release.mayBeEarlier", { releaseOn, earliestOn, reason })];
}

/** R36: whether an ID card applied for on `appliesOn` is still finished before the earliest release. */
export function cardInTimeVerdicts(custody: CustodyFacts | null, appliesOn: CivilDate, parameters: ParameterValues): readonly Verdict[] {
  if (custody === null || custody.releaseOn === null) return [];
  const last = lastUsefulOn(custody.releaseOn, parameters);
  if (appliesOn <= last) return [verdict("release.cardInTime", { lastUsefulOn: last })];
  return [verdict("release.tooLateForCard", { lastUsefulOn: last, earliestOn: earliestRelease(custody.releaseOn).on })];
}
