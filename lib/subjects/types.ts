import type { MainResidence, Nationality } from "@/lib/residents/types";
import type { RestrictionReason } from "@/lib/retention/types";
import type { CivilDate } from "@/lib/time/calendar";

/** A resident as the office's pages on the rights of the persons concerned show him or her: from one roster, so that one human being in two houses is two of these. */
export type SubjectLine = {
  readonly id: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly bornOn: CivilDate;
  readonly facilityName: string;
  readonly goneOn: CivilDate | null;
};

/** A restriction in force (Art. 18 GDPR). */
export type Restriction = { readonly id: string; readonly version: number; readonly reason: RestrictionReason; readonly since: Date; readonly announcedAt: Date | null };
export type Subject = SubjectLine & { readonly version: number; readonly nationality: Nationality; readonly mainResidence: MainResidence; readonly restriction: Restriction | null };

/** Why a restriction ends. */
export const liftReasons = ["SETTLED", "CONSENT", "CLAIM_OVER", "ASKED"] as const;
export type LiftReason = (typeof liftReasons)[number];

/** What whoever was told of a person's data is told about them (Art. 18 (3), 19 GDPR). */
export type SubjectChange = "CORRECTED" | "RESTRICTED" | "LIFT_ANNOUNCED" | "LIFTED";

export type SubjectRefusal =
  | { readonly code: "subject.unknown" }
  | { readonly code: "subject.restricted" }
  | { readonly code: "subject.onTour" }
  | { readonly code: "subject.notAnnounced" }
  | { readonly code: "subject.nothingChanged" };
