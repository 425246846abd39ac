import type { FactorChange, MailKind, PeopleChangeKind, TourChange, TourLeft } from "@/emails/types";
import type { DeclineReason, QuestionReason, WithdrawReason } from "@/lib/requests/types";
import type { SubjectChange } from "@/lib/subjects/types";
import type { DateQuestionReason } from "@/lib/visits/types";

/** The words of one mail: its subject, its paragraphs, and what its link is called. */
type MailWords = { readonly subject: string; readonly paragraphs: readonly string[]; readonly link: string };

const persons = (count: number): string => (count === 1 ? "1 Person" : `${count} Personen`);
const minutes = (count: number): string => (count === 1 ? "1 Minute" : `${count} Minuten`);

/** What every mail shares. */
export const mailFrame = {
  greeting: "Guten Tag,",
  regards: "Freundliche Grüße",
  office: "Bürgerdienste der Stadt Dortmund",
  phone: (number: string): string => `Telefon ${number}`,
  visit: "Besuch",
  crew: "Team",
  visitCode: "Besuchscode",
  visitCodeHint: (code: string): string => `${code} (das Team nennt ihn an der Tür)`,
} as const;

export const questionSentences = {
  DATES_UNSUITABLE: "Ihre Wunschtage passen nicht zu unseren Touren. Bitte schlagen Sie andere Tage vor.",
  PERSON_DATA_UNCLEAR: "Einige Angaben fehlen oder sind unklar. Bitte ergänzen Sie sie.",
  REPRESENTATION_UNCLEAR: "Uns fehlt, wer für den Antrag unterschreiben darf.",
  COMPETENCE_UNCLEAR: "Uns fehlt, welche Stadt zuständig ist. Bitte ergänzen Sie den gemeldeten Wohnort.",
  ROOM_UNCLEAR: "Uns fehlen Angaben zum Raum. Bitte ergänzen Sie sie.",
  NATIONALITY_UNCLEAR: "Uns fehlt die Staatsangehörigkeit. Bitte ergänzen Sie sie.",
} as const satisfies Record<QuestionReason, string>;

export const declineSentences = {
  NOT_GERMAN: "Einen Personalausweis bekommen nur deutsche Staatsangehörige.",
  NOT_COMPETENT: "Zuständig ist eine andere Stadt.",
  CAN_COME_TO_OFFICE: "Ein Termin bei uns im Haus ist möglich. Den Koffer bringen wir nur, wo das nicht geht.",
  EXEMPTION_FITS: "Eine Befreiung von der Ausweispflicht passt hier besser. Dafür braucht es keinen Besuch.",
  NO_LEGITIMATE_INTEREST: "Der jetzige Ausweis ist noch gültig, und ein Grund für einen neuen ist nicht genannt.",
  PROXY_NOT_ALLOWED: "Dieser Antrag ist nur persönlich möglich.",
  ROOM_NOT_SUITABLE: "In dem Raum können wir den Koffer nicht aufbauen.",
  DUPLICATE: "Für denselben Anlass gibt es schon eine Anfrage.",
} as const satisfies Record<DeclineReason, string>;

export const withdrawSentences = {
  NO_LONGER_NEEDED: "Grund: Der Besuch wird nicht mehr gebraucht.",
  HANDLED_ELSEWHERE: "Grund: Das Anliegen ist anders erledigt.",
  PERSON_GONE: "Grund: Die Person ist nicht mehr im Haus.",
  MISTAKE: "Grund: Die Anfrage war ein Versehen.",
} as const satisfies Record<WithdrawReason, string>;

export const dateQuestionSentences = {
  STAFF_MISSING: "Grund: In der Einrichtung fehlt dann Personal.",
  ROOM_TAKEN: "Grund: Der Raum ist dann belegt.",
  PERSON_ABSENT: "Grund: Eine Person ist dann nicht da.",
  TOO_LATE: "Grund: Der Termin ist zu spät.",
  OTHER: "Der Grund steht im Portal.",
} as const satisfies Record<DateQuestionReason, string>;

