import fc from "fast-check";
import { cardInTimeVerdicts, dutyFromOn, dutyOf, dutyVerdict, earliestRelease, earlyReleaseVerdicts, isInDutyWindow, lastUsefulOn } from "@/lib/law/duty";
import { addDays, birthdayOf, daysBetween } from "@/lib/time/calendar";
import { isWorkingDay } from "@/lib/time/holidays";
import { aPerson, aSentence, parameters, today } from "./person";

const releaseOn = "2027-05-31";
const dutyBegins = "2027-02-28";
const dayBefore = addDays(dutyBegins, -1);
const duty = (changes: Parameters<typeof aPerson>[0], on = today) => dutyVerdict(aPerson(changes), on, parameters);

describe("the duty to hold an ID card (§ 1 PAuswG)", () => {
  test("R03: from 16 on, without a valid ID card or passport and not exempted, the duty applies", () => {
    expect(duty({})).toMatchObject({ code: "duty.applies", rule: "R03" });
  });

  test("R03: it begins on the 16th birthday", () => {
    const bornOn = "2010-12-01";
    const birthday = birthdayOf(bornOn, parameters.dutyFromAge);
    expect(duty({ bornOn }, addDays(birthday, -1))).toMatchObject({ code: "duty.notYetOfAge", fromOn: "2026-12-01" });
    expect(duty({ bornOn }, birthday).code).toBe("duty.applies");
  });

  test("R03: a valid ID card fulfils it up to and including the last day printed on it", () => {
    const card = { idCardState: "VALID", idExpiresOn: "2026-12-24" } as const;
    expect(duty(card, "2026-12-24")).toMatchObject({ code: "duty.fulfilledByIdCard", expiresOn: "2026-12-24" });
    expect(duty(card, "2026-12-25").code).toBe("duty.applies");
  });

  test.each(["NONE", "EXPIRED", "LOST"] as const)("R03: a card that is %s fulfils nothing, whatever date is stated", (idCardState) => {
    expect(duty({ idCardState, idExpiresOn: "2030-01-01" }).code).toBe("duty.applies");
  });

  test("R03: an exemption ends it", () => {
    expect(duty({ isExempted: true }).code).toBe("duty.exempted");
  });

  test("R04: a valid passport fulfils it too", () => {
    expect(duty({ hasValidPassport: true })).toMatchObject({ code: "duty.fulfilledByPassport", rule: "R04" });
  });

  test("R05: in a sentence with more than three months left the duty is suspended, with the day on which it begins, and nothing is refused", () => {
    expect(duty({ custody: aSentence() }, dayBefore)).toEqual({
      code: "duty.suspendedBySentence",
      rule: "R05",
      weight: "informs",
      source: "§ 1 Abs. 2 Satz 2 PAuswG",
      dutyFromOn: dutyBegins,
      releaseOn,
    });
  });

  test("R06: from the day exactly three months before release the duty applies, boundary day included", () => {
    expect(duty({ custody: aSentence() }, dutyBegins)).toMatchObject({ code: "duty.appliesBeforeRelease", rule: "R06" });
    expect(duty({ custody: aSentence() }, addDays(dutyBegins, 1)).code).toBe("duty.appliesBeforeRelease");
  });

  test.each([
    ["2027-05-31", "2027-02-28"],
    ["2027-03-15", "2026-12-15"],
    ["2028-05-31", "2028-02-29"],
  ])("R07: with release on %s the duty begins on %s", (release, begins) => {
    expect(dutyFromOn(release, parameters)).toBe(begins);
  });

  test("R05, R06: on every day exactly one of the two holds, and it changes only once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: -200, max: 200 }), (untilRelease, offset) => {
        const release = addDays("2026-01-01", untilRelease);
        const on = addDays(dutyFromOn(release, parameters), offset);
        const code = duty({ bornOn: "1980-01-01", custody: aSentence({ releaseOn: release }) }, on).code;
        expect(code).toBe(offset < 0 ? "duty.suspendedBySentence" : "duty.appliesBeforeRelease");
      }),
    );
  });

  test.each(["REMAND", "DEFAULT_IMPRISONMENT", "OTHER"] as const)("R08: %s is not the sentence that the law names: the duty applies and is to be checked, however far the release", (kind) => {
    const verdict = duty({ custody: aSentence({ kind, releaseOn: "2029-01-01" }) });
    expect(verdict).toMatchObject({ code: "duty.custodyKindToCheck", rule: "R08", weight: "warns", custodyKind: kind });
    expect(dutyOf(verdict)).toBe("APPLIES");
  });

  test("R08: a passport fulfils the duty in remand as everywhere (R04)", () => {
    expect(duty({ hasValidPassport: true, custody: aSentence({ kind: "REMAND" }) }).code).toBe("duty.fulfilledByPassport");
  });

  test("R03 to R06: the duty binds exactly whom it applies to", () => {
    const answer = (changes: Parameters<typeof aPerson>[0], on = today) => dutyOf(duty(changes, on));
    expect([answer({}), answer({ custody: aSentence() }, dutyBegins)]).toEqual(["APPLIES", "APPLIES"]);
    expect([answer({ bornOn: today }), answer({ isExempted: true }), answer({ hasValidPassport: true }), answer({ idCardState: "VALID" }), answer({ custody: aSentence() }, dayBefore)]).toEqual(
      Array(5).fill("DOES_NOT_APPLY"),
    );
  });

  test("R05: without a release date nobody knows", () => {
    const verdict = duty({ custody: aSentence({ releaseOn: null }) });
    expect([verdict.code, dutyOf(verdict)]).toEqual(["duty.releaseUnknown", "UNKNOWN"]);
  });

  test("R59: the duty window of a sentence is the last three months, first and last day included", () => {
    const sentence = aSentence();
    const inWindow = (on: string, custody: Parameters<typeof isInDutyWindow>[0] = sentence) => isInDutyWindow(custody, on, parameters);
    expect([inWindow(dayBefore), inWindow(dutyBegins), inWindow(releaseOn), inWindow(addDays(releaseOn, 1))]).toEqual([false, true, true, false]);
    expect([inWindow(dutyBegins, null), inWindow(dutyBegins, aSentence({ kind: "REMAND" })), inWindow(dutyBegins, aSentence({ releaseOn: null }))]).toEqual([false, false, false]);
  });
});

