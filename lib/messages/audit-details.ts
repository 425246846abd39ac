import type { AuditCodes, AuditDetailName } from "@/lib/audit/details";
import type { Permission } from "@/lib/auth/policy";
import { parameterLabels } from "./admin";
import { auditActionLabels, auditGroupLabels, auditSubjectLabels, refusalReasonLabels } from "./audit";
import { factorKinds } from "./factors";
import { labels } from "./labels";
import { mailKindLabels } from "./mail-log";
import { holdReasonLabels, retentionClassLabels } from "./retention";
import { leaveReasonLabels, reviewKindLabels } from "./review";
import { roleLabels } from "./roles";
import { liftReasonLabels } from "./subjects";

/** The word beside each value of an entry. */
export const auditDetailLabels = {
  about: "Kennung", added: "Neu", authorisedOn: "Ermächtigt am", because: "Weil", before: "Vorher", birthDate: "Geburtsdatum geändert", case: "Vorgang", cases: "Vorgänge", checked: "Geprüft", confirmed: "Bestätigt", count: "Anzahl", dataClass: "Datenart", decision: "Entscheidung", entry: "Eintrag", factor: "Faktor", factors: "Faktoren", faults: "Fehler", finding: "Befund", format: "Format", from: "Ab", fromMinutes: "Ab Minute des Tages", fromOn: "Ab Tag", head: "Kopf der Kette", hold: "Aussetzung", kind: "Art", kit: "Koffer", left: "Übrig", limit: "Grenze", mainResidence: "Hauptwohnung", mainResidenceBefore: "Hauptwohnung vorher", membership: "Mitgliedschaft", name: "Name geändert", nationality: "Staatsangehörigkeit", nationalityBefore: "Staatsangehörigkeit vorher", oldCard: "Alter Ausweis", outcome: "Ergebnis", page: "Blatt", parameter: "Rechtswert", persons: "Personen", place: "Wo", reason: "Grund", request: "Anfrage", reservation: "Reservierung", reset: "Zurücksetzen", role: "Rolle", route: "Seite", seconds: "Wartezeit in Sekunden", secondFactor: "Mit zweitem Faktor", service: "Leistung", sessions: "Beendete Sitzungen", staff: "Team", subject: "Betrifft", through: "Bis Platz", tour: "Tour", tourOn: "Tag der Tour", tours: "Touren", tries: "Versuche", until: "Bis", untilMinutes: "Bis Minute des Tages", untilOn: "Bis Tag", user: "Konto", value: "Neue Zahl", vehicle: "Fahrzeug", visit: "Besuch", way: "Weg", who: "Wer",
} as const satisfies Record<AuditDetailName, string>;

/** One German word for every code that an entry can carry. */
export const auditCodeWords = {
  because: labels.correctionReason,
  before: labels.outcome,
  dataClass: retentionClassLabels,
  decision: labels.feeDecision,
  finding: reviewKindLabels,
  format: { csv: "CSV-Datei", jsonl: "JSONL-Datei" },
  kind: { ...auditActionLabels, ...auditGroupLabels, ...mailKindLabels, ...factorKinds },
  limit: {
    codesHere: "Codes für eine Adresse aus einem Netz",
    codesForAddress: "Codes für eine Adresse",
    codesFromNetwork: "Codes aus einem Netz",
    triesForAddress: "Versuche für eine Adresse",
    triesFromNetwork: "Versuche aus einem Netz",
    cityFromNetwork: "Wege zum Stadtkonto aus einem Netz",
    invitationsOfHouse: "Einladungen eines Hauses",
    invitationsOfAddress: "Einladungen an eine Adresse",
    formsOfPerson: "Formulare eines Kontos",
    formsFromNetwork: "Formulare aus einem Netz",
  },
  mainResidence: labels.mainResidence,
  mainResidenceBefore: labels.mainResidence,
  nationality: labels.nationality,
  nationalityBefore: labels.nationality,
  oldCard: labels.oldCard,
  outcome: labels.outcome,
  parameter: parameterLabels,
  reason: {
    ...refusalReasonLabels,
    ...labels.declineReason,
    ...labels.questionReason,
    ...labels.withdrawReason,
    ...labels.dateQuestionReason,
    ...holdReasonLabels,
    ...leaveReasonLabels,
    ...liftReasonLabels,
    "provider.noRole": "keine Rolle vom Stadtkonto",
    "provider.noAddress": "keine bestätigte Mailadresse vom Stadtkonto",
    "provider.disabled": "Konto gesperrt",
    "provider.facility": "Adresse einer Einrichtung",
    "provider.otherPerson": "Adresse einer anderen Person",
  },
  role: roleLabels,
  service: labels.service,
  subject: auditSubjectLabels,
  way: { code: "Code aus der Mail", demo: "Demo", provider: "Stadtkonto", ...factorKinds, RECOVERY_CODE: "Notfallcode", DEMO: "Demo", PROVIDER: "Stadtkonto", ...labels.collectionWay },
} as const satisfies { readonly [Name in keyof AuditCodes]: Readonly<Record<AuditCodes[Name], string>> };

