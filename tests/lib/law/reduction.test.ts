import { feeDecisionReasons, nothingAsked, type FeeDecision } from "@/lib/cases/types";
import { decidedCents, feeDecisionRefusal, reductionVerdicts } from "@/lib/law/reduction";
import { judge } from "@/lib/law/rules";
import { aPerson, parameters, today } from "./person";

const asked = { ...nothingAsked, isReductionAsked: true };
const context = { today, visitOn: null, parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false } as const;

describe("the fee in hardship (§ 1 (6) PAuswGebV)", () => {
  test("R33: nothing is waived by itself: the whole fee stays until somebody has decided", () => {
    expect(reductionVerdicts(asked, ["ID_CARD"])).toMatchObject([{ code: "fee.reductionAsked", weight: "warns" }]);
    expect(judge(aPerson(), ["ID_CARD"], context, asked).fee.totalCents).toBe(5200);
  });

  test("R33: a decision names the fee that is left", () => {
    const fee = (decidedFeeCents: number) => judge(aPerson(), ["ID_CARD"], context, { ...asked, decidedFeeCents });
    expect([fee(0).fee.totalCents, fee(2000).fee.totalCents]).toEqual([0, 2000]);
    expect(fee(0).verdicts).toContainEqual(expect.objectContaining({ code: "fee.reductionDecided", cents: 0 }));
    expect([decidedCents("WAIVED", null), decidedCents("REDUCED", 2000), decidedCents("FULL", null), decidedCents(null, null)]).toEqual([0, 2000, null, null]);
  });

  test("R33: every decision has a reason that fits it, and no reason fits both ways", () => {
    const fits = (decision: FeeDecision) => feeDecisionReasons.filter((reason) => feeDecisionRefusal({ decision, reason, reducedCents: 100 }, 5200) === null);
    expect(fits("FULL")).toEqual(["NOT_PROVEN", "NOT_NEEDY"]);
    for (const decision of ["WAIVED", "REDUCED"] as const) expect(fits(decision)).toEqual(["NO_OWN_MEANS", "HARDSHIP_PROVEN"]);
    expect(feeDecisionRefusal({ decision: "WAIVED", reason: "NOT_PROVEN", reducedCents: null }, 5200)).toEqual({ code: "fee.reasonDoesNotFit" });
  });

  test("R33: a reduced fee is more than nothing and less than the whole", () => {
    const refusal = (reducedCents: number | null) => feeDecisionRefusal({ decision: "REDUCED", reason: "NO_OWN_MEANS", reducedCents }, 5200)?.code ?? null;
    expect([null, 0, 1, 5199, 5200].map(refusal)).toEqual(["fee.amountMissing", "fee.amountMissing", null, null, "fee.amountNotLess"]);
  });

  test("R33: what costs nothing cannot be reduced", () => {
    expect(reductionVerdicts(asked, ["DUTY_EXEMPTION"])).toEqual([]);
  });
});
