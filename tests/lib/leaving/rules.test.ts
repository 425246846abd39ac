import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { caseAfterLeaving, isUnforeseen, leaveReasonsNow, leaveRefusal } from "@/lib/leaving/rules";
import { leaveReasons } from "@/lib/leaving/types";
import { addMinutes, instantOf } from "@/lib/time/calendar";
import { changePeopleRefusal, peopleFixedAt } from "@/lib/visits/rules";

const parameters = parametersOn(seedParameters, "2026-11-22");
const startsAt = instantOf("2026-12-03", 9 * 60);
const visit = { state: "CONFIRMED", startsAt } as const;

test("who comes is fixed at noon of the working day before the visit", () => {
  expect(peopleFixedAt(startsAt, parameters)).toEqual(instantOf("2026-12-02", 12 * 60));
});

test("a weekend or holiday before the visit moves the hour to the last working day", () => {
  expect(peopleFixedAt(instantOf("2026-12-07", 9 * 60), parameters)).toEqual(instantOf("2026-12-04", 12 * 60));
  expect(peopleFixedAt(instantOf("2026-12-28", 9 * 60), parameters)).toEqual(instantOf("2026-12-24", 12 * 60));
});

test("until the hour a house takes people out by choice, from the hour on not any more", () => {
  const fixedAt = peopleFixedAt(startsAt, parameters);
  expect(changePeopleRefusal(visit, false, addMinutes(fixedAt, -1), parameters)).toBeNull();
  expect(changePeopleRefusal(visit, false, fixedAt, parameters)).toEqual({ code: "visit.peopleFixed", since: fixedAt });
});

test("hospital, transfer, release and death are reported until the visit begins", () => {
  for (const reason of leaveReasons.filter(isUnforeseen)) {
    expect(leaveRefusal(visit, reason, addMinutes(startsAt, -1), parameters)).toBeNull();
    expect(leaveRefusal(visit, reason, startsAt, parameters)).toEqual({ code: "visit.alreadyBegun", startsAt });
  }
  expect(leaveReasonsNow(visit, addMinutes(startsAt, -1), parameters)).toEqual(["IN_HOSPITAL", "TRANSFERRED", "RELEASED", "DECEASED"]);
});

test.each(["TO_PLAN", "PLANNED", "UNDERWAY", "DONE", "CANCELLED"] as const)("nobody is taken out of a visit that is %s", (state) => {
  expect(leaveReasonsNow({ state, startsAt }, addMinutes(startsAt, -20_000), parameters)).toEqual([]);
});

test("R49 a card that is being made waits for the office to clear where it goes; everything else of somebody who is gone ends", () => {
  for (const reason of ["TRANSFERRED", "RELEASED", "DECEASED", "NOT_WANTED"] as const) {
    expect(caseAfterLeaving(reason, "APPLIED")).toBe("CLEAR");
    expect(caseAfterLeaving(reason, "ACCEPTED")).toBe("END");
    expect(caseAfterLeaving(reason, "REQUESTED")).toBe("END");
  }
  for (const reason of ["NOT_THIS_TIME", "IN_HOSPITAL"] as const) expect(caseAfterLeaving(reason, "ACCEPTED")).toBe("WAIT");
});
