import type { Right } from "@/lib/db/rights";

const GROUPS = { portal_facility: "houses", portal_office: "office", portal_crew: "crew", portal_oversight: "oversight", portal_subject: "whoever asks for the own data", portal_gate: "sign-in", portal_worker: "jobs" } as const;
const VERBS = ["SELECT", "INSERT", "UPDATE", "DELETE"] as const;
type Verb = (typeof VERBS)[number];

const RIGHT = /^(portal_\w+) may ([A-Z, ]+?)(?: of (.+))?$/;
const POLICY = /^policy \w+ PERMISSIVE for (\w+) to ([\w, ]+?)(?: using (.+?))?(?: check (.+))?$/;

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
    const [, verb, groups, using, check] = POLICY.exec(line) ?? [];
    if (!verb || !groups!.split(", ").includes(group)) continue;
    for (const condition of new Set([using, check].filter((one) => one !== undefined))) verbsOf.set(condition, [...(verbsOf.get(condition) ?? []), verb.toLowerCase()]);
  }
  return [...verbsOf].map(([condition, verbs]) => `${[...new Set(verbs)].join(", ")}: ${condition === "true" ? "any" : `\`${condition.replaceAll("|", "\\|")}\``}`).join("<br>");
}
