import { addDays } from "@/lib/time/calendar";
import { ASK_NOW_DAYS, bandOf, countBands, inOrder, selectionOf } from "@/lib/time-left/rules";
import { timeBands, type Placed, type TimeBand } from "@/lib/time-left/types";

const today = "2027-03-01";
const days = (lastUsefulOn: string, dutyFromOn: string | null = null) => ({ lastUsefulOn, dutyFromOn });
const placed = (id: string, releaseOn: string | null, band: TimeBand = "IN_TIME"): Placed => ({
  id,
  band,
  days: releaseOn === null ? null : { releaseOn, earliestOn: releaseOn, reason: null, dutyFromOn: null, lastUsefulOn: releaseOn },
});

describe("how pressing a release is", () => {
  test("R36: late from the day after the last useful one on, urgent from two weeks before it, that day included", () => {
    expect([bandOf(days(addDays(today, -1)), today), bandOf(days(today), today), bandOf(days(addDays(today, ASK_NOW_DAYS)), today), bandOf(days(addDays(today, ASK_NOW_DAYS + 1)), today)]).toEqual(["LATE", "URGENT", "URGENT", "IN_TIME"]);
  });

  test("R06: the duty that begins today has begun, the one of tomorrow has not; a release that nobody knows is in no hurry and forgotten by nobody", () => {
    expect([bandOf(days("2027-06-01", today), today), bandOf(days("2027-06-01", addDays(today, 1)), today), bandOf(null, today)]).toEqual(["IN_TIME", "NOT_BEGUN", "UNKNOWN"]);
  });

  test("what is late stays late, although the duty has not begun", () => {
    expect(bandOf(days(addDays(today, -1), addDays(today, 1)), today)).toBe("LATE");
  });
});

describe("the list", () => {
  const people = [placed("a", "2027-09-01"), placed("b", null, "UNKNOWN"), placed("c", "2027-05-01"), placed("d", "2027-05-01")];

  test("stands by release, unknown ones last, one day's people as they came; or by name, as it came", () => {
    expect(inOrder(people, "RELEASE").map(({ id }) => id)).toEqual(["c", "d", "a", "b"]);
    expect(inOrder(people, "NAME").map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  });

  test("counts every band, the empty ones too", () => {
    expect(Object.keys(countBands([])).sort()).toEqual([...timeBands].sort());
    expect(countBands(people)).toEqual({ LATE: 0, URGENT: 0, IN_TIME: 3, NOT_BEGUN: 0, UNKNOWN: 1 });
  });

  test("takes from an address only what it knows", () => {
    expect(selectionOf({ band: "LATE", group: "TO_ASK", order: "NAME" })).toEqual({ band: "LATE", group: "TO_ASK", order: "NAME" });
    expect(selectionOf({ band: "ALL", group: "x", order: "__proto__" })).toEqual({ band: null, group: "ALL", order: "RELEASE" });
  });
});
