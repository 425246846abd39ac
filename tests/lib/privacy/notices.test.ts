import { ROLES } from "@/lib/auth/types";
import { parameterOn, parameterUnits, seedParameters, type ParameterKey, type ParameterValues } from "@/lib/law/parameters";
import { noticeSections, noticeTitles } from "@/lib/messages/privacy-notices";
import { NOTICE_OF_ROLE, noticeKinds, noticeTables } from "@/lib/privacy/notices";

const parameters = Object.fromEntries((Object.keys(parameterUnits) as ParameterKey[]).map((key) => [key, parameterOn(seedParameters, key, "2026-12-01")])) as ParameterValues;
const textOf = (kind: (typeof noticeKinds)[number]): string => JSON.stringify(noticeSections(kind, parameters));

test("every role has its notice, and every kind of person a different one", () => {
  expect(new Set(ROLES.map((role) => NOTICE_OF_ROLE[role])).size).toBe(ROLES.length);
  expect(new Set(noticeKinds.map(textOf)).size).toBe(noticeKinds.length);
  for (const kind of noticeKinds) expect(noticeTitles[kind]).not.toBe("");
});

test("a notice says who is responsible, whence, what, why, who gets it, how long, and which rights there are", () => {
  for (const kind of noticeKinds) {
    const ids = noticeSections(kind, parameters).map(({ id }) => id);
    expect([kind, ["controller", "source", "data", "purposes", "recipients", "retention", "rights"].filter((id) => !ids.includes(id))]).toEqual([kind, []]);
  }
});

test("custody stands in the notice for inmates alone, illness of the teams in theirs alone", () => {
  expect(noticeKinds.filter((kind) => textOf(kind).includes("Voraussichtliche Entlassung"))).toEqual(["inmates"]);
  expect(noticeKinds.filter((kind) => noticeTables(kind).some(({ table }) => table === "Reservation"))).toEqual(["lead", "crew"]);
});

test("the periods of a notice follow the values in force", () => {
  const shorter = JSON.stringify(noticeSections("residents", { ...parameters, retentionDays: 3 }));
  expect(shorter).toContain("3 Tage");
  expect(shorter).not.toBe(textOf("residents"));
});

test("no notice shows the name of a table or column of the database", () => {
  for (const kind of noticeKinds) for (const { table, entries } of noticeTables(kind)) for (const { column } of entries) expect(textOf(kind)).not.toMatch(new RegExp(`\\b(${table}|${column})\\b`));
});
