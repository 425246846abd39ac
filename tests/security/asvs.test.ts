import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./packages";
import { figure } from "./size";

/** What proves a row: a test by its title, or a chapter of a document where the requirement asks for one. */
type Evidence = { readonly file: string; readonly title: string };
type Requirement = { readonly id: string; readonly level: number; readonly status: string; readonly how: string; readonly evidence: readonly Evidence[] };
const { requirements } = JSON.parse(readFileSync(join(ROOT, "security/asvs.json"), "utf8")) as { requirements: readonly Requirement[] };

/** As many as the standard has: the number of its requirements by level and chapter. */
const LEVEL_1 = [8, 4, 8, 2, 4, 13, 6, 4, 4, 5, 3, 3, 1, 2, 3, 0, 0];
const LEVEL_2 = [19, 7, 11, 8, 5, 22, 12, 3, 3, 24, 11, 6, 12, 7, 10, 16, 7];
/** Those of level 3 that the portal takes on beside them. */
const LEVEL_3 = ["1.2.10", "1.3.12", "3.4.7", "3.4.8", "3.5.8", "4.1.4", "6.3.6", "6.3.8", "8.3.2", "14.2.7", "15.4.2", "16.5.4"];
const STATUSES = ["met", "partly met", "not met", "does not apply", "outside the portal"];

const texts = new Map<string, string>();
function textOf(file: string): string {
  const path = join(ROOT, file);
  if (!texts.has(file)) texts.set(file, existsSync(path) ? readFileSync(path, "utf8") : "");
  return texts.get(file)!;
}

/** Whether a file has a test of this title, or a document this chapter. */
export function isThere({ file, title }: Evidence): boolean {
  const text = textOf(file);
  if (file.endsWith(".md")) return text.split("\n").some((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === title);
  return [`"${title}"`, `\`${title}\``].some((quoted) => [`test(${quoted}`, `it(${quoted}`, `)(${quoted}`, `)(\n    ${quoted}`].some((begin) => text.includes(begin)));
}

describe("the requirements of the ASVS", () => {
  test("each of levels 1 and 2 has its row, once, and so has each of level 3 that is taken on", () => {
    const ofLevel = (level: number): readonly number[] => LEVEL_1.map((_, index) => requirements.filter((one) => one.level === level && one.id.split(".")[0] === String(index + 1)).length);
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
    expect(ofLevel(1)).toEqual(LEVEL_1);
    expect(ofLevel(2)).toEqual(LEVEL_2);
    expect(requirements.filter(({ level }) => level === 3).map(({ id }) => id)).toEqual(expect.arrayContaining(LEVEL_3));
  });

  test("each says how it stands and why", () => {
    expect(requirements.filter(({ status, how }) => !STATUSES.includes(status) || how.length < 4).map(({ id }) => id)).toEqual([]);
  });

  test("what is met names a test that exists, or a chapter where a document is asked for", () => {
    const claimed = requirements.filter(({ status }) => status === "met" || status === "partly met");
    expect(claimed.filter(({ evidence }) => evidence.length === 0).map(({ id }) => id)).toEqual([]);
    expect(requirements.flatMap(({ id, evidence }) => evidence.filter((one) => !isThere(one)).map(({ file, title }) => `${id} ${file}: ${title}`))).toEqual([]);
    const byDocumentAlone = claimed.filter(({ evidence }) => evidence.every(({ file }) => file.endsWith(".md")));
    for (const status of STATUSES) figure(`ASVS requirements ${status}`, requirements.filter((one) => one.status === status).length);
    figure("ASVS requirements proven by a test", claimed.length - byDocumentAlone.length);
    figure("ASVS requirements answered by a document alone", byDocumentAlone.length);
  });

  test("a proof that is gone would be noticed", () => {
    expect(isThere({ file: "tests/lib/csv.test.ts", title: "no text of any cell begins as a formula begins" })).toBe(true);
    for (const evidence of [{ file: "tests/lib/csv.test.ts", title: "no such test" }, { file: "tests/lib/absent.test.ts", title: "x" }, { file: "docs/security.md", title: "no such chapter" }]) expect(isThere(evidence)).toBe(false);
  });
});
