import { entriesOf } from "@/lib/disclosures/rules";
import type { Disclosure, DisclosedRow, Fact } from "@/lib/disclosures/types";
import { retentionClasses } from "@/lib/privacy/classes";
import type { PersonalTable } from "@/lib/privacy/register";
import { auditActionLabels } from "./audit";
import { accountTitles, codeWords, columnTitles, openedTitles, tableTitles } from "./disclosure-columns";
import { formatDateNumeric, formatDateTime, formatEuro } from "./format";
import { legalBasisLabels, purposeLabels } from "./privacy-record";
import { privacySections } from "./privacy-notice";
import type { TextSection } from "./public";
import { retentionClassLabels, retentionPeriodText, retentionStartLabels } from "./retention";
import { roleLabels } from "./roles";

/** The words of the document on one person's data (Art. 15 GDPR). */
export const disclosureWords = {
  title: "Auskunft über gespeicherte Daten",
  law: "Artikel 15 Datenschutz-Grundverordnung (DSGVO)",
  about: "Zur Person",
  madeAt: "Stand",
  source: "Woher die Angaben kommen",
  sources: {
    NURSING_HOME: (name: string) => `Von der Einrichtung ${name}, in deren Personenliste Sie stehen; Ergebnisse der Besuche vom Team der Stadt.`,
    PRISON: (name: string) => `Vom Sozialdienst der ${name}; Ergebnisse der Besuche vom Team der Stadt.`,
    account: "Von Ihnen selbst, von der Verwaltung der Konten und aus der Nutzung des Portals.",
  },
  purposes: "Wozu",
  bases: "Rechtsgrundlage",
  kept: "Wie lange",
  keptFor: (data: string, period: string, start: string) => `${data}: ${period}; die Frist beginnt ${start}`,
  noRows: "Nichts gespeichert.",
  nothing: "keine Angabe",
  yes: "ja",
  no: "nein",
  position: (n: number) => `Eintrag ${n}`,
  withheld: "Es gibt eine Notiz zu mehreren Personen. Sie wird vor der Herausgabe geprüft, weil sie andere nennen kann (Artikel 15 Absatz 4 DSGVO).",
  accessTitle: "Wer die Angaben gesehen oder geändert hat",
  accessText: "Zeit, Anlass und Rolle. Namen von Beschäftigten stehen hier nicht.",
  accessMore: (listed: number, count: number) => `Es sind ${count} Einträge; die letzten ${listed} stehen hier.`,
  accessAt: "Zeit",
  accessAction: "Was",
  accessRole: "Rolle",
  accessBySelf: "Sie selbst",
  portal: "das Portal selbst",
  accessNone: "Kein Eintrag im Protokoll.",
  notShown: "Nicht gezeigt werden Geheimnisse, mit denen Sie sich ausweisen (Schlüssel und Prüfsummen), und Eingaben, die nur Ihr Browser öffnen kann.",
  download: "Als JSON-Datei laden",
} as const;

export type DocumentValue = { readonly column: string; readonly term: string; readonly value: string; readonly stored: Fact };
export type DocumentPart = {
  readonly table: PersonalTable;
  readonly title: string;
  readonly purposes: string;
  readonly bases: string;
  readonly kept: readonly string[];
  readonly rows: readonly (readonly DocumentValue[])[];
};
export type DisclosureDocument = {
  readonly title: string;
  readonly madeAt: string;
  readonly source: string;
  readonly parts: readonly DocumentPart[];
  readonly accesses: readonly { readonly at: string; readonly action: string; readonly role: string }[];
  readonly accessNote: string | null;
  readonly texts: readonly TextSection[];
  readonly notShown: string | null;
};

/** What is common to everybody's answer: who is responsible, who receives data, which rights there are, where to complain. */
const COMMON_TEXTS = ["controller", "recipients", "rights"];

