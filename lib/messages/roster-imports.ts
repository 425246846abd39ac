import type { CellFault, ImportRefusal, RosterColumn } from "@/lib/roster-imports/types";
import { labels } from "./labels";

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n.toLocaleString("de-DE")} ${many}`);
const rows = (n: number): string => count(n, "Zeile", "Zeilen");
const people = (n: number): string => count(n, "Person", "Personen");

/** How our own files call their columns. */
export const columnHeadings = {
  lastName: "Nachname",
  firstNames: "Vornamen",
  bornOn: "Geburtsdatum",
  nationality: "Staatsangehörigkeit",
  mainResidence: "Hauptwohnung",
  idCardState: "Personalausweis",
  idExpiresOn: "Ausweis gültig bis",
  hasValidPassport: "Gültiger Reisepass",
  isPermanentResident: "Auf Dauer in einer Einrichtung",
  isExempted: "Von der Ausweispflicht befreit",
  custodyKind: "Art der Haft",
  custodySinceOn: "Haftbeginn",
  releaseOn: "Voraussichtliche Entlassung",
} as const satisfies Record<RosterColumn, string>;

/** Other words for a column, as lists of houses have them; compared without capitals, accents, hyphens and gaps. */
export const headingSynonyms = {
  lastName: ["Name", "Familienname", "Zuname", "Bewohner Name"],
  firstNames: ["Vorname", "Rufname", "Vorname(n)"],
  bornOn: ["Geburtstag", "Geboren", "Geboren am", "Geb.", "Geb. am", "Geb.-Datum", "Geb.-Dat.", "GebDat"],
  nationality: ["Nationalität", "Staatsbürgerschaft", "Staatsang."],
  mainResidence: ["Hauptwohnsitz", "Gemeldet", "Gemeldet in", "Wohnung gemeldet"],
  idCardState: ["Ausweis", "Bisheriger Personalausweis", "Bisheriger Ausweis", "Stand des Ausweises", "Ausweisstand", "Perso"],
  idExpiresOn: ["Gültig bis", "Personalausweis gültig bis", "Perso gültig bis", "Ablaufdatum", "Ablauf", "Läuft ab", "Ausweis läuft ab", "Gültigkeit"],
  hasValidPassport: ["Reisepass", "Reisepass gültig", "Ein gültiger Reisepass ist da"],
  isPermanentResident: ["Auf Dauer", "Dauerhaft", "Dauerpflege", "Dauerhaft in der Einrichtung"],
  isExempted: ["Befreit", "Befreiung", "Ausweispflicht befreit"],
  custodyKind: ["Haftart", "Haft"],
  custodySinceOn: ["Beginn der Haft", "Haft seit", "Inhaftiert seit"],
  releaseOn: ["Entlassung", "Entlassungsdatum", "Entlassung am", "Haftende", "Strafende", "Voraussichtlich entlassen"],
} as const satisfies Record<RosterColumn, readonly string[]>;

/** Words of a list beside the portal's own for what it may say. */
export const choiceSynonyms = {
  nationality: { GERMAN: ["deutsch", "D", "DE", "DEU", "Deutschland"], OTHER: ["andere", "nicht deutsch", "Ausland"], UNKNOWN: ["unbekannt", "ungeklärt", "?"] },
  mainResidence: { DORTMUND: ["Dortmund"], ELSEWHERE: ["andere", "auswärts", "andere Gemeinde", "woanders"], NONE: ["keine", "ohne", "ohne festen Wohnsitz", "ofW"], UNKNOWN: ["unbekannt", "?"] },
  idCardState: { NONE: ["keiner", "kein", "nein", "nicht vorhanden", "fehlt"], VALID: ["gültig", "ja", "vorhanden"], EXPIRED: ["abgelaufen", "ungültig"], LOST: ["verloren", "gestohlen", "weg"] },
  custodyKind: { SENTENCE: ["Strafhaft", "Freiheitsstrafe"], REMAND: ["Untersuchungshaft", "U-Haft"], DEFAULT_IMPRISONMENT: ["Ersatzfreiheitsstrafe", "EFS"], OTHER: ["andere", "sonstige"] },
  yes: ["ja", "j", "x", "wahr", "true", "1"],
  no: ["nein", "n", "falsch", "false", "0", "-"],
} as const;

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(", ")} oder ${words.at(-1)!}`;
const choicesOf: Partial<Record<RosterColumn, string>> = {
  nationality: listed(Object.values(labels.nationality)),
  mainResidence: listed(Object.values(labels.mainResidence)),
  idCardState: listed(Object.values(labels.idCardState)),
  custodyKind: listed(Object.values(labels.custodyKind)),
};

