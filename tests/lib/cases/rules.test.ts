import fc from "fast-check";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { addDays } from "@/lib/time/calendar";
import {
  closeRefusal,
  compareByDeadline,
  dueOn,
  earliestDueOn,
  handOverFrom,
  isWaitingForVisit,
  nextCaseState,
  outcomeEffect,
  outcomesFor,
  retractionOf,
  serviceAtVisit,
  stateAtVisit,
} from "@/lib/cases/rules";
import {
  appointmentOutcomes,
  caseCloseReasons,
  caseStates,
  caseVerbs,
  notPossibleReasons,
  services,
  type CaseState,
  type CaseVerb,
  type DeadlineFacts,
  type DeadlineRank,
} from "@/lib/cases/types";

const today = "2026-11-22";
const parameters = parametersOn(seedParameters, today);

describe("the states of a case", () => {
  const allowed: Record<CaseState, Partial<Record<CaseVerb, CaseState>>> = {
    DRAFT: { send: "REQUESTED" },
    REQUESTED: { accept: "ACCEPTED", close: "CLOSED" },
    ACCEPTED: { apply: "APPLIED", impede: "ACCEPTED", close: "CLOSED", retractImpediment: "ACCEPTED" },
    APPLIED: { impede: "APPLIED", close: "CLOSED", retractApplication: "ACCEPTED", retractImpediment: "APPLIED" },
    CLOSED: { reopen: "ACCEPTED", reopenApplied: "APPLIED" },
  };

  test.each(caseStates)("from %s exactly the allowed verbs lead on", (state) => {
    for (const verb of caseVerbs) expect([verb, nextCaseState(state, verb)]).toEqual([verb, allowed[state][verb] ?? null]);
  });

  test("a case ends as done only once it was accepted, and as declined only before the application", () => {
    const reasons = (state: CaseState) => caseCloseReasons.filter((reason) => closeRefusal(state, reason) === null);
    expect(reasons("REQUESTED")).toEqual(["DECLINED", "WITHDRAWN", "GONE"]);
    expect(reasons("ACCEPTED")).toEqual(["DONE", "DECLINED", "WITHDRAWN", "GONE"]);
    expect(reasons("APPLIED")).toEqual(["DONE", "WITHDRAWN", "GONE"]);
    expect(closeRefusal("REQUESTED", "DONE")).toEqual({ code: "case.closeReasonDoesNotFit", state: "REQUESTED", reason: "DONE" });
    expect(closeRefusal("CLOSED", "DONE")).toEqual({ code: "case.wrongState", state: "CLOSED", verb: "close" });
  });
});

