import { nothingAsked } from "@/lib/cases/types";
import { parameterKeys, parameterUnits, seedParameters, type ParameterKey } from "@/lib/law/parameters";
import { addRefusal, effectOf, isReckoned, withdrawRefusal } from "@/lib/parameters/rules";
import { newValueSchema, valueOfTyped } from "@/lib/parameters/schema";
import { unitRanges, type OpenPerson, type OpenVisit } from "@/lib/parameters/types";
import { addDays, addMonths } from "@/lib/time/calendar";
import { aPerson, aSentence, today } from "../law/person";

const from = "2027-03-01";
const change = (key: ParameterKey, value: number) => ({ key, value, validFrom: from });
const open = (changes: Parameters<typeof aPerson>[0] = {}, more: Partial<OpenPerson> = {}): OpenPerson => ({ facts: aPerson(changes), services: ["ID_CARD"], asked: nothingAsked, photoBy: "AUTHORITY", fingerprintObstacle: "NONE", ...more });
const visit = (bedsides: readonly boolean[], isPrison = false): OpenVisit => ({ isPrison, persons: bedsides.map((isBedside) => ({ isBedside, isDifficult: false })) });
const effect = (key: ParameterKey, value: number, persons: readonly OpenPerson[], visits: readonly OpenVisit[] = []) => effectOf(change(key, value), seedParameters, { persons, visits });

describe("R69: a dated value", () => {
  test("R69: begins tomorrow at the earliest, once a day, and is another one than before", () => {
    const refusal = (validFrom: string, value = 5000) => addRefusal(seedParameters, { key: "feeIdCard", value, validFrom }, today)?.code ?? null;
    expect([addDays(today, -1), today, addDays(today, 1)].map((day) => refusal(day))).toEqual(["parameter.notInFuture", "parameter.notInFuture", null]);
    expect(refusal(from, 4600)).toBe("parameter.unchanged");
    const rows = [...seedParameters, { key: "feeIdCard", value: 5000, validFrom: from, validUntil: null, source: "x", note: null } as const];
    expect(addRefusal(rows, change("feeIdCard", 5100), today)).toEqual({ code: "parameter.sameDay", validFrom: from });
  });

  test("R69: service hours begin before they end", () => {
    expect(addRefusal(seedParameters, change("serviceFrom", 17 * 60), today)?.code).toBe("parameter.hoursReversed");
    expect(addRefusal(seedParameters, change("serviceFrom", 8 * 60), today)).toBeNull();
  });

  test("R69: is taken back only before it has begun", () => {
    expect([addDays(today, -1), today, addDays(today, 1)].map((validFrom) => withdrawRefusal({ validFrom }, today)?.code ?? null)).toEqual(["parameter.inForce", "parameter.inForce", null]);
  });

  test("R69: what is typed is read by its unit, within its range", () => {
    expect([valueOfTyped("46", "CENTS"), valueOfTyped("46,05", "CENTS"), valueOfTyped("46.05", "CENTS"), valueOfTyped("46,5", "CENTS")]).toEqual([4600, 4605, null, null]);
    expect([valueOfTyped("7:30", "MINUTE_OF_DAY"), valueOfTyped("24:00", "MINUTE_OF_DAY"), valueOfTyped("-1", "DAYS"), valueOfTyped("1,5", "DAYS"), valueOfTyped("21", "DAYS")]).toEqual([450, null, null, null, 21]);
    const typed = (key: string, value: string) => newValueSchema.safeParse({ key, value, validFrom: from, source: "PAuswGebV", note: "" }).success;
    expect([typed("highSeasonFrom", "12"), typed("highSeasonFrom", "13"), typed("crewMinimum", "0"), typed("feeIdCard", "1000,00"), typed("feeIdCard", "1000,01"), typed("nothing", "1")]).toEqual([true, false, false, true, false, false]);
  });

  test("R69: every value with which the portal begins lies within the range of its unit", () => {
    for (const { key, value } of seedParameters) {
      const [least, most] = unitRanges[parameterUnits[key]];
      expect([key, least <= value && value <= most]).toEqual([key, true]);
    }
  });
});

