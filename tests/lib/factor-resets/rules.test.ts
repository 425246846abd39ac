import { askRefusal, confirmRefusal, isOpen, RESET_DAYS, standingOf } from "@/lib/factor-resets/rules";

const now = new Date("2026-11-27T10:00:00.000Z");
const reset = { userId: "user", askedById: "asker", expiresAt: new Date(now.getTime() + RESET_DAYS * 24 * 60 * 60_000), decidedAt: null };

describe("restoring access", () => {
  test("nobody asks for the own account, twice, or for an account without factors", () => {
    const ask = { askerId: "asker", userId: "user", factors: 1, isOpen: false };
    expect(askRefusal(ask)).toBeNull();
    expect(askRefusal({ ...ask, userId: "asker" })).toEqual({ code: "reset.ownFactors" });
    expect(askRefusal({ ...ask, isOpen: true })).toEqual({ code: "reset.alreadyAsked" });
    expect(askRefusal({ ...ask, factors: 0 })).toEqual({ code: "reset.nothingToReset" });
  });

  test("two people: neither who asked nor who is concerned confirms", () => {
    expect(confirmRefusal(reset, "second", now)).toBeNull();
    expect(confirmRefusal(reset, "asker", now)).toEqual({ code: "reset.secondPersonNeeded" });
    expect(confirmRefusal(reset, "user", now)).toEqual({ code: "reset.ownFactors" });
  });

  test("is over after three days, and when it was decided", () => {
    expect(isOpen(reset, new Date(reset.expiresAt.getTime() - 1))).toBe(true);
    expect(confirmRefusal(reset, "second", reset.expiresAt)).toEqual({ code: "reset.over" });
    expect(confirmRefusal({ ...reset, decidedAt: now }, "second", now)).toEqual({ code: "reset.over" });
  });

  test("says how one stands to it", () => {
    expect(standingOf(reset, "second", true, now)).toBe("MAY_CONFIRM");
    expect(standingOf(reset, "asker", true, now)).toBe("ASKED_ONESELF");
    expect(standingOf(reset, "user", true, now)).toBe("OWN");
    expect(standingOf(reset, "user", false, now)).toBe("OWN");
    expect(standingOf(reset, "asker", false, now)).toBe("OTHERS_DECIDE");
  });
});