describe("outcomes at a visit", () => {
  test("an ID card is applied for at the first visit and handed over at the second, of the same case", () => {
    expect(outcomesFor("ID_CARD", "ACCEPTED")).toEqual(["APPLIED", "NOT_POSSIBLE"]);
    expect(outcomeEffect({ service: "ID_CARD", state: "ACCEPTED" }, "APPLIED", null)).toEqual({ ok: true, value: { verb: "apply" } });
    expect(outcomesFor("ID_CARD", "APPLIED")).toEqual(["HANDED_OVER", "NOT_POSSIBLE"]);
    expect(outcomeEffect({ service: "ID_CARD", state: "APPLIED" }, "HANDED_OVER", null)).toEqual({ ok: true, value: { verb: "close", reason: "DONE" } });
    expect([serviceAtVisit("ID_CARD", "ACCEPTED"), serviceAtVisit("ID_CARD", "APPLIED")]).toEqual(["ID_CARD", "HAND_OVER"]);
  });

  test.each([
    ["PROVISIONAL_ID", "ISSUED"],
    ["DUTY_EXEMPTION", "EXEMPTION_TAKEN"],
    ["HAND_OVER", "HANDED_OVER"],
    ["ADDRESS_CHANGE", "ADDRESS_CHANGED"],
  ] as const)("%s is finished with %s at its only visit", (service, outcome) => {
    expect(outcomesFor(service, "ACCEPTED")).toEqual([outcome, "NOT_POSSIBLE"]);
    expect(outcomesFor(service, "APPLIED")).toEqual([]);
    expect(outcomeEffect({ service, state: "ACCEPTED" }, outcome, null)).toEqual({ ok: true, value: { verb: "close", reason: "DONE" } });
  });

  test("not possible returns the case to planning with its reason", () => {
    for (const reason of ["ABSENT", "IN_HOSPITAL", "REFUSED", "ILL_TODAY", "DOCUMENT_MISSING", "REPRESENTATIVE_MISSING", "EQUIPMENT_FAULT", "NO_NETWORK"] as const) {
      expect(outcomeEffect({ service: "ID_CARD", state: "ACCEPTED" }, "NOT_POSSIBLE", reason)).toEqual({ ok: true, value: { verb: "impede", reason } });
    }
    expect(nextCaseState("ACCEPTED", "impede")).toBe("ACCEPTED");
  });

  test.each(["RELEASED", "TRANSFERRED", "DECEASED"] as const)("R49: not possible because the person is %s closes the case as gone", (reason) => {
    expect(outcomeEffect({ service: "ID_CARD", state: "APPLIED" }, "NOT_POSSIBLE", reason)).toEqual({ ok: true, value: { verb: "close", reason: "GONE" } });
  });

  test("not possible needs a reason, and a success has none", () => {
    expect(outcomeEffect({ service: "ID_CARD", state: "ACCEPTED" }, "NOT_POSSIBLE", null)).toEqual({ ok: false, refusal: { code: "case.notPossibleNeedsReason", service: "ID_CARD" } });
    expect(outcomeEffect({ service: "ID_CARD", state: "ACCEPTED" }, "APPLIED", "ABSENT")).toEqual({ ok: false, refusal: { code: "case.reasonWithoutNeed", outcome: "APPLIED", reason: "ABSENT" } });
  });

  test("an outcome that does not suit service and state is refused, and every accepted one leads to an allowed next state", () => {
    for (const service of services) {
      for (const state of caseStates) {
        expect(isWaitingForVisit(service, state)).toBe(outcomesFor(service, state).length > 0);
        for (const outcome of appointmentOutcomes) {
          const result = outcomeEffect({ service, state }, outcome, outcome === "NOT_POSSIBLE" ? notPossibleReasons[0] : null);
          expect(result.ok).toBe(outcomesFor(service, state).includes(outcome));
          if (!result.ok) expect(result.refusal).toEqual({ code: "case.outcomeDoesNotFit", service, state, outcome });
          else if (result.value.verb === "close") expect(closeRefusal(state, result.value.reason)).toBeNull();
          else expect(nextCaseState(state, result.value.verb)).not.toBeNull();
        }
      }
    }
    expect(isWaitingForVisit("ID_CARD", "REQUESTED")).toBe(false);
  });

  test("a corrected outcome leads back to where the visit found the case, whatever it had done", () => {
    for (const service of services) {
      for (const isHandOver of [false, true]) {
        const found = stateAtVisit(service, isHandOver);
        for (const outcome of outcomesFor(service, found)) {
          for (const reason of outcome === "NOT_POSSIBLE" ? notPossibleReasons : [null]) {
            const effect = outcomeEffect({ service, state: found }, outcome, reason);
            if (!effect.ok) throw new Error(effect.refusal.code);
            const after = nextCaseState(found, effect.value.verb)!;
            expect(nextCaseState(after, retractionOf(effect.value, found))).toBe(found);
          }
        }
      }
    }
    expect([stateAtVisit("ID_CARD", true), stateAtVisit("ID_CARD", false), stateAtVisit("HAND_OVER", true)]).toEqual(["APPLIED", "ACCEPTED", "ACCEPTED"]);
  });

  test("R47: a card is handed over from 14 days after the application on, by default after 28", () => {
    expect(handOverFrom("2026-12-03", parameters)).toEqual({ earliestOn: "2026-12-17", defaultOn: "2026-12-31" });
  });
});

