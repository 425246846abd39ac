import { policy } from "@/lib/auth/policy";
import { parameterOn, parameterUnits, seedParameters, type ParameterUnit } from "@/lib/law/parameters";
import { legalBasisLabels, personGroupLabels, purposeLabels, recordWords as words } from "@/lib/messages/privacy-record";
import { retentionClassLabels, retentionStartLabels } from "@/lib/messages/retention";
import { retentionClasses, retentionClassNames, type RetentionRule } from "@/lib/privacy/classes";
import { personalColumns, register, type PersonalEntry } from "@/lib/privacy/register";
import { personGroups, type PersonGroup } from "@/lib/privacy/types";
import type { CivilDate } from "@/lib/time/calendar";

/** The day whose values the record shows: the youngest of those the portal begins with, so that the text changes only with its sources. */
const stateOn: CivilDate = seedParameters.reduce((latest, { validFrom }) => (validFrom > latest ? validFrom : latest), "");

/** The record of processing (Art. 30 GDPR) and of the technical measures (Art. 32 GDPR), in Markdown, from the classification alone. */
export function recordOfProcessing(): string {
  const sealed = personalColumns.filter(({ isSealed }) => isSealed).length;
  const columns = Object.values(register).reduce((sum, entries) => sum + Object.keys(entries).length, 0);
  const figures = { columns, personal: personalColumns.length, sealed, permissions: Object.keys(policy).length };
  return [
    `# ${words.title}`,
    words.generated,
    `## ${words.activity}`,
    `### ${words.aboutTitle}`,
    ...personGroups.flatMap((group) => [`#### ${personGroupLabels[group]}`, groupTable(group)]),
    `### ${words.classesTitle}`,
    table([words.data, words.start, words.period, words.way], retentionClassNames.map(classRow)),
    `### ${words.recipientsTitle}`,
    list(words.recipients),
    `## ${words.measuresTitle}`,
    list(words.measures(figures)),
    `## ${words.openTitle}`,
    list(words.open),
    "",
  ].join("\n\n").trimEnd() + "\n";
}

function groupTable(group: PersonGroup): string {
  const entries = personalColumns.filter(({ about }) => about === group);
  const keyOf = ({ table: name, basis, retention }: PersonalEntry): string => `${name} ${basis} ${retention}`;
  const keys = [...new Set(entries.map(keyOf))];
  return table([words.table, words.columns, words.purposes, words.basis, words.retention], keys.map((key) => entryRow(entries.filter((entry) => keyOf(entry) === key))));
}

function entryRow(entries: readonly PersonalEntry[]): readonly string[] {
  const [first] = entries;
  if (!first) return [];
  const purposes = [...new Set(entries.map(({ purpose }) => purposeLabels[purpose]))];
  return [first.table, entries.map(columnName).join(", "), purposes.join(", "), legalBasisLabels[first.basis], retentionClassLabels[first.retention]];
}

function columnName({ column, isSealed, isFreeText }: PersonalEntry): string {
  const notes = [...(isSealed ? [words.sealed] : []), ...(isFreeText ? [words.typed] : [])];
  return notes.length > 0 ? `${column} (${notes.join(", ")})` : column;
}

function classRow(name: (typeof retentionClassNames)[number]): readonly string[] {
  const rule: RetentionRule = retentionClasses[name];
  return [retentionClassLabels[name], retentionStartLabels[rule.start], periodText(rule), words.ways[rule.way]];
}

function periodText({ period }: RetentionRule): string {
  if ("by" in period) return unitText(parameterOn(seedParameters, period.by, stateOn), parameterUnits[period.by]);
  return period.unit === "HOURS" ? words.hours(period.fixed) : words.days(period.fixed);
}

function unitText(value: number, unit: ParameterUnit): string {
  return unit === "MONTHS" ? words.months(value) : words.days(value);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
