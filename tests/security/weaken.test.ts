import { withSwitches } from "@/scripts/security/weaken";

const weakened = (code: string): string => withSwitches("lib/x/queries.ts", code).text;
const switchesIn = (code: string): number => withSwitches("lib/x/queries.ts", code).weakenings.length;

describe("the test build has a switch at each condition that narrows what somebody reaches", () => {
  test.each([
    ["a filter of the scope", "tx.visit.findMany({ where: { ...facilityFilter(scope) } });"],
    ["the own rows", "tx.session.findMany({ where: { ...ownFilter(scope), endedAt: null } });"],
    ["how far somebody reaches", 'if (scope.reach !== "office") return [];'],
    ["an own id", "tx.factor.updateMany({ where: { id, userId: actor.userId }, data: {} });"],
    ["an own id that was unpacked before", "function f() { const { userId } = actor; return tx.factor.findFirst({ where: { id, userId } }); }"],
    ["an own id that was named before", "function f() { const userId = scope.userId; return tx.factor.findFirst({ where: { userId } }); }"],
  ])("%s", (_, code) => {
    expect(switchesIn(code)).toBe(1);
    expect(weakened(code)).toContain('weakened("scope:lib/x/queries.ts:1")');
  });

  test.each([
    ["somebody else's id", "function f(userId: string) { return tx.factor.findFirst({ where: { userId } }); }"],
    ["an own id that is written", "tx.hold.create({ data: { setById: actor.userId } });"],
    ["an own id that is shown or put on record", 'audit({ subject: { kind: "user", id: actor.userId } });'],
    ["a unique key, which cannot be left out", "tx.session.findUnique({ where: { id: actor.sessionId } });"],
  ])("and none at %s", (_, code) => {
    expect(switchesIn(code)).toBe(0);
    expect(weakened(code)).toBe(code);
  });
});
