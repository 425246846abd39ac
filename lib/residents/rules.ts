import type { Service } from "@/lib/cases/types";
import { appliesForDocument } from "@/lib/law/eligibility";
import type { ParameterValues } from "@/lib/law/parameters";
import { needsRepresentative } from "@/lib/law/representation";
import { spellingsOf } from "@/lib/recognition/rules";
import type { Expiry, ResidentFacts, ResidentGap, ResidentRefusal } from "@/lib/residents/types";
import { addDays, addMonths, ageOn, type CivilDate } from "@/lib/time/calendar";

/** More words than a name has. */
const MOST_WORDS = 6;

/** The words of a search, each in the spellings in which a name may stand in the list. */
export function searchWords(search: string): readonly (readonly string[])[] {
  const words = search.normalize("NFC").split(/[\s,]+/u).filter((word) => word !== "").slice(0, MOST_WORDS);
  return words.map(spellingsOf);
}

/** Older than this nobody in Germany has become; a year mistyped by a century must not pass. */
export const oldestAge = 120;

/** What is known of the last day of a card: the day, or the month (`YYYY-MM`), of which the first day stands for all, because from then on the card may be over. */
export function expiryOf(stated: string | null): Expiry {
  const isMonthOnly = stated !== null && stated.length === "YYYY-MM".length;
  return { expiresOn: isMonthOnly ? `${stated}-01` : stated, isMonthOnly };
}

/** The same as it was stated. */
export function statedExpiry({ idExpiresOn, isExpiryMonthOnly }: { readonly idExpiresOn: CivilDate | null; readonly isExpiryMonthOnly: boolean }): string | null {
  return isExpiryMonthOnly && idExpiresOn ? idExpiresOn.slice(0, "YYYY-MM".length) : idExpiresOn;
}

/** Which of the dates stated about a person cannot be true. */
export function dateRefusals(person: Pick<ResidentFacts, "bornOn" | "custody">, today: CivilDate): readonly ResidentRefusal[] {
  const refusals: ResidentRefusal[] = [];
  const { bornOn, custody } = person;
  if (bornOn > today) refusals.push({ code: "resident.bornInTheFuture", bornOn });
  else if (ageOn(bornOn, today) > oldestAge) refusals.push({ code: "resident.bornTooLongAgo", bornOn });
  const { sinceOn = null, releaseOn = null } = custody ?? {};
  if (sinceOn !== null && sinceOn > today) refusals.push({ code: "resident.custodyInTheFuture", sinceOn });
  if (releaseOn !== null && releaseOn < today) refusals.push({ code: "resident.releaseInThePast", releaseOn });
  if (sinceOn !== null && releaseOn !== null && releaseOn < sinceOn) refusals.push({ code: "resident.releaseBeforeCustody", sinceOn, releaseOn });
  return refusals;
}

/** What is still unanswered about a person for the services asked for; gaps are chased, they do not refuse (R02, R24). */
export function gapsOf(person: ResidentFacts, services: readonly Service[]): readonly ResidentGap[] {
  if (!appliesForDocument(services)) return [];
  const gaps: ResidentGap[] = [];
  if (person.nationality === "UNKNOWN") gaps.push("NATIONALITY");
  if (person.mainResidence === "UNKNOWN") gaps.push("MAIN_RESIDENCE");
  if (person.idCardState === "VALID" && person.idExpiresOn === null) gaps.push("ID_EXPIRY");
  if (needsRepresentative(person) && person.isRepresentativePresent === null) gaps.push("REPRESENTATIVE_PRESENCE");
  if (person.custody !== null && person.custody.sinceOn === null && person.mainResidence !== "DORTMUND") gaps.push("CUSTODY_SINCE");
  if (person.custody?.kind === "SENTENCE" && person.custody.releaseOn === null) gaps.push("RELEASE_DATE");
  return gaps;
}

/** R63: the first day on which a case's personal data is gone: some days after it was closed, at the latest the hard cap after its last visit; null while neither has happened. */
export function caseDataGoneOn(one: { readonly closedOn: CivilDate | null; readonly lastVisitOn: CivilDate | null }, parameters: ParameterValues): CivilDate | null {
  const afterClosing = one.closedOn === null ? null : addDays(one.closedOn, parameters.retentionDays);
  const afterVisit = one.lastVisitOn === null ? null : addDays(one.lastVisitOn, parameters.retentionCapDays);
  return [afterClosing, afterVisit].filter((day) => day !== null).sort()[0] ?? null;
}

/** The first day on which a roster entry is gone: when the person is marked as gone, or when nobody confirmed the entry for a year. */
export function rosterEntryGoneOn(one: { readonly goneOn: CivilDate | null; readonly confirmedOn: CivilDate }, parameters: ParameterValues): CivilDate {
  const unconfirmed = addMonths(one.confirmedOn, parameters.rosterMonths);
  return one.goneOn !== null && one.goneOn < unconfirmed ? one.goneOn : unconfirmed;
}
