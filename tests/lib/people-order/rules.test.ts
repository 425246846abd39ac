import fc from "fast-check";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { reordered } from "@/lib/people-order/rules";
import { directions } from "@/lib/people-order/types";
import { addMinutes, instantOf } from "@/lib/time/calendar";
import { personTimes, stayMinutes } from "@/lib/visits/rules";

const parameters = parametersOn(seedParameters, "2026-11-22");

test("somebody changes places with a neighbour, and stands still at the ends", () => {
  expect(reordered(["a", "b", "c"], "b", "EARLIER")).toEqual(["b", "a", "c"]);
  expect(reordered(["a", "b", "c"], "b", "LATER")).toEqual(["a", "c", "b"]);
  expect(reordered(["a", "b"], "a", "EARLIER")).toBeNull();
  expect(reordered(["a", "b"], "b", "LATER")).toBeNull();
  expect(reordered(["a", "b"], "x", "LATER")).toBeNull();
});

test("no reordering loses or doubles anybody, and the way back leads back", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 }), fc.nat(), fc.constantFrom(...directions), (order, at, direction) => {
      const who = order[at % order.length]!;
      const after = reordered(order, who, direction);
      if (after === null) return;
      expect([...after].sort()).toEqual([...order].sort());
      expect(reordered(after, who, direction === "EARLIER" ? "LATER" : "EARLIER")).toEqual(order);
    }),
  );
});

test("R53 the first is visited behind gate and set-up, the others one after the other, longer at the bedside and with a difficulty", () => {
  const startsAt = instantOf("2026-12-03", 9 * 60);
  const persons = [{ isBedside: false, isDifficult: false }, { isBedside: true, isDifficult: true }, { isBedside: false, isDifficult: false }];
  const times = personTimes({ startsAt, gateMinutes: 30, setupMinutes: 20 }, persons, parameters);
  expect(times.map(({ from }) => from)).toEqual([50, 75, 120].map((minutes) => addMinutes(startsAt, minutes)));
  expect(times.at(-1)!.until).toEqual(addMinutes(startsAt, 145));
});

test("R53 what all turns take together is the stay without its pack-down", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ isBedside: fc.boolean(), isDifficult: fc.boolean() }), { minLength: 1, maxLength: 12 }), (persons) => {
      const startsAt = instantOf("2026-12-03", 8 * 60);
      const times = personTimes({ startsAt, gateMinutes: 0, setupMinutes: parameters.setupMinutes }, persons, parameters);
      const whole = stayMinutes({ persons, isPrison: false }, parameters);
      expect(times.at(-1)!.until).toEqual(addMinutes(startsAt, whole - parameters.packDownMinutes));
    }),
  );
});
