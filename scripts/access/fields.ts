import type { Right } from "@/lib/db/rights";

const GROUPS = { portal_facility: "houses", portal_office: "office", portal_crew: "crew", portal_oversight: "oversight", portal_subject: "whoever asks for the own data", portal_gate: "sign-in", portal_worker: "jobs" } as const;
const VERBS = ["SELECT", "INSERT", "UPDATE", "DELETE"] as const;
type Verb = (typeof VERBS)[number];

const RIGHT = /^(portal_\w+) may ([A-Z, ]+?)(?: of (.+))?$/;

/** Which fields of which rows each group of the database reads and changes, as a page: the part of the authorisation concept that is about fields. `rights` is prisma/rights.json. */
export function fieldsPage(rights: readonly Right[]): string {
  const tables = [...new Set(rights.filter(({ line }) => line.startsWith("row security")).map(({ object }) => object))].sort();
  return [
    "# Who reads and changes which fields",
    "",
    "Written by `npm run db:rights` from `prisma/rights.json`, which is read from the migrations; a test compares it. This is what the database lets a group do, beneath the permissions of `docs/access.md`; a group that",
    "is missing at a table can do nothing with it. What a row must be is said in the database's own words; `facility_in_scope()`, `person_in_scope()`, `staff_in_scope()` and `subject_in_scope()` are who asks.",
    "",
    ...tables.flatMap((table) => tablePart(table, rights.filter(({ object }) => object === table).map(({ line }) => line))),
  ].join("\n");
}

function tablePart(table: string, lines: readonly string[]): readonly string[] {
  const rows = Object.entries(GROUPS).flatMap(([group, name]) => {
    const cells = VERBS.map((verb) => columnsOf(lines, group, verb));
    return cells.every((cell) => cell === "") ? [] : [`| ${name} | ${cells.join(" | ")} | ${rowsOf(lines, group)} |`];
  });
  return [`## ${table}`, "", "| group | reads | adds | changes | deletes | which rows |", "|---|---|---|---|---|---|", ...rows, ""];
}

function columnsOf(lines: readonly string[], group: string, verb: Verb): string {
  const granted = lines.flatMap((line) => {
    const [, who, verbs, columns] = RIGHT.exec(line) ?? [];
    return who === group && verbs!.split(", ").includes(verb) ? [columns ?? "all"] : [];
  });
  return granted.includes("all") ? "all" : granted.join(", ");
}

/** What a row must be, each condition once with the verbs that it is about. */
function rowsOf(lines: readonly string[], group: string): string {
  const verbsOf = new Map<string, string[]>();
  for (const line of lines) {
    const { verb, groups, conditions } = policyOf(line);
    if (!groups.includes(group)) continue;
    for (const condition of new Set(conditions)) verbsOf.set(condition, [...(verbsOf.get(condition) ?? []), verb.toLowerCase()]);
  }
  return [...verbsOf].map(([condition, verbs]) => `${[...new Set(verbs)].join(", ")}: ${condition === "true" ? "any" : `\`${condition.replaceAll("|", "\\|")}\``}`).join("<br>");
}

/** A line like `policy name PERMISSIVE for SELECT to one, other using (...) check (...)` in its parts; another line has no groups. */
function policyOf(line: string): { readonly verb: string; readonly groups: readonly string[]; readonly conditions: readonly string[] } {
  if (!line.startsWith("policy ")) return { verb: "", groups: [], conditions: [] };
  const [head, check] = halves(line, " check ");
  const [named, using] = halves(head!, " using ");
  const [rule, groups] = halves(named!, " to ");
  return { verb: halves(rule!, " for ")[1] ?? "", groups: groups?.split(", ") ?? [], conditions: [using, check].filter((one) => one !== undefined) };
}

/** What stands before and after a word; only the first where the word is not there. */
function halves(text: string, word: string): readonly string[] {
  const at = text.indexOf(word);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + word.length)];
}
