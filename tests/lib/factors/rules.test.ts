import { isAppCode, isStillOpen, plainCode, removalRefusal, throttleAfter, waitRefusal, waitSecondsAfter, type Throttle } from "@/lib/factors/rules";

const now = new Date("2026-11-27T10:00:00.000Z");
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe("a mistyped code", () => {
  test("costs nothing twice, then half a minute, doubling to a quarter of an hour and never more", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000].map(waitSecondsAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  test("makes the next try wait until the time is over, to the millisecond", () => {
    const third = throttleAfter({ failures: 2, lastAt: now, waitUntil: now }, now);
    expect(third).toEqual({ failures: 3, lastAt: now, waitUntil: later(30) });
    expect(waitRefusal(third, later(29.999))).toEqual({ code: "factor.wait", seconds: 1 });
    expect(waitRefusal(third, later(30))).toBeNull();
    expect(waitRefusal(null, now)).toBeNull();
  });

  test("is forgotten after a day", () => {
    const old: Throttle = { failures: 9, lastAt: now, waitUntil: later(900) };
    expect(throttleAfter(old, later(24 * 3600 - 1)).failures).toBe(10);
    expect(throttleAfter(old, later(24 * 3600)).failures).toBe(1);
  });
});

describe("taking a factor away", () => {
  test("refuses the last one where the role requires it, and only there", () => {
    expect(removalRefusal(1, true)).toEqual({ code: "factor.lastRequired" });
    expect(removalRefusal(2, true)).toBeNull();
    expect(removalRefusal(1, false)).toBeNull();
  });
});

describe("a typed code", () => {
  test("is read without blanks, hyphens and case, and with digits for the letters that look like them", () => {
    expect(plainCode(" abcd-efgh jkmn ")).toBe("ABCDEFGHJKMN");
    expect(plainCode("o0iI-lL")).toBe("001111");
  });

  test("of six digits is the app's, everything else a recovery code", () => {
    expect(["123456", "12345", "1234567", "ABCDEFGHJKMN", ""].map(isAppCode)).toEqual([true, false, false, false, false]);
  });
});

test("what was begun may be finished within its minutes, not at their end", () => {
  expect(isStillOpen(now, 15, later(15 * 60 - 0.001))).toBe(true);
  expect(isStillOpen(now, 15, later(15 * 60))).toBe(false);
});