export const factorChangeSentences = {
  TOTP_ADDED: "für Ihr Konto ist eine App mit Codes als zweiter Faktor eingerichtet.",
  PASSKEY_ADDED: "für Ihr Konto ist ein Passkey als zweiter Faktor eingerichtet.",
  TOTP_REMOVED: "in Ihrem Konto ist eine App mit Codes als zweiter Faktor entfernt.",
  PASSKEY_REMOVED: "in Ihrem Konto ist ein Passkey als zweiter Faktor entfernt.",
  CODES_RENEWED: "für Ihr Konto gibt es neue Notfallcodes. Die alten gelten nicht mehr.",
} as const satisfies Record<FactorChange, string>;

export const tourChangeSentences = {
  FRAME: "Abfahrt oder Rückkehr sind neu.",
  CREW: "Das Team ist neu zusammengestellt.",
  KIT: "Sie fahren mit einem anderen Koffer.",
  VEHICLE: "Sie fahren mit einem anderen Fahrzeug.",
  PEOPLE: "Bei einem Besuch kommen andere Personen. Wer und in welcher Reihenfolge, steht im Portal.",
  VISITS: "Ein Besuch ist hinzugekommen, verschoben oder weggefallen. Abfahrt und Rückkehr stehen oben, die Besuche im Portal.",
} as const satisfies Record<TourChange, string>;

export const tourLeftSentences = {
  TOUR_CANCELLED: "diese Tour findet nicht statt.",
  CREW_CHANGED: "diese Tour fährt ohne Sie.",
} as const satisfies Record<TourLeft, string>;

export const peopleChangeSentences = {
  LEFT: (reference, count) => `die Einrichtung hat jemanden aus dem Besuch ${reference} genommen; es ${count === 1 ? "bleibt 1 Person" : `bleiben ${count} Personen`}. Die Zeit bleibt gleich; die Einrichtung kann den Platz an jemanden geben, der wartet.`,
  JOINED: (reference, count) => `die Einrichtung hat jemanden in den Besuch ${reference} genommen; es ${count === 1 ? "ist jetzt 1 Person" : `sind jetzt ${count} Personen`}.`,
  NOBODY_LEFT: (reference) => `zum Besuch ${reference} kommt niemand mehr. Er ist abgesagt, die Tour hat wieder Platz.`,
} as const satisfies Record<PeopleChangeKind, (reference: string, count: number) => string>;

export const subjectChangeSubjects = {
  CORRECTED: "Angaben zu einer Person berichtigt",
  RESTRICTED: "Angaben zu einer Person eingeschränkt",
  LIFT_ANNOUNCED: "Eine Einschränkung wird bald aufgehoben",
  LIFTED: "Eine Einschränkung ist aufgehoben",
} as const satisfies Record<SubjectChange, string>;

export const subjectChangeSentences = {
  CORRECTED: ["wir haben Angaben zu einer Person aus Ihrer Liste auf deren Wunsch berichtigt. Bitte berichtigen Sie auch Ihre eigenen Unterlagen."],
  RESTRICTED: ["die Angaben zu einer Person aus Ihrer Liste bleiben gespeichert, dürfen aber zurzeit nicht benutzt werden. Sie kann weder angefragt noch geändert werden.", "Bitte sagen Sie es der Person oder ihrer rechtlichen Vertretung."],
  LIFT_ANNOUNCED: ["wir werden die Einschränkung zu einer Person aus Ihrer Liste aufheben. Ihre Angaben dürfen dann wieder benutzt werden.", "Bitte sagen Sie es der Person oder ihrer rechtlichen Vertretung, bevor es so weit ist. Wer Einwände hat, ruft uns bitte an."],
  LIFTED: ["die Einschränkung zu einer Person aus Ihrer Liste ist aufgehoben. Sie kann wieder angefragt werden."],
} as const satisfies Record<SubjectChange, readonly string[]>;