describe("what a value would change", () => {
  test("R26, R69: a new fee is told as the fee of a person before and after, with how many pay it", () => {
    const young = open({ bornOn: addMonths(from, -12 * 20) });
    expect(effect("feeIdCard", 5000, [open(), open(), young]).fees).toEqual([{ fromCents: 5200, toCents: 5600, persons: 2 }]);
    expect(effect("surchargePhotoByAuthority", 700, [open(), open({}, { photoBy: "PROVIDER" }), young]).fees).toEqual([
      { fromCents: 3360, toCents: 3460, persons: 1 },
      { fromCents: 5200, toCents: 5300, persons: 1 },
    ]);
  });

  test("R26, R69: the age of the first day counts, not that of today", () => {
    const turns24 = open({ bornOn: addMonths(from, -12 * 24) });
    expect(effect("feeIdCardYoung", 3000, [turns24]).fees).toEqual([]);
  });

  test("R06, R36, R69: periods before a release change the duty and the last useful day", () => {
    const inmate = open({ custody: aSentence({ releaseOn: "2027-07-15" }) }, { photoBy: "PROVIDER" });
    const longer = effect("dutyMonthsBeforeRelease", 6, [inmate, open()]);
    expect(longer.parts).toEqual([{ part: "duty", persons: 1 }]);
    const soon = open({ custody: aSentence({ releaseOn: "2027-05-28" }) });
    expect(effect("productionMarginDays", 10, [soon, inmate, open()])).toMatchObject({ lastUseful: 1, fees: [] });
  });

  test("R20, R69: an age decides who can no longer be sent", () => {
    const teenager = open({ bornOn: addMonths(from, -12 * 16 - 6) });
    expect(effect("dutyFromAge", 17, [teenager, open()])).toMatchObject({ refused: 1, allowed: 0 });
    expect(effect("dutyFromAge", 15, [open({ bornOn: addMonths(from, -12 * 15 - 6) })])).toMatchObject({ refused: 0, allowed: 1 });
  });

  test("R34, R69: another validity is counted per card", () => {
    expect(effect("unlimitedValidityFromAge", 70, [open(), open({ bornOn: addMonths(from, -12 * 40) }), open({}, { services: ["HAND_OVER"] })])).toMatchObject({ validity: 1 });
  });

  test("R53, R69: visits are counted by the minutes by which they become longer or shorter", () => {
    const visits = [visit([false, true]), visit([false]), visit([true, false]), visit([], true)];
    expect(effect("personMinutes", 30, [], visits).stays).toEqual([{ minutes: 5, visits: 1 }, { minutes: 10, visits: 2 }]);
    expect(effect("bedsideMinutes", 5, [], visits).stays).toEqual([{ minutes: -5, visits: 2 }]);
    expect(effect("prisonGateMinutes", 45, [], visits).stays).toEqual([{ minutes: 15, visits: 1 }]);
  });

  test("R69: what cannot be reckoned from open cases changes none of them, and what can, is", () => {
    const crowd = [open(), open({ custody: aSentence() }), open({ bornOn: addMonths(from, -12 * 15) }), open({ idCardState: "VALID", idExpiresOn: addMonths(from, 5) }), open({}, { fingerprintObstacle: "TEMPORARY_ALL" }), open({ bornOn: addMonths(from, -12 * 18) }, { asked: { ...nothingAsked, isShippingWanted: true, neededOn: addDays(from, 2) }, services: ["ID_CARD", "PROVISIONAL_ID"] }), open({ mainResidence: "ELSEWHERE", custody: aSentence({ sinceOn: addMonths(from, -9), releaseOn: "2027-09-10" }) }), open({ mainResidence: "NONE", custody: aSentence({ sinceOn: addMonths(from, -9), releaseOn: "2027-10-13" }) })];
    const visits = [visit([true, false], true), { isPrison: false, persons: [{ isBedside: false, isDifficult: true }] }];
    const unmoved = { fees: [], parts: [], refused: 0, allowed: 0, validity: 0, lastUseful: 0, stays: [] };
    const isMoved = (key: ParameterKey) => {
      const [least, most] = unitRanges[parameterUnits[key]];
      return [least, most, 17, 25].some((value) => least <= value && value <= most && JSON.stringify({ ...effect(key, value, crowd, visits), persons: 0, visits: 0 }) !== JSON.stringify({ persons: 0, visits: 0, ...unmoved }));
    };
    expect(parameterKeys.filter((key) => isMoved(key) !== isReckoned(key))).toEqual([]);
  });
});
