import { feesChangedOn, parameterKeys, parameterOn, parametersOn, parameterUnits, seedParameters, type ParameterRow } from "@/lib/law/parameters";
import { addDays } from "@/lib/time/calendar";

const dayBefore = addDays(feesChangedOn, -1);
const rowOf = (value: number, validFrom: string, validUntil: string | null = null): ParameterRow => ({ key: "feeIdCard", value, validFrom, validUntil, source: "test", note: null });

describe("dated parameters", () => {
  test("R69: of the values that have begun the latest counts, from its first day on, in whatever order the rows come", () => {
    const rows = [rowOf(2, "2026-02-07"), rowOf(1, "2021-01-01"), rowOf(3, "2027-01-01")];
    expect(["2026-02-06", "2026-02-07", "2026-12-31", "2027-01-01"].map((date) => parameterOn(rows, "feeIdCard", date))).toEqual([1, 2, 2, 3]);
    expect(parameterOn([...rows].reverse(), "feeIdCard", "2026-06-01")).toBe(2);
  });

  test("R69: a value that ended no longer counts from its end on, and the one before counts again", () => {
    const rows = [rowOf(1, "2021-01-01"), rowOf(2, "2026-07-01", "2026-08-01")];
    expect(["2026-06-30", "2026-07-01", "2026-07-31", "2026-08-01"].map((date) => parameterOn(rows, "feeIdCard", date))).toEqual([1, 2, 2, 1]);
  });

  test("R69: a day without a value is a fault of the data and throws", () => {
    expect(() => parameterOn([rowOf(1, "2026-01-01")], "feeIdCard", "2025-12-31")).toThrow(/feeIdCard on 2025-12-31/);
    expect(() => parametersOn([], "2026-01-01")).toThrow(RangeError);
  });

  test("R69: the seed names every parameter with a source and a unit, whole and not negative, once per first day", () => {
    const values = parametersOn(seedParameters, "2026-11-22");
    for (const key of parameterKeys) {
      expect(Number.isInteger(values[key]) && values[key] >= 0).toBe(true);
      expect(parameterUnits[key]).not.toBe("");
    }
    expect(seedParameters.every((row) => row.source.length > 0)).toBe(true);
    expect(new Set(seedParameters.map((row) => `${row.key} ${row.validFrom}`)).size).toBe(seedParameters.length);
  });

  test("R26, R27: the fees changed on 7 February 2026", () => {
    expect(parameterOn(seedParameters, "feeIdCard", dayBefore)).toBe(3700);
    expect(parameterOn(seedParameters, "feeIdCard", feesChangedOn)).toBe(4600);
    expect(parameterOn(seedParameters, "feeIdCardYoung", dayBefore)).toBe(2280);
    expect(parameterOn(seedParameters, "feeIdCardYoung", feesChangedOn)).toBe(2760);
  });

  test("R53, R57: the planning defaults are those of the city's table", () => {
    const defaults = { setupMinutes: 20, packDownMinutes: 15, personMinutes: 25, bedsideMinutes: 10, difficultyMinutes: 10, prisonGateMinutes: 30, crewMinimum: 2, clearanceWorkingDays: 1, reminderDays: 3 };
    expect(parametersOn(seedParameters, "2026-11-22")).toMatchObject({ ...defaults, serviceFrom: 450, serviceUntil: 990, retentionDays: 7, retentionCapDays: 180, productionDays: 21, productionDaysHighSeason: 42 });
  });
});
