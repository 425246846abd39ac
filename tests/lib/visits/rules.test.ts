import fc from "fast-check";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { addDays, addMinutes, instantOf } from "@/lib/time/calendar";
import {
  groupAdvice,
  announceRefusal,
  cancelRefusal,
  closedDayRefusal,
  closedOn,
  confirmRefusal,
  finishRefusal,
  isReminderDue,
  moveRefusal,
  nextVisitState,
  placeRefusal,
  questionRefusal,
  reminderOn,
  removeRefusal,
  stayMinutes,
  visitHoursRefusal,
  visitVerbsFrom,
  workBeginsAt,
} from "@/lib/visits/rules";
import { visitStates, visitVerbs, type VisitState, type VisitVerb } from "@/lib/visits/types";

const parameters = parametersOn(seedParameters, "2026-11-22");
const visitOn = "2026-12-03";
const startsAt = instantOf(visitOn, 9 * 60);
const justBefore = addMinutes(startsAt, -1);
const weekBefore = instantOf(addDays(visitOn, -7), 12 * 60);

describe("the states of a visit", () => {
  const allowed: Record<VisitState, Partial<Record<VisitVerb, VisitState>>> = {
    TO_PLAN: { place: "PLANNED", cancel: "CANCELLED" },
    PLANNED: { announce: "ANNOUNCED", move: "PLANNED", remove: "TO_PLAN", cancel: "CANCELLED" },
    ANNOUNCED: { confirm: "CONFIRMED", question: "ANNOUNCED", changePeople: "ANNOUNCED", move: "ANNOUNCED", remove: "TO_PLAN", depart: "UNDERWAY", cancel: "CANCELLED" },
    CONFIRMED: { changePeople: "CONFIRMED", move: "ANNOUNCED", remove: "TO_PLAN", depart: "UNDERWAY", cancel: "CANCELLED" },
    UNDERWAY: { finish: "DONE" },
    DONE: {},
    CANCELLED: {},
  };

  test.each(visitStates)("from %s exactly the allowed verbs lead on", (state) => {
    for (const verb of visitVerbs) expect([verb, nextVisitState(state, verb)]).toEqual([verb, allowed[state][verb] ?? null]);
    expect([...visitVerbsFrom(state)].sort()).toEqual(Object.keys(allowed[state]).sort());
  });

  test("a confirmed visit that moves must be confirmed anew", () => {
    expect(nextVisitState("CONFIRMED", "move")).toBe("ANNOUNCED");
  });

  test("no verb leads out of a done or cancelled visit, and no visit becomes underway unannounced", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...visitVerbs), { maxLength: 30 }), (verbs) => {
        let state: VisitState = "TO_PLAN";
        let isAnnounced = false;
        for (const verb of verbs) {
          const next = nextVisitState(state, verb);
          if (next === null) continue;
          expect(["DONE", "CANCELLED"]).not.toContain(state);
          isAnnounced = next === "ANNOUNCED" || (isAnnounced && next !== "TO_PLAN");
          if (next === "UNDERWAY") expect(isAnnounced).toBe(true);
          state = next;
        }
      }),
    );
  });
});

describe("the length of a stay", () => {
  const person = (isBedside = false, isDifficult = false) => ({ isBedside, isDifficult });
  const stay = (persons: readonly ReturnType<typeof person>[], isPrison = false) => stayMinutes({ persons, isPrison }, parameters);

  test("R53: set-up 20, 25 for each person, pack-down 15", () => {
    expect(stay([person()])).toBe(60);
    expect(stay([person(), person(), person(), person()])).toBe(135);
  });

  test("R53: at the bedside and where it is difficult a person takes 10 minutes more each", () => {
    expect([stay([person(true)]), stay([person(false, true)]), stay([person(true, true)])]).toEqual([70, 70, 80]);
  });

  test("R55: one person is enough; below the recommended number others may join, and nobody is refused", () => {
    expect([1, 2, 3, 4].map((persons) => groupAdvice(persons, parameters))).toEqual(["OTHERS_MAY_JOIN", "OTHERS_MAY_JOIN", null, null]);
    expect(groupAdvice(1, { ...parameters, visitMinimumPersons: 2 })).toBe("BELOW_MINIMUM");
  });

  test("R57: in a prison 30 minutes at the gate come before the set-up", () => {
    expect(stay([person()], true)).toBe(90);
    expect(workBeginsAt({ startsAt, isPrison: true }, parameters)).toEqual(addMinutes(startsAt, 30));
    expect(workBeginsAt({ startsAt, isPrison: false }, parameters)).toEqual(startsAt);
  });
});

