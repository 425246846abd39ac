import type { Service } from "@/lib/cases/types";
import { judge, type LawContext } from "@/lib/law/rules";
import { aPerson, aSentence, parameters, today } from "./person";

const context: LawContext = { today, visitOn: null, parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false };
const codes = (changes: Parameters<typeof aPerson>[0], services: readonly Service[] = ["ID_CARD"], more: Partial<LawContext> = {}) =>
  judge(aPerson(changes), services, { ...context, ...more }).verdicts.map((one) => one.code);

describe("all that the law says about a person", () => {
  test("R03, R11, R15, R32: a home's resident with an expired card: duty, competence, exemption and fee at once", () => {
    const judgement = judge(aPerson({ idCardState: "EXPIRED", idExpiresOn: "2025-02-01", isPermanentResident: true }), ["ID_CARD"], context);
    expect(judgement.verdicts.map((one) => one.code)).toEqual(["duty.applies", "competence.dortmund", "exemption.possible"]);
    expect(judgement).toMatchObject({ blockers: [], competence: "COMPETENT", fee: { totalCents: 5200 } });
  });

  test("R05, R18, R36: an inmate registered elsewhere: voluntary, not competent, in time, 59.00 with the prison's photo", () => {
    const person = aPerson({ bornOn: "1996-01-01", mainResidence: "ELSEWHERE", custody: aSentence() });
    const judgement = judge(person, ["ID_CARD"], { ...context, photoBy: "PROVIDER" });
    expect(judgement.verdicts.map((one) => one.code)).toEqual(["duty.suspendedBySentence", "competence.custodyTooShort", "release.cardInTime"]);
    expect(judgement).toMatchObject({ blockers: [], fee: { totalCents: 5900 } });
  });

  test("R05: the law never refuses an early application of an inmate", () => {
    expect(judge(aPerson({ custody: aSentence({ releaseOn: "2036-01-01" }) }), ["ID_CARD"], context).blockers).toEqual([]);
  });

  test("R01: a blocker comes first, and of somebody who is not German neither duty nor competence is told", () => {
    expect(codes({ nationality: "OTHER", representation: "GUARDIAN_OTHER", appliesBy: "REPRESENTATIVE_ALONE" })).toEqual(["eligibility.notGerman", "representation.mustApplyInPerson"]);
  });

  test("R36: the planned day decides whether there is still time, not the day of asking", () => {
    const person = { custody: aSentence({ releaseOn: "2026-12-18" }) };
    expect(codes(person, ["ID_CARD"], { visitOn: "2026-11-24" })).toContain("release.cardInTime");
    expect(codes(person, ["ID_CARD"], { visitOn: "2026-11-25" })).toContain("release.tooLateForCard");
  });

  test("R10, R36: an earlier release concerns every service, the time for production only the ID card", () => {
    const person = { custody: aSentence({ releaseOn: "2027-01-06" }) };
    expect(codes(person, ["HAND_OVER"])).toEqual(["release.mayBeEarlier"]);
    expect(codes(person, ["PROVISIONAL_ID"])).not.toContain("release.cardInTime");
    expect(codes({ ...person, nationality: "OTHER" })).toEqual(["eligibility.notGerman", "release.mayBeEarlier"]);
  });

  test("R23, R32: a hand-over alone raises no verdict and no fee", () => {
    const judgement = judge(aPerson({ representation: "POWER_SIMPLE", appliesBy: "REPRESENTATIVE_ALONE", mainResidence: "UNKNOWN" }), ["HAND_OVER"], context);
    expect(judgement).toMatchObject({ verdicts: [], blockers: [], fee: { totalCents: 0 } });
  });
});
