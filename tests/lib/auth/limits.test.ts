import fc from "fast-check";
import { countOnce, LIMITS, type Count, type Limit } from "@/lib/auth/limits";

const start = new Date("2026-12-03T08:00:00Z").getTime();
const at = (seconds: number): Date => new Date(start + seconds * 1000);
const limits = Object.entries(LIMITS) as [string, Limit][];

/** Tries as fast as allowed for so many seconds; answers how many were allowed and the longest wait. */
function flood(limit: Limit, seconds: number, factor = 1): { allowed: number; longestWait: number; last: Count } {
  let [count, allowed, longestWait]: [Count | null, number, number] = [null, 0, 0];
  for (let second = 0; second < seconds; ) {
    const result = countOnce(count, limit, factor, at(second));
    count = result.count;
    if (result.wait === null) allowed += 1;
    else second += result.wait;
    longestWait = Math.max(longestWait, result.wait ?? 0);
  }
  return { allowed, longestWait, last: count! };
}

describe.each(limits)("the limit %s", (_name, limit) => {
  test("allows as many as it says, and no more, in its time", () => {
    let count: Count | null = null;
    for (let time = 1; time <= limit.many; time += 1) {
      const result = countOnce(count, limit, 1, at(0));
      expect(result.wait).toBeNull();
      count = result.count;
    }
    expect(countOnce(count, limit, 1, at(0)).wait).toBe(limit.delaySeconds);
  });

  test("makes the wait longer each time, up to its longest, and never locks anybody out", () => {
    const { longestWait, last } = flood(limit, 7 * 86_400);
    expect(longestWait).toBe(limit.longestDelaySeconds);
    expect(last.blockedUntil!.getTime() - start).toBeLessThanOrEqual((7 * 86_400 + limit.longestDelaySeconds) * 1000);
    const calm = new Date(last.blockedUntil!.getTime() + limit.forgottenAfterSeconds * 1000);
    expect(countOnce(last, limit, 1, calm)).toMatchObject({ wait: null, count: { used: 1, strikes: 0 } });
  });

  test("is not moved by somebody who goes on while waiting", () => {
    const blocked: Count = { used: 0, windowEndsAt: at(limit.delaySeconds), strikes: 1, blockedUntil: at(limit.delaySeconds) };
    for (let second = 0; second < limit.delaySeconds; second += 1) expect(countOnce(blocked, limit, 1, at(second))).toEqual({ count: blocked, wait: limit.delaySeconds - second });
    expect(countOnce(blocked, limit, 1, at(limit.delaySeconds)).wait).toBeNull();
    expect(limit.forgottenAfterSeconds).toBeGreaterThan(limit.longestDelaySeconds);
  });

  test("is raised by a city's factor only where it protects no single account", () => {
    const fast = (factor: number): number => {
      let [count, allowed]: [Count | null, number] = [null, 0];
      for (;;) {
        const result = countOnce(count, limit, factor, at(0));
        if (result.wait !== null) return allowed;
        [count, allowed] = [result.count, allowed + 1];
      }
    };
    expect(fast(10)).toBe(limit.isRaised ? 10 * limit.many : limit.many);
  });
});

test("guessing a six-digit code takes more than ten years on average, however long and from wherever somebody tries", () => {
  const asFastAsAllowed = flood(LIMITS.triesForAddress, 30 * 86_400).allowed / 30;
  const asManyAsAreForgotten = LIMITS.triesForAddress.many / (LIMITS.triesForAddress.forgottenAfterSeconds / 86_400);
  expect(asFastAsAllowed).toBeGreaterThan(10);
  expect(500_000 / Math.max(asFastAsAllowed, asManyAsAreForgotten) / 365).toBeGreaterThan(10);
});

test("every wait ends at the moment it names", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { maxLength: 200 }), fc.constantFrom(...limits), (steps, [, limit]) => {
      let [count, second]: [Count | null, number] = [null, 0];
      for (const step of steps) {
        second += step % 7;
        const result = countOnce(count, limit, 1, at(second));
        if (result.wait !== null && countOnce(result.count, limit, 1, at(second + result.wait)).wait !== null) return false;
        count = result.count;
      }
      return true;
    }),
  );
});
