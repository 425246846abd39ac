import type { SiteGap } from "@/lib/facilities/types";
import type { KitRefusal } from "@/lib/kits/types";
import type { StaffRefusal } from "@/lib/staff/types";
import type { CivilDate } from "@/lib/time/calendar";
import type { ClosedReason, VisitHours } from "@/lib/visits/types";

/**
 * What a change elsewhere can upset, with the facts on which it hangs. A cause holds what makes the finding and nothing that moves by itself (no days left): whoever left it as
 * it is sees it again as soon as one of these facts is another. A new kind is a line here; its rule (rules.ts), words and deeds (lib/messages/review.ts) do not compile without it.
 */
export type ReviewCauses = {
  /** Nobody has departed for it, and its time is over. */
  readonly "visit.missed": { readonly endedAt: string };
  readonly "visit.dayClosed": { readonly date: CivilDate; readonly closed: ClosedReason };
  readonly "visit.outsideHours": { readonly fromMinutes: number; readonly untilMinutes: number; readonly hours: readonly VisitHours[] };
  readonly "visit.tooShort": { readonly plannedMinutes: number; readonly neededMinutes: number };
  readonly "site.unsuitable": { readonly gaps: readonly SiteGap[] };
  readonly "site.gateSlower": { readonly plannedMinutes: number; readonly neededMinutes: number };
  readonly "clearance.missed": { readonly neededOn: CivilDate };
  readonly "person.left": { readonly because: "GONE" | "RESTRICTED" | "CASE_CLOSED" };
  readonly "person.notGerman": { readonly date: CivilDate };
  readonly "competence.lost": { readonly date: CivilDate };
  /** On the day of the visit the person may be free already. */
  readonly "release.beforeVisit": { readonly date: CivilDate; readonly releaseOn: CivilDate; readonly earliestOn: CivilDate };
  /** On the day of the visit a card no longer comes in time. */
  readonly "release.tooLateForCard": { readonly date: CivilDate; readonly releaseOn: CivilDate; readonly lastUsefulOn: CivilDate };
  /** The release has moved back, and on the day of the visit the duty no longer applies. */
  readonly "release.dutyLost": { readonly date: CivilDate; readonly releaseOn: CivilDate; readonly dutyFromOn: CivilDate };
  readonly "crew.absent": { readonly label: string };
  readonly "crew.unfit": { readonly refusal: StaffRefusal };
  readonly "kit.absent": { readonly label: string };
  readonly "kit.unfit": { readonly refusal: KitRefusal };
  readonly "vehicle.absent": { readonly label: string };
};
export type ReviewKind = keyof ReviewCauses;

/** A cause with the name of its kind: what a finding says. */
export type ReviewCause = { readonly [K in ReviewKind]: { readonly kind: K; readonly facts: ReviewCauses[K] } }[ReviewKind];

/** What a finding is about: a visit, one person of it, or the tour with its resources. */
export type ReviewSubject = { readonly of: "VISIT" | "PERSON" | "TOUR"; readonly id: string; readonly tourId: string };

/** Who or what of the subject is meant, where it has several: a person of the visit, a member of the crew. */
export type Found = { readonly cause: ReviewCause; readonly aboutId: string | null };

/** Why somebody leaves a finding as it is. */
export const leaveReasons = ["AGREED", "NO_OBSTACLE", "SOLVED_ELSEWHERE", "ACCEPTED"] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export type ReviewRefusal = { readonly code: "review.gone" };
