import { services, type Service } from "@/lib/cases/types";
import { exemptionVerdicts, nationalityVerdicts } from "@/lib/law/eligibility";
import { aPerson, today } from "./person";

const nationality = (nationalityOfPerson: "GERMAN" | "OTHER" | "UNKNOWN", requested: readonly Service[]) => nationalityVerdicts(aPerson({ nationality: nationalityOfPerson }), requested);
const exemption = (changes: Parameters<typeof aPerson>[0], requested: readonly Service[] = ["ID_CARD"]) => exemptionVerdicts(aPerson(changes), requested, today);

describe("nationality", () => {
  test.each(["ID_CARD", "PROVISIONAL_ID", "DUTY_EXEMPTION"] as const)("R01: %s is refused to everybody who is not German", (service) => {
    expect(nationality("OTHER", [service])).toMatchObject([{ code: "eligibility.notGerman", rule: "R01", weight: "blocks" }]);
  });

  test("R02: an unknown nationality is accepted and left to be cleared", () => {
    expect(nationality("UNKNOWN", ["ID_CARD"])).toMatchObject([{ code: "eligibility.nationalityUnknown", rule: "R02", weight: "warns" }]);
  });

  test("R01: for a German nothing is to be said, whatever is asked for", () => {
    expect(nationality("GERMAN", services)).toEqual([]);
  });

  test("R01: a card that exists is handed over without asking again", () => {
    expect(nationality("OTHER", ["HAND_OVER", "ADDRESS_CHANGE"])).toEqual([]);
  });
});

describe("exemption instead of an application (§ 1 (3) PAuswG)", () => {
  test.each([
    ["who stays in a home for good", { isPermanentResident: true }, "PERMANENT_RESIDENT"],
    ["with a legal guardian", { representation: "GUARDIAN_OTHER" }, "GUARDIAN"],
    ["who cannot act and has a certified power of attorney", { capacity: "INCAPABLE", representation: "POWER_CERTIFIED" }, "INCAPABLE_WITH_POWER"],
  ] as const)("R11: it is offered to somebody %s", (_, changes, ground) => {
    expect(exemption(changes)).toMatchObject([{ code: "exemption.possible", rule: "R11", ground }]);
  });

  test("R11: a certified power of attorney of somebody who can act is no ground", () => {
    expect(exemption({ representation: "POWER_CERTIFIED" })).toEqual([]);
  });

  test("R11: it is not offered beside itself, to the exempted, or while a document is valid", () => {
    expect(exemption({ isPermanentResident: true }, ["DUTY_EXEMPTION"])).toEqual([]);
    expect(exemption({ isPermanentResident: true, isExempted: true })).toEqual([]);
    expect(exemption({ isPermanentResident: true, hasValidPassport: true })).toEqual([]);
  });

  test("R12: asked for while ID card or passport are valid it warns, and does not refuse", () => {
    const early = [{ code: "exemption.documentStillValid", rule: "R12", weight: "warns" }];
    expect(exemption({ hasValidPassport: true }, ["DUTY_EXEMPTION"])).toMatchObject(early);
    expect(exemption({ idCardState: "VALID", idExpiresOn: today }, ["DUTY_EXEMPTION"])).toMatchObject(early);
    expect(exemption({ idCardState: "VALID", idExpiresOn: "2026-11-21" }, ["DUTY_EXEMPTION"])).toEqual([]);
  });
});
