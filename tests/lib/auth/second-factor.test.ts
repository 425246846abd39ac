import { FRESH_MINUTES, isFactorRequired, isFresh, ROLES_WITH_FACTOR, sessionNeedsFactor } from "@/lib/auth/second-factor";
import { ROLES } from "@/lib/auth/types";

const now = new Date("2026-11-27T10:00:00.000Z");

describe("the second factor", () => {
  test("is required of team lead, administrator, data protection officer and prison, of nobody else", () => {
    expect(ROLES.filter((role) => isFactorRequired([role])).sort()).toEqual(["ADMINISTRATOR", "DATA_PROTECTION_OFFICER", "PRISON_SOCIAL_SERVICE", "TEAM_LEAD"]);
    expect([...ROLES_WITH_FACTOR].sort()).toEqual(["ADMINISTRATOR", "DATA_PROTECTION_OFFICER", "PRISON_SOCIAL_SERVICE", "TEAM_LEAD"]);
  });

  test("is owed when any of a person's roles requires it, whichever the session is in", () => {
    expect(sessionNeedsFactor({ factorAt: null, factors: 0 }, ["FACILITY_STAFF", "TEAM_LEAD"])).toBe(true);
    expect(sessionNeedsFactor({ factorAt: null, factors: 0 }, ["FACILITY_STAFF", "CREW"])).toBe(false);
    expect(sessionNeedsFactor({ factorAt: null, factors: 0 }, [])).toBe(false);
  });

  test("is owed by whoever has set one up, required or not", () => {
    expect(sessionNeedsFactor({ factorAt: null, factors: 1 }, ["FACILITY_STAFF"])).toBe(true);
  });

  test("is paid by a proof in this session", () => {
    expect(sessionNeedsFactor({ factorAt: now, factors: 1 }, ["ADMINISTRATOR"])).toBe(false);
  });

  test("is fresh for ten minutes, not at their end", () => {
    expect(FRESH_MINUTES).toBe(10);
    expect(isFresh(now, new Date(now.getTime() + 599_999))).toBe(true);
    expect(isFresh(now, new Date(now.getTime() + 600_000))).toBe(false);
  });
});