type FaultSentences = { readonly [C in CellFault["code"]]: (fault: Extract<CellFault, { code: C }>, column: RosterColumn) => string };

const faults: FaultSentences = {
  missing: () => "Hier steht nichts. Diese Angabe wird gebraucht.",
  tooLong: ({ most }) => `Der Text ist zu lang: höchstens ${most} Zeichen.`,
  noDate: () => "Das ist kein Datum. Bitte so schreiben: 31.12.1940.",
  noDateOrMonth: () => "Das ist kein Datum und kein Monat. Bitte so schreiben: 31.03.2027, oder 03/2027, wenn der Tag nicht bekannt ist.",
  shortYear: () => "Das Jahr hat nur zwei Ziffern. Bitte vier schreiben, zum Beispiel 1940.",
  choices: (_fault, column) => `Das ist hier nicht vorgesehen. Möglich: ${choicesOf[column] ?? "ja oder nein"}; oder nichts, wenn es nicht bekannt ist.`,
  inTheFuture: () => "Dieser Tag liegt in der Zukunft.",
  tooLongAgo: () => "Bitte prüfen Sie das Jahr: So alt ist noch niemand geworden.",
  releaseInThePast: () => "Dieser Tag ist schon vorbei.",
  releaseBeforeCustody: () => "Die Entlassung liegt vor dem Beginn der Haft.",
  contradicts: ({ row }) => `Diese Person steht schon in Zeile ${row}, dort mit einer anderen Angabe. Bitte lassen Sie nur eine Zeile stehen.`,
};

/** What is wrong with a cell, in a sentence that says what to do. */
export function faultSentence(fault: CellFault, column: RosterColumn): string {
  const sentence = faults[fault.code] as (fault: CellFault, column: RosterColumn) => string;
  return sentence(fault, column);
}

const columnList = (columns: readonly RosterColumn[]): string => columns.map((column) => `„${columnHeadings[column]}“`).join(", ");

export const importRefusals = {
  "import.noFile": () => "Bitte wählen Sie eine Datei aus.",
  "import.file": ({ fault }) =>
    ({
      fileName: "Bitte geben Sie der Datei einen einfachen Namen aus Buchstaben und Ziffern, zum Beispiel personen.csv.",
      tableType: "Diese Datei ist keine lesbare Liste. Bitte speichern Sie sie in Ihrem Programm als Excel-Arbeitsmappe (.xlsx, ohne Makros und ohne Kennwort) oder als CSV.",
      fileTooLarge: "Diese Datei ist zu groß: höchstens 5 MB.",
      fileUnpacked: "Diese Datei ist ausgepackt zu groß: höchstens 20 MB.",
    })[fault],
  "import.quoteOpen": ({ row }) => `In Zeile ${row} beginnt ein Anführungszeichen, das nicht wieder geschlossen wird. Bitte prüfen Sie diese Zeile.`,
  "import.tooManyRows": ({ most }) => `Die Liste hat zu viele Zeilen: höchstens ${most.toLocaleString("de-DE")}. Bitte teilen Sie sie auf.`,
  "import.noSheet": () => "In dieser Arbeitsmappe ist kein Tabellenblatt zu finden.",
  "import.empty": () => "In dieser Liste steht unter den Überschriften niemand.",
  "import.columnsMissing": ({ columns }) => `Die Überschriften in der ersten Zeile sind nicht vollständig. Es ${columns.length === 1 ? "fehlt" : "fehlen"}: ${columnList(columns)}. Die Vorlage zeigt, wie die Liste aussehen soll.`,
  "import.columnTwice": ({ column }) => `Die Spalte ${columnList([column])} steht zweimal in der Liste. Bitte löschen Sie eine davon.`,
  "import.hasFaults": () => "In der Liste sind noch Fehler. Bitte ändern Sie die Datei und lesen Sie sie noch einmal ein.",
  "import.similarUnanswered": () => "Bitte bestätigen Sie, dass die ähnlichen Namen zu anderen Personen gehören. Sonst löschen Sie diese Zeilen in der Datei und lesen sie noch einmal ein.",
  "import.rosterChanged": () => "Ihre Liste hat sich inzwischen geändert. Bitte lesen Sie die Datei noch einmal ein.",
} as const satisfies { readonly [C in ImportRefusal["code"]]: (refusal: Extract<ImportRefusal, { code: C }>) => string };

