import { arrivalRefusal, collectionRefusal } from "@/lib/cards/rules";
import { collectionWays } from "@/lib/cards/types";

const today = "2026-12-03";
const adult = { isInCustody: false, bornOn: "1950-01-01" } as const;

test("R44: applicant, representative and an authorised person may collect a card, in custody too", () => {
  for (const way of collectionWays) {
    expect(collectionRefusal({ ...adult, way }, today)).toBeNull();
    if (way !== "SHIPPED") expect(collectionRefusal({ ...adult, way, isInCustody: true }, today)).toBeNull();
  }
});

test("R45: a card is shipped from the 16th birthday on", () => {
  expect(collectionRefusal({ ...adult, way: "SHIPPED", bornOn: "2010-12-04" }, today)).toEqual({ code: "card.noShippingUnderSixteen" });
  expect(collectionRefusal({ ...adult, way: "SHIPPED", bornOn: "2010-12-03" }, today)).toBeNull();
});

test("R46: nothing is shipped to somebody in custody", () => {
  expect(collectionRefusal({ ...adult, way: "SHIPPED", isInCustody: true }, today)).toEqual({ code: "card.noShippingInCustody" });
});

test("R49: an arrival is refused as a whole for a card that waits no more, then for a person who is gone", () => {
  const waiting = { isWaiting: true, isGone: false };
  expect(arrivalRefusal([waiting, waiting])).toBeNull();
  expect(arrivalRefusal([waiting, { isWaiting: true, isGone: true }])).toEqual({ code: "card.personGone", count: 1 });
  expect(arrivalRefusal([{ isWaiting: false, isGone: true }, { isWaiting: true, isGone: true }, waiting])).toEqual({ code: "card.notWaiting", count: 1 });
});
