import { lacksAuthorisation } from "@/lib/law/authorisation";
import { addDays, addMonths } from "@/lib/time/calendar";
import { aPerson, aSentence, parameters, today } from "./person";

describe("the authorisation of the competent authority (§ 8 (4) PAuswG)", () => {
  test("R19: whoever is registered elsewhere gets nothing handed out before it is on record", () => {
    const person = aPerson({ mainResidence: "ELSEWHERE" });
    expect([lacksAuthorisation(person, null, today, parameters), lacksAuthorisation(person, today, today, parameters)]).toEqual([true, false]);
  });

  test("R19: where Dortmund is competent, or nobody knows, it is not asked for", () => {
    for (const mainResidence of ["DORTMUND", "NONE", "UNKNOWN"] as const) expect([mainResidence, lacksAuthorisation(aPerson({ mainResidence }), null, today, parameters)]).toEqual([mainResidence, false]);
  });

  test("R18, R19: in custody the day of the application decides, not the day on which the card arrives", () => {
    const person = aPerson({ mainResidence: "ELSEWHERE", custody: aSentence({ sinceOn: addMonths(today, -12) }) });
    expect([lacksAuthorisation(person, null, today, parameters), lacksAuthorisation(person, null, addDays(today, 1), parameters)]).toEqual([true, false]);
  });
});
