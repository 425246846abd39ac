/** How long a card is valid, and which fingerprints go into it. */
import type { ParameterValues } from "@/lib/law/parameters";
import type { FingerprintObstacle } from "@/lib/residents/types";
import { addMonths, ageOn, type CivilDate } from "@/lib/time/calendar";

/** What the crew does about fingerprints: both index fingers, another finger, none below the age, none for good, none for the time being. */
export type Fingerprints = "BOTH_INDEX_FINGERS" | "SUBSTITUTE_FINGER" | "NONE_BELOW_AGE" | "NONE_FOR_GOOD" | "NONE_FOR_NOW";

/** R37, R38: below six no fingerprints are taken; otherwise the coded obstacle decides, and never a diagnosis (§§ 5 (9), 9 (3) PAuswG). */
export function fingerprintsOf(bornOn: CivilDate, obstacle: FingerprintObstacle, appliesOn: CivilDate, parameters: ParameterValues): Fingerprints {
  if (ageOn(bornOn, appliesOn) < parameters.fingerprintsFromAge) return "NONE_BELOW_AGE";
  switch (obstacle) {
    case "NONE":
      return "BOTH_INDEX_FINGERS";
    case "SUBSTITUTE_FINGER":
      return "SUBSTITUTE_FINGER";
    case "PERMANENT_MEDICAL":
      return "NONE_FOR_GOOD";
    case "TEMPORARY_ALL":
      return "NONE_FOR_NOW";
  }
}

/** R34: months for which a card is valid that is applied for on a day; null for one without an end. Age counts on the day of application (§ 6 PAuswG, Reg. (EU) 2019/1157 Art. 4). */
export function validityMonths(bornOn: CivilDate, obstacle: FingerprintObstacle, appliesOn: CivilDate, parameters: ParameterValues): number | null {
  const age = ageOn(bornOn, appliesOn);
  if (fingerprintsOf(bornOn, obstacle, appliesOn, parameters) === "NONE_FOR_NOW") return parameters.validityMonthsWithoutFingers;
  if (parameters.unlimitedValidityFromAge > 0 && age >= parameters.unlimitedValidityFromAge) return null;
  return 12 * (age < parameters.youngHolderBelowAge ? parameters.validityYearsYoung : parameters.validityYears);
}

/** R34: the last day of a card applied for on a day; null for one without an end. */
export function cardValidUntil(bornOn: CivilDate, obstacle: FingerprintObstacle, appliesOn: CivilDate, parameters: ParameterValues): CivilDate | null {
  const months = validityMonths(bornOn, obstacle, appliesOn, parameters);
  return months === null ? null : addMonths(appliesOn, months);
}

/** R42: whether somebody gets a PIN envelope at the application: not where the card ends before the 16th birthday (§ 17 (4) PAuswV). */
export function getsPinEnvelope(bornOn: CivilDate, obstacle: FingerprintObstacle, appliesOn: CivilDate, parameters: ParameterValues): boolean {
  const until = cardValidUntil(bornOn, obstacle, appliesOn, parameters);
  return until === null || ageOn(bornOn, until) >= parameters.dutyFromAge;
}
