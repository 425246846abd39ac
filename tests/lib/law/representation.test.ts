import fc from "fast-check";
import { appliesByOptions, capacities, representations, type ResidentFacts } from "@/lib/residents/types";
import type { Service } from "@/lib/cases/types";
import { representationVerdicts } from "@/lib/law/representation";
import { isBlocker } from "@/lib/law/verdicts";
import { addDays, addMonths } from "@/lib/time/calendar";
import { aPerson, parameters, today } from "./person";

const verdicts = (changes: Partial<ResidentFacts>, services: readonly Service[] = ["ID_CARD"]) => representationVerdicts(aPerson(changes), services, today, parameters);
const codes = (changes: Partial<ResidentFacts>, services?: readonly Service[]) => verdicts(changes, services).map((one) => one.code);
const sixteenToday = addMonths(today, -parameters.dutyFromAge * 12);
const eighteenToday = addMonths(today, -18 * 12);
const fifteen = addDays(sixteenToday, 1);

describe("who may apply (§ 9 PAuswG)", () => {
  test("R20: below 16 the custodian applies; the child alone or somebody else cannot", () => {
    const blocked = [{ code: "representation.custodianMustApply", rule: "R20", weight: "blocks", appliesAloneFromOn: addDays(today, 1) }];
    expect(verdicts({ bornOn: fifteen })).toMatchObject(blocked);
    expect(verdicts({ bornOn: fifteen, representation: "POWER_CERTIFIED", appliesBy: "REPRESENTATIVE_ALONE" })).toMatchObject(blocked);
    expect(verdicts({ bornOn: fifteen, representation: "CUSTODIAN", appliesBy: "SELF" })).toMatchObject(blocked);
    expect(codes({ bornOn: fifteen, representation: "CUSTODIAN", appliesBy: "WITH_REPRESENTATIVE" })).toEqual([]);
  });

  test("R20: from the 16th birthday on the young person applies alone", () => {
    expect(verdicts({ bornOn: sixteenToday })).toMatchObject([{ code: "representation.appliesAlone", rule: "R20", weight: "informs" }]);
    expect(codes({ bornOn: sixteenToday, representation: "CUSTODIAN", appliesBy: "REPRESENTATIVE_ALONE" })).toContain("representation.mustApplyInPerson");
  });

  test.each(["GUARDIAN_RESIDENCE", "POWER_CERTIFIED"] as const)("R21: for somebody who cannot act, %s may apply", (representation) => {
    expect(verdicts({ capacity: "INCAPABLE", representation, appliesBy: "REPRESENTATIVE_ALONE" }).filter(isBlocker)).toEqual([]);
  });

  test.each(["NONE", "GUARDIAN_OTHER", "CUSTODIAN"] as const)("R21: for an adult who cannot act, %s is not sufficient", (representation) => {
    expect(verdicts({ capacity: "INCAPABLE", representation, appliesBy: "REPRESENTATIVE_ALONE" })).toMatchObject([{ code: "representation.notSufficient", rule: "R21", weight: "blocks", representation }]);
  });

  test("R21: a custodian still applies for somebody of 16 or 17 who cannot act (§ 9 (2)), until the 18th birthday", () => {
    const blockers = (bornOn: string) => verdicts({ bornOn, capacity: "INCAPABLE", representation: "CUSTODIAN", appliesBy: "WITH_REPRESENTATIVE" }).filter(isBlocker).length;
    expect([blockers(sixteenToday), blockers(addDays(eighteenToday, 1)), blockers(eighteenToday)]).toEqual([0, 0, 1]);
  });

  test("R20: that somebody applies alone is told while they are under age", () => {
    expect([codes({ bornOn: addDays(eighteenToday, 1) }), codes({ bornOn: eighteenToday })]).toEqual([["representation.appliesAlone"], []]);
  });

  test("R21: whoever cannot act cannot apply alone, also with a good representative in the background", () => {
    expect(codes({ capacity: "INCAPABLE", representation: "GUARDIAN_RESIDENCE", appliesBy: "SELF" })).toEqual(["representation.incapableCannotApply"]);
  });

  test.each(["GUARDIAN_RESIDENCE", "GUARDIAN_OTHER", "POWER_CERTIFIED", "CUSTODIAN", "NONE"] as const)("R22: nobody applies alone for somebody who can act, not even %s", (representation) => {
    expect(verdicts({ representation, appliesBy: "REPRESENTATIVE_ALONE" })).toMatchObject([{ code: "representation.mustApplyInPerson", rule: "R22", weight: "blocks" }]);
  });

  test("R22: being accompanied is no proxy", () => {
    expect(codes({ representation: "GUARDIAN_OTHER", appliesBy: "WITH_REPRESENTATIVE" })).toEqual([]);
  });

  test("R23: a simple power of attorney is not sufficient for an application", () => {
    expect(verdicts({ capacity: "INCAPABLE", representation: "POWER_SIMPLE", appliesBy: "REPRESENTATIVE_ALONE" })).toMatchObject([{ code: "representation.simplePowerNotEnough", rule: "R23", weight: "blocks" }]);
    expect(codes({ representation: "POWER_SIMPLE", appliesBy: "REPRESENTATIVE_ALONE" })).toEqual(["representation.mustApplyInPerson", "representation.simplePowerNotEnough"]);
  });

  test("R23: it is sufficient for collecting, so a hand-over is refused to nobody", () => {
    expect(codes({ representation: "POWER_SIMPLE", appliesBy: "REPRESENTATIVE_ALONE", capacity: "INCAPABLE" }, ["HAND_OVER"])).toEqual([]);
    expect(verdicts({ representation: "POWER_SIMPLE" })).toMatchObject([{ code: "representation.simplePowerCollects", weight: "informs" }]);
  });

  test("R24: a representative who cannot come leaves the application incomplete; an open answer does not", () => {
    const applies = { capacity: "INCAPABLE", representation: "GUARDIAN_RESIDENCE", appliesBy: "WITH_REPRESENTATIVE" } as const;
    expect(codes({ ...applies, isRepresentativePresent: false })).toContain("representation.representativeNotThere");
    expect(codes({ ...applies, isRepresentativePresent: null })).not.toContain("representation.representativeNotThere");
    expect(codes({ isRepresentativePresent: false })).toEqual([]);
  });

  test("R25: a stated incapacity is a declaration that the crew assesses", () => {
    expect(codes({ capacity: "INCAPABLE", representation: "POWER_CERTIFIED", appliesBy: "WITH_REPRESENTATIVE" })).toContain("representation.assessedOnSite");
  });

  test("R20 to R23: an adult's application goes through exactly when whoever can act takes part, and whoever cannot is well represented", () => {
    fc.assert(
      fc.property(fc.constantFrom(...capacities), fc.constantFrom(...representations), fc.constantFrom(...appliesByOptions), (capacity, representation, appliesBy) => {
        const isAllowed =
          capacity === "CAPABLE" ? appliesBy !== "REPRESENTATIVE_ALONE" : appliesBy !== "SELF" && ["GUARDIAN_RESIDENCE", "POWER_CERTIFIED"].includes(representation);
        expect(verdicts({ capacity, representation, appliesBy }).some(isBlocker)).toBe(!isAllowed);
      }),
      { numRuns: 300 },
    );
  });
});