/** The words of each mail. Dates come in already written. */
export const mailWords = {
  "sign-in-code": (code: string, minutesValid: number) => ({
    subject: "Ihr Code zum Anmelden",
    headline: `Ihr Code zum Anmelden: ${code}`,
    paragraphs: [
      `der Code gilt ${minutes(minutesValid)}. Geben Sie ihn in dem Browser ein, in dem Sie ihn angefordert haben.`,
      "Sie haben keinen Code angefordert? Dann brauchen Sie nichts zu tun.",
    ],
    link: "Code eingeben",
  }),
  "factor-changed": (reason: FactorChange) => ({
    subject: "Sicherheit Ihres Kontos geändert",
    paragraphs: [
      factorChangeSentences[reason],
      "Alle anderen Sitzungen dieses Kontos sind beendet.",
      "Waren Sie das nicht, rufen Sie uns bitte sofort an.",
    ],
    link: "Zur Sicherheit Ihres Kontos",
  }),
  "factor-reset-asked": () => ({
    subject: "Jemand möchte Ihren zweiten Faktor zurücksetzen",
    paragraphs: [
      "für Ihr Konto wurde darum gebeten, den zweiten Faktor zurückzusetzen. Bevor das geschieht, muss eine zweite Person bestätigen.",
      "Haben Sie nicht darum gebeten, rufen Sie uns bitte sofort an.",
    ],
    link: "Zur Anmeldung",
  }),
  "factor-reset": () => ({
    subject: "Ihr zweiter Faktor ist zurückgesetzt",
    paragraphs: [
      "zwei Personen haben den zweiten Faktor Ihres Kontos zurückgesetzt. Alle Sitzungen sind beendet, die alten Notfallcodes gelten nicht mehr.",
      "Bitte melden Sie sich bald an und richten Sie einen neuen ein.",
      "Haben Sie nicht darum gebeten, rufen Sie uns bitte sofort an.",
    ],
    link: "Zur Anmeldung",
  }),
  "person-rights": (change: SubjectChange) => ({
    subject: subjectChangeSubjects[change],
    paragraphs: [...subjectChangeSentences[change], "Um wen es geht, sehen Sie nur im Portal."],
    link: "Zur Person im Portal",
  }),
  "invitation": () => ({
    subject: "Ihr Zugang zum Portal des Bürgerkoffers",
    paragraphs: [
      "für Sie gibt es jetzt einen Zugang zum Portal des Bürgerkoffers der Stadt Dortmund.",
      "Zum Anmelden geben Sie dort diese E-Mail-Adresse ein. Sie bekommen dann einen Code per Mail; ein Passwort brauchen Sie nicht.",
    ],
    link: "Zum Portal",
  }),
  "request-received": (reference: string, count: number) => ({
    subject: `Anfrage ${reference}: angekommen`,
    paragraphs: [
      `Ihre Anfrage ${reference} für ${persons(count)} ist bei uns.`,
      "Wir prüfen sie und melden uns per Mail. Für Sie ist im Moment nichts zu tun.",
    ],
    link: "Anfrage ansehen",
  }),
  "request-questioned": (reference: string, reason: QuestionReason) => ({
    subject: `Anfrage ${reference}: Wir haben eine Frage`,
    paragraphs: [`zu Ihrer Anfrage ${reference} haben wir eine Frage.`, questionSentences[reason], "Bitte antworten Sie im Portal. Danach geht es weiter."],
    link: "Frage beantworten",
  }),
  "request-accepted": (reference: string) => ({
    subject: `Anfrage ${reference}: angenommen`,
    paragraphs: [
      `wir nehmen Ihre Anfrage ${reference} an und planen jetzt den Besuch.`,
      "Sobald der Termin feststeht, bekommen Sie eine Mail mit Kalendereintrag.",
    ],
    link: "Anfrage ansehen",
  }),
  "request-declined": (reference: string, reason: DeclineReason) => ({
    subject: `Anfrage ${reference}: abgelehnt`,
    paragraphs: [
      `Ihre Anfrage ${reference} können wir nicht annehmen.`,
      declineSentences[reason],
      "Passt das aus Ihrer Sicht nicht, rufen Sie uns bitte an.",
    ],
    link: "Anfrage ansehen",
  }),
  "request-withdrawn": (reference: string, reason: WithdrawReason) => ({
    subject: `Anfrage ${reference}: zurückgezogen`,
    paragraphs: [`die Anfrage ${reference} ist zurückgezogen.`, withdrawSentences[reason], "Für Sie ist nichts mehr zu tun. Sie können jederzeit neu anfragen."],
    link: "Anfrage ansehen",
  }),
  "visit-announced": (reference: string, day: string) => ({
    subject: `Besuch ${reference} am ${day}: bitte bestätigen`,
    state: "angekündigt",
    paragraphs: ["an diesem Tag möchten wir mit dem Bürgerkoffer zu Ihnen kommen.", "Bitte bestätigen Sie den Termin im Portal, oder sagen Sie uns dort, was nicht passt."],
    link: "Termin bestätigen",
  }),
  "visit-moved": (reference: string, day: string, previous: string) => ({
    subject: `Besuch ${reference}: neuer Termin am ${day}`,
    state: "neuer Termin",
    paragraphs: [
      `der Besuch ist auf diesen Tag verschoben. Bisher: ${previous}.`,
      "Bitte bestätigen Sie den neuen Termin im Portal, oder sagen Sie uns dort, was nicht passt. Ihr Kalendereintrag ändert sich mit dieser Mail.",
    ],
    link: "Neuen Termin bestätigen",
  }),
  "visit-confirmed": (reference: string, day: string) => ({
    subject: `Besuch ${reference} am ${day}: bestätigt`,
    state: "bestätigt",
    paragraphs: ["der Termin steht fest. Danke für Ihre Bestätigung.", "Was Sie bis dahin vorbereiten, steht im Portal."],
    link: "Besuch vorbereiten",
  }),
  "visit-cancelled": (reference: string, day: string) => ({
    subject: `Besuch ${reference} am ${day}: abgesagt`,
    state: "abgesagt",
    paragraphs: [
      `der Besuch ${reference} an diesem Tag findet nicht statt. Ihr Kalendereintrag ist mit dieser Mail abgesagt.`,
      "Wie es weitergeht, steht im Portal.",
    ],
    link: "Stand ansehen",
  }),
  "visit-reminder": (reference: string, day: string) => ({
    subject: `Besuch ${reference} am ${day}: Erinnerung`,
    paragraphs: ["an diesem Tag kommen wir mit dem Bürgerkoffer zu Ihnen.", "Bitte legen Sie bereit, was im Portal auf der Liste steht. Passt etwas nicht mehr, rufen Sie uns bitte an."],
    link: "Besuch vorbereiten",
  }),
  "visit-crew-changed": (reference: string, day: string) => ({
    subject: `Besuch ${reference} am ${day}: anderes Team`,
    state: "anderes Team",
    paragraphs: ["der Termin bleibt, es kommen andere Kolleginnen und Kollegen zu Ihnen.", "Bitte geben Sie an der Tür Bescheid."],
    link: "Besuch ansehen",
  }),
  "facility-reminder": () => ({
    subject: "Läuft bei Ihnen ein Ausweis ab?",
    paragraphs: [
      "Sie haben uns seit einem Jahr um keinen Besuch mit dem Bürgerkoffer gebeten. Wir kommen weiterhin zu Ihnen ins Haus, auch für eine einzige Person.",
      "Das Portal zeigt, wessen Ausweis fehlt oder bald abläuft, und macht daraus mit einem Knopfdruck eine Anfrage. Ihre Liste können Sie aus Excel einlesen.",
    ],
    link: "Zur Startseite Ihrer Einrichtung",
  }),
  "site-reminder": () => ({
    subject: "Stimmen die Angaben zu Ihrem Haus noch?",
    paragraphs: [
      "Einmal im Jahr bitten wir Sie, Ansprechperson, Raum und Zufahrt im Portal durchzulesen. Das Team verlässt sich darauf, bevor es losfährt.",
      "Stimmt alles, genügt ein Druck auf „Alles stimmt noch“.",
    ],
    link: "Angaben zu Ihrem Haus",
  }),
  "tour-assigned": (reference: string, day: string) => ({
    subject: `Tour ${reference} am ${day}: für Sie eingeplant`,
    state: "für Sie eingeplant",
    paragraphs: [`Sie sind für die Tour ${reference} eingeplant.`, "Besuche, Koffer und Fahrzeug stehen im Portal."],
    link: "Tour ansehen",
  }),
  "tour-changed": (reference: string, day: string, change: TourChange) => ({
    subject: `Tour ${reference} am ${day}: geändert`,
    state: "geändert",
    paragraphs: [`an Ihrer Tour ${reference} hat sich etwas geändert.`, tourChangeSentences[change]],
    link: "Tour ansehen",
  }),
  "tour-cancelled": (reference: string, day: string, because: TourLeft) => ({
    subject: `Tour ${reference} am ${day}: nicht mehr für Sie`,
    state: "nicht mehr für Sie",
    paragraphs: [tourLeftSentences[because], "Ihre anderen Touren stehen im Portal."],
    link: "Meine Touren",
  }),
  "office-request-sent": (reference: string, count: number) => ({
    subject: `Neue Anfrage ${reference}`,
    paragraphs: [`die Anfrage ${reference} für ${persons(count)} ist eingegangen.`, "Sie wartet auf Ihre Entscheidung."],
    link: "Anfrage prüfen",
  }),
  "office-request-answered": (reference: string) => ({
    subject: `Anfrage ${reference}: Antwort auf Ihre Rückfrage`,
    paragraphs: [`zur Anfrage ${reference} ist die Antwort auf Ihre Rückfrage da.`, "Sie wartet wieder auf Ihre Entscheidung."],
    link: "Antwort lesen",
  }),
  "office-request-withdrawn": (reference: string, reason: WithdrawReason) => ({
    subject: `Anfrage ${reference}: zurückgezogen`,
    paragraphs: [`die Anfrage ${reference} ist von der Einrichtung zurückgezogen.`, withdrawSentences[reason]],
    link: "Anfrage ansehen",
  }),
  "office-date-confirmed": (reference: string, day: string) => ({
    subject: `Besuch ${reference} am ${day}: bestätigt`,
    state: "bestätigt",
    paragraphs: [`die Einrichtung hat den Besuch ${reference} an diesem Tag bestätigt.`, "Für Sie ist nichts zu tun."],
    link: "Besuch ansehen",
  }),
  "office-date-questioned": (reference: string, day: string, reason: DateQuestionReason) => ({
    subject: `Besuch ${reference} am ${day}: Termin passt nicht`,
    state: "passt nicht",
    paragraphs: [`der Einrichtung passt der Besuch ${reference} an diesem Tag nicht.`, dateQuestionSentences[reason], "Bitte schlagen Sie einen anderen Termin vor, oder rufen Sie dort an."],
    link: "Besuch umplanen",
  }),
  "office-people-changed": (reference: string, day: string, change: PeopleChangeKind, count: number) => ({
    subject: `Besuch ${reference} am ${day}: ${change === "NOBODY_LEFT" ? "entfällt" : "andere Personen"}`,
    state: change === "NOBODY_LEFT" ? "entfällt" : "andere Personen",
    paragraphs: [peopleChangeSentences[change](reference, count), "Wer dazugehört, steht nur im Portal."],
    link: "Besuch ansehen",
  }),
} as const satisfies Record<MailKind, (...facts: never[]) => MailWords>;

/** The words of a calendar entry. */
export const calendarWords = {
  summary: (reference: string): string => `Besuch Bürgerkoffer ${reference}`,
  status: {
    TENTATIVE: "Termin noch nicht bestätigt. Bestätigen oder ändern Sie ihn im Portal:",
    CONFIRMED: "Termin bestätigt. Einzelheiten stehen im Portal:",
    CANCELLED: "Termin abgesagt. Wie es weitergeht, steht im Portal:",
  },
} as const;
