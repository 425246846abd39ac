import type { AuditAction, AuditGroup, AuditSubject, RefusalReason } from "@/lib/audit/types";

/** What each audit entry says. */
export const auditActionLabels = {
  codeRequested: "Code zum Anmelden angefordert",
  signedIn: "Angemeldet",
  signInFailed: "Anmeldung misslungen",
  slowedDown: "Nach vielen Versuchen eine Wartezeit begonnen",
  signedOut: "Abgemeldet",
  factorBegun: "Zweiter Faktor begonnen",
  factorAdded: "Zweiter Faktor eingerichtet",
  factorRenamed: "Zweiter Faktor umbenannt",
  factorRemoved: "Zweiter Faktor entfernt",
  factorProven: "Mit zweitem Faktor bestätigt",
  factorFailed: "Zweiter Faktor abgelehnt",
  factorResetAsked: "Zurücksetzen der Faktoren erbeten",
  factorResetConfirmed: "Faktoren zurückgesetzt",
  factorResetRefused: "Zurücksetzen der Faktoren abgelehnt",
  recoveryCodesMade: "Notfallcodes erzeugt",
  recoveryCodeUsed: "Notfallcode benutzt",
  roleSwitched: "Rolle gewechselt",
  userInvited: "Konto angelegt",
  userDisabled: "Konto gesperrt",
  userEnabled: "Konto geöffnet",
  membershipAdded: "Rolle gegeben",
  membershipEnded: "Rolle entzogen",
  sessionsEnded: "Sitzungen beendet",
  residentAdded: "Person aufgenommen",
  residentChanged: "Person geändert",
  residentMarkedGone: "Person als ausgezogen vermerkt",
  siteSheetChanged: "Hausangaben geändert",
  requestDrafted: "Anfrage begonnen",
  requestChanged: "Anfrage geändert",
  requestSent: "Anfrage gesendet",
  requestAnswered: "Rückfrage beantwortet",
  requestWithdrawn: "Anfrage zurückgezogen",
  requestAccepted: "Anfrage angenommen",
  requestQuestioned: "Rückfrage gestellt",
  requestDeclined: "Anfrage abgelehnt",
  tourMade: "Tour angelegt",
  tourChanged: "Tour geändert",
  tourCancelled: "Tour abgesagt",
  tourStarted: "Tour begonnen",
  tourFinished: "Tour abgeschlossen",
  visitPlaced: "Besuch eingeplant",
  visitMoved: "Besuch verschoben",
  visitRemoved: "Besuch von der Tour genommen",
  visitAnnounced: "Besuch angekündigt",
  visitConfirmed: "Besuch bestätigt",
  visitQuestioned: "Anderen Termin erbeten",
  visitCleared: "Freigabe vermerkt",
  visitCancelled: "Besuch abgesagt",
  absenceEntered: "Ausfall eingetragen",
  absenceEnded: "Ausfall beendet",
  resourceReplaced: "Ersatz eingetragen",
  outcomeRecorded: "Ergebnis eingetragen",
  outcomeCorrected: "Ergebnis berichtigt",
  cardArrived: "Ausweis eingetroffen",
  cardCollected: "Ausweis anders ausgehändigt",
  caseSettled: "Vorgang erledigt",
  mailResent: "Mail noch einmal gesendet",
  personsViewed: "Personendaten gelesen",
  printViewed: "Druckansicht gelesen",
  fileDownloaded: "Datei geladen",
  auditViewed: "Protokoll gelesen",
  accessRefused: "Zugriff verweigert",
  auditExported: "Protokoll als Datei ausgegeben",
  auditVerified: "Protokoll auf Unversehrtheit geprüft",
  auditEntriesRemoved: "Alte Einträge des Protokolls gelöscht",
  dataRemoved: "Personendaten nach ihrer Frist gelöscht",
  holdSet: "Löschung ausgesetzt",
  holdLifted: "Aussetzung der Löschung aufgehoben",
  holdExpired: "Aussetzung der Löschung abgelaufen",
} as const satisfies Record<AuditAction, string>;

export const auditSubjectLabels = {
  user: "Konto",
  session: "Sitzung",
  facility: "Einrichtung",
  resident: "Person",
  request: "Anfrage",
  case: "Vorgang",
  visit: "Besuch",
  appointment: "Termin einer Person",
  tour: "Tour",
  kit: "Koffer",
  staff: "Teammitglied",
  vehicle: "Fahrzeug",
  mail: "Mail",
  audit: "Protokoll",
  retention: "Löschung",
} as const satisfies Record<AuditSubject, string>;

/** What the kinds have in common. */
export const auditGroupLabels = {
  signIn: "Anmeldung",
  account: "Konten und Rollen",
  change: "Änderungen",
  view: "Einsicht",
  refusal: "Verweigert",
  audit: "Protokoll selbst",
  retention: "Löschung",
} as const satisfies Record<AuditGroup, string>;

