import { parameterUnits, type ParameterValues } from "@/lib/law/parameters";
import { retentionClasses, type RetentionClass, type RetentionRule } from "@/lib/privacy/classes";
import type { HoldReason } from "@/lib/retention/types";
import { parameterValue } from "./admin";
import { formatDate, formatDateTime } from "./format";

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** What each class of data is. */
export const retentionClassLabels = {
  case: "Vorgänge mit ihren Terminen und Ergebnissen",
  request: "Notizen zu Anfragen",
  draft: "Entwürfe von Anfragen",
  visit: "Notizen zu Besuchen",
  roster: "Personen in der Liste einer Einrichtung, mit Angaben zu Pflege und Haft",
  mailContent: "Inhalt von Mails",
  mail: "Vermerk, wer wann eine Mail bekam",
  code: "Codes zum Anmelden",
  session: "Sitzungen",
  echo: "Eingaben eines abgelehnten Formulars",
  rosterImport: "Eingelesene Listen von Personen, die noch niemand übernommen hat",
  submission: "Antworten auf gesendete Formulare",
  account: "Gesperrte Konten",
  staff: "Personen, die nicht mehr im Team sind",
  crew: "Wer auf einer Tour war",
  absence: "Ausfälle von Personen im Team",
  closure: "Bezeichnungen vergangener Schließtage",
  contact: "Ansprechpersonen und Hinweise früherer Einrichtungen",
  audit: "Einträge des Protokolls",
  hold: "Beendete Aussetzungen",
} as const satisfies Record<RetentionClass, string>;

/** When the period of a class begins. */
export const retentionStartLabels = {
  caseClosed: "mit dem Abschluss des Vorgangs; spätestens nach der Höchstfrist ab dem letzten Besuch, ohne Besuch ab dem Senden der Anfrage",
  requestClosed: "mit dem Abschluss der Anfrage, wenn kein Vorgang mehr da ist",
  visitOver: "mit dem Ende des Besuchs",
  rosterLeftOrUnconfirmed: "mit der letzten Bestätigung; nach dem Auszug sofort",
  mailSent: "mit dem Versand",
  mailOrdered: "mit dem Auftrag",
  codeRequested: "mit der Anforderung",
  sessionEnded: "mit dem Ende der Sitzung",
  formRefused: "mit der Ablehnung",
  formSent: "mit dem Senden",
  accountDisabled: "mit der Sperrung",
  staffInactive: "mit der letzten Tour oder dem letzten Ausfall",
  tourOver: "mit dem Tag der Tour",
  absenceOver: "mit dem Ende des Ausfalls",
  closureOver: "mit dem letzten Schließtag",
  facilityInactive: "mit der letzten Anfrage oder dem letzten Besuch",
  written: "mit dem Eintrag",
  holdEnded: "mit dem Ende der Aussetzung",
  listRead: "mit dem Einlesen; nach dem Übernehmen sofort",
  unsentForLong: "mit dem Anlegen",
} as const satisfies Record<RetentionRule["start"], string>;

/** How long a class is kept, with the periods in force. */
export function retentionPeriodText(dataClass: RetentionClass, parameters: ParameterValues): string {
  const { period }: RetentionRule = retentionClasses[dataClass];
  const kept = "by" in period ? parameterValue(parameters[period.by], parameterUnits[period.by]) : period.unit === "HOURS" ? retentionWords.hours(period.fixed) : retentionWords.days(period.fixed);
  return dataClass === "case" ? `${kept}, ${retentionWords.capped(parameterValue(parameters.retentionCapDays, "DAYS"))}` : kept;
}

export const holdReasonLabels = {
  LEGAL_DISPUTE: "Widerspruch oder Klage",
  SUBJECT_REQUEST: "Auskunft oder Berichtigung läuft",
  COMPLAINT: "Beschwerde",
  INSPECTION: "Prüfung durch eine Aufsicht",
  ACCURACY_CONTESTED: "Die Richtigkeit wird bestritten",
  USE_UNLAWFUL: "Die Nutzung war nicht zulässig, gelöscht werden soll nicht",
  NEEDED_FOR_CLAIM: "Die Person braucht die Angaben für einen Anspruch",
  OBJECTION: "Die Person widerspricht, die Prüfung läuft",
} as const satisfies Record<HoldReason, string>;

