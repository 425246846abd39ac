import type { AuditAction, AuditGroup, AuditSubject } from "@/lib/audit/types";

/** What each audit entry says. */
export const auditActionLabels = {
  codeRequested: "Code zum Anmelden angefordert",
  signedIn: "Angemeldet",
  signInFailed: "Anmeldung misslungen",
  slowedDown: "Nach vielen Versuchen eine Wartezeit begonnen",
  signedOut: "Abgemeldet",
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
  caseSettled: "Vorgang erledigt",
  mailResent: "Mail noch einmal gesendet",
  personsViewed: "Personendaten gelesen",
  printViewed: "Druckansicht gelesen",
  fileDownloaded: "Datei geladen",
  auditViewed: "Protokoll gelesen",
  accessRefused: "Zugriff verweigert",
  auditEntriesRemoved: "Alte Einträge des Protokolls gelöscht",
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
} as const satisfies Record<AuditSubject, string>;

/** What the kinds have in common. */
export const auditGroupLabels = {
  signIn: "Anmeldung",
  account: "Konten und Rollen",
  change: "Änderungen",
  view: "Einsicht",
  refusal: "Verweigert",
  audit: "Protokoll selbst",
} as const satisfies Record<AuditGroup, string>;

export const auditWords = {
  title: "Protokoll",
  lead: "Jede Änderung und jedes Lesen von Personendaten, die neuesten zuerst. Auch dieser Blick wird vermerkt.",
  caption: "Einträge des Protokolls",
  filter: "Vorgang",
  all: "alle",
  show: "Anzeigen",
  at: "Zeit",
  action: "Vorgang",
  who: "Wer",
  portal: "Portal",
  subject: "Betrifft",
  facility: "Einrichtung",
  details: "Einzelheiten",
  empty: "Keine Einträge in dieser Auswahl.",
} as const;

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
