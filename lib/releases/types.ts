import type { EarlyReleaseReason } from "@/lib/law/verdicts";
import type { CivilDate } from "@/lib/time/calendar";

/** How sure a stated release is. It says nothing about the sentence: why somebody may go earlier is none of the portal's business. */
export const forecastKinds = ["EARLIEST", "EXPECTED", "FIXED"] as const;
export type ForecastKind = (typeof forecastKinds)[number];

/** A release that was stated, sealed in its row: from which day to which, null where it was or became unknown. */
export type ForecastContent = { readonly from: CivilDate | null; readonly to: CivilDate | null; readonly kind: ForecastKind };
/** The same with when and by whom; `by` is null once the account is deleted. */
export type Forecast = ForecastContent & { readonly id: string; readonly at: Date; readonly by: string | null };

/** The days that hang on a release. */
export type ReleaseDays = {
  readonly releaseOn: CivilDate;
  /** As early as this it may be, and why (R10). */
  readonly earliestOn: CivilDate;
  readonly reason: EarlyReleaseReason | null;
  /** From then on the duty applies (R05 to R07); null where the custody does not suspend it. */
  readonly dutyFromOn: CivilDate | null;
  /** The last day on which an application still leads to a card (R36). */
  readonly lastUsefulOn: CivilDate;
};

/** How a visit on a day stands to a release: FITS, the person may be free by then, a card no longer comes in time. */
export type VisitStanding = "FITS" | "BEFORE_VISIT" | "TOO_LATE_FOR_CARD";

export type ReleaseRefusal = { readonly code: "release.unchanged" };
