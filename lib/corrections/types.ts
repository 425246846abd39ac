import type { TourState } from "@/lib/tours/types";

/** Why a recorded outcome is corrected. */
export const correctionReasons = ["MISTYPED", "PERSONS_SWAPPED", "LEARNED_LATER"] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** Who corrects: the crew on its day, afterwards the team lead. */
export type CorrectedBy = "crew" | "office";

export type CorrectionFacts = { readonly by: CorrectedBy; readonly tourState: TourState; readonly isRecordedToday: boolean };

export type CorrectionRefusal =
  | { readonly code: "correction.nothingRecorded" }
  | { readonly code: "correction.nothingChanged" }
  /** The day or the tour is over: only the team lead corrects. */
  | { readonly code: "correction.nowTheOffice" }
  /** The crew is still under way and corrects itself. */
  | { readonly code: "correction.stillTheCrew" }
  /** Something was decided or recorded since that rests on the outcome. */
  | { readonly code: "correction.caseWentOn" }
  /** The case stands on a tour again. */
  | { readonly code: "correction.plannedAgain" };
