import { auditValueText, detailsOf } from "@/app/admin/audit/line";
import { registry } from "@/app/_shell/registry";
import { policy } from "@/lib/auth/policy";
import { auditCodeWords, auditDetailLabels, doorLabels } from "@/lib/messages/audit-details";
import { sourceFiles } from "@/tests/architecture/source";
import type { plain } from "@/lib/messages/plain";

const CODE = /^[A-Z][A-Z_]+$|^[a-z]+[A-Z]\w*$|^[\w-]+\.\w+$/;

// That each code has a word is the compiler's to see: AuditDraft takes no other names and codes than those of AuditCodes, and the words satisfy it.
describe("the values of an entry", () => {
  test("are said in German words, whatever code stands in them", () => {
    const told = Object.entries(auditCodeWords).flatMap(([name, words]) => Object.keys(words).map((code) => ({ name, code, text: auditValueText(name, code) })));
    expect(told.length).toBeGreaterThan(150);
    expect(told.filter(({ code, text }) => text === code || text === "" || CODE.test(text))).toEqual([]);
  });

  test("have a word beside them that is no code", () => {
    expect(Object.entries(auditDetailLabels).filter(([name, word]) => word === name || CODE.test(word))).toEqual([]);
  });

  test("stand under a name that has a word, wherever the sources put an entry together", () => {
    const named = sourceFiles("lib").flatMap(({ path, text }) => [...text.matchAll(/\bdetails(?:: | = )\{ ([^{}]*) \}/g)].flatMap((match) => match[1]!.split(",").map((part) => ({ path, name: part.split(":")[0]!.trim() }))));
    // The check of the chain asks the database for details and writes none.
    const names = named.filter(({ name, path }) => /^\w+$/.test(name) && path !== "lib/audit/verify.ts");
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter(({ name }) => !Object.hasOwn(auditDetailLabels, name))).toEqual([]);
  });

  test("say where somebody was refused: each permission, each form and each word of the front door", () => {
    const DOOR = ["malformed", "controlCharacters", "tooLarge", "noFiles", "foreignHost", "tooSlow", "foreignOrigin", "methodNotAllowed", "badAddress"] as const satisfies readonly (keyof typeof plain)[];
    const places = [...Object.keys(policy), ...Object.keys(registry), ...DOOR, ...Object.keys(doorLabels)];
    expect(places.filter((place) => auditValueText("place", place) === place)).toEqual([]);
  });

  test("that are days and instants are said as such; ids and unknown codes of earlier times stay as they are", () => {
    expect(detailsOf({ details: { untilOn: "2026-12-03", from: "2026-11-27T20:00:00.000Z", hold: "0190a6c0-0000-7000-8000-000000000000", outcome: "GONE_CODE", secondFactor: true, request: null } })).toEqual([
      { term: "Bis Tag", value: "03.12.2026" },
      { term: "Ab", value: expect.stringMatching(/27\. ?11\.|27\. November/) },
      { term: "Aussetzung", value: "0190a6c0-0000-7000-8000-000000000000" },
      { term: "Ergebnis", value: "GONE_CODE" },
      { term: "Mit zweitem Faktor", value: "ja" },
    ]);
  });
});
