import type { MailKind } from "@/emails/types";
import type { MailState } from "@/lib/mail-orders/types";
import type { MailErrorCode } from "@/lib/mail/failures";

/** How each mail is called in the mail log. */
export const mailKindLabels = {
  "sign-in-code": "Code zum Anmelden",
  "factor-changed": "Sicherheit geändert",
  "factor-reset-asked": "Zurücksetzen erbeten",
  "factor-reset": "Zweiter Faktor zurückgesetzt",
  "person-rights": "Datenrechte einer Person",
  "invitation": "Einladung",
  "request-received": "Anfrage angekommen",
  "request-questioned": "Rückfrage",
  "request-accepted": "Anfrage angenommen",
  "request-declined": "Anfrage abgelehnt",
  "request-withdrawn": "Anfrage zurückgezogen",
  "visit-announced": "Besuch angekündigt",
  "visit-moved": "Besuch verschoben",
  "visit-confirmed": "Besuch bestätigt",
  "visit-cancelled": "Besuch abgesagt",
  "visit-reminder": "Erinnerung",
  "visit-crew-changed": "Anderes Team",
  "facility-reminder": "Nachfrage nach einem Jahr",
  "site-reminder": "Bitte um Bestätigung der Hausangaben",
  "tour-assigned": "Tour eingeplant (ans Team)",
  "tour-changed": "Tour geändert (ans Team)",
  "tour-cancelled": "Tour entfallen (ans Team)",
  "office-request-sent": "Neue Anfrage (an uns)",
  "office-request-answered": "Antwort der Einrichtung (an uns)",
  "office-request-withdrawn": "Anfrage zurückgezogen (an uns)",
  "office-date-confirmed": "Termin bestätigt (an uns)",
  "office-date-questioned": "Termin passt nicht (an uns)",
  "office-people-changed": "Andere Personen beim Besuch (an uns)",
} as const satisfies Record<MailKind, string>;

export const mailStateLabels = { PENDING: "Wartet", SENT: "Gesendet", FAILED: "Nicht zugestellt" } as const satisfies Record<MailState, string>;

/** Why a mail was not sent, for the mail log. */
export const mailErrorSentences = {
  serverAway: "Der Mailserver ist nicht erreichbar.",
  noEncryption: "Der Mailserver bietet keine sichere Verbindung an.",
  loginRefused: "Der Mailserver lehnt unsere Anmeldung ab.",
  interrupted: "Die Verbindung zum Mailserver ist abgebrochen.",
  refusedForNow: "Der Mailserver nimmt die Mail im Moment nicht an.",
  refused: "Der Mailserver lehnt die Mail ab. Bitte prüfen Sie die Adresse.",
  addressInvalid: "Die Adresse ist keine gültige E-Mail-Adresse.",
  notWritable: "Die Mail konnte nicht geschrieben werden. Bitte melden Sie das der Verwaltung des Portals.",
  expired: "Der Code war abgelaufen, bevor die Mail gesendet werden konnte.",
} as const satisfies Record<MailErrorCode, string>;

/** The number of the mail server's answer, for whoever has to look it up. */
export const mailReply = (reply: number): string => `Antwort ${reply}`;