describe("the day of release (§ 60 (2) StVollzG NRW)", () => {
  test.each([
    ["a Saturday", "2027-06-12", "2027-06-11", "WEEKEND"],
    ["a Sunday", "2027-06-13", "2027-06-11", "WEEKEND"],
    ["a holiday", "2027-05-27", "2027-05-26", "HOLIDAY"],
    ["Easter Monday", "2027-03-29", "2027-03-25", "HOLIDAY"],
    ["the first working day after Easter", "2027-03-30", "2027-03-25", "AFTER_EASTER"],
    ["the first working day after Pentecost", "2027-05-18", "2027-05-14", "AFTER_PENTECOST"],
    ["22 December", "2026-12-22", "2026-12-21", "CHRISTMAS_PERIOD"],
    ["6 January", "2027-01-06", "2026-12-21", "CHRISTMAS_PERIOD"],
    ["22 December after a weekend", "2030-12-23", "2030-12-20", "CHRISTMAS_PERIOD"],
  ])("R10: a release on %s (%s) may come on %s", (_, planned, earliest, reason) => {
    expect(earliestRelease(planned)).toEqual({ on: earliest, reason });
  });

  test.each([
    ["an ordinary Monday", "2027-05-31"],
    ["21 December", "2026-12-21"],
    ["7 January", "2027-01-07"],
    ["the second working day after Easter", "2027-03-31"],
  ])("R10: a release on %s (%s) stays where it is", (_, planned) => {
    expect(earliestRelease(planned)).toEqual({ on: planned, reason: null });
  });

  test("R10: the earliest release is a working day, never later than planned, at most three weeks earlier", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7300 }), (days) => {
        const planned = addDays("2026-01-01", days);
        const { on } = earliestRelease(planned);
        expect(isWorkingDay(on)).toBe(true);
        expect(on <= planned && daysBetween(on, planned) <= 21).toBe(true);
      }),
    );
  });

  test("R36: a card needs production and three days before the earliest release; the last useful day is included", () => {
    const last = addDays(releaseOn, -(parameters.productionDays + parameters.productionMarginDays));
    expect(lastUsefulOn(releaseOn, parameters)).toBe(last);
    expect(last).toBe("2027-05-07");
    expect(cardInTimeVerdicts(aSentence(), last, parameters)).toMatchObject([{ code: "release.cardInTime", lastUsefulOn: last }]);
    expect(cardInTimeVerdicts(aSentence(), addDays(last, 1), parameters)).toMatchObject([{ code: "release.tooLateForCard", lastUsefulOn: last, earliestOn: releaseOn }]);
  });

  test("R10, R36: where the release may come earlier, the last useful day follows it", () => {
    const sentence = aSentence({ releaseOn: "2027-01-06" });
    expect(earlyReleaseVerdicts(sentence)).toMatchObject([{ code: "release.mayBeEarlier", earliestOn: "2026-12-21", reason: "CHRISTMAS_PERIOD" }]);
    expect(cardInTimeVerdicts(sentence, today, parameters)).toMatchObject([{ code: "release.cardInTime", lastUsefulOn: "2026-11-27" }]);
    expect(earlyReleaseVerdicts(aSentence())).toEqual([]);
  });

  test("R36: outside of custody or without a date the law says nothing about a release", () => {
    for (const custody of [null, aSentence({ releaseOn: null })]) expect([...earlyReleaseVerdicts(custody), ...cardInTimeVerdicts(custody, today, parameters)]).toEqual([]);
  });
});
