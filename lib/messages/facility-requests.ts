import type { AuditAction } from "@/lib/audit/types";
import type { Service } from "@/lib/cases/types";
import type { WishSpan } from "@/lib/drafts/schema";
import type { RequestState } from "@/lib/requests/types";
import { count, persons } from "./facility";

/** The facility's pages about requests. */
export const requestSentences = {
  DRAFT: "Noch nicht gesendet. Nur Sie sehen den Entwurf.",
  SENT: "Die Teamleitung prüft die Anfrage. Für Sie ist nichts zu tun.",
  QUESTIONED: "Die Teamleitung hat eine Frage. Bitte antworten Sie.",
  ACCEPTED: "Angenommen. Sobald der nächste Termin feststeht, bekommen Sie eine Mail.",
  DECLINED: "Die Anfrage ist abgelehnt. Der Grund steht unten.",
  WITHDRAWN: "Sie haben die Anfrage zurückgezogen.",
  CLOSED: "Alles ist erledigt.",
} as const satisfies Record<RequestState, string>;

/** How a request stands whose visit has a date. */
export const requestWithVisit = (when: string, visitSentence: string): string => `Besuch am ${when}. ${visitSentence}`;

/** Short words for the heads of a grid. */
export const serviceShort = {
  ID_CARD: "Ausweis",
  PROVISIONAL_ID: "Vorläufiger",
  DUTY_EXEMPTION: "Befreiung",
  HAND_OVER: "Aushändigung",
  ADDRESS_CHANGE: "Adresse",
} as const satisfies Record<Service, string>;

export const serviceHints = {
  ID_CARD: "einen neuen Ausweis beantragen",
  PROVISIONAL_ID: "sofort ein Ausweis, wenn es eilt; gilt höchstens drei Monate",
  DUTY_EXEMPTION: "ohne Besuch und kostenlos",
  HAND_OVER: "einen fertigen Ausweis bringen, der schon beantragt ist",
  ADDRESS_CHANGE: "neue Adresse auf dem Ausweis",
} as const satisfies Record<Service, string>;

export const spanLabels = {
  WHOLE_DAY: "ganzer Tag (8:00–16:00 Uhr)",
  FORENOON: "Vormittag (8:00–12:00 Uhr)",
  AFTERNOON: "Nachmittag (12:00–16:00 Uhr)",
  OWN: "eigene Zeit wie unten",
} as const satisfies Record<WishSpan, string>;

export const historySentences: Partial<Record<AuditAction, string>> = {
  requestSent: "Gesendet",
  requestQuestioned: "Die Teamleitung hat zurückgefragt",
  requestAnswered: "Ihre Antwort ist angekommen",
  requestAccepted: "Angenommen",
  requestDeclined: "Abgelehnt",
  requestWithdrawn: "Zurückgezogen",
};

