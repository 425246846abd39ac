/** What a person pays, in whole cents. */
import type { Service } from "@/lib/cases/types";
import type { Competence } from "@/lib/law/competence";
import type { ParameterKey, ParameterValues } from "@/lib/law/parameters";
import { ageOn, type CivilDate } from "@/lib/time/calendar";

/** Who takes the photo: the authority (also with the kit's camera), or a provider - which a prison is (§ 5a (1) S. 4 PAuswV). */
export type PhotoBy = "AUTHORITY" | "PROVIDER";

export type FeeFacts = {
  readonly bornOn: CivilDate;
  /** The day of application; the parameters must be those of this day (R27). */
  readonly appliesOn: CivilDate;
  readonly services: readonly Service[];
  readonly photoBy: PhotoBy;
  readonly competence: Competence;
  /** Outside of service hours at the applicant's own instigation; being outside of the office costs nothing (R30). */
  readonly isOutsideServiceHours: boolean;
  readonly isDirectShipping: boolean;
};

export type FeeItem = { readonly code: Extract<ParameterKey, `fee${string}` | `surcharge${string}`>; readonly rule: string; readonly cents: number };
export type Fee = { readonly totalCents: number; readonly items: readonly FeeItem[] };

/** R26 to R32: the fee of one person and its parts (§ 1 PAuswGebV). Hand-over, address change and exemption are free; R33 reductions are decided by hand. */
export function feeOf(facts: FeeFacts, parameters: ParameterValues): Fee {
  const items: FeeItem[] = [];
  const add = (code: FeeItem["code"], rule: string) => items.push({ code, rule, cents: parameters[code] });
  const hasIdCard = facts.services.includes("ID_CARD");
  const hasProvisional = facts.services.includes("PROVISIONAL_ID");
  if (hasIdCard) add(ageOn(facts.bornOn, facts.appliesOn) < parameters.youngHolderBelowAge ? "feeIdCardYoung" : "feeIdCard", "R26");
  if (hasProvisional) add("feeProvisionalId", "R28");
  if (hasIdCard && facts.photoBy === "AUTHORITY") add("surchargePhotoByAuthority", "R29");
  const hasSurchargeReason = facts.isOutsideServiceHours || facts.competence === "NOT_COMPETENT";
  if ((hasIdCard || hasProvisional) && hasSurchargeReason) add("surchargeHoursOrCompetence", "R30");
  if (hasIdCard && facts.isDirectShipping) add("surchargeDirectShipping", "R31");
  return { totalCents: items.reduce((sum, item) => sum + item.cents, 0), items };
}
