import type { PhotoBy } from "@/lib/law/fees";
import type { FacilityKind, FacilityRefusal, SiteGap, SiteSheet } from "@/lib/facilities/types";
import { addMonths, type CivilDate } from "@/lib/time/calendar";

/** R56: what the room still lacks, or what nobody has said; a sheet that does not exist lacks everything. */
export function siteGapsOf(site: SiteSheet | null): readonly SiteGap[] {
  if (site === null) return ["ROOM", "TABLE", "SOCKET", "PHOTO_SPACE", "RECEPTION_UNKNOWN"];
  const gaps: SiteGap[] = [];
  if (site.room === "") gaps.push("ROOM");
  if (!site.hasTable) gaps.push("TABLE");
  if (!site.hasSocket) gaps.push("SOCKET");
  if (!site.hasPhotoSpace) gaps.push("PHOTO_SPACE");
  if (site.mobileReception === "UNKNOWN") gaps.push("RECEPTION_UNKNOWN");
  if (site.mobileReception === "NONE") gaps.push("RECEPTION_NONE");
  return gaps;
}

/** How long contact and site sheet hold without a word of the house. */
export const CONFIRM_MONTHS = 12;

/** From when on a house is asked whether contact and site sheet still hold: a year after it last said so, or after it became known without ever saying so. */
export function confirmationDueOn(confirmedOn: CivilDate | null, knownSinceOn: CivilDate): CivilDate {
  return addMonths(confirmedOn ?? knownSinceOn, CONFIRM_MONTHS);
}

/** Visit hours end after they begin (R58). */
export function hoursRefusal(hours: Pick<SiteSheet, "visitsFrom" | "visitsUntil">): FacilityRefusal | null {
  return hours.visitsFrom < hours.visitsUntil ? null : { code: "facility.hoursReversed" };
}

/** R29: who takes the photos in a house of this kind; a prison is a provider itself (§ 5a (1) S. 4 PAuswV). */
export function photoByOf(kind: FacilityKind): PhotoBy {
  return kind === "PRISON" ? "PROVIDER" : "AUTHORITY";
}