export const requestPages = {
  listTitle: "Anfragen",
  ask: "Besuch anfragen",
  empty: "Sie haben noch keine Anfrage gestellt.",
  caption: "Anfragen Ihres Hauses, die neueste zuerst",
  columns: { reference: "Anfrage", persons: "Personen", state: "Stand", date: "Datum" },
  persons,
  draftOf: (date: string) => `Entwurf vom ${date}`,
  sentOn: (date: string) => `gesendet am ${date}`,

  title: (reference: string) => `Anfrage ${reference}`,
  metaTitle: "Anfrage",
  newTitle: "Besuch anfragen",
  newLead: "Wen soll das Team besuchen? Vorgesehen ist ein neuer Personalausweis; anderes wählen Sie danach.",
  who: "Personen",
  whoHint: "Sie können mehrere wählen.",
  nobody: "Nehmen Sie zuerst eine Person in Ihre Liste auf.",
  born: (date: string) => `geboren am ${date}`,
  alreadyIn: (reference: string) => `schon in Anfrage ${reference}`,
  alreadyInDraft: (reference: string) => `schon im Entwurf ${reference}`,
  search: "Nach Namen suchen",
  searchHint: "Wer angekreuzt ist, bleibt beim Suchen erhalten.",
  find: "Suchen",
  showAll: "Wieder alle zeigen",
  showMore: (page: number, of: number) => (page === of ? `Seite ${page} von ${of}: wieder von vorn` : `Seite ${page} von ${of}: weitere Personen zeigen`),
  nobodyNamed: "In Ihrer Liste heißt niemand so, oder die Person steht schon in der Anfrage.",
  nobodyLeft: "Alle Personen Ihrer Liste stehen schon in der Anfrage.",

  stepsLabel: "Schritte der Anfrage",
  draftLead: "Sie können jederzeit unterbrechen. Der Entwurf bleibt gespeichert.",
  steps: { people: "Personen und Leistungen", law: "Angaben, die das Gesetz verlangt", dates: "Wunschtermine", site: "Haus und Raum", check: "Prüfen und senden" },
  peopleHint: (people: number, services: number) => `${persons(people)}, ${count(services, "Leistung", "Leistungen")}`,
  lawDone: "Alles Nötige ist da",
  lawOpen: (n: number) => (n === 1 ? "Bei 1 Person fehlt etwas" : `Bei ${n} Personen fehlt etwas`),
  lawBlocked: (n: number) => (n === 1 ? "Bei 1 Person ist der Antrag so nicht möglich" : `Bei ${n} Personen ist der Antrag so nicht möglich`),
  datesHint: (n: number) => (n === 0 ? "Ohne Wunsch schlagen wir einen Termin vor" : count(n, "Zeitraum", "Zeiträume")),
  siteDone: "Vollständig",
  siteOpen: (n: number) => count(n, "Angabe fehlt", "Angaben fehlen"),
  checkHint: "Alles auf einer Seite",
  needs: "Anlass",
  neededBy: (date: string) => `gebraucht bis ${date}`,
  lawTitle: "Was noch fehlt",
  lawLead: "Öffnen Sie die Person und ergänzen Sie, was fehlt. Danach kommen Sie hierher zurück.",
  openPerson: "Angaben ändern",
  discardTitle: "Entwurf löschen",
  discardText: "Die Personen bleiben in Ihrer Liste.",
  discard: "Entwurf löschen",

  peopleTitle: "Personen und Leistungen",
  peopleLead: "Was braucht wer? Ohne Häkchen gehört die Person nicht zur Anfrage.",
  gridCaption: "Leistungen je Person",
  person: "Person",
  cell: (service: string, name: string) => `${service} für ${name}`,
  more: "Weitere Personen",
  moreHint: "Vorgesehen ist ein neuer Personalausweis.",
  servicesTitle: "Was die Leistungen bedeuten",
  save: "Speichern und weiter",

  datesTitle: "Wunschtermine",
  datesLead: "Nennen Sie bis zu fünf Tage, die passen. An Wochenenden und Feiertagen kommen wir nicht.",
  wish: (n: number) => `${n}. Wunsch`,
  moreWishes: "Weitere Wunschtermine",
  day: "Datum",
  span: "Zeit",
  from: "Von",
  until: "Bis",

  checkTitle: "Prüfen und senden",
  checkLead: "Stimmt alles? Gesendet wird erst, wenn Sie unten auf „Anfrage senden“ drücken.",
  blockedTitle: "Das steht noch im Weg",
  wishes: "Wunschtermine",
  noWishes: "keine; wir schlagen einen Termin vor",
  house: "Haus",
  room: "Raum",
  contact: "Ansprechperson",
  services: "Leistungen",
  fee: "Gebühr",
  free: "kostenlos",
  feePart: (label: string, euro: string) => `${label}: ${euro}`,
  feeTotal: "Gebühren zusammen",
  prepare: "Zum Besuch bereit",
  facts: "Angaben",
  missing: "Fehlt noch",
  note: "Nachricht an die Teamleitung",
  noteHint: "Keine Angaben zur Gesundheit oder zur Haft.",
  informed: "Alle genannten Personen oder ihre Vertretungen sind informiert und einverstanden.",
  privacy: "Hinweise zum Datenschutz",
  sendTitle: "Erklärung und Senden",
  send: "Anfrage senden",

  state: "Stand",
  sentAt: "Gesendet",
  informedAt: "Erklärung abgegeben",
  yourNote: "Ihre Nachricht",
  officeNote: "Nachricht der Teamleitung",
  reason: "Grund",
  visitsTitle: "Besuche",
  personsTitle: "Personen",
  historyTitle: "Verlauf",
  history: (when: string, what: string) => `${when}: ${what}`,
  caseState: (service: string, state: string) => `${service} (${state})`,
  noLongerListed: "nicht mehr in der Anfrage",
  questionTitle: "Rückfrage der Teamleitung",
  questionLead: "Ändern Sie, was nötig ist, und senden Sie die Antwort.",
  changePeople: "Personen und Leistungen ändern",
  changeDates: "Wunschtermine ändern",
  changeSite: "Angaben zum Haus ändern",
  answer: "Ihre Antwort",
  sendAnswer: "Antwort senden",
  copy: "Kopie ansehen und drucken",
  withdraw: "Zurückziehen",

  withdrawTitle: "Zurückziehen",
  withdrawLead: "Termine, die nur für diese Anfrage geplant sind, entfallen. Sie können jederzeit neu anfragen.",
  withdrawAll: "Die ganze Anfrage zurückziehen",
  withdrawOne: "Nur eine Leistung zurückziehen",
  withdrawAllButton: "Anfrage zurückziehen",
  withdrawOneButton: "Leistung zurückziehen",
  oneOf: (service: string, name: string) => `${service} für ${name}`,

  copyTitle: "Kopie der Anfrage",
  downloadPdf: "Als PDF herunterladen",
  download: "Als HTML-Datei herunterladen",
  pageOf: (page: number, of: number) => `Seite ${page} von ${of}`,
  printedAt: "Stand",
  facility: "Einrichtung",
} as const;
