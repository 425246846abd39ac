import { caseDataGoneOn, dateRefusals, gapsOf, oldestAge, rosterEntryGoneOn } from "@/lib/residents/rules";
import type { ResidentFacts } from "@/lib/residents/types";
import { addDays, addMonths } from "@/lib/time/calendar";
import { aPerson, aSentence, parameters, today } from "../law/person";

const refusals = (changes: Partial<ResidentFacts>) => dateRefusals(aPerson(changes), today);
const gaps = (changes: Partial<ResidentFacts>) => gapsOf(aPerson(changes), ["ID_CARD"]);

describe("dates that cannot be true", () => {
  test("nobody is born after today, or longer ago than anybody has lived", () => {
    expect(refusals({ bornOn: today })).toEqual([]);
    expect(refusals({ bornOn: addDays(today, 1) })).toEqual([{ code: "resident.bornInTheFuture", bornOn: addDays(today, 1) }]);
    const oldest = addDays(addMonths(today, -12 * (oldestAge + 1)), 1);
    expect(refusals({ bornOn: oldest })).toEqual([]);
    expect(refusals({ bornOn: addDays(oldest, -1) })).toEqual([{ code: "resident.bornTooLongAgo", bornOn: addDays(oldest, -1) }]);
  });

  test("custody has begun and is not yet over, in that order", () => {
    expect(refusals({ custody: aSentence({ sinceOn: today, releaseOn: today }) })).toEqual([]);
    expect(refusals({ custody: aSentence({ sinceOn: addDays(today, 1) }) })).toMatchObject([{ code: "resident.custodyInTheFuture" }]);
    expect(refusals({ custody: aSentence({ releaseOn: addDays(today, -1) }) })).toMatchObject([{ code: "resident.releaseInThePast" }]);
    expect(refusals({ custody: aSentence({ sinceOn: "2026-06-01", releaseOn: "2026-05-31" }) }).map((one) => one.code)).toContain("resident.releaseBeforeCustody");
  });
});

describe("gaps", () => {
  test("a known person has none, and what is not applied for asks for nothing", () => {
    expect(gaps({})).toEqual([]);
    expect(gapsOf(aPerson({ nationality: "UNKNOWN", mainResidence: "UNKNOWN" }), ["HAND_OVER"])).toEqual([]);
  });

  test("R02, R24: every open answer is named", () => {
    expect(gaps({ nationality: "UNKNOWN", mainResidence: "UNKNOWN", idCardState: "VALID", appliesBy: "WITH_REPRESENTATIVE" })).toEqual(["NATIONALITY", "MAIN_RESIDENCE", "ID_EXPIRY", "REPRESENTATIVE_PRESENCE"]);
    expect(gaps({ mainResidence: "ELSEWHERE", custody: aSentence({ sinceOn: null, releaseOn: null }) })).toEqual(["CUSTODY_SINCE", "RELEASE_DATE"]);
  });

  test("nobody is asked for what decides nothing: the beginning of custody of somebody of Dortmund, the release in remand", () => {
    expect(gaps({ custody: aSentence({ kind: "REMAND", sinceOn: null, releaseOn: null }) })).toEqual([]);
  });
});

describe("how long data is kept", () => {
  test("R63: a case's personal data is gone seven days after it was closed", () => {
    expect(caseDataGoneOn({ closedOn: today, lastVisitOn: today }, parameters)).toBe(addDays(today, 7));
  });

  test("R63: at the latest 180 days after the last visit it is gone, also while the case is open", () => {
    expect(caseDataGoneOn({ closedOn: null, lastVisitOn: today }, parameters)).toBe(addDays(today, 180));
    expect(caseDataGoneOn({ closedOn: addDays(today, 179), lastVisitOn: today }, parameters)).toBe(addDays(today, 180));
    expect(caseDataGoneOn({ closedOn: null, lastVisitOn: null }, parameters)).toBeNull();
  });

  test("R63: a roster entry goes with the person, or after twelve months in which nobody confirmed it", () => {
    expect(rosterEntryGoneOn({ goneOn: null, confirmedOn: "2026-02-28" }, parameters)).toBe("2027-02-28");
    expect(rosterEntryGoneOn({ goneOn: "2026-12-01", confirmedOn: today }, parameters)).toBe("2026-12-01");
    expect(rosterEntryGoneOn({ goneOn: "2028-12-01", confirmedOn: "2026-02-28" }, parameters)).toBe("2027-02-28");
  });
});
