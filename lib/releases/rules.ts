import { dutyFromOn, earliestRelease, lastUsefulOn } from "@/lib/law/duty";
import type { ParameterValues } from "@/lib/law/parameters";
import type { ForecastContent, ForecastKind, ReleaseDays, ReleaseRefusal, VisitStanding } from "@/lib/releases/types";
import type { CustodyFacts } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

/** The days that hang on a release, or null while none is stated (R05 to R10, R36). */
export function releaseDaysOf({ kind, releaseOn }: Pick<CustodyFacts, "kind" | "releaseOn">, parameters: ParameterValues): ReleaseDays | null {
  if (releaseOn === null) return null;
  const { on: earliestOn, reason } = earliestRelease(releaseOn);
  return { releaseOn, earliestOn, reason, dutyFromOn: kind === "SENTENCE" ? dutyFromOn(releaseOn, parameters) : null, lastUsefulOn: lastUsefulOn(releaseOn, parameters) };
}

/** R09, R36: how a visit stands to a release. People leave in the morning, so on the day itself a visit comes too late; `parameters` are those of the visit's day. */
export function visitStanding(releaseOn: CivilDate | null, visitOn: CivilDate, isForCard: boolean, parameters: ParameterValues): VisitStanding {
  if (releaseOn === null) return "FITS";
  if (earliestRelease(releaseOn).on <= visitOn) return "BEFORE_VISIT";
  return isForCard && lastUsefulOn(releaseOn, parameters) < visitOn ? "TOO_LATE_FOR_CARD" : "FITS";
}

/** R05, R09: whether a release that moved back has taken the duty from a visit: by an earlier forecast it would have applied on that day, by today's it does not. */
export function hasLostDuty(custody: Pick<CustodyFacts, "kind" | "releaseOn"> | null, earlier: readonly CivilDate[], visitOn: CivilDate, parameters: ParameterValues): boolean {
  if (custody?.kind !== "SENTENCE" || custody.releaseOn === null || dutyFromOn(custody.releaseOn, parameters) <= visitOn) return false;
  return earlier.some((releaseOn) => dutyFromOn(releaseOn, parameters) <= visitOn);
}

/** What is stated now, by the newest of the forecasts; a release that was stated with the person is an expected one. */
export function currentKind(forecasts: readonly ForecastContent[]): ForecastKind {
  return forecasts[0]?.kind ?? "EXPECTED";
}

/** The same day once more, and as sure as before, is no new forecast. */
export function unchangedRefusal(before: { readonly releaseOn: CivilDate | null; readonly kind: ForecastKind }, stated: { readonly releaseOn: CivilDate | null; readonly kind: ForecastKind }): ReleaseRefusal | null {
  return before.releaseOn === stated.releaseOn && before.kind === stated.kind ? { code: "release.unchanged" } : null;
}
