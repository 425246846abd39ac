import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { currentKind, hasLostDuty, releaseDaysOf, unchangedRefusal, visitStanding } from "@/lib/releases/rules";

const parameters = parametersOn(seedParameters, "2027-01-04");
const sentence = (releaseOn: string | null) => ({ kind: "SENTENCE", releaseOn }) as const;

describe("what hangs on a release", () => {
  test("R07: release 31 May 2027 gives the duty from 28 February 2027, 15 March 2027 from 15 December 2026, 31 May 2028 from 29 February 2028", () => {
    const duty = (releaseOn: string) => releaseDaysOf(sentence(releaseOn), parameters)?.dutyFromOn;
    expect([duty("2027-05-31"), duty("2027-03-15"), duty("2028-05-31")]).toEqual(["2027-02-28", "2026-12-15", "2028-02-29"]);
  });

  test("R08: only a sentence suspends the duty; the other days hang on every release", () => {
    expect(releaseDaysOf({ kind: "REMAND", releaseOn: "2027-05-31" }, parameters)).toMatchObject({ dutyFromOn: null, releaseOn: "2027-05-31", lastUsefulOn: "2027-05-07" });
  });

  test("R10: the earliest day carries its reason", () => {
    // The 27th of March 2027 is the Saturday before Easter, the 26th Good Friday.
    expect(releaseDaysOf(sentence("2027-03-27"), parameters)).toMatchObject({ earliestOn: "2027-03-25", reason: "WEEKEND" });
    expect(releaseDaysOf(sentence("2027-01-04"), parameters)).toMatchObject({ earliestOn: "2026-12-21", reason: "CHRISTMAS_PERIOD" });
    expect(releaseDaysOf(sentence("2027-05-26"), parameters)).toMatchObject({ earliestOn: "2027-05-26", reason: null });
  });

  test("nothing hangs on a release that nobody knows", () => {
    expect(releaseDaysOf(sentence(null), parameters)).toBeNull();
    expect(visitStanding(null, "2027-03-10", true, parameters)).toBe("FITS");
  });

  test("R09, R36: a visit fits until the last useful day, then the card is late, and from the earliest release on the person may be free", () => {
    const standing = (visitOn: string, isForCard = true) => visitStanding("2027-05-31", visitOn, isForCard, parameters);
    expect([standing("2027-05-07"), standing("2027-05-08"), standing("2027-05-30"), standing("2027-05-31")]).toEqual(["FITS", "TOO_LATE_FOR_CARD", "TOO_LATE_FOR_CARD", "BEFORE_VISIT"]);
    expect([standing("2027-05-30", false), standing("2027-05-31", false)]).toEqual(["FITS", "BEFORE_VISIT"]);
  });

  test("R05: the duty is lost where a forecast before gave it and today's does not", () => {
    expect(hasLostDuty(sentence("2027-09-01"), ["2027-06-10"], "2027-03-10", parameters)).toBe(true);
    expect(hasLostDuty(sentence("2027-06-10"), ["2027-05-10"], "2027-03-10", parameters)).toBe(false);
    expect(hasLostDuty(sentence(null), ["2027-05-10"], "2027-03-10", parameters)).toBe(false);
    expect(hasLostDuty(null, ["2027-05-10"], "2027-03-10", parameters)).toBe(false);
  });
});

describe("a forecast", () => {
  test("is the newest one, and an expected one where none was stated", () => {
    expect(currentKind([])).toBe("EXPECTED");
    expect(currentKind([{ from: null, to: "2027-05-31", kind: "FIXED" }, { from: "2027-05-31", to: null, kind: "EARLIEST" }])).toBe("FIXED");
  });

  test("is a new one where the day or its certainty is another", () => {
    const before = { releaseOn: "2027-05-31", kind: "EXPECTED" } as const;
    expect(unchangedRefusal(before, before)).toEqual({ code: "release.unchanged" });
    expect(unchangedRefusal(before, { ...before, kind: "FIXED" })).toBeNull();
    expect(unchangedRefusal(before, { ...before, releaseOn: null })).toBeNull();
  });
});
