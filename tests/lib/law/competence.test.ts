import { competenceOf, competenceVerdict } from "@/lib/law/competence";
import type { CustodyFacts, MainResidence } from "@/lib/residents/types";
import { addDays, subMonths } from "@/lib/time/calendar";
import { aPerson, aSentence, parameters, today } from "./person";

const competence = (mainResidence: MainResidence, custody: CustodyFacts | null = null) => competenceVerdict(aPerson({ mainResidence, custody }), today, parameters);
const since = (months: number, moreDays = 0) => aSentence({ sinceOn: addDays(subMonths(today, months), -moreDays) });

describe("local competence (§ 8 PAuswG)", () => {
  test("R15: Dortmund is competent for whoever has the main residence there, in custody or not", () => {
    expect(competence("DORTMUND")).toMatchObject({ code: "competence.dortmund", rule: "R15" });
    expect(competence("DORTMUND", since(1)).code).toBe("competence.dortmund");
  });

  test("R16: Dortmund is competent for whoever has no residence and stays there", () => {
    expect(competence("NONE")).toMatchObject({ code: "competence.staying", rule: "R16" });
  });

  test("R17: a home's resident registered elsewhere needs an important reason and an authorisation, for 13 EUR more; nothing is refused", () => {
    const verdict = competence("ELSEWHERE");
    expect(verdict).toMatchObject({ code: "competence.elsewhere", rule: "R17", weight: "warns", surchargeCents: 1300 });
    expect(competenceOf(verdict)).toBe("NOT_COMPETENT");
  });

  test("R18: an inmate registered elsewhere stays so for exactly twelve months of custody, and not a day longer", () => {
    expect(competence("ELSEWHERE", since(parameters.custodyMonthsRegistered))).toMatchObject({ code: "competence.custodyTooShort", rule: "R18", competentAfterOn: today });
    const longer = competence("ELSEWHERE", since(parameters.custodyMonthsRegistered, 1));
    expect([longer.code, competenceOf(longer)]).toEqual(["competence.registeredByPrison", "COMPETENT"]);
  });

  test("R18: an unregistered inmate is Dortmund's before three months as somebody staying, afterwards by the prison's notification", () => {
    const before = competence("NONE", since(parameters.custodyMonthsUnregistered));
    const after = competence("NONE", since(parameters.custodyMonthsUnregistered, 1));
    expect([before.code, after.code]).toEqual(["competence.staying", "competence.unregisteredInPrison"]);
    expect([competenceOf(before), competenceOf(after)]).toEqual(["COMPETENT", "COMPETENT"]);
  });

  test("R18: while nobody has said since when, custody elsewhere counts as short", () => {
    expect(competence("ELSEWHERE", aSentence({ sinceOn: null }))).toMatchObject({ code: "competence.custodyTooShort", competentAfterOn: null });
  });

  test("R15: an unknown residence leaves the competence open", () => {
    expect(competenceOf(competence("UNKNOWN"))).toBe("UNKNOWN");
  });
});
