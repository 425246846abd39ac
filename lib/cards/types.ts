import type { CivilDate } from "@/lib/time/calendar";
import type { VisitState } from "@/lib/visits/types";

/** How a card reached its holder without a visit (§ 18 PAuswV). */
export const collectionWays = ["APPLICANT", "ENTITLED", "AUTHORISED", "SHIPPED"] as const;
export type CollectionWay = (typeof collectionWays)[number];

/** R48: what became of the old card at the hand-over. */
export const oldCards = ["RETURNED", "LOSS_REPORTED", "NONE"] as const;
export type OldCard = (typeof oldCards)[number];

/** A card that was applied for and has not reached its holder. */
export type CardLine = {
  readonly caseId: string;
  readonly version: number;
  readonly residentId: string;
  readonly person: string;
  readonly isGone: boolean;
  /** R19: the authorisation of the competent authority is still to be recorded, in the request. */
  readonly lacksAuthorisation: boolean;
  readonly requestId: string;
  readonly facilityName: string;
  readonly reference: string;
  readonly appliedOn: CivilDate;
  /** When the manufacturer should have delivered it. */
  readonly expectedOn: CivilDate;
  readonly isOverdue: boolean;
  /** R47: from when a hand-over is planned. */
  readonly handOverFromOn: CivilDate;
  /** The visit that hands it over; null until the card has arrived. */
  readonly handOver: { readonly visitId: string; readonly reference: string; readonly state: VisitState; readonly startsAt: Date | null } | null;
};

export type CardRefusal =
  /** It has arrived already, was handed over, or its case has ended. */
  | { readonly code: "card.notWaiting"; readonly count: number }
  /** R49: nobody is there to hand it to. */
  | { readonly code: "card.personGone"; readonly count: number }
  /** R19: another authority is competent, and its authorisation is not on record. */
  | { readonly code: "card.notAuthorised"; readonly count: number }
  | { readonly code: "card.onTour" }
  | { readonly code: "card.noShippingInCustody" }
  | { readonly code: "card.noShippingUnderSixteen" };
