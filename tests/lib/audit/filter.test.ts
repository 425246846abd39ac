import { filterOf, kindsOf, queryOf, WHOLE_LOG } from "@/lib/audit/filter";
import { AUDIT_ACTIONS, AUDIT_GROUPS, AUDIT_KINDS } from "@/lib/audit/types";
import { auditActionLabels, auditGroupLabels } from "@/lib/messages/audit";

const ID = "0190a6c0-0000-7000-8000-000000000001";

test("an empty form is the whole log", () => {
  expect(filterOf({})).toEqual({ filter: WHOLE_LOG, faults: [] });
  expect(filterOf({ from: "", until: " ", who: "", kind: "", subject: "", about: "" })).toEqual({ filter: WHOLE_LOG, faults: [] });
  expect(queryOf(WHOLE_LOG)).toBe("");
  expect(kindsOf(WHOLE_LOG)).toBeNull();
});

test("days are read as people write them and as an address carries them", () => {
  expect(filterOf({ from: "3.12.2026", until: "2026-12-04" }).filter).toMatchObject({ from: "2026-12-03", until: "2026-12-04" });
});

test("what cannot be read is named and narrows nothing", () => {
  expect(filterOf({ from: "31.2.2026", until: "yesterday", about: "Anna" })).toEqual({ filter: WHOLE_LOG, faults: ["from", "until", "about"] });
  expect(filterOf({ kind: "everything", who: "me", subject: "nothing" })).toEqual({ filter: WHOLE_LOG, faults: [] });
});

test("a filter and the address made of it say the same", () => {
  const filter = { from: "2026-12-01", until: "2026-12-31", who: ID, kind: "view", subject: "resident", about: ID } as const;
  expect(filterOf(Object.fromEntries(new URLSearchParams(queryOf(filter)))).filter).toEqual(filter);
});

test("a kind is one kind, a group is all of its kinds", () => {
  expect(kindsOf({ ...WHOLE_LOG, kind: "signedIn" })).toEqual(["signedIn"]);
  expect(kindsOf({ ...WHOLE_LOG, kind: "view" })).toEqual(AUDIT_KINDS.view);
});

test("every kind stands in one group, has words of its own, and is called like no group", () => {
  expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length);
  expect(AUDIT_ACTIONS.filter((kind) => (AUDIT_GROUPS as readonly string[]).includes(kind))).toEqual([]);
  expect(Object.keys(auditActionLabels).sort()).toEqual([...AUDIT_ACTIONS].sort());
  expect(new Set(Object.values(auditActionLabels)).size).toBe(AUDIT_ACTIONS.length);
  expect(Object.keys(auditGroupLabels).sort()).toEqual([...AUDIT_GROUPS].sort());
});