describe("closed days", () => {
  const closure = { fromOn: "2026-12-24", untilOn: "2027-01-04", of: "CITY", label: "Betriebsferien" } as const;

  test("R54: weekends and public holidays of North Rhine-Westphalia are not booked, working days are", () => {
    expect(closedOn("2026-12-05", [])).toEqual({ reason: "WEEKEND" });
    expect(closedOn("2026-12-06", [])).toEqual({ reason: "WEEKEND" });
    expect(closedOn("2027-05-27", [])).toEqual({ reason: "HOLIDAY", holiday: "CORPUS_CHRISTI" });
    expect(closedOn("2026-12-24", [])).toBeNull();
    expect(closedDayRefusal(visitOn, [])).toBeNull();
  });

  test("R54: a closure of city or facility closes its days from the first on, and no longer on its end", () => {
    expect(closedOn("2026-12-23", [closure])).toBeNull();
    expect(closedOn("2026-12-24", [closure])).toEqual({ reason: "CLOSURE", of: "CITY", label: "Betriebsferien", untilOn: "2027-01-04" });
    expect(closedOn("2027-01-04", [closure])).toBeNull();
    expect(closedDayRefusal("2026-12-28", [{ ...closure, of: "FACILITY" }])).toMatchObject({ code: "visit.closedDay", date: "2026-12-28", closed: { reason: "CLOSURE", of: "FACILITY" } });
  });
});

describe("the facility's visit hours", () => {
  const forenoon = [{ fromMinutes: 8 * 60, untilMinutes: 12 * 60 }];
  const stay = (from: number, until: number) => ({ place: "Haus Lindenblick", startsAt: instantOf(visitOn, from), endsAt: instantOf(visitOn, until) });

  test("R58: the whole stay lies inside one of them, its end included", () => {
    expect(visitHoursRefusal(stay(8 * 60, 12 * 60), forenoon)).toBeNull();
    expect(visitHoursRefusal(stay(8 * 60 - 5, 9 * 60), forenoon)).toMatchObject({ code: "visit.outsideVisitHours", place: "Haus Lindenblick", hours: forenoon });
    expect(visitHoursRefusal(stay(11 * 60, 12 * 60 + 5), forenoon)).not.toBeNull();
  });

  test("R58: a stay does not bridge a break between two visit hours", () => {
    const both = [...forenoon, { fromMinutes: 13 * 60, untilMinutes: 16 * 60 }];
    expect(visitHoursRefusal(stay(13 * 60, 14 * 60), both)).toBeNull();
    expect(visitHoursRefusal(stay(11 * 60 + 30, 13 * 60 + 30), both)).not.toBeNull();
  });

  test("R58: without limits every time suits, with none at all no time does", () => {
    expect(visitHoursRefusal(stay(6 * 60, 20 * 60), null)).toBeNull();
    expect(visitHoursRefusal(stay(9 * 60, 10 * 60), [])).not.toBeNull();
  });
});

describe("placing, moving, removing, cancelling", () => {
  test("a visit is placed and moved only to a time that is still to come", () => {
    const past = { code: "visit.inThePast", startsAt };
    expect(placeRefusal({ state: "TO_PLAN", personCount: 2 }, startsAt, startsAt)).toEqual(past);
    expect(placeRefusal({ state: "TO_PLAN", personCount: 2 }, startsAt, justBefore)).toBeNull();
    expect(moveRefusal({ state: "CONFIRMED" }, startsAt, startsAt)).toEqual(past);
    expect(moveRefusal({ state: "CONFIRMED" }, startsAt, justBefore)).toBeNull();
  });

  test("nobody drives to a visit without people", () => {
    expect(placeRefusal({ state: "TO_PLAN", personCount: 0 }, startsAt, weekBefore)).toEqual({ code: "visit.nobodyToVisit" });
  });

  test.each(["UNDERWAY", "DONE", "CANCELLED"] as const)("a visit that is %s is neither moved nor removed nor cancelled", (state) => {
    expect(moveRefusal({ state }, startsAt, weekBefore)).toEqual({ code: "visit.wrongState", state, verb: "move" });
    expect(removeRefusal({ state })).toEqual({ code: "visit.wrongState", state, verb: "remove" });
    expect(cancelRefusal({ state })).toEqual({ code: "visit.wrongState", state, verb: "cancel" });
  });
});

