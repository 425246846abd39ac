import { nothingAsked } from "@/lib/cases/types";
import { judge } from "@/lib/law/rules";
import { shippingVerdicts } from "@/lib/law/shipping";
import { addDays, addMonths } from "@/lib/time/calendar";
import { aPerson, aSentence, parameters, today } from "./person";

const wanted = { isShippingWanted: true };
const codes = (changes: Parameters<typeof aPerson>[0], asked = wanted) => shippingVerdicts(aPerson(changes), asked, ["ID_CARD"], today, parameters).map(({ code }) => code);

describe("a card by post (§ 18 (2) PAuswV)", () => {
  test("R45: from the 16th birthday on, to a registered address in Germany, into the own hand", () => {
    const sixteenToday = addMonths(today, -12 * 16);
    expect(codes({ bornOn: sixteenToday })).toEqual(["shipping.withoutCard"]);
    expect(codes({ bornOn: addDays(sixteenToday, 1) })).toEqual(["shipping.underAge"]);
    expect(codes({ mainResidence: "ELSEWHERE" })).toEqual(["shipping.withoutCard"]);
    for (const mainResidence of ["NONE", "UNKNOWN"] as const) expect(codes({ mainResidence })).toEqual(["shipping.noAddress"]);
    expect(codes({ appliesBy: "REPRESENTATIVE_ALONE" })).toEqual(["shipping.notInPerson"]);
    expect(codes({ capacity: "INCAPABLE", appliesBy: "WITH_REPRESENTATIVE" })).toEqual(["shipping.notInPerson"]);
  });

  test("R45: whoever has it sent is warned of the time without a card, and asked for another document", () => {
    expect(shippingVerdicts(aPerson({ hasValidPassport: true }), wanted, ["ID_CARD"], today, parameters)).toMatchObject([{ code: "shipping.withoutCard", weight: "warns", hasPassport: true }]);
  });

  test("R46: nothing is sent to somebody in custody", () => {
    expect(codes({ custody: aSentence() })).toEqual(["shipping.notInCustody"]);
  });

  test("R45: it is judged only where somebody wants it, and for a card alone", () => {
    expect(codes({ mainResidence: "NONE" }, { isShippingWanted: false })).toEqual([]);
    expect(shippingVerdicts(aPerson({ mainResidence: "NONE" }), wanted, ["PROVISIONAL_ID"], today, parameters)).toEqual([]);
  });

  test("R31, R45: the surcharge is raised where the card is sent, and not where it cannot be", () => {
    const context = { today, visitOn: null, parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false } as const;
    const total = (changes: Parameters<typeof aPerson>[0]) => judge(aPerson(changes), ["ID_CARD"], context, { ...nothingAsked, ...wanted }).fee.totalCents;
    expect([total({}), total({ mainResidence: "NONE" })]).toEqual([6700, 5200]);
  });
});
