import fc from "fast-check";
import { sessionEnd } from "@/lib/auth/rules";
import { LONGEST_IDLE_MINUTES, LONGEST_SESSION_HOURS, readSignInSettings } from "@/lib/auth/settings";

const minute = 60_000;
const start = new Date("2026-12-03T08:00:00Z");
const after = (minutes: number): Date => new Date(start.getTime() + minutes * minute);
const read = (source: Parameters<typeof readSignInSettings>[0]) =>
  readSignInSettings(source, "production", (sentence) => {
    throw new Error(sentence);
  });

describe("the end of a session", () => {
  test("comes after the idle time, counted from the last request", () => {
    expect(sessionEnd({ lastSeenAt: after(15), expiresAt: after(600) }, 30)).toEqual({ endsAt: after(45), canBeProlonged: true });
  });

  test("never comes later than its last moment, which no request moves", () => {
    expect(sessionEnd({ lastSeenAt: after(580), expiresAt: after(600) }, 30)).toEqual({ endsAt: after(600), canBeProlonged: false });
    fc.assert(fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 60 }), (seen, idle) => sessionEnd({ lastSeenAt: after(seen), expiresAt: after(600) }, idle).endsAt <= after(600)));
  });
});

describe("how long a session lasts", () => {
  test("is 30 minutes without a request and 10 hours at most, unless the city chooses less", () => {
    expect(read({})).toMatchObject({ idleMinutes: 30, sessionHours: 10 });
    expect(read({ SESSION_IDLE_MINUTES: "15", SESSION_HOURS: "8" })).toMatchObject({ idleMinutes: 15, sessionHours: 8 });
  });

  test.each([
    { SESSION_IDLE_MINUTES: String(LONGEST_IDLE_MINUTES + 1) },
    { SESSION_IDLE_MINUTES: "9" },
    { SESSION_IDLE_MINUTES: "15.5" },
    { SESSION_IDLE_MINUTES: "never" },
    { SESSION_HOURS: String(LONGEST_SESSION_HOURS + 1) },
    { SESSION_HOURS: "0" },
  ])("more, or what is no such number, ends the start: %p", (source) => {
    expect(() => read(source)).toThrow(/SESSION_\w+ muss eine ganze Zahl von \d+ bis \d+ sein/);
  });
});
