import { arrivalRefusal, collectionRefusal } from "@/lib/cards/rules";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { collectionWays } from "@/lib/cards/types";

const today = "2026-12-03";
const adult = { isInCustody: false, bornOn: "1950-01-01", lacksAuthorisation: false } as const;
const parameters = parametersOn(seedParameters, today);

test("R44: applicant, representative and an authorised person may collect a card, in custody too", () => {
  for (const way of collectionWays) {
    expect(collectionRefusal({ ...adult, way }, today, parameters)).toBeNull();
    if (way !== "SHIPPED") expect(collectionRefusal({ ...adult, way, isInCustody: true }, today, parameters)).toBeNull();
  }
});

test("R45: a card is shipped from the 16th birthday on", () => {
  expect(collectionRefusal({ ...adult, way: "SHIPPED", bornOn: "2010-12-04" }, today, parameters)).toEqual({ code: "card.noShippingUnderSixteen" });
  expect(collectionRefusal({ ...adult, way: "SHIPPED", bornOn: "2010-12-03" }, today, parameters)).toBeNull();
});

test("R46: nothing is shipped to somebody in custody", () => {
  expect(collectionRefusal({ ...adult, way: "SHIPPED", isInCustody: true }, today, parameters)).toEqual({ code: "card.noShippingInCustody" });
});

test("R49: an arrival is refused as a whole for a card that waits no more, then for a person who is gone", () => {
  const waiting = { isWaiting: true, isGone: false, lacksAuthorisation: false };
  expect(arrivalRefusal([waiting, waiting])).toBeNull();
  expect(arrivalRefusal([waiting, { ...waiting, isGone: true }])).toEqual({ code: "card.personGone", count: 1 });
  expect(arrivalRefusal([{ ...waiting, isWaiting: false, isGone: true }, { ...waiting, isGone: true }, waiting])).toEqual({ code: "card.notWaiting", count: 1 });
});

test("R19: no card becomes ready for its hand-over, and none is collected or sent, while the competent authority's authorisation is missing", () => {
  const waiting = { isWaiting: true, isGone: false, lacksAuthorisation: false };
  expect(arrivalRefusal([waiting, { ...waiting, lacksAuthorisation: true }])).toEqual({ code: "card.notAuthorised", count: 1 });
  for (const way of collectionWays) expect(collectionRefusal({ ...adult, way, lacksAuthorisation: true }, today, parameters)).toEqual({ code: "card.notAuthorised", count: 1 });
});
