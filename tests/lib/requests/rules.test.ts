import { closeRefusal, dateConflict, datesRefusal, furthestMonths, needsVisit, nextRequestState, requestVerbsFrom, sendRefusals, withdrawRefusal, type SendFacts } from "@/lib/requests/rules";
import { requestStates, requestVerbs, type BlockedTime, type RequestState, type RequestVerb, type WishWindow } from "@/lib/requests/types";
import { addDays, addMonths, instantOf } from "@/lib/time/calendar";
import { openDay } from "../../builders/days";

const today = "2026-11-22";
const person = { label: "Erika Muster", services: ["ID_CARD"], blockers: [], openCases: [] } as const;
const wish = { date: "2026-12-03", fromMinutes: 540, untilMinutes: 720 };
const complete: SendFacts = { state: "DRAFT", persons: [person], wishes: [wish], isInformed: true };
const refusals = (changes: Partial<SendFacts>, closures: Parameters<typeof sendRefusals>[2] = []) => sendRefusals({ ...complete, ...changes }, today, closures);

describe("the states of a request", () => {
  const allowed: Record<RequestState, Partial<Record<RequestVerb, RequestState>>> = {
    DRAFT: { send: "SENT" },
    SENT: { askBack: "QUESTIONED", accept: "ACCEPTED", decline: "DECLINED", withdraw: "WITHDRAWN" },
    QUESTIONED: { answer: "SENT", accept: "ACCEPTED", decline: "DECLINED", withdraw: "WITHDRAWN" },
    ACCEPTED: { withdraw: "WITHDRAWN", close: "CLOSED" },
    DECLINED: {},
    WITHDRAWN: {},
    CLOSED: { reopen: "ACCEPTED" },
  };

  test.each(requestStates)("from %s exactly the allowed verbs lead on", (state) => {
    for (const verb of requestVerbs) expect([verb, nextRequestState(state, verb)]).toEqual([verb, allowed[state][verb] ?? null]);
    expect([...requestVerbsFrom(state)].sort()).toEqual(Object.keys(allowed[state]).sort());
  });
});

describe("sending a request", () => {
  test("R65: a complete request can be sent, also without a wish for a date", () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ wishes: [] })).toEqual([]);
  });

  test("a request is sent once", () => {
    expect(refusals({ state: "SENT" })).toEqual([{ code: "request.wrongState", state: "SENT", verb: "send" }]);
  });

  test("it names at least one person, and for each at least one service", () => {
    expect(refusals({ persons: [] })).toEqual([{ code: "request.noPersons" }]);
    expect(refusals({ persons: [{ ...person, services: [] }] })).toEqual([{ code: "request.noServices", label: person.label }]);
  });

  test("R01, R20 to R23: what the law forbids keeps the request from being sent and names the person", () => {
    expect(refusals({ persons: [person, { ...person, label: "Max Beispiel", blockers: ["eligibility.notGerman"] }] })).toEqual([
      { code: "request.lawForbids", label: "Max Beispiel", verdictCode: "eligibility.notGerman" },
    ]);
  });

  test("a person with an open case for the same service is a duplicate, for another service not", () => {
    const openCases = [{ service: "ID_CARD", reference: "F-0042" }] as const;
    expect(refusals({ persons: [{ ...person, openCases }] })).toEqual([{ code: "request.duplicateCase", label: person.label, service: "ID_CARD", reference: "F-0042" }]);
    expect(refusals({ persons: [{ ...person, services: ["ADDRESS_CHANGE"], openCases }] })).toEqual([]);
  });

  test("R64: without the declaration that everybody is informed it is not sent", () => {
    expect(refusals({ isInformed: false })).toEqual([{ code: "request.notInformed" }]);
  });

  test("a wish lies after today and is a span of time", () => {
    expect(refusals({ wishes: [{ ...wish, date: today }] })).toEqual([{ code: "request.wishInThePast", date: today }]);
    expect(refusals({ wishes: [{ ...wish, date: addDays(today, 1) }] })).toEqual([]);
    expect(refusals({ wishes: [{ ...wish, untilMinutes: wish.fromMinutes }] })).toEqual([{ code: "request.wishEmpty", date: wish.date }]);
  });

  test("R54: a wish for a closed day is refused with the reason", () => {
    expect(refusals({ wishes: [{ ...wish, date: "2026-12-25" }] })).toEqual([{ code: "request.wishOnClosedDay", date: "2026-12-25", closed: { reason: "HOLIDAY", holiday: "CHRISTMAS_DAY" } }]);
    expect(refusals({}, [{ fromOn: wish.date, untilOn: addDays(wish.date, 1), of: "FACILITY", label: "Sommerfest" }])).toMatchObject([{ code: "request.wishOnClosedDay" }]);
  });

  test("everything that is missing is told at once", () => {
    expect(refusals({ persons: [], isInformed: false, wishes: [{ ...wish, date: today }] }).map((one) => one.code)).toEqual(["request.noPersons", "request.wishInThePast", "request.notInformed"]);
  });
});

