import { fingerprintObstacles } from "@/lib/residents/types";
import { cardValidUntil, fingerprintsOf, getsPinEnvelope } from "@/lib/law/validity";
import { addDays, addMonths } from "@/lib/time/calendar";
import { parameters, today } from "./person";

const bornYearsAgo = (years: number) => addMonths(today, -12 * years);

describe("validity and fingerprints", () => {
  test("R34: six years below 24, ten from the 24th birthday on", () => {
    expect(cardValidUntil(addDays(bornYearsAgo(24), 1), "NONE", today, parameters)).toBe("2032-11-22");
    expect(cardValidUntil(bornYearsAgo(24), "NONE", today, parameters)).toBe("2036-11-22");
  });

  test("R34: while no finger can be taken the card is valid for twelve months; for good without fingers it is as long as any", () => {
    expect(cardValidUntil(bornYearsAgo(80), "TEMPORARY_ALL", today, parameters)).toBe("2027-11-22");
    for (const obstacle of ["SUBSTITUTE_FINGER", "PERMANENT_MEDICAL"] as const) expect(cardValidUntil(bornYearsAgo(80), obstacle, today, parameters)).toBe("2036-11-22");
  });

  test("R34: unlimited from 70 on is switched off until it is law, and then begins on the 70th birthday", () => {
    expect(parameters.unlimitedValidityFromAge).toBe(0);
    const changed = { ...parameters, unlimitedValidityFromAge: 70 };
    expect(cardValidUntil(bornYearsAgo(70), "NONE", today, changed)).toBeNull();
    expect(cardValidUntil(addDays(bornYearsAgo(70), 1), "NONE", today, changed)).toBe("2036-11-22");
    expect(cardValidUntil(bornYearsAgo(80), "TEMPORARY_ALL", today, changed)).toBe("2027-11-22");
  });

  test("R37: below six no fingerprints are taken, from the sixth birthday on they are", () => {
    for (const obstacle of fingerprintObstacles) expect(fingerprintsOf(addDays(bornYearsAgo(6), 1), obstacle, today, parameters)).toBe("NONE_BELOW_AGE");
    expect(fingerprintsOf(bornYearsAgo(6), "NONE", today, parameters)).toBe("BOTH_INDEX_FINGERS");
  });

  test("R38: each coded obstacle says what the crew does", () => {
    expect(fingerprintObstacles.map((obstacle) => fingerprintsOf(bornYearsAgo(80), obstacle, today, parameters))).toEqual(["BOTH_INDEX_FINGERS", "SUBSTITUTE_FINGER", "NONE_FOR_NOW", "NONE_FOR_GOOD"]);
  });

  test("R42: a child whose card ends before the 16th birthday gets no envelope, also where it ends early for want of fingers", () => {
    expect(getsPinEnvelope(bornYearsAgo(10), "NONE", today, parameters)).toBe(true);
    expect(getsPinEnvelope(addDays(bornYearsAgo(10), 1), "NONE", today, parameters)).toBe(false);
    expect(getsPinEnvelope(bornYearsAgo(14), "TEMPORARY_ALL", today, parameters)).toBe(false);
    expect(getsPinEnvelope(bornYearsAgo(80), "NONE", today, { ...parameters, unlimitedValidityFromAge: 70 })).toBe(true);
  });
});