export const auditWords = {
  title: "Protokoll",
  lead: "Wer hat wann was geändert oder gelesen, das Neueste zuerst. Auch dieser Blick wird vermerkt.",
  caption: (count: number) => (count === 1 ? "1 Eintrag" : `${count} Einträge`),
  all: "alle",
  from: "Ab Tag",
  until: "Bis Tag",
  dayHint: "zum Beispiel 3.12.2026",
  kind: "Vorgang",
  groupAll: (group: string) => `${group}: alle`,
  about: "Kennung",
  aboutHint: "von Person, Konto, Anfrage, Besuch oder Eintrag",
  show: "Anzeigen",
  reset: "Auswahl aufheben",
  at: "Zeit",
  action: "Vorgang",
  who: "Wer",
  portal: "Portal",
  unknownUser: "gelöschtes Konto",
  subject: "Betrifft",
  facility: "Einrichtung",
  details: "Einzelheiten",
  open: "Ansehen",
  empty: "Keine Einträge in dieser Auswahl.",
  exportTitle: "Als Datei",
  exportText: (count: number) => `Die Auswahl hat ${count === 1 ? "1 Eintrag" : `${count} Einträge`}. Namen von Personen stehen nicht in der Datei, nur Kennungen. Auch die Ausgabe wird vermerkt.`,
  exportTooMany: (count: number, limit: number) => `Die Auswahl hat ${count} Einträge. In eine Datei passen ${limit}. Bitte schränken Sie den Zeitraum ein.`,
  csv: "CSV-Datei",
  jsonl: "JSONL-Datei",
  chainTitle: "Unversehrtheit",
  chainWhole: "Die Einträge sind unverändert und vollständig.",
  chainBroken: (faults: number) => `Die Kette der Einträge ist unterbrochen: ${faults === 1 ? "1 Stelle" : `${faults} Stellen`}. Bitte ziehen Sie die Technik hinzu.`,
  chainNever: "Die erste Prüfung steht noch aus.",
  chainChecked: "Zuletzt geprüft",
  chainFigure: (checked: number) => (checked === 1 ? "1 Eintrag" : `${checked} Einträge`),
  chainCount: "Geprüft",
  chainHead: "Letzter Anker",
  chainHint: "Den Anker außerhalb des Portals aufbewahren: Passt er später nicht mehr, wurde das Protokoll verändert.",
} as const;

/** What is wrong with the selection. */
export const auditFilterFaults = {
  from: "„Ab Tag“ ist kein Datum. Bitte so schreiben: 3.12.2026.",
  until: "„Bis Tag“ ist kein Datum. Bitte so schreiben: 3.12.2026.",
  about: "Die Kennung ist unvollständig. Sie hat 36 Zeichen, zum Beispiel 0190a6c0-0000-7000-8000-000000000000.",
} as const;

/** One entry. */
export const auditEntryWords = {
  title: "Eintrag im Protokoll",
  id: "Kennung des Eintrags",
  facts: "Eintrag",
  actor: "Kennung des Kontos",
  role: "Rolle",
  place: "Platz in der Kette",
  waiting: "bekommt ihn in wenigen Sekunden",
  hash: "Prüfsumme",
  aboutTitle: "Wen und was der Eintrag betrifft",
  aboutText: "Jede Kennung führt zu allen Zugriffen auf diese Person oder Sache.",
  nobody: "Der Eintrag nennt niemanden.",
} as const;

/** Who saw or changed the data of somebody. */
export const auditAccessWords = {
  title: "Zugriffe",
  lead: (id: string) => `Wer hat Daten zur Kennung ${id} gesehen oder geändert?`,
  caption: "Zugriffe, die letzten zuerst",
  who: "Wer",
  role: "Rolle",
  views: "gesehen",
  changes: "geändert",
  lastAt: "zuletzt",
  entries: "Einträge dazu",
} as const;

/** Words beside the values of an entry. */
export const auditDetailLabels: Readonly<Record<string, string>> = {
  route: "Seite", persons: "Personen", reason: "Grund", place: "Wo", count: "Anzahl", from: "Ab", until: "Bis", format: "Format", checked: "Geprüft", faults: "Fehler", head: "Kopf der Kette",
  through: "Bis Platz", user: "Konto", way: "Weg", role: "Rolle", membership: "Mitgliedschaft", sessions: "Sitzungen", cases: "Vorgänge", case: "Vorgang", outcome: "Ergebnis", page: "Blatt",
  about: "Kennung", who: "Wer", kind: "Vorgang", subject: "Betrifft", entry: "Eintrag", tour: "Tour", visit: "Besuch", request: "Anfrage", reservation: "Reservierung", service: "Leistung",
};

export const refusalReasonLabels = {
  permission: "keine Berechtigung",
  row: "nicht vorhanden oder fremd",
  signedOut: "nicht angemeldet",
  door: "an der Eingangstür abgewiesen",
} as const satisfies Record<RefusalReason, string>;

/** What `npm run audit:verify` says. */
export const auditVerifyWords = {
  figure: (checked: number, unsealed: number) => `Protokoll: ${checked} Einträge geprüft, ${unsealed} warten auf ihren Platz.`,
  removed: (through: string) => `Die Einträge bis ${through} sind nach ihrer Frist gelöscht; ihr Anker passt.`,
  head: (sequence: string, hash: string) => `Kopf der Kette: ${sequence}:${hash}`,
  whole: "Die Kette ist unversehrt.",
  broken: (count: number) => `Die Kette ist NICHT unversehrt: ${count === 1 ? "1 Fehler" : `mindestens ${count} Fehler`}.`,
  fault: (kind: keyof typeof chainFaultLabels, place: string | null, entry: string | null) =>
    `- ${chainFaultLabels[kind]}${place === null ? "" : `, Platz ${place}`}${entry === null ? "" : `, Eintrag ${entry}`}`,
  badHead: "Aufruf: npm run audit:verify [-- --head <Platz>:<Prüfsumme>]",
} as const;

export const chainFaultLabels = {
  changed: "Eintrag geändert",
  missing: "Eintrag fehlt",
  inserted: "Eintrag nachträglich eingefügt",
  reordered: "Reihenfolge geändert",
} as const;
