/** How long a card takes, and whether somebody needs a document sooner than that. */
import type { AskedFacts, Service } from "@/lib/cases/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { verdict, type Verdict } from "@/lib/law/verdicts";
import type { CustodyFacts } from "@/lib/residents/types";
import { addDays, dateParts, type CivilDate } from "@/lib/time/calendar";

/** R35: days from the application to the finished card; longer in the high season, which may span the turn of the year. */
export function productionDaysOn(appliesOn: CivilDate, parameters: ParameterValues): number {
  const { month } = dateParts(appliesOn);
  const { highSeasonFrom: from, highSeasonUntil: until } = parameters;
  const isHighSeason = from <= until ? from <= month && month <= until : month >= from || month <= until;
  return isHighSeason ? parameters.productionDaysHighSeason : parameters.productionDays;
}

/** R35: the day on which a card applied for on a day is expected from the manufacturer. */
export function cardReadyOn(appliesOn: CivilDate, parameters: ParameterValues): CivilDate {
  return addDays(appliesOn, productionDaysOn(appliesOn, parameters));
}

/** R35: whether a need lies before the card can be finished. */
export function isUrgent(neededOn: CivilDate, appliesOn: CivilDate, parameters: ParameterValues): boolean {
  return neededOn < cardReadyOn(appliesOn, parameters);
}

type Need = { readonly asked: Pick<AskedFacts, "neededOn">; readonly custody: Pick<CustodyFacts, "releaseOn"> | null };

/**
 * R35: a provisional ID card only for a stated urgent need (§ 3 PAuswG): the day by which it is needed, or the release from custody. Without any it is
 * refused; where the regular card is finished by then it warns. Who needs a card sooner and asks for the regular one alone is told of the provisional one.
 */
export function urgencyVerdicts({ asked, custody }: Need, requested: readonly Service[], appliesOn: CivilDate, parameters: ParameterValues): readonly Verdict[] {
  const readyOn = cardReadyOn(appliesOn, parameters);
  const { neededOn } = asked;
  if (!requested.includes("PROVISIONAL_ID")) {
    const isLate = requested.includes("ID_CARD") && neededOn !== null && isUrgent(neededOn, appliesOn, parameters);
    return isLate ? [verdict("provisional.suggested", { neededOn, readyOn })] : [];
  }
  const needs = [neededOn, custody?.releaseOn ?? null].filter((day) => day !== null).sort();
  const [first] = needs;
  if (first === undefined) return [verdict("provisional.needNotStated")];
  if (isUrgent(first, appliesOn, parameters)) return [verdict("provisional.urgent", { neededOn: first, months: parameters.provisionalValidityMonths })];
  return [verdict("provisional.notUrgent", { neededOn: first, readyOn })];
}
