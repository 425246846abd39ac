import type { CardRefusal, CollectionWay } from "@/lib/cards/types";
import { ageOn, type CivilDate } from "@/lib/time/calendar";

/** § 18 (2) PAuswV: from this age a card can be shipped. */
export const SHIPPING_AGE = 16;

export type CollectionFacts = { readonly way: CollectionWay; readonly isInCustody: boolean; readonly bornOn: CivilDate };

/** R44 to R46: a card is collected by the applicant, who may represent, or somebody authorised in writing; it is shipped to nobody under 16 or in custody. */
export function collectionRefusal({ way, isInCustody, bornOn }: CollectionFacts, today: CivilDate): CardRefusal | null {
  if (way !== "SHIPPED") return null;
  if (isInCustody) return { code: "card.noShippingInCustody" };
  return ageOn(bornOn, today) < SHIPPING_AGE ? { code: "card.noShippingUnderSixteen" } : null;
}

export type ArrivalFacts = { readonly isWaiting: boolean; readonly isGone: boolean };

/** Cards arrive together or not at all: the first fault of any is told with how many have it (R49: a person who is gone gets no hand-over). */
export function arrivalRefusal(cards: readonly ArrivalFacts[]): CardRefusal | null {
  const settled = cards.filter(({ isWaiting }) => !isWaiting).length;
  if (settled > 0) return { code: "card.notWaiting", count: settled };
  const gone = cards.filter(({ isGone }) => isGone).length;
  return gone > 0 ? { code: "card.personGone", count: gone } : null;
}
