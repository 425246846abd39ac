import { correctionRefusal, correctorOf } from "@/lib/corrections/rules";
import { correctOutcomeSchema, results } from "@/lib/corrections/schema";
import { appointmentOutcomes, notPossibleReasons } from "@/lib/cases/types";
import { tourStates } from "@/lib/tours/types";

const by = (corrector: "crew" | "office") => tourStates.flatMap((tourState) => [true, false].filter((isRecordedToday) => correctionRefusal({ by: corrector, tourState, isRecordedToday }) === null).map((isToday) => [tourState, isToday]));

test("the crew corrects on the same day while the tour is under way, and at no other time", () => {
  expect(by("crew")).toEqual([["UNDERWAY", true]]);
});

test("the team lead corrects at every other time, so that somebody always can and never both", () => {
  expect(by("office")).toHaveLength(tourStates.length * 2 - 1);
  expect(correctionRefusal({ by: "office", tourState: "UNDERWAY", isRecordedToday: true })).toEqual({ code: "correction.stillTheCrew" });
});

test("nobody but crew and team lead corrects", () => {
  expect([correctorOf("CREW"), correctorOf("TEAM_LEAD"), correctorOf("ADMINISTRATOR"), correctorOf("FACILITY_STAFF"), correctorOf(null)]).toEqual(["crew", "office", null, null, null]);
});

test("the form offers every success and every reason, and takes each apart into outcome and reason", () => {
  expect(results).toHaveLength(appointmentOutcomes.length - 1 + notPossibleReasons.length);
  const read = (result: string) => correctOutcomeSchema.parse({ id: "01890000-0000-7000-8000-000000000000", version: "1", result, because: "MISTYPED" }).result;
  expect(read("APPLIED")).toEqual({ outcome: "APPLIED", reason: null });
  expect(read("ABSENT")).toEqual({ outcome: "NOT_POSSIBLE", reason: "ABSENT" });
  expect(() => read("NOT_POSSIBLE")).toThrow();
});
