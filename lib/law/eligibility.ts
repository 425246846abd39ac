/** Who can get a German ID card, and when an exemption from the duty is the better way. */
import { applicationServices, type Service } from "@/lib/cases/types";
import { verdict, type ExemptionGround, type Verdict } from "@/lib/law/verdicts";
import type { ResidentFacts } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

/** Whether any of the services is an application for a document. */
export function appliesForDocument(requested: readonly Service[]): boolean {
  return applicationServices.some((one) => requested.includes(one));
}

/** R01, R02: only Germans get an ID card or can be exempted from the duty; an unknown nationality is accepted and must be cleared (§§ 1, 9 PAuswG). */
export function nationalityVerdicts(person: ResidentFacts, requested: readonly Service[]): readonly Verdict[] {
  const concerned = appliesForDocument(requested) || requested.includes("DUTY_EXEMPTION");
  if (!concerned || person.nationality === "GERMAN") return [];
  return [person.nationality === "OTHER" ? verdict("eligibility.notGerman") : verdict("eligibility.nationalityUnknown")];
}

/** Whether the ID card named in the facts is valid on a day; its printed last day counts. */
export function hasValidIdCard(person: Pick<ResidentFacts, "idCardState" | "idExpiresOn">, today: CivilDate): boolean {
  return person.idCardState === "VALID" && (person.idExpiresOn === null || today <= person.idExpiresOn);
}

function exemptionGroundOf(person: ResidentFacts): ExemptionGround | null {
  if (person.isPermanentResident) return "PERMANENT_RESIDENT";
  if (person.representation === "GUARDIAN_RESIDENCE" || person.representation === "GUARDIAN_OTHER") return "GUARDIAN";
  if (person.capacity === "INCAPABLE" && person.representation === "POWER_CERTIFIED") return "INCAPABLE_WITH_POWER";
  return null;
}

/** R11, R12: an exemption is free and needs no visit; while ID card or passport are valid it is usually too early (§ 1 (3) PAuswG). */
export function exemptionVerdicts(person: ResidentFacts, requested: readonly Service[], today: CivilDate): readonly Verdict[] {
  if (person.nationality === "OTHER" || person.isExempted) return [];
  const isValid = hasValidIdCard(person, today) || person.hasValidPassport;
  if (requested.includes("DUTY_EXEMPTION")) return isValid ? [verdict("exemption.documentStillValid")] : [];
  const ground = exemptionGroundOf(person);
  if (ground === null || isValid || !appliesForDocument(requested)) return [];
  return [verdict("exemption.possible", { ground })];
}