export const importPages = {
  title: "Liste einlesen",
  lead: "Nehmen Sie alle Personen auf einmal auf, aus Excel oder aus Ihrem Pflegeprogramm. Sie sehen zuerst eine Vorschau; übernommen wird erst, wenn Sie zustimmen.",
  file: "Datei",
  fileHint: "Excel-Arbeitsmappe (.xlsx) oder CSV, höchstens 5 MB und 10.000 Zeilen. In der ersten Zeile stehen die Überschriften.",
  read: "Datei prüfen",
  templateTitle: "Vorlage",
  templateText: "Gebraucht werden Nachname, Vornamen und Geburtsdatum. Alles andere darf leer bleiben oder fehlen.",
  templateXlsx: "Vorlage für Excel",
  templateCsv: "Vorlage als CSV",
  templateName: "vorlage-personen",
  columnsTitle: "Welche Spalten übernommen werden",
  columnsText: "Alle anderen Spalten, etwa Zimmer oder Diagnosen, liest das Portal nicht.",
  columnsCaption: "Spalten einer Liste",
  column: "Spalte",
  contents: "Was darin stehen kann",
  contentsOf: (column: RosterColumn): string => contentWords[column] ?? `${choicesOf[column] ?? "ja oder nein"}`,

  previewTitle: "Liste prüfen",
  previewLead: (file: string) => `Gelesen aus „${file}“. Noch ist nichts übernommen.`,
  faultsTitle: (n: number) => (n === 1 ? "1 Fehler: Es wurde nichts übernommen" : `${n.toLocaleString("de-DE")} Fehler: Es wurde nichts übernommen`),
  faultsText: "Bitte ändern Sie diese Stellen in Ihrer Datei und lesen Sie sie noch einmal ein. Es wird immer die ganze Liste übernommen oder gar nichts.",
  faultsCaption: "Fehler in der Liste",
  faultsMore: (shown: number) => `Gezeigt werden die ersten ${shown}.`,
  row: "Wo",
  rowNumber: (row: number) => `Zeile ${row}`,
  reason: "Was nicht stimmt",
  again: "Geänderte Datei einlesen",
  newPeople: (n: number) => `${people(n)} ${n === 1 ? "wird" : "werden"} neu aufgenommen`,
  nobodyNew: "Niemand ist neu",
  nobodyNewText: "Alle Personen dieser Datei stehen schon in Ihrer Liste. Es wird niemand aufgenommen.",
  confirmsText: "Ihre Einträge gelten mit dem Übernehmen als bestätigt, damit sie nicht nach zwölf Monaten gelöscht werden.",
  listedCount: (n: number) => `${people(n)} ${n === 1 ? "steht" : "stehen"} schon in Ihrer Liste und ${n === 1 ? "bleibt" : "bleiben"}, wie ${n === 1 ? "sie ist" : "sie sind"}.`,
  twiceCount: (n: number) => `${rows(n)} ${n === 1 ? "wiederholt" : "wiederholen"} eine Person aus der Datei und ${n === 1 ? "zählt" : "zählen"} nicht.`,
  similarTitle: "Sind das wirklich verschiedene Personen?",
  similarText: "Am selben Tag geboren und ein ähnlicher Name. Ist es dieselbe Person, löschen Sie die Zeile in der Datei und lesen sie noch einmal ein.",
  similarLine: (row: number, name: string, other: string) => `Zeile ${row}, ${name}: ähnlich wie ${other}`,
  similarListed: (name: string) => `${name} in Ihrer Liste`,
  similarRow: (row: number, name: string) => `${name} in Zeile ${row}`,
  areOthers: "Es sind andere Personen",
  ignored: (columns: string) => `Nicht übernommen werden die Spalten: ${columns}.`,
  caption: "Personen der Datei",
  columns: { row: "Zeile", name: "Name", born: "Geboren", card: "Ausweis", state: "Stand" },
  stateNew: "neu",
  stateListed: "schon in Ihrer Liste",
  stateTwice: (row: number) => `wie Zeile ${row}`,
  take: (n: number) => (n === 0 ? "Einträge bestätigen" : `${people(n)} übernehmen`),
  drop: "Verwerfen",
  keptUntil: (time: string) => `Die gelesenen Angaben werden ${time} gelöscht, wenn Sie sie nicht übernehmen.`,
} as const;

const contentWords: Partial<Record<RosterColumn, string>> = {
  lastName: "Text",
  firstNames: "Text, alle Vornamen",
  bornOn: "31.12.1940",
  idExpiresOn: "31.03.2027, oder 03/2027, wenn der Tag nicht bekannt ist",
  custodySinceOn: "15.01.2026",
  releaseOn: "15.01.2028",
};
