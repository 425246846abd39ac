import { kitRefusal, nextKitState, pinEnvelopesNeeded, shortagesOf, takenRange } from "@/lib/kits/rules";
import { cardValidUntil } from "@/lib/law/validity";
import { kitStates, kitVerbs, type KitFacts, type KitState, type KitVerb } from "@/lib/kits/types";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { addDays, addMonths } from "@/lib/time/calendar";

const visitOn = "2026-12-03";
const parameters = parametersOn(seedParameters, visitOn);
const kit: KitFacts = { label: "Koffer 2", state: "OPERATIONAL", inServiceFromOn: null, contractEndsOn: null };

describe("the states of a kit", () => {
  const allowed: Record<KitState, Partial<Record<KitVerb, KitState>>> = {
    OPERATIONAL: { reportDefect: "DEFECT", sendToRepair: "IN_REPAIR", retire: "RETIRED" },
    DEFECT: { sendToRepair: "IN_REPAIR", returnToService: "OPERATIONAL", retire: "RETIRED" },
    IN_REPAIR: { returnToService: "OPERATIONAL", retire: "RETIRED" },
    RETIRED: {},
  };

  test.each(kitStates)("from %s exactly the allowed verbs lead on", (state) => {
    for (const verb of kitVerbs) expect([verb, nextKitState(state, verb)]).toEqual([verb, allowed[state][verb] ?? null]);
  });
});

describe("whether a kit can go out", () => {
  test("R50: an operational kit can, a broken, repaired or retired one cannot", () => {
    expect(kitRefusal(kit, visitOn)).toBeNull();
    for (const state of ["DEFECT", "IN_REPAIR", "RETIRED"] as const) expect(kitRefusal({ ...kit, state }, visitOn)).toEqual({ code: "kit.notOperational", label: kit.label, state });
  });

  test("R50: it goes out from its first day of service until the day before its contract ends", () => {
    expect(kitRefusal({ ...kit, inServiceFromOn: visitOn, contractEndsOn: addDays(visitOn, 1) }, visitOn)).toBeNull();
    expect(kitRefusal({ ...kit, inServiceFromOn: addDays(visitOn, 1) }, visitOn)).toMatchObject({ code: "kit.notYetInService" });
    expect(kitRefusal({ ...kit, contractEndsOn: visitOn }, visitOn)).toEqual({ code: "kit.contractEnded", label: kit.label, endedOn: visitOn });
  });

  test("R52: it is taken from leaving the depot until being back", () => {
    const frame = { departsAt: new Date("2026-12-03T07:00:00Z"), returnsAt: new Date("2026-12-03T11:00:00Z") };
    expect(takenRange(frame)).toEqual({ from: frame.departsAt, until: frame.returnsAt });
  });
});

describe("what must be in a kit", () => {
  const bornYearsBefore = (years: number) => addMonths(visitOn, -12 * years);

  test("R42: every application needs a PIN envelope", () => {
    expect(pinEnvelopesNeeded([bornYearsBefore(80), bornYearsBefore(30), bornYearsBefore(17)], visitOn, parameters)).toBe(3);
  });

  test("R42: a card that expires before the 16th birthday needs none; one that expires on it does", () => {
    const tenToday = bornYearsBefore(10);
    expect(pinEnvelopesNeeded([tenToday], visitOn, parameters)).toBe(1);
    expect(pinEnvelopesNeeded([addDays(tenToday, 1)], visitOn, parameters)).toBe(0);
  });

  test("R34: a card is valid for six years below 24, for ten from the 24th birthday on", () => {
    expect(cardValidUntil(addDays(bornYearsBefore(24), 1), "NONE", visitOn, parameters)).toBe("2032-12-03");
    expect(cardValidUntil(bornYearsBefore(24), "NONE", visitOn, parameters)).toBe("2036-12-03");
  });

  test("R42: what is short is named with both numbers; enough is not", () => {
    expect(shortagesOf({ PIN_ENVELOPE: 3 }, { PIN_ENVELOPE: 4, PROVISIONAL_BLANK: 1 })).toEqual([
      { kind: "PIN_ENVELOPE", needed: 4, inStock: 3 },
      { kind: "PROVISIONAL_BLANK", needed: 1, inStock: 0 },
    ]);
    expect(shortagesOf({ PIN_ENVELOPE: 4 }, { PIN_ENVELOPE: 4, PROVISIONAL_BLANK: 0 })).toEqual([]);
  });
});
