/** What an authority that is not competent needs before it hands a card out. */
import { competenceOf, competenceVerdict } from "@/lib/law/competence";
import type { ParameterValues } from "@/lib/law/parameters";
import type { ResidentFacts } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

/**
 * R19: whether a card applied for on a day may become ready for its hand-over: where Dortmund is not competent, only with the recorded authorisation of the
 * competent authority (§ 8 (4) S. 2 PAuswG). An unknown competence is chased before (R15) and does not hold a finished card back.
 */
export function lacksAuthorisation(person: Pick<ResidentFacts, "mainResidence" | "custody">, authorisedOn: CivilDate | null, appliedOn: CivilDate, parameters: ParameterValues): boolean {
  return authorisedOn === null && competenceOf(competenceVerdict(person, appliedOn, parameters)) === "NOT_COMPETENT";
}