/** The document as people read it; the file carries the same. */
export function documentOf(disclosure: Disclosure): DisclosureDocument {
  const { kind, madeAt, facility, tables, accesses, accessCount, parameters } = disclosure;
  return {
    title: disclosureWords.title,
    madeAt: formatDateTime(madeAt),
    source: facility ? disclosureWords.sources[facility.kind](facility.name) : disclosureWords.sources.account,
    parts: tables.map(({ table, rows }) => ({ ...headOf(disclosure, table), rows: rows.map((row) => valuesOf(table, row)) })),
    accesses: accesses.map(({ at, action, role, isOwn }) => ({ at: formatDateTime(at), action: auditActionLabels[action] ?? action, role: isOwn ? disclosureWords.accessBySelf : role ? roleLabels[role] : disclosureWords.portal })),
    accessNote: accessCount > accesses.length ? disclosureWords.accessMore(accesses.length, accessCount) : null,
    texts: privacySections(parameters).filter(({ id }) => id !== undefined && COMMON_TEXTS.includes(id)),
    notShown: kind === "account" ? disclosureWords.notShown : null,
  };
}

function headOf({ kind, parameters }: Disclosure, table: PersonalTable): Omit<DocumentPart, "rows"> {
  const entries = entriesOf(kind, table);
  const each = <T,>(values: readonly T[]): readonly T[] => [...new Set(values)];
  return {
    table,
    title: (kind === "account" ? accountTitles[table] : undefined) ?? tableTitles[table] ?? table,
    purposes: each(entries.map(({ purpose }) => purposeLabels[purpose])).join(", "),
    bases: each(entries.map(({ basis }) => legalBasisLabels[basis])).join("; "),
    kept: each(entries.map(({ retention }) => retention)).map((name) => disclosureWords.keptFor(retentionClassLabels[name], retentionPeriodText(name, parameters), startOf(name))),
  };
}

function startOf(name: Parameters<typeof retentionPeriodText>[0]): string {
  return retentionStartLabels[retentionClasses[name].start];
}

function valuesOf(table: PersonalTable, row: DisclosedRow): readonly DocumentValue[] {
  return Object.entries(row).flatMap(([column, stored]) => {
    const place = `${table}.${column}`;
    const inside = (openedTitles as Readonly<Record<string, string | Readonly<Record<string, string>>>>)[place];
    if (inside !== undefined && typeof inside !== "string") {
      const fields: Readonly<Record<string, string | boolean | null>> = isFields(stored) ? stored : {};
      return Object.entries(inside).map(([field, term]) => ({ column: `${column}.${field}`, term, value: wordsOf(`${place}.${field}`, field, fields[field] ?? null), stored: fields[field] ?? null }));
    }
    const term = inside ?? (columnTitles as Readonly<Record<string, string>>)[place] ?? column;
    return [{ column, term, value: wordsOf(place, column, stored), stored }];
  });
}

function isFields(stored: Fact): stored is Readonly<Record<string, string | boolean | null>> {
  return stored !== null && typeof stored === "object" && !Array.isArray(stored) && !(stored instanceof Date);
}

/** A civil date is a day; every other time is an instant. */
const DAY = /On$|^neededBy$/;

function wordsOf(place: string, column: string, stored: Fact): string {
  if (stored === null || stored === "") return disclosureWords.nothing;
  if (typeof stored === "boolean") return stored ? disclosureWords.yes : disclosureWords.no;
  if (stored instanceof Date) return DAY.test(column) ? formatDateNumeric(stored.toISOString().slice(0, 10)) : formatDateTime(stored);
  if (typeof stored === "string") return codeWords[place]?.[stored] ?? (DAY.test(column) ? formatDateNumeric(stored) : stored);
  if (typeof stored === "number" && column.endsWith("Cents")) return formatEuro(stored);
  if (Array.isArray(stored)) return stored.length > 0 ? stored.join(", ") : disclosureWords.nothing;
  return typeof stored === "object" ? disclosureWords.withheld : String(stored);
}

/** The same for a program: every value with its column, its words and as it is stored. */
export function disclosureFile(disclosure: Disclosure): string {
  const { parts, accesses, ...document } = documentOf(disclosure);
  const content = { law: disclosureWords.law, kind: disclosure.kind, id: disclosure.id, ...document, madeAt: disclosure.madeAt.toISOString(), tables: parts, accesses: disclosure.accesses.map((access, index) => ({ ...access, words: accesses[index] })), accessCount: disclosure.accessCount };
  return `${JSON.stringify(content, null, 2)}\n`;
}
