import type { Candidate, CardFacts, CardNeed, Demand } from "@/lib/demand/types";
import { addDays, addMonths, daysBetween, type CivilDate } from "@/lib/time/calendar";

/** How far ahead a house is told whose card runs out: as long as collecting, planning, the visit and the making of a card take together, with time to spare. */
export const demandMonths = 6;
/** As many people as one request begins with; a visit does not get through more. */
export const MOST_PER_REQUEST = 50;
/** A house that asked for nothing for so long is told that it may. */
export const reminderMonths = 12;

/** The last day of the horizon. */
export function demandUntil(today: CivilDate): CivilDate {
  return addMonths(today, demandMonths);
}

/** Why somebody needs a card until a day, or null. Who is no German gets none here (R01); an unclear nationality is cleared with the request. */
export function cardNeedOf({ idCardState, idExpiresOn, nationality }: CardFacts, today: CivilDate, untilOn: CivilDate = demandUntil(today)): CardNeed | null {
  if (nationality === "OTHER") return null;
  if (idCardState === "NONE") return "MISSING";
  if (idCardState === "LOST" || idCardState === "EXPIRED") return idCardState;
  if (idExpiresOn === null || idExpiresOn > untilOn) return null;
  return idExpiresOn < today ? "EXPIRED" : "RUNS_OUT";
}

/** What a house should ask for: everybody who needs a card within the horizon, without those who need none because they are exempted (§ 1 (3) PAuswG). Whoever stands in a request is no candidate. */
export function demandOf(candidates: readonly Candidate[], today: CivilDate): Demand {
  const people = candidates.flatMap((person) => {
    const need = person.isExempted ? null : cardNeedOf(person, today);
    return need ? [{ ...person, need }] : [];
  });
  const urgency = ({ need, idExpiresOn }: (typeof people)[number]): string => (need === "RUNS_OUT" ? (idExpiresOn ?? "") : "");
  people.sort((one, other) => urgency(one).localeCompare(urgency(other)) || one.lastName.localeCompare(other.lastName, "de") || one.id.localeCompare(other.id));
  return { people, untilOn: people.map(urgency).filter((day) => day !== "").at(-1) ?? null };
}

/** For how long after a full year the word may still go out, when nothing ran on the day itself. */
const reminderDays = 30;

/**
 * The day on which a house that has asked for nothing is told once more what it may ask for: each full year after it last asked, or after it became known. Null on
 * all days but those shortly after; a house that is no longer active is left alone.
 */
export function reminderDueOn(house: { readonly isActive: boolean; readonly knownSinceOn: CivilDate; readonly lastAskedOn: CivilDate | null }, today: CivilDate): CivilDate | null {
  const since = house.lastAskedOn ?? house.knownSinceOn;
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4));
  const full = [years, years - 1].map((count) => addMonths(since, count * reminderMonths)).find((day) => day > since && day <= today);
  return house.isActive && full !== undefined && daysBetween(full, today) < reminderDays ? full : null;
}

/** The first days of the months that the office sees, from the one that runs. */
export function forecastOf(today: CivilDate): readonly CivilDate[] {
  const first = addDays(today, 1 - Number(today.slice(-2)));
  return Array.from({ length: demandMonths + 1 }, (_, index) => addMonths(first, index));
}
