import { isTrainedOn, staffRefusal } from "@/lib/staff/rules";
import type { StaffFacts, Training } from "@/lib/staff/types";

const firstDay = "2026-01-01";
const lastDay = "2026-12-31";
const dayAfter = "2027-01-01";
const training: Training = { validFromOn: firstDay, validUntilOn: dayAfter };
const member = (changes: Partial<StaffFacts> = {}): StaffFacts => ({ staffId: "s1", label: "Aylin Demir", isActive: true, trainings: [training], ...changes });

describe("training", () => {
  test("R51: it is valid from its first to its last day", () => {
    expect(["2025-12-31", firstDay, lastDay, dayAfter].map((date) => isTrainedOn([training], date))).toEqual([false, true, true, false]);
  });

  test("R51: training without an end stays valid, and of several one is enough", () => {
    expect(isTrainedOn([{ validFromOn: firstDay, validUntilOn: null }], "2040-01-01")).toBe(true);
    expect(isTrainedOn([training, { validFromOn: dayAfter, validUntilOn: null }], dayAfter)).toBe(true);
    expect(isTrainedOn([], firstDay)).toBe(false);
  });

  test("R51: somebody whose training is not valid on the day is refused, with the last day on which it was", () => {
    expect(staffRefusal(member(), lastDay)).toBeNull();
    expect(staffRefusal(member(), dayAfter)).toEqual({ code: "staff.trainingNotValid", label: "Aylin Demir", date: dayAfter, lastValidOn: lastDay, validAgainFromOn: null });
  });

  test("R51: a training that is still to come is named with its first day", () => {
    const trainings = [training, { validFromOn: "2027-02-01", validUntilOn: null }, { validFromOn: "2027-03-01", validUntilOn: null }];
    expect(staffRefusal(member({ trainings }), dayAfter)).toMatchObject({ lastValidOn: lastDay, validAgainFromOn: "2027-02-01" });
    expect(staffRefusal(member({ trainings: [training] }), "2025-06-01")).toMatchObject({ lastValidOn: null, validAgainFromOn: firstDay });
  });

  test("R51: nobody without training, and nobody who has left, is on a crew", () => {
    expect(staffRefusal(member({ trainings: [] }), firstDay)).toEqual({ code: "staff.neverTrained", label: "Aylin Demir", date: firstDay });
    expect(staffRefusal(member({ isActive: false }), firstDay)).toEqual({ code: "staff.inactive", label: "Aylin Demir" });
  });
});
