import type { ParameterValues } from "@/lib/law/parameters";
import { retentionClasses, type RetentionClass } from "@/lib/privacy/classes";
import { isNamed, noticeTables, subjectKindOf, type NoticeKind, type NoticeTable } from "@/lib/privacy/notices";
import { accountTitles, columnTitles, openedTitles, tableTitles } from "./disclosure-columns";
import { legalBasisLabels, purposeLabels } from "./privacy-record";
import { privacySections } from "./privacy-notice";
import type { TextSection } from "./public";
import { retentionClassLabels, retentionPeriodText, retentionStartLabels } from "./retention";

/** How the notices are called, one for each kind of person. */
export const noticeTitles = {
  residents: "Für Bewohnerinnen und Bewohner",
  inmates: "Für Inhaftierte",
  facility: "Für Beschäftigte einer Einrichtung",
  prison: "Für den Sozialdienst einer JVA",
  lead: "Für die Teamleitung",
  crew: "Für die Teams unterwegs",
  administrator: "Für die Verwaltung der Konten",
  officer: "Für die Datenschutzbeauftragten",
} as const satisfies Record<NoticeKind, string>;

/** Where the data come from, and what it means not to give them. */
const sources = {
  residents: "Ihre Einrichtung nennt uns Ihre Angaben, damit wir zu Ihnen kommen können (Artikel 14 DSGVO). Sie müssen das nicht wollen: Der Weg ins Bürgeramt oder die Befreiung von der Ausweispflicht bleibt offen. Was beim Besuch geschieht, trägt das Team der Stadt ein.",
  inmates: "Der Sozialdienst der Justizvollzugsanstalt nennt uns Ihre Angaben, damit wir zu Ihnen kommen können (Artikel 14 DSGVO). Angaben zur Haft sehen nur die Menschen, die Ihren Besuch vorbereiten. Was beim Besuch geschieht, trägt das Team der Stadt ein.",
  facility: "Ihre Einrichtung oder die Stadt hat Ihr Konto angelegt; alles Weitere entsteht, wenn Sie das Portal benutzen (Artikel 13 DSGVO). Ohne Konto können Sie nicht anfragen.",
  prison: "Ihre Anstalt oder die Stadt hat Ihr Konto angelegt; alles Weitere entsteht, wenn Sie das Portal benutzen (Artikel 13 DSGVO). Weil Sie wissen, wer in Haft ist, verlangt das Portal einen zweiten Faktor.",
  lead: "Die Verwaltung hat Ihr Konto angelegt; alles Weitere entsteht bei Ihrer Arbeit (Artikel 13 DSGVO, § 18 DSG NRW). Auswertungen über einzelne Beschäftigte gibt es nicht.",
  crew: "Die Verwaltung hat Ihr Konto angelegt, die Teamleitung teilt Sie ein (Artikel 13 DSGVO, § 18 DSG NRW). Ihr Name steht für die besuchte Einrichtung am Besuch. Der Grund eines Ausfalls ist verschlüsselt. Auswertungen über einzelne Beschäftigte gibt es nicht.",
  administrator: "Ihr Konto hat eine andere Person der Verwaltung angelegt; alles Weitere entsteht bei Ihrer Arbeit (Artikel 13 DSGVO, § 18 DSG NRW). Angaben zu besuchten Personen sehen Sie nicht.",
  officer: "Die Verwaltung hat Ihr Konto angelegt; alles Weitere entsteht bei Ihrer Arbeit (Artikel 13 DSGVO, § 18 DSG NRW). Auch Ihr Blick in das Protokoll steht im Protokoll.",
} as const satisfies Record<NoticeKind, string>;

export const noticeWords = {
  chooseTitle: "Hinweise für Sie",
  chooseText: "Kurz und nur mit dem, was Sie betrifft, auch zum Ausdrucken:",
  whole: "Alle Hinweise auf einer Seite",
  yours: "Datenschutzhinweise für Ihre Rolle",
  toPrint: "Datenschutzhinweise für die Personen, zum Ausdrucken",
  easy: "In Leichter Sprache: Was wir tun",
  inShortTitle: "Kurz gesagt",
  sourceTitle: "Woher die Angaben kommen",
  dataTitle: "Welche Angaben gespeichert werden können",
  note: (title: string) => `${title}: freier Text, verschlüsselt`,
  purposeTitle: "Wozu und auf welcher Grundlage",
  keptTitle: "Wie lange",
  ownTitle: "Ihre eigenen Angaben ansehen",
  ownText: "Unter „Mein Konto“, „Was über Sie gespeichert ist“ steht alles, was das Portal über Sie weiß, auch als Datei.",
} as const;

/** One notice, made from the classification and the periods in force: a new column stands in it without anybody writing it there. */
export function noticeSections(kind: NoticeKind, parameters: ParameterValues): readonly TextSection[] {
  const tables = noticeTables(kind);
  const entries = tables.flatMap((one) => one.entries);
  const common = (id: string): readonly TextSection[] => privacySections(parameters).filter((section) => section.id === id);
  const bases = [...new Set(entries.map(({ basis }) => basis))];
  const classes = [...new Set<RetentionClass>([...entries.map(({ retention }) => retention), "audit"])];
  const isVisited = subjectKindOf(kind) === "resident";
  return [
    ...(isVisited ? common("in-short") : []),
    ...common("controller"),
    { id: "source", title: noticeWords.sourceTitle, paragraphs: [sources[kind]] },
    { id: "data", title: noticeWords.dataTitle, items: tables.flatMap((one) => dataLine(kind, one) ?? []) },
    { id: "purposes", title: noticeWords.purposeTitle, items: bases.map((basis) => `${legalBasisLabels[basis]}: ${[...new Set(entries.filter((entry) => entry.basis === basis).map(({ purpose }) => purposeLabels[purpose]))].join(", ")}`) },
    ...common("recipients"),
    { id: "retention", title: noticeWords.keptTitle, items: classes.map((name) => `${retentionClassLabels[name]}: ${retentionPeriodText(name, parameters)}; die Frist beginnt ${retentionStartLabels[retentionClasses[name].start]}`) },
    ...(isVisited ? [] : [...common("cookies"), { id: "own", title: noticeWords.ownTitle, paragraphs: [noticeWords.ownText] }]),
    ...common("rights"),
  ];
}

/** The table with what may stand in it; without named columns the title alone says what it is. */
function dataLine(kind: NoticeKind, { table, entries }: NoticeTable): string {
  const title = (subjectKindOf(kind) === "account" ? accountTitles[table] : undefined) ?? tableTitles[table] ?? table;
  const opened: Readonly<Record<string, string | Readonly<Record<string, string>>>> = openedTitles;
  const named = entries.flatMap((entry) => {
    const place = `${entry.table}.${entry.column}`;
    const inside = opened[place];
    if (inside !== undefined) return typeof inside === "string" ? [inside] : Object.values(inside);
    return isNamed(entry) ? [(columnTitles as Readonly<Record<string, string>>)[place] ?? entry.column] : [];
  });
  const notes = entries.some(({ isSealed, isFreeText }) => isSealed && isFreeText) && table !== "FormEcho" && table !== "RosterImport";
  if (notes) return noticeWords.note(title);
  return named.length > 0 ? `${title}: ${named.join(", ")}` : title;
}
