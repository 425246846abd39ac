import type { FacilityKind } from "@/lib/facilities/types";
import type { District } from "@/lib/tours/types";
import type { IdCardState, Nationality } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

/** Why somebody needs a card. */
export type CardNeed = "MISSING" | "LOST" | "EXPIRED" | "RUNS_OUT";

/** What decides whether somebody needs a card. */
export type CardFacts = { readonly idCardState: IdCardState; readonly idExpiresOn: CivilDate | null; readonly nationality: Nationality };

/** Somebody of the roster in no request and no draft, with everything that decides whether the house should ask for a card. */
export type Candidate = CardFacts & { readonly id: string; readonly lastName: string; readonly firstNames: string; readonly isExpiryMonthOnly: boolean; readonly isExempted: boolean };

/** What a house should ask for: whom, the most urgent first, and until when the last of them needs a card. */
export type Demand = {
  readonly people: readonly (Candidate & { readonly need: CardNeed })[];
  /** The last day on which one of the cards that still run is valid; null when nobody has such a card. */
  readonly untilOn: CivilDate | null;
};

/** Expected cards of one district in one month; what is needed already counts for the month that runs. */
export type DistrictDemand = { readonly district: District; readonly kind: FacilityKind; readonly month: CivilDate; readonly count: number };