describe("announcing", () => {
  const planned = { state: "PLANNED", startsAt, personCount: 3, crewCount: parameters.crewMinimum, hasVehicle: true } as const;
  const refusal = (changes: Partial<Parameters<typeof announceRefusal>[0]>, now = weekBefore) => announceRefusal({ ...planned, ...changes }, now, parameters);

  test("R50: a planned visit with time, people, a crew of two and a vehicle is announced", () => {
    expect(refusal({})).toBeNull();
  });

  test("R50: what is missing is named", () => {
    expect(refusal({ startsAt: null })).toEqual({ code: "visit.notOnTour" });
    expect(refusal({ personCount: 0 })).toEqual({ code: "visit.nobodyToVisit" });
    expect(refusal({ crewCount: parameters.crewMinimum - 1 })).toEqual({ code: "visit.crewTooSmall", have: 1, need: 2 });
    expect(refusal({ hasVehicle: false })).toEqual({ code: "visit.vehicleMissing" });
    expect(refusal({}, startsAt)).toEqual({ code: "visit.inThePast", startsAt });
    expect(refusal({ state: "TO_PLAN" })).toEqual({ code: "visit.wrongState", state: "TO_PLAN", verb: "announce" });
  });
});

describe("confirming and questioning", () => {
  const announced = { state: "ANNOUNCED", startsAt, unclearNationalityCount: 0, missingRepresentativeCount: 0 } as const;

  test("an announced visit is confirmed or questioned until it begins", () => {
    expect([confirmRefusal(announced, justBefore), questionRefusal(announced, justBefore)]).toEqual([null, null]);
    const begun = { code: "visit.alreadyBegun", startsAt };
    expect([confirmRefusal(announced, startsAt), questionRefusal(announced, startsAt)]).toEqual([begun, begun]);
  });

  test("R02: while a nationality is unclear the visit is not confirmed", () => {
    expect(confirmRefusal({ ...announced, unclearNationalityCount: 1 }, weekBefore)).toEqual({ code: "visit.nationalityUnclear", count: 1 });
  });

  test("R24: while a representative cannot come the visit is not confirmed", () => {
    expect(confirmRefusal({ ...announced, missingRepresentativeCount: 2 }, weekBefore)).toEqual({ code: "visit.representativeMissing", count: 2 });
  });

  test("a confirmed visit is not confirmed twice", () => {
    expect(confirmRefusal({ ...announced, state: "CONFIRMED" }, weekBefore)).toEqual({ code: "visit.wrongState", state: "CONFIRMED", verb: "confirm" });
  });

  test("a visit is finished once every person has an outcome", () => {
    expect(finishRefusal({ state: "UNDERWAY", withoutOutcomeCount: 1 })).toEqual({ code: "visit.outcomesMissing", count: 1 });
    expect(finishRefusal({ state: "UNDERWAY", withoutOutcomeCount: 0 })).toBeNull();
  });
});

describe("the reminder", () => {
  const remindOn = reminderOn(visitOn, parameters);
  const dueAt = (date: string) => instantOf(date, 6 * 60);
  const visit = { state: "ANNOUNCED" as VisitState, startsAt, announcedAt: weekBefore };

  test("it goes out three days before the visit, not earlier, and not after the visit began", () => {
    expect(remindOn).toBe(addDays(visitOn, -3));
    expect(isReminderDue(visit, addMinutes(instantOf(remindOn, 0), -1), parameters)).toBe(false);
    expect(isReminderDue(visit, instantOf(remindOn, 0), parameters)).toBe(true);
    expect(isReminderDue(visit, justBefore, parameters)).toBe(true);
    expect(isReminderDue(visit, startsAt, parameters)).toBe(false);
  });

  test("a visit announced on its reminder day or later needs no reminder", () => {
    expect(isReminderDue({ ...visit, announcedAt: instantOf(remindOn, 0) }, dueAt(visitOn), parameters)).toBe(false);
    expect(isReminderDue({ ...visit, announcedAt: addMinutes(instantOf(remindOn, 0), -1) }, dueAt(visitOn), parameters)).toBe(true);
  });

  test.each(["TO_PLAN", "PLANNED", "UNDERWAY", "DONE", "CANCELLED"] as const)("a visit that is %s is not reminded of", (state) => {
    expect(isReminderDue({ ...visit, state }, dueAt(remindOn), parameters)).toBe(false);
  });
});
