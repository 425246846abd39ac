import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ruleIds, ruleTitles, type RuleId } from "@/scripts/rules/titles";

/** Where the rules are kept: code that says which rule it is, migrations and the build of the demo apart. */
const CODE = ["app", "emails", "lib"];
const TESTS = "tests";

const NAMED = /R(\d\d)(?:\s*(?:to|bis)\s*R(\d\d))?/g;
/** A text that begins with rules: the name of a test or of a row of its table. */
const TEST_NAME = /["'`](R\d\d[,: ][^"'`\n]{1,400})["'`]/g;

/** The rules that a text names; "R20 to R23" names four. */
export function rulesIn(text: string): readonly RuleId[] {
  const numbers = [...text.matchAll(NAMED)].flatMap(([, first, last]) => {
    const from = Number(first);
    const until = Number(last ?? first);
    return Array.from({ length: Math.max(0, until - from) + 1 }, (_, index) => from + index);
  });
  const named = numbers.map((number) => `R${String(number).padStart(2, "0")}`);
  return ruleIds.filter((id) => named.includes(id));
}

export type RulePlace = { readonly id: RuleId; readonly places: readonly string[]; readonly tests: readonly { readonly file: string; readonly count: number }[] };

/** For each rule the files that say they keep it, and the tests that bear its name. */
export function rulePlaces(root: string): readonly RulePlace[] {
  const code = CODE.flatMap((folder) => filesOf(root, folder)).map((file) => ({ file, rules: rulesIn(comments(textOf(root, file))) }));
  const tests = filesOf(root, TESTS).flatMap((file) => testNames(textOf(root, file)).map((name) => ({ file, rules: rulesIn(name.split(":")[0]!.slice(0, 40)) })));
  return ruleIds.map((id) => {
    const own = tests.filter(({ rules }) => rules.includes(id));
    const files = [...new Set(own.map(({ file }) => file))].sort();
    return { id, places: code.filter(({ rules }) => rules.includes(id)).map(({ file }) => file).sort(), tests: files.map((file) => ({ file, count: own.filter((one) => one.file === file).length })) };
  });
}

/** The names of tests in a file that begin with a rule. */
export function testNames(text: string): readonly string[] {
  return [...text.matchAll(TEST_NAME)].map(([, name]) => name!);
}

/** Only what a comment says counts as a place: a rule in a string is data. The table of verdicts is such data, and says for each answer which rule it is. */
function comments(text: string): string {
  return [...text.matchAll(/\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|rule: "R\d\d"|"R\d\d"\)/g)].map(([found]) => found).join("\n");
}

/** The page docs/rules.md. */
export function rulesPage(places: readonly RulePlace[]): string {
  const line = ({ id, places: where, tests }: RulePlace): string => `| ${id} | ${ruleTitles[id]} | ${where.map((file) => `\`${file}\``).join("<br>") || "–"} | ${tests.map(({ file, count }) => `\`${file}\`${count > 1 ? ` (${count})` : ""}`).join("<br>") || "–"} |`;
  return ["# The rules", "", "Written by `npm run rules:table`, not by hand: each rule, the files whose comments say that they keep it, and the tests that bear its name.", "", "| rule | what it says | where it lives | tests |", "|---|---|---|---|", ...places.map(line), ""].join("\n");
}

function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function filesOf(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