describe("the deadline", () => {
  const none: DeadlineFacts = { service: "ID_CARD", askedOn: today, neededOn: null, idExpiresOn: null, custody: null };
  const due = (changes: Partial<DeadlineFacts>) => dueOn({ ...none, ...changes }, parameters);
  const releaseOn = "2027-05-31";
  const lastUseful = addDays(releaseOn, -(parameters.productionDays + parameters.productionMarginDays));
  const sentence = { kind: "SENTENCE", releaseOn } as const;

  test("R59: it is the earliest of stated need and expiry; without either there is none", () => {
    expect(due({})).toBeNull();
    expect(due({ neededOn: "2027-02-01" })).toBe("2027-02-01");
    expect(due({ neededOn: "2027-02-01", idExpiresOn: "2027-01-15" })).toBe("2027-01-15");
    expect(due({ neededOn: "2027-01-01", idExpiresOn: "2027-01-15" })).toBe("2027-01-01");
  });

  test("R59: for a sentenced person's ID card it is the last useful day, not the release", () => {
    expect(due({ custody: sentence })).toBe(lastUseful);
    expect(due({ custody: sentence, neededOn: addDays(lastUseful, -1) })).toBe(addDays(lastUseful, -1));
    expect(due({ custody: sentence, neededOn: addDays(lastUseful, 1) })).toBe(lastUseful);
  });

  test("R59, R10: what is finished on the spot presses until the earliest release", () => {
    expect(due({ service: "PROVISIONAL_ID", custody: sentence })).toBe(releaseOn);
    expect(due({ service: "HAND_OVER", custody: { ...sentence, releaseOn: "2027-01-03" } })).toBe("2026-12-21");
  });

  test("R59: in remand the release itself counts, where one is known", () => {
    expect(due({ custody: { kind: "REMAND", releaseOn } })).toBe(releaseOn);
    expect(due({ custody: { kind: "REMAND", releaseOn: null } })).toBeNull();
  });

  test("R59: a day that had passed when the facility asked counts as the day it asked", () => {
    expect(due({ idExpiresOn: "2019-03-01" })).toBe(today);
    expect(due({ idExpiresOn: today })).toBe(today);
    expect(due({ idExpiresOn: "2019-03-01", askedOn: null })).toBe("2019-03-01");
  });

  test("R59: a request is as pressing as its most pressing case", () => {
    expect(earliestDueOn([null, "2027-01-02", "2027-01-01"])).toBe("2027-01-01");
    expect(earliestDueOn([null])).toBeNull();
  });
});

describe("the order of the inbox", () => {
  const rank = (dueOnDay: string | null, isPrisonInDutyWindow = false, minute = 0): DeadlineRank => ({ dueOn: dueOnDay, isPrisonInDutyWindow, sentAt: new Date(Date.UTC(2026, 10, 20, 8, minute)) });
  const anyRank = fc.tuple(fc.constantFrom("2026-12-01", "2026-12-02", null), fc.boolean(), fc.integer({ min: 0, max: 3 })).map(([day, prison, minute]) => rank(day, prison, minute));

  test("R59: the earliest deadline comes first, no deadline last, also before a prison's and an older request", () => {
    const order = [rank(null, true, 0), rank("2026-12-02", true, 1), rank("2026-12-01", false, 5)];
    expect([...order].sort(compareByDeadline).map((one) => one.dueOn)).toEqual(["2026-12-01", "2026-12-02", null]);
  });

  test("R59: on the same day a prison in its duty window comes before a home, then who asked first", () => {
    const home = rank("2026-12-01", false, 0);
    const prison = rank("2026-12-01", true, 9);
    const laterPrison = rank("2026-12-01", true, 10);
    expect([home, laterPrison, prison].sort(compareByDeadline)).toEqual([prison, laterPrison, home]);
  });

  test("R59: the order is total: it does not depend on the order before", () => {
    fc.assert(
      fc.property(fc.array(anyRank, { maxLength: 8 }), (ranks) => {
        const once = [...ranks].sort(compareByDeadline);
        expect([...ranks].reverse().sort(compareByDeadline)).toEqual(once);
        for (const [index, one] of once.entries()) for (const later of once.slice(index + 1)) expect(compareByDeadline(one, later)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
