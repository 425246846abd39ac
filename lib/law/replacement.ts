/** What a new card asks of somebody who still has one, or has lost it. */
import type { ApplicationReason, AskedFacts, Service } from "@/lib/cases/types";
import { appliesForDocument, hasValidIdCard } from "@/lib/law/eligibility";
import type { ParameterValues } from "@/lib/law/parameters";
import { verdict, type Verdict } from "@/lib/law/verdicts";
import type { ResidentFacts } from "@/lib/residents/types";
import { addMonths, type CivilDate } from "@/lib/time/calendar";

/** The reasons that are a legitimate interest in a new card while the old one is valid (§ 6 (2) PAuswG); that it runs out soon is seen from its date. */
const legitimate: readonly ApplicationReason[] = ["LOST", "STOLEN", "DATA_CHANGED", "APPEARANCE_CHANGED", "DAMAGED", "OTHER_INTEREST"];

function runsOutSoon({ idExpiresOn }: Pick<ResidentFacts, "idExpiresOn">, on: CivilDate, parameters: ParameterValues): boolean {
  return idExpiresOn !== null && idExpiresOn <= addMonths(on, parameters.expiringSoonMonths);
}

/** R13: why somebody needs a new card, as far as the roster says it, so that nobody is asked; null where it says nothing. */
export function reasonInRoster(person: Pick<ResidentFacts, "idCardState" | "idExpiresOn">, on: CivilDate, parameters: ParameterValues): ApplicationReason | null {
  if (person.idCardState === "LOST" || person.idCardState === "EXPIRED") return person.idCardState;
  if (person.idCardState !== "VALID" || !runsOutSoon(person, on, parameters)) return null;
  return person.idExpiresOn !== null && person.idExpiresOn < on ? "EXPIRED" : "EXPIRING";
}

/** R13: whoever holds a valid card says why another one is needed, unless it runs out soon. It never refuses: the office decides about the interest. */
export function interestVerdicts(person: ResidentFacts, asked: Pick<AskedFacts, "reason">, requested: readonly Service[], on: CivilDate, parameters: ParameterValues): readonly Verdict[] {
  if (!requested.includes("ID_CARD") || !hasValidIdCard(person, on) || runsOutSoon(person, on, parameters)) return [];
  const hasInterest = asked.reason !== null && legitimate.includes(asked.reason);
  return hasInterest ? [] : [verdict("replacement.interestMissing", { expiresOn: person.idExpiresOn })];
}

/** R14: whoever lost a card reports it, and has its online function blocked (§ 27 (1) no. 3 PAuswG). */
export function lossVerdicts(person: Pick<ResidentFacts, "idCardState">, asked: Pick<AskedFacts, "reason">, requested: readonly Service[]): readonly Verdict[] {
  const isLost = person.idCardState === "LOST" || asked.reason === "LOST" || asked.reason === "STOLEN";
  return isLost && appliesForDocument(requested) ? [verdict("replacement.reportLoss")] : [];
}