export const retentionWords = {
  title: "Löschfristen",
  lead: "Jede Nacht wird gelöscht, was seine Frist hinter sich hat. Es bleiben Zahlen ohne Namen.",
  overdueTitle: "Der Löschlauf ist überfällig",
  overdue: (at: Date | null) => (at ? `Der letzte Lauf endete am ${formatDateTime(at)}. Bitte prüfen Sie, ob der Hintergrunddienst läuft.` : "Es gab noch keinen Lauf. Bitte prüfen Sie, ob der Hintergrunddienst läuft."),
  lastRun: (at: Date) => `Letzter Lauf: ${formatDateTime(at)}. Der nächste folgt nach Mitternacht.`,
  periodsTitle: "Fristen und was als Nächstes ansteht",
  periodsCaption: "Fristen mit Vorschau, Stand des letzten Laufs",
  data: "Angaben",
  start: "Frist beginnt",
  period: "Frist",
  week: "In 7 Tagen fällig",
  month: "In 30 Tagen fällig",
  held: "Ausgesetzt",
  hours: (n: number) => count(n, "Stunde", "Stunden"),
  days: (n: number) => count(n, "Tag", "Tage"),
  capped: (days: string) => `höchstens ${days} nach dem letzten Besuch`,
  source: "Die Fristen stehen bei den Rechtswerten und haben dort ihre Quelle.",
  runsTitle: "Läufe",
  runsCaption: "Was in den letzten Wochen gelöscht wurde",
  runDay: "Tag",
  runEnd: "Beendet",
  runRemoved: "Gelöscht",
  runNothing: "nichts",
  runOpen: "läuft noch",
  runsEmpty: "Noch kein Lauf.",
  removedLine: (label: string, n: number) => `${label}: ${n}`,
  figuresTitle: "Zahlen, die bleiben",
  figuresLead: "Was von gelöschten Vorgängen bleibt: wie viele es je Monat waren. Weniger als drei werden nicht genau gezeigt.",
  figuresCaption: "Gelöschte Vorgänge und Termine je Monat",
  figuresEmpty: "Noch ist kein Vorgang gelöscht.",
  figureMonth: "Monat",
  figureKind: "Art",
  figureKinds: { CASE: "Vorgang abgeschlossen", APPOINTMENT: "Ergebnis eines Termins" },
  figureService: "Leistung",
  figureResult: "Ergebnis",
  figureCount: "Anzahl",
  figureFew: (smallest: number) => `unter ${smallest}`,
  figureLapsed: "offen geblieben",
  holdsTitle: "Ausgesetzte Löschungen",
  holdsEmpty: "Keine Löschung ist ausgesetzt.",
  holdsCaption: "Ausgesetzte Löschungen, auch beendete",
  holdAbout: "Betrifft",
  holdWhole: (reference: string, facility: string) => `Anfrage ${reference}, ${facility}`,
  holdCase: (reference: string, facility: string) => `Ein Vorgang aus Anfrage ${reference}, ${facility}`,
  holdPerson: "Eine Person: Verarbeitung eingeschränkt",
  holdNoEnd: "bis zur Aufhebung durch die Teamleitung",
  holdReason: "Grund",
  holdUntil: "Bis",
  holdSet: "Gesetzt",
  holdState: "Stand",
  holdBy: (at: Date, name: string | null) => `${formatDateTime(at)}${name ? `, ${name}` : ""}`,
  holdInForce: "gilt",
  holdLifted: (at: Date, name: string | null) => `aufgehoben am ${formatDateTime(at)}${name ? ` von ${name}` : ""}`,
  holdExpired: (at: Date) => `abgelaufen am ${formatDateTime(at)}`,
  holdLift: "Aufheben",
  holdLiftLabel: (reference: string) => `Aussetzung zu Anfrage ${reference} aufheben`,
  holdAction: "Handlung",
  newHold: "Löschung aussetzen",
  newHoldLead: "Hält die Angaben einer Anfrage über ihre Frist hinaus fest. Die Aussetzung endet von selbst an dem Tag, den Sie nennen, spätestens nach zwölf Monaten.",
  reference: "Kennung der Anfrage",
  referenceHint: "Zum Beispiel A-7KX2MQ. Sie steht auf jeder Mail zur Anfrage.",
  find: "Anfrage suchen",
  notFound: (reference: string) => `Eine gesendete Anfrage „${reference}“ mit Vorgängen gibt es nicht. Vielleicht ist sie schon gelöscht.`,
  scope: "Was festgehalten wird",
  wholeRequest: "Die ganze Anfrage",
  wholeHint: (n: number) => `${count(n, "Vorgang", "Vorgänge")} und alle Notizen`,
  oneCase: (service: string, position: number) => `Nur Vorgang ${position}: ${service}`,
  caseOpen: "noch nicht abgeschlossen",
  caseClosed: (date: string) => `abgeschlossen am ${date}`,
  reason: "Grund",
  until: "Bis zu welchem Tag",
  untilHint: "An diesem Tag endet die Aussetzung.",
  set: "Löschung aussetzen",
  facility: (name: string) => `Anfrage von ${name}.`,
  reading: "Aussetzen und aufheben kann die Verwaltung. Sie lesen mit.",
} as const;

/** Where persons stood whose data is deleted. */
export const personsDeleted = "Die Angaben zu den Personen sind nach ihrer Frist gelöscht.";

/** When what is known about a person is deleted, for the facility's own page. */
export const personDeletion = {
  title: "Wann die Angaben gelöscht werden",
  caseOn: (reference: string, date: string) => `Vorgang der Anfrage ${reference}: mit dem ${formatDate(date)}`,
  caseOpen: (reference: string, days: string) => `Vorgang der Anfrage ${reference}: ${days} nach dem Abschluss`,
  roster: (date: string) => `Eintrag in Ihrer Liste: mit dem ${formatDate(date)}, wenn ihn bis dahin niemand bestätigt. Jedes Speichern bestätigt ihn.`,
  gone: (date: string) => `Die Angaben werden mit dem ${formatDate(date)} gelöscht, sobald kein Vorgang mehr da ist.`,
  hint: "Läuft ein Streit oder eine Prüfung, kann die Verwaltung die Löschung im Einzelfall aussetzen.",
} as const;
