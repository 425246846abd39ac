import { feeOf, type FeeFacts } from "@/lib/law/fees";
import { feesChangedOn, parametersOn, seedParameters } from "@/lib/law/parameters";
import { addDays, addMonths } from "@/lib/time/calendar";

const visitOn = "2026-12-03";
const bornYearsBefore = (years: number, date = visitOn) => addMonths(date, -12 * years);

function fee(changes: Partial<FeeFacts>) {
  const facts: FeeFacts = {
    bornOn: bornYearsBefore(80),
    appliesOn: visitOn,
    services: ["ID_CARD"],
    photoBy: "PROVIDER",
    competence: "COMPETENT",
    isOutsideServiceHours: false,
    isDirectShipping: false,
    ...changes,
  };
  return feeOf(facts, parametersOn(seedParameters, facts.appliesOn));
}
const total = (changes: Partial<FeeFacts>) => fee(changes).totalCents;

describe("fees (§ 1 PAuswGebV)", () => {
  test("R26: below 24 the card costs 27.60, from the 24th birthday itself 46.00", () => {
    const birthday24 = bornYearsBefore(24);
    expect(total({ bornOn: addDays(birthday24, 1) })).toBe(2760);
    expect(total({ bornOn: birthday24 })).toBe(4600);
    expect(total({ bornOn: addDays(birthday24, -1) })).toBe(4600);
  });

  test("R27: an application before 7 February 2026 costs 37.00 or 22.80, on that day the new fee", () => {
    const before = addDays(feesChangedOn, -1);
    expect([total({ appliesOn: before }), total({ appliesOn: before, bornOn: bornYearsBefore(20) })]).toEqual([3700, 2280]);
    expect([total({ appliesOn: feesChangedOn }), total({ appliesOn: feesChangedOn, bornOn: bornYearsBefore(20) })]).toEqual([4600, 2760]);
  });

  test("R28: a provisional card costs 10.00, in addition where both are applied for", () => {
    expect(total({ services: ["PROVISIONAL_ID"] })).toBe(1000);
    expect(total({ services: ["ID_CARD", "PROVISIONAL_ID"] })).toBe(5600);
  });

  test("R29: a photo by the authority, also with the kit's camera, costs 6.00 on the regular card only", () => {
    expect(total({ photoBy: "AUTHORITY" })).toBe(5200);
    expect(total({ photoBy: "PROVIDER" })).toBe(4600);
    expect(total({ photoBy: "AUTHORITY", services: ["PROVISIONAL_ID"] })).toBe(1000);
  });

  test("R30: a visit outside of the office costs nothing more; outside of service hours or without competence 13.00, with both reasons 13.00 once", () => {
    expect(total({})).toBe(4600);
    expect(total({ isOutsideServiceHours: true })).toBe(5900);
    expect(total({ competence: "NOT_COMPETENT" })).toBe(5900);
    expect(total({ isOutsideServiceHours: true, competence: "NOT_COMPETENT" })).toBe(5900);
    expect(total({ services: ["PROVISIONAL_ID"], competence: "NOT_COMPETENT" })).toBe(2300);
    expect(total({ competence: "UNKNOWN" })).toBe(4600);
  });

  test("R31: direct shipping costs 15.00, for a regular card only", () => {
    expect(total({ isDirectShipping: true })).toBe(6100);
    expect(total({ isDirectShipping: true, services: ["PROVISIONAL_ID"] })).toBe(1000);
  });

  test("R32: 80 years old, photo with the kit, office hours, competent: 52.00", () => {
    expect(total({ photoBy: "AUTHORITY" })).toBe(5200);
  });

  test("R32: 20 years old, photo with the kit: 33.60", () => {
    expect(total({ bornOn: bornYearsBefore(20), photoBy: "AUTHORITY" })).toBe(3360);
  });

  test("R32: 80 years old with a provisional card: 62.00", () => {
    expect(total({ services: ["ID_CARD", "PROVISIONAL_ID"], photoBy: "AUTHORITY" })).toBe(6200);
  });

  test("R32: an inmate of 30, not competent, photo by the prison: 59.00", () => {
    expect(total({ bornOn: bornYearsBefore(30), competence: "NOT_COMPETENT" })).toBe(5900);
  });

  test("R32: the parts are named with their rule and add up to the total", () => {
    const { items, totalCents } = fee({ services: ["ID_CARD", "PROVISIONAL_ID"], photoBy: "AUTHORITY", competence: "NOT_COMPETENT", isDirectShipping: true });
    expect(items).toEqual([
      { code: "feeIdCard", rule: "R26", cents: 4600 },
      { code: "feeProvisionalId", rule: "R28", cents: 1000 },
      { code: "surchargePhotoByAuthority", rule: "R29", cents: 600 },
      { code: "surchargeHoursOrCompetence", rule: "R30", cents: 1300 },
      { code: "surchargeDirectShipping", rule: "R31", cents: 1500 },
    ]);
    expect(totalCents).toBe(9000);
  });

  test.each(["HAND_OVER", "ADDRESS_CHANGE", "DUTY_EXEMPTION"] as const)("R11, R32: %s is free, whatever else holds", (service) => {
    expect(fee({ services: [service], competence: "NOT_COMPETENT", isOutsideServiceHours: true, photoBy: "AUTHORITY", isDirectShipping: true })).toEqual({ totalCents: 0, items: [] });
  });
});