/** What somebody wanted who did not have the permission. */
export const permissionLabels = {
  "account.view": "Mein Konto ansehen",
  "account.signOut": "Abmelden",
  "account.switchRole": "Rolle wechseln",
  "account.sessions.view": "Eigene Sitzungen ansehen",
  "account.sessions.end": "Eigene Sitzungen beenden",
  "account.stay": "Angemeldet bleiben",
  "account.data.view": "Ansehen, was über das eigene Konto gespeichert ist",
  "account.security.view": "Eigene Faktoren ansehen",
  "account.security.change": "Eigene Faktoren ändern",
  "recovery.view": "Wiederherstellung ansehen",
  "recovery.ask": "Zurücksetzen erbitten",
  "recovery.decide": "Über Zurücksetzen entscheiden",
  "facility.home": "Startseite der Einrichtung",
  "facility.residents.view": "Personen der Einrichtung ansehen",
  "facility.residents.edit": "Personen der Einrichtung ändern",
  "facility.releases.view": "Entlassungstage ansehen",
  "facility.releases.edit": "Entlassungstage melden",
  "facility.requests.view": "Anfragen der Einrichtung ansehen",
  "facility.requests.edit": "Anfragen bearbeiten",
  "facility.requests.send": "Anfragen senden",
  "facility.requests.withdraw": "Anfragen zurückziehen",
  "facility.visits.view": "Besuche der Einrichtung ansehen",
  "facility.visits.answer": "Besuche bestätigen",
  "facility.visits.people": "Sagen, wer zum Besuch kommt",
  "facility.site.view": "Hausangaben ansehen",
  "facility.site.edit": "Hausangaben ändern", "facility.colleagues.view": "Konten des Hauses ansehen", "facility.colleagues.lead": "Konten des Hauses führen",
  "office.home": "Startseite der Teamleitung",
  "office.requests.view": "Eingang ansehen",
  "office.requests.decide": "Über Anfragen entscheiden",
  "office.board.view": "Wochenplan ansehen",
  "office.tours.view": "Touren ansehen",
  "office.tours.plan": "Touren planen",
  "office.visits.view": "Besuche ansehen",
  "office.visits.plan": "Besuche planen",
  "office.visits.announce": "Besuche ankündigen",
  "office.review.view": "Nachprüfen ansehen",
  "office.review.leave": "Beim Nachprüfen etwas so lassen",
  "office.resources.view": "Koffer, Team und Fahrzeuge ansehen",
  "office.absences.enter": "Ausfälle eintragen",
  "office.cards.view": "Ausweise ansehen",
  "office.cards.record": "Ausweise vermerken",
  "office.demand.view": "Bedarf ansehen",
  "office.facilities.view": "Einrichtungen ansehen",
  "office.persons.view": "Datenrechte ansehen",
  "office.persons.disclose": "Auskunft erstellen",
  "office.persons.correct": "Angaben auf Wunsch der Person berichtigen",
  "office.persons.restrict": "Verarbeitung einschränken",
  "office.mails.view": "Mails ansehen",
  "office.mails.resend": "Mails noch einmal senden",
  "field.home": "Startseite des Teams",
  "field.tours.view": "Eigene Touren ansehen",
  "field.tours.drive": "Touren beginnen und abschließen",
  "field.outcomes.record": "Ergebnisse eintragen",
  "field.outcomes.correct": "Ergebnisse berichtigen",
  "admin.home": "Startseite der Verwaltung",
  "admin.users.view": "Konten ansehen",
  "admin.users.edit": "Konten ändern",
  "admin.audit.view": "Protokoll ansehen",
  "admin.retention.view": "Löschung ansehen",
  "admin.holds.edit": "Löschung aussetzen",
  "admin.parameters.view": "Rechtswerte ansehen",
  "admin.parameters.edit": "Rechtswerte eintragen",
  "admin.keys.view": "Schlüssel ansehen",
} as const satisfies Record<Permission, string>;

export const auditValueWords = {
  yes: "ja",
  no: "nein",
  form: (about: string): string => `Formular: ${about}`,
  openForm: "Formular der Anmeldung",
} as const;

/** At the front door: what was wrong with the request. The first ones have a sentence of their own in lib/messages/plain.ts. */
export const doorLabels: Readonly<Record<string, string>> = {
  malformed: "nicht lesbare Eingabe",
  controlCharacters: "Steuerzeichen in der Eingabe",
  tooLarge: "zu große Eingabe",
  noFiles: "Datei in einem Formular",
  foreignHost: "fremder Name des Servers",
  tooSlow: "zu langsam gesendet",
  foreignOrigin: "Formular einer anderen Seite",
  methodNotAllowed: "nicht erlaubte Art der Anfrage",
  badAddress: "nicht lesbare Adresse",
  "Bad Request": "keine Anfrage im Sinne von HTTP",
  "Method Not Allowed": "nicht erlaubte Art der Anfrage",
  "Request Timeout": "zu langsam gesendet",
  "Request Header Fields Too Large": "zu große Kopfzeilen",
  unknown: "nicht bekannt",
};
