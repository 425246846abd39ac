import { verdict, verdictTable, type Verdict, type VerdictCode } from "@/lib/law/verdicts";
import { verdictText } from "@/lib/messages/law";

/** Facts that suit every code; each sentence takes its own. */
const facts = {
  fromOn: "2027-01-01",
  expiresOn: "2027-01-01",
  dutyFromOn: "2027-02-28",
  releaseOn: "2027-05-31",
  earliestOn: "2026-12-21",
  lastUsefulOn: "2027-05-07",
  reason: "WEEKEND",
  ground: "PERMANENT_RESIDENT",
  custodyKind: "REMAND",
  surchargeCents: 1300,
  competentAfterOn: "2027-01-01",
  sinceOn: "2026-01-01",
  appliesAloneFromOn: "2027-01-01",
  representation: "NONE",
  neededOn: "2027-02-01",
  readyOn: "2027-02-22",
  months: 3,
  cents: 2000,
  fromAge: 16,
  hasPassport: false,
};
const codes = Object.keys(verdictTable) as VerdictCode[];

describe("what the law says, in German", () => {
  test.each(codes)("%s has whole sentences without officialese, exclamation marks or holes", (code) => {
    const text = verdictText({ code, ...verdictTable[code], ...facts } as unknown as Verdict);
    expect(text).toMatch(/^[A-ZÄÖÜ].*\.$/s);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|!|erfolgreich|gemäß|bzw\.| {2}/);
  });

  test("R05: the sentence begins with the day from which the duty applies", () => {
    expect(verdictText(verdict("duty.suspendedBySentence", { dutyFromOn: "2027-02-28", releaseOn: "2027-05-31" }))).toBe("Pflicht ab 28. Februar 2027. Bis dahin ist der Antrag freiwillig.");
  });

  test("R15: the sentence begins with who is competent", () => {
    expect(verdictText(verdict("competence.dortmund"))).toBe("Zuständig: Dortmund.");
  });

  test("R17: the surcharge is named as an amount", () => {
    expect(verdictText(verdict("competence.elsewhere", { surchargeCents: 1300 }))).toContain("13,00 € mehr");
  });

  test("R18: without the beginning of custody no day is invented", () => {
    expect(verdictText(verdict("competence.custodyTooShort", { competentAfterOn: null, surchargeCents: 1300 }))).toContain("solange der Haftbeginn offen ist");
  });
});
