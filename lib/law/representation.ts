/** Who may apply for whom. */
import type { Service } from "@/lib/cases/types";
import { appliesForDocument } from "@/lib/law/eligibility";
import type { ParameterValues } from "@/lib/law/parameters";
import { verdict, type Verdict } from "@/lib/law/verdicts";
import type { Representation, ResidentFacts } from "@/lib/residents/types";
import { ageOn, birthdayOf, type CivilDate } from "@/lib/time/calendar";

const adultAge = 18;

/** Who may apply for a person who cannot act (§ 9 (1) S. 4, (2) PAuswG); custody ends with the age of majority. */
function isSufficientForIncapable(representation: Representation, age: number): boolean {
  return representation === "GUARDIAN_RESIDENCE" || representation === "POWER_CERTIFIED" || (representation === "CUSTODIAN" && age < adultAge);
}

/** R20 to R25: who must apply and be there (§ 9 PAuswG). Only applications bind; a finished card may be collected with a simple power of attorney. */
export function representationVerdicts(person: ResidentFacts, requested: readonly Service[], today: CivilDate, parameters: ParameterValues): readonly Verdict[] {
  if (!appliesForDocument(requested)) return [];
  const age = ageOn(person.bornOn, today);
  const own = age < parameters.dutyFromAge ? minor(person, parameters) : person.capacity === "INCAPABLE" ? incapable(person, age) : capable(person, age);
  return [...own, ...absentRepresentative(person)];
}

function minor(person: ResidentFacts, parameters: ParameterValues): readonly Verdict[] {
  const isCustodianApplying = person.representation === "CUSTODIAN" && person.appliesBy !== "SELF";
  return isCustodianApplying ? [] : [verdict("representation.custodianMustApply", { appliesAloneFromOn: birthdayOf(person.bornOn, parameters.dutyFromAge) })];
}

function incapable(person: ResidentFacts, age: number): readonly Verdict[] {
  if (person.representation === "POWER_SIMPLE") return [verdict("representation.simplePowerNotEnough")];
  if (!isSufficientForIncapable(person.representation, age)) return [verdict("representation.notSufficient", { representation: person.representation })];
  if (person.appliesBy === "SELF") return [verdict("representation.incapableCannotApply")];
  return [verdict("representation.assessedOnSite")];
}

function capable(person: ResidentFacts, age: number): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  if (person.appliesBy === "REPRESENTATIVE_ALONE") verdicts.push(verdict("representation.mustApplyInPerson"));
  if (person.representation === "POWER_SIMPLE") {
    verdicts.push(person.appliesBy === "REPRESENTATIVE_ALONE" ? verdict("representation.simplePowerNotEnough") : verdict("representation.simplePowerCollects"));
  }
  if (age < adultAge) verdicts.push(verdict("representation.appliesAlone"));
  return verdicts;
}

/** R24: a representative who applies must come; until that is certain the visit cannot be confirmed. */
function absentRepresentative(person: ResidentFacts): readonly Verdict[] {
  return needsRepresentative(person) && person.isRepresentativePresent === false ? [verdict("representation.representativeNotThere")] : [];
}

/** R24: whether somebody else applies with or for the person and therefore must come to the visit (§ 9 (1) S. 6 PAuswG). */
export function needsRepresentative(person: Pick<ResidentFacts, "appliesBy">): boolean {
  return person.appliesBy !== "SELF";
}
