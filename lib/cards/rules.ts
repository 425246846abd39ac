import type { CardRefusal, CollectionWay } from "@/lib/cards/types";
import { shippingBar } from "@/lib/law/shipping";
import type { ParameterValues } from "@/lib/law/parameters";
import type { CivilDate } from "@/lib/time/calendar";

export type CollectionFacts = { readonly way: CollectionWay; readonly isInCustody: boolean; readonly bornOn: CivilDate; readonly lacksAuthorisation: boolean };

/**
 * R19, R44 to R46: no card leaves without the authorisation of the competent authority; it is collected by the applicant, who may represent, or somebody
 * authorised in writing; it is shipped to nobody below the age for it or in custody. The address was asked for at the application.
 */
export function collectionRefusal({ way, isInCustody, bornOn, lacksAuthorisation }: CollectionFacts, today: CivilDate, parameters: ParameterValues): CardRefusal | null {
  if (lacksAuthorisation) return { code: "card.notAuthorised", count: 1 };
  if (way !== "SHIPPED") return null;
  const bar = shippingBar({ bornOn, isInCustody }, today, parameters);
  if (bar === "shipping.notInCustody") return { code: "card.noShippingInCustody" };
  return bar === "shipping.underAge" ? { code: "card.noShippingUnderSixteen" } : null;
}

export type ArrivalFacts = { readonly isWaiting: boolean; readonly isGone: boolean; readonly lacksAuthorisation: boolean };

/** Cards arrive together or not at all: the first fault of any is told with how many have it (R49: a person who is gone gets no hand-over; R19: without authorisation there is none). */
export function arrivalRefusal(cards: readonly ArrivalFacts[]): CardRefusal | null {
  const settled = cards.filter(({ isWaiting }) => !isWaiting).length;
  if (settled > 0) return { code: "card.notWaiting", count: settled };
  const gone = cards.filter(({ isGone }) => isGone).length;
  if (gone > 0) return { code: "card.personGone", count: gone };
  const unauthorised = cards.filter(({ lacksAuthorisation }) => lacksAuthorisation).length;
  return unauthorised > 0 ? { code: "card.notAuthorised", count: unauthorised } : null;
}
