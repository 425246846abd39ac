import { parameterUnits, type ParameterKey, type ParameterUnit } from "@/lib/law/parameters";
import type { JudgementPart } from "@/lib/parameters/types";
import { parameterValue } from "./admin";
import { formatEuro } from "./format";

const people = (n: number): string => (n === 1 ? "1 Person" : `${n} Personen`);
const visits = (n: number): string => (n === 1 ? "1 Besuch" : `${n} Besuche`);
const minutes = (n: number): string => (n === 1 ? "1 Minute" : `${n} Minuten`);

/** What is typed for each unit. */
const unitHints = {
  CENTS: "Betrag in Euro, zum Beispiel 46,00",
  YEARS: "Zahl der Jahre",
  MONTHS: "Zahl der Monate",
  DAYS: "Zahl der Tage",
  WORKING_DAYS: "Zahl der Arbeitstage",
  MINUTES: "Zahl der Minuten",
  MINUTE_OF_DAY: "Uhrzeit, zum Beispiel 7:30",
  MONTH_OF_YEAR: "Monat als Zahl, 1 bis 12",
  PERSONS: "Zahl der Personen",
  PERCENT: "Prozent als ganze Zahl",
  KILOMETRES_PER_HOUR: "Kilometer in der Stunde",
} as const satisfies Record<ParameterUnit, string>;

/** Groups of keys with one unit, as the choice shows them. */
export function unitOfKey(key: ParameterKey): string {
  return unitHints[parameterUnits[key]];
}

export const judgementPartLabels = {
  eligibility: "Wer einen Ausweis bekommt",
  duty: "Ausweispflicht",
  competence: "Zuständigkeit",
  representation: "Vertretung",
  release: "Frist vor der Entlassung",
  exemption: "Befreiung",
  replacement: "Neuer Ausweis bei gültigem",
  provisional: "Vorläufiger Ausweis",
  shipping: "Direktversand",
} as const satisfies Record<JudgementPart, string>;

/** The pages on which a dated value is added. */
export const parameterWords = {
  add: "Neuen Wert eintragen",
  newTitle: "Neuen Wert eintragen",
  newLead: "Ein neuer Wert gilt ab einem kommenden Tag. Was gilt oder galt, bleibt stehen.",
  key: "Welcher Wert?",
  value: "Höhe",
  valueHint: "Beträge als 46,00, Uhrzeiten als 7:30, Monate als Zahl von 1 bis 12, sonst ganze Zahlen",
  validFrom: "Gilt ab",
  validFromHint: "Frühestens morgen",
  source: "Quelle",
  sourceHint: "Gesetz mit Paragraf und Fundstelle, oder wer es entschieden hat",
  note: "Anmerkung",
  preview: "Wirkung ansehen",
  outOfRange: (least: number, most: number, unit: ParameterUnit) => `${unitHints[unit]}. Möglich ist ${parameterValue(least, unit)} bis ${parameterValue(most, unit)}.`,

  checkTitle: "Wirkung prüfen",
  checkLead: "Noch ist nichts eingetragen.",
  wanted: "Neuer Wert",
  from: "Gilt ab",
  before: "Bis dahin",
  effectTitle: "Was sich dadurch ändert",
  effectLead: (persons: number, open: number) => `Gerechnet für den ersten Tag, mit allem, was heute offen ist: ${people(persons)} mit offenen Vorgängen und ${visits(open)}, die noch kommen.`,
  nothing: "An Gebühren, Auskünften und Besuchen ändert sich nichts.",
  elsewhere: "Dieser Wert wirkt auf Planung, Erinnerung oder Löschung. An Gebühren, Auskünften und der Dauer der Besuche ändert er nichts.",
  fee: (from: number, to: number, persons: number) => `Gebühr ${formatEuro(to)} statt ${formatEuro(from)}: ${people(persons)}`,
  part: (part: JudgementPart, persons: number) => `${judgementPartLabels[part]}: andere Auskunft für ${people(persons)}`,
  refused: (n: number) => `Der Antrag ist so nicht mehr möglich: ${people(n)}`,
  allowed: (n: number) => `Der Antrag wird möglich: ${people(n)}`,
  validity: (n: number) => `Andere Gültigkeit des Ausweises: ${people(n)}`,
  lastUseful: (n: number) => `Anderer letzter Tag für den Antrag vor der Entlassung: ${people(n)}`,
  stay: (change: number, n: number) => `${change > 0 ? `${minutes(change)} länger` : `${minutes(-change)} kürzer`}: ${visits(n)}`,
  confirm: "Wert eintragen",
  change: "Angaben ändern",
  withdraw: "Zurücknehmen",
  withdrawOf: (label: string, from: string) => `${label} ab ${from}`,
} as const;
