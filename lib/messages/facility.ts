import type { CardNeed } from "@/lib/demand/types";
import type { DraftGapKind } from "@/lib/drafts/types";
import type { FacilityKind, SiteGap } from "@/lib/facilities/types";
import type { Preparation } from "@/lib/preparation/types";
import type { ResidentGap } from "@/lib/residents/types";
import type { VisitState } from "@/lib/visits/types";

// The facility's start page, its visits and its house. The pages about persons and requests have files of their own.

export const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);
export const persons = (n: number): string => count(n, "Person", "Personen");

/** Small numbers at the beginning of a sentence. */
const numberWords = ["Keine", "Eine", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun", "Zehn", "Elf", "Zwölf"];

/** How people who live in a house of a kind are called, together. */
export const residentsOf = { NURSING_HOME: "Bewohnerinnen und Bewohner", PRISON: "Inhaftierte" } as const satisfies Record<FacilityKind, string>;

export const siteGapSentences = {
  ROOM: "Nennen Sie den Raum.",
  TABLE: "Es fehlt ein Tisch.",
  SOCKET: "Es fehlt eine Steckdose.",
  PHOTO_SPACE: "Es fehlt eine freie helle Wand für das Foto.",
  RECEPTION_UNKNOWN: "Prüfen Sie den Mobilfunkempfang im Raum.",
  RECEPTION_NONE: "Ohne Mobilfunkempfang kann der Koffer nicht arbeiten. Wir rufen Sie dazu an.",
} as const satisfies Record<SiteGap, string>;

export const residentGapSentences = {
  NATIONALITY: "Staatsangehörigkeit angeben",
  MAIN_RESIDENCE: "Gemeldete Wohnung angeben",
  ID_EXPIRY: "Ablaufdatum des Ausweises angeben",
  REPRESENTATIVE_PRESENCE: "Angeben, ob die Vertretung zum Besuch kommt",
  CUSTODY_SINCE: "Haftbeginn angeben",
  RELEASE_DATE: "Voraussichtlichen Entlassungstag angeben",
} as const satisfies Record<ResidentGap, string>;

/** What is laid out or arranged for one person. */
export const preparationSentences = {
  OLD_CARD: "den bisherigen Ausweis",
  IDENTITY_PAPER: "Geburts- oder Heiratsurkunde, weil kein Ausweis da ist",
  LOSS_REPORT: "die Verlustanzeige (Sperr-Notruf 116 116)",
  REPRESENTATIVE_COMES: "die Vertretung ist beim Besuch dabei, mit eigenem Ausweis",
  REPRESENTATION_PAPER: "der Nachweis der Vertretung im Original: Betreuerausweis, beglaubigte Vollmacht oder Sorgerecht",
  COLLECT_AUTHORISATION: "eine schriftliche Vollmacht, wenn jemand anderes den Ausweis annimmt",
  OTHER_AUTHORITY: "der Grund, warum die andere Gemeinde nicht geht; wir holen dort die Ermächtigung ein",
  BEDSIDE: "Platz am Bett für Koffer und zwei Personen, ein heller Hintergrund",
  DIGITAL_PHOTO: "kein Foto auf Papier: Es entsteht beim Besuch oder kommt digital von einem registrierten Dienstleister",
  FEE: "die Gebühr",
} as const satisfies Record<Preparation, string>;

/** What a draft still lacks, to stand behind "Noch offen:". */
export const draftGapWords = {
  NOBODY: () => "eine Person",
  NEEDS: (n) => `bei ${count(n, "Person", "Personen")} der Anlass`,
  DUPLICATE: (n) => (n === 1 ? "eine Leistung ist schon in einer anderen Anfrage" : `${n} Leistungen sind schon in einer anderen Anfrage`),
  BLOCKED: (n) => `bei ${count(n, "Person", "Personen")} geht der Antrag so nicht`,
  FACTS: (n) => `Angaben zu ${count(n, "Person", "Personen")}`,
  DATES: (n) => (n === 1 ? "ein Wunschtermin passt nicht mehr" : `${n} Wunschtermine passen nicht mehr`),
  HOUSE: (n) => count(n, "Angabe zum Haus", "Angaben zum Haus"),
} as const satisfies Record<DraftGapKind, (n: number) => string>;

export const facilityHome = {
  title: "Was ist jetzt zu tun?",
  ask: "Besuch anfragen",
  nextVisit: "Der nächste Besuch",
  noVisit: "Im Moment ist kein Besuch angekündigt.",
  tasks: "Offene Aufgaben",
  noTasks: "Im Moment ist nichts zu tun.",
  confirmDate: "Termin bestätigen",
  answerQuestion: "Rückfrage beantworten",
  finishDraft: "Entwurf fertigstellen",
  clarifyPersons: "Angaben ergänzen",
  completeSite: "Angaben zum Haus ergänzen",
  confirmSite: "Angaben bestätigen",
  siteWhat: "Damit das Team weiß, wohin es kommt und ob der Koffer dort arbeiten kann.",
  visitWhat: (when: string, people: number) => `${when}, ${persons(people)}`,
  requestWhat: (reference: string, people: number) => `Anfrage ${reference}, ${persons(people)}`,
  draftWhat: (request: string, gaps: readonly string[]) => (gaps.length === 0 ? `${request}. Alles ist da; es fehlt nur noch das Prüfen und Senden.` : `${request}. Noch offen: ${gaps.join("; ")}.`),
  personsUnclear: (n: number, when: string) => `${n === 1 ? "Bei 1 Person fehlt" : `Bei ${n} Personen fehlt`} noch etwas für den Besuch am ${when}`,
  requests: "Laufende Anfragen",
  noRequests: "Zurzeit läuft keine Anfrage.",
  allRequests: "Alle Anfragen",
  demandTitle: "Wer einen Ausweis braucht",
  demandSentence: (n: number, until: string | null) =>
    `${n === 1 ? "Eine Bewohnerin oder ein Bewohner braucht" : `${numberWords[n] ?? n.toLocaleString("de-DE")} Bewohnerinnen und Bewohner brauchen`} ${until === null ? "jetzt" : `bis ${until}`} einen Ausweis.`,
  demandLead: (months: number) => `Gezählt ist, wessen Ausweis fehlt, verloren oder abgelaufen ist oder in den nächsten ${months} Monaten abläuft. Wer befreit ist oder schon in einer Anfrage steht, zählt nicht mit.`,
  demandButton: (n: number) => (n === 1 ? "Anfrage für diese Person beginnen" : `Anfrage für diese ${n} Personen beginnen`),
  demandMost: (most: number) => `Eine Anfrage beginnt mit den ${most} dringendsten; weitere können Sie danach stellen.`,
  demandAll: "Alle anzeigen",
  demandMore: (n: number) => (n === 1 ? "Und 1 weitere Person." : `Und ${n.toLocaleString("de-DE")} weitere Personen.`),
  noDemand: (months: number) => `In den nächsten ${months} Monaten braucht niemand einen Ausweis, für den noch keine Anfrage läuft.`,
  emptyRoster: "In Ihrer Liste steht noch niemand. Lesen Sie Ihre Liste ein; dann zeigt das Portal hier, wessen Ausweis abläuft.",
  importList: "Liste einlesen",
  needs: { MISSING: "kein Ausweis", LOST: "verloren", EXPIRED: "abgelaufen", RUNS_OUT: "läuft ab" } satisfies Record<CardNeed, string>,
  needUntil: (need: string, date: string) => `${need}: ${date}`,
  notAsked: "noch nicht angefragt",
  columns: { person: "Person", card: "Ausweis", request: "Anfrage", release: "Entlassung", left: "Zeit", duty: "Ausweispflicht ab", lastUseful: "Antrag spätestens", bar: "Verlauf" },
  releaseUnknown: "nicht bekannt",
  dutyAlways: "besteht",
  dutySince: (date: string) => `seit ${date}`,
  tooLate: (date: string) => `${date} (vorbei)`,
  barLegend: "Balken: von heute an ein halbes Jahr. Punkt: Entlassung. Langer Strich: letzter Tag für den Antrag. Kurzer Strich: Beginn der Ausweispflicht.",
} as const;

export const facilityVisit = {
  title: (when: string) => `Besuch am ${when}`,
  metaTitle: "Besuch",
  when: "Wann",
  atGate: "An der Pforte",
  arrives: (from: string, until: string) => `${from} bis ${until} Uhr`,
  reference: "Kennung",
  state: "Stand",
  crew: "Wer kommt",
  visitCode: "Besuchscode",
  visitCodeHint: "Das Team nennt diesen Code an der Tür. Kennt jemand ihn nicht, lassen Sie ihn nicht ein und rufen Sie uns an.",
  place: "Wo",
  noRoom: "Bitte nennen Sie den Raum",
  personsTitle: "Wer an der Reihe ist",
  personsLead: "In dieser Reihenfolge. Legen Sie bereit, was bei der Person steht. Die Zeiten sind ein Anhalt.",
  turn: (time: string) => `etwa ${time} Uhr`,
  earlier: "Früher",
  later: "Später",
  list: "Liste für die Station",
  listPerson: "Person",
  listTime: "Zeit",
  listServices: "Leistung",
  listPrepare: "Bereitlegen",
  listReady: "Bereit",
  nothingToPrepare: "Nichts vorzubereiten.",
  bedside: "am Bett",
  prepare: "Bereitlegen",
  ready: (ready: number, all: number) => `${ready} von ${all} Personen bereit`,
  unclear: (n: number) => (n === 1 ? "Bei 1 Person fehlt noch etwas" : `Bei ${n} Personen fehlt noch etwas`),
  allReady: "Alle Angaben sind da.",
  complete: "Angaben ergänzen",
  roomTitle: "Raum vorbereiten",
  roomItems: ["Ein freier Tisch und vier Stühle", "Eine Steckdose in der Nähe", "Eine helle Wand für das Foto", "Ruhe: 20 Minuten zum Aufbauen, 15 zum Abbauen"],
  confirmTitle: "Passt der Termin?",
  confirmLead: "Mit der Bestätigung steht der Termin fest. Sie bekommen den Kalendereintrag noch einmal, dann als festen Termin.",
  confirm: "Termin bestätigen",
  questionTitle: "Der Termin passt nicht",
  questionLead: "Sagen Sie uns den Grund. Der Termin bleibt stehen, bis Sie einen neuen Vorschlag bekommen.",
  reason: "Grund",
  question: "Um anderen Termin bitten",
  questioned: (reason: string) => `Sie haben um einen anderen Termin gebeten: ${reason}.`,
  questionedText: "Die Teamleitung meldet sich. Passt der Termin doch, bestätigen Sie ihn hier.",
  calendar: "Kalendereintrag laden",
  open: "Besuch ansehen",
  sentences: {
    ANNOUNCED: "Wartet auf Ihre Bestätigung.",
    CONFIRMED: "Der Termin steht fest.",
    UNDERWAY: "Das Team ist unterwegs oder schon bei Ihnen.",
    DONE: "Der Besuch ist vorbei.",
    CANCELLED: "Der Besuch findet nicht statt.",
    TO_PLAN: "",
    PLANNED: "",
  } as const satisfies Record<VisitState, string>,
} as const;

export const facilitySite = {
  title: "Unser Haus",
  lead: "Was das Team wissen muss, bevor es losfährt. Diese Angaben gelten für jeden Besuch.",
  address: "Anschrift",
  addressHint: "Stimmt die Anschrift nicht, rufen Sie uns bitte an.",
  confirmedOn: (date: string) => `Zuletzt bestätigt am ${date}.`,
  confirmTitle: "Stimmt noch alles?",
  confirmText: "Bitte lesen Sie die Angaben einmal im Jahr durch. Ändern Sie, was anders geworden ist, und speichern Sie; oder bestätigen Sie mit einem Druck.",
  confirm: "Alles stimmt noch",
  gapsTitle: "Das fehlt noch",
  contactTitle: "Ansprechperson",
  contactName: "Name",
  contactPhone: "Telefon am Besuchstag",
  contactEmail: "E-Mail-Adresse",
  contactEmailHint: "Hierhin gehen alle Mails zu Anfragen und Besuchen, ohne Namen von Personen.",
  roomTitle: "Raum für den Koffer",
  room: "Raum",
  roomHint: "Zum Beispiel: Besprechungsraum im Erdgeschoss, gleich links.",
  hasTable: "Ein freier Tisch ist da",
  hasSocket: "Eine Steckdose ist in der Nähe",
  hasPhotoSpace: "Vor einer hellen Wand ist Platz für das Foto",
  hasStepFreeWay: "Der Weg dorthin hat keine Stufen",
  reception: "Mobilfunkempfang im Raum",
  receptionHint: "Der Koffer braucht das Mobilfunknetz.",
  arrivalTitle: "Ankommen",
  parking: "Parken",
  parkingHint: "Wo das Auto mit dem Koffer stehen kann.",
  accessNote: "Hinweise zum Zugang",
  accessNoteHint: "Empfang, Klingel, Aufzug, Regeln am Tor. Keine Angaben zu Personen.",
  gateMinutes: "Zeit vom Tor bis in den Raum",
  gateUnit: "Minuten",
  hoursTitle: "Besuchszeiten",
  hoursLead: "In dieser Zeit kann ein Besuch stattfinden.",
  visitsFrom: "Von",
  visitsUntil: "Bis",
  save: "Speichern und bestätigen",
} as const;