describe("the dates that a house names", () => {
  const hours = { fromMinutes: 480, untilMinutes: 960 };
  const blocked = { firstOn: "2026-12-02", lastOn: "2026-12-04", fromMinutes: 0, untilMinutes: 1440 };
  const refusal = (wishes: readonly WishWindow[], times: readonly BlockedTime[] = []) => datesRefusal({ wishes, blocked: times }, today, [], hours)?.code ?? null;

  test("several windows and blocked times may stand side by side, also on one day", () => {
    expect(refusal([wish, { ...wish, fromMinutes: 720, untilMinutes: 780 }, { ...wish, date: "2026-12-07" }], [{ ...blocked, firstOn: "2026-12-07", lastOn: "2026-12-07", fromMinutes: 600, untilMinutes: 660 }])).toBeNull();
    expect(refusal([])).toBeNull();
  });

  test("R58: a wish touches the hours in which the house takes visits, lies within a year, and in no other wish's time", () => {
    expect(refusal([{ ...wish, fromMinutes: 960, untilMinutes: 1020 }])).toBe("request.wishOutsideHours");
    expect(refusal([{ ...wish, fromMinutes: 959, untilMinutes: 1020 }])).toBeNull();
    const last = addMonths(today, furthestMonths);
    expect([refusal([{ ...wish, date: openDay(last, 1) }])]).toEqual(["request.wishTooFar"]);
    expect(refusal([wish, { ...wish, fromMinutes: 719, untilMinutes: 780 }])).toBe("request.wishOverlaps");
  });

  test("a wish that is blocked from end to end cannot be, also where two blocked times meet; one that is partly free can", () => {
    expect(refusal([wish], [blocked])).toBe("request.wishBlocked");
    expect(refusal([wish], [{ ...blocked, untilMinutes: 600 }, { ...blocked, fromMinutes: 600 }])).toBe("request.wishBlocked");
    expect(refusal([wish], [{ ...blocked, untilMinutes: 600 }, { ...blocked, fromMinutes: 601 }])).toBeNull();
    expect(refusal([{ ...wish, date: "2026-12-07" }], [blocked])).toBeNull();
  });

  test("a blocked time ends after it begins, is not over, and no longer than a year ahead", () => {
    expect(refusal([], [{ ...blocked, lastOn: "2026-12-01" }])).toBe("request.blockedReversed");
    expect(refusal([], [{ ...blocked, fromMinutes: 600, untilMinutes: 600 }])).toBe("request.blockedReversed");
    expect(refusal([], [{ ...blocked, firstOn: "2026-11-01", lastOn: addDays(today, -1) }])).toBe("request.blockedInThePast");
    expect(refusal([], [{ ...blocked, firstOn: "2026-11-01", lastOn: today }])).toBeNull();
    expect(refusal([], [{ ...blocked, lastOn: addDays(addMonths(today, furthestMonths), 1) }])).toBe("request.blockedTooLong");
  });

  test("a stay in a blocked time, or outside of all wishes that are still to come, is in conflict; without a wish every time suits", () => {
    const stay = (from: number, until: number, date = wish.date) => ({ startsAt: instantOf(date, from), endsAt: instantOf(date, until) });
    const conflict = (one: ReturnType<typeof stay>, wishes: readonly WishWindow[], times: readonly BlockedTime[] = []) => dateConflict(one, { wishes, blocked: times }, today);
    expect(conflict(stay(540, 720), [wish])).toBeNull();
    expect(conflict(stay(540, 721), [wish])).toBe("OUTSIDE");
    expect(conflict(stay(540, 720, "2026-12-07"), [wish])).toBe("OUTSIDE");
    expect(conflict(stay(540, 720), [wish], [{ ...blocked, fromMinutes: 719 }])).toBe("BLOCKED");
    expect(conflict(stay(540, 720), [wish], [{ ...blocked, fromMinutes: 720 }])).toBeNull();
    expect(conflict(stay(540, 720), [{ ...wish, date: addDays(today, -1) }])).toBeNull();
    expect(conflict(stay(540, 720), [])).toBeNull();
  });
});

describe("after sending", () => {
  test("R11: an exemption alone needs no visit", () => {
    expect([needsVisit(["DUTY_EXEMPTION"]), needsVisit(["DUTY_EXEMPTION", "ID_CARD"]), needsVisit([])]).toEqual([false, true, false]);
  });

  test("a request can be withdrawn until the crew is under way", () => {
    expect(withdrawRefusal({ state: "ACCEPTED", hasVisitUnderway: false })).toBeNull();
    expect(withdrawRefusal({ state: "ACCEPTED", hasVisitUnderway: true })).toEqual({ code: "request.visitUnderway" });
    expect(withdrawRefusal({ state: "CLOSED", hasVisitUnderway: false })).toEqual({ code: "request.wrongState", state: "CLOSED", verb: "withdraw" });
  });

  test("a request is closed once all of its cases are", () => {
    expect(closeRefusal({ state: "ACCEPTED", openCaseCount: 1 })).toEqual({ code: "request.casesStillOpen", count: 1 });
    expect(closeRefusal({ state: "ACCEPTED", openCaseCount: 0 })).toBeNull();
  });
});
