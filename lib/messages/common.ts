/** Words that every area shares: the frame, the form parts, states, units. */

const days = (count: number): string => (count === 1 ? "1 Tag" : `${count} Tage`);
const daysDative = (count: number): string => (count === 1 ? "1 Tag" : `${count} Tagen`);

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

export const common = {
  product: "Bürgerkoffer",
  owner: "Stadt Dortmund",
  ownerUnit: "Stadt Dortmund · Bürgerdienste",
  titleSuffix: "Bürgerkoffer Dortmund",
  description: "Besuche des Bürgerkoffers der Stadt Dortmund in Einrichtungen anfragen, planen und durchführen.",

  contact: {
    phoneLabel: "Telefon",
    phone: "0231 50-00000",
    mailLabel: "E-Mail",
    mail: "buergerkoffer@demo.example",
    hours: "Montag bis Freitag, 8:00–15:00 Uhr",
  },

  frame: {
    skipToContent: "Zum Inhalt springen",
    home: "Bürgerkoffer, zur Startseite",
    mainNavigation: "Hauptnavigation",
    serviceNavigation: "Sprachen und Hilfen",
    footerNavigation: "Rechtliches und Kontakt",
    breadcrumb: "Sie sind hier",
    signIn: "Anmelden",
    signOut: "Abmelden",
    signedInAs: "Angemeldet als",
    demo: "Demonstration – alle Personen sind erfunden.",
    back: "Zurück",
    toStart: "Zur Startseite",
  },

  footer: {
    imprint: "Impressum",
    privacy: "Datenschutz",
    accessibility: "Barrierefreiheit",
    feedback: "Barriere melden",
    easyLanguage: "Leichte Sprache",
    signLanguage: "Gebärdensprache",
    english: "English",
    service: "Ein Angebot der Bürgerdienste Dortmund",
  },

  form: {
    optional: "(optional)",
    errorPrefix: "Fehler:",
    summaryTitle: "Bitte prüfen Sie Ihre Angaben",
    summaryOne: "Eine Angabe fehlt oder passt nicht:",
    summaryMany: (count: number): string => `${count} Angaben fehlen oder passen nicht:`,
    day: "Tag",
    month: "Monat",
    year: "Jahr",
    dateHint: "Zum Beispiel 3 12 2026",
    timeHint: "Zum Beispiel 9:30",
    timeUnit: "Uhr",
    choose: "Bitte wählen",
    change: "Ändern",
    save: "Speichern",
    next: "Weiter",
    cancel: "Abbrechen",
    send: "Absenden",
  },

  /** The states of a visit: one word each, everywhere. */
  visitState: {
    TO_PLAN: "Noch zu planen",
    PLANNED: "Entwurf",
    ANNOUNCED: "Angekündigt",
    CONFIRMED: "Bestätigt",
    UNDERWAY: "Unterwegs",
    DONE: "Erledigt",
    CANCELLED: "Abgesagt",
  },

  /** States of a step in a task list. */
  stepState: {
    open: "Offen",
    started: "Angefangen",
    done: "Erledigt",
    problem: "Bitte prüfen",
    locked: "Noch nicht möglich",
  },

  tone: {
    info: "Hinweis",
    success: "Erledigt",
    warning: "Achtung",
    danger: "Wichtig",
  },

  verdict: {
    source: "Grundlage:",
  },

  deadline: {
    today: "heute",
    tomorrow: "noch 1 Tag",
    left: (count: number): string => `noch ${days(count)}`,
    overdue: (count: number): string => `seit ${daysDative(count)} überfällig`,
  },

  tasks: {
    title: "Was ist jetzt zu tun?",
    none: "Im Moment ist nichts zu tun.",
  },

  pagination: {
    label: "Seiten",
    previous: "Zurück",
    next: "Weiter",
    page: (page: number): string => `Seite ${page}`,
    current: (page: number, count: number): string => `Seite ${page} von ${count}`,
  },

  board: {
    label: "Wochenplan",
    kitColumn: "Koffer",
    today: "heute",
    closed: "geschlossen",
    free: "frei",
    newTour: "Tour anlegen",
    crew: "Team",
    vehicle: "Auto",
    travel: "Fahrt",
    load: (percent: number): string => `zu ${percent} % ausgelastet`,
    loadShort: (percent: number): string => `${percent} %`,
    noVisits: "Noch kein Besuch",
    warnings: "Achtung",
    axisFrom: "8",
    axisUntil: "17",
    trayTitle: "Noch zu planen",
    trayEmpty: "Alles ist eingeplant.",
  },

  print: {
    button: "Drucken",
    printedOn: "Gedruckt am",
    page: "Blatt",
  },

  /** Clock time from minutes since midnight: 9:00, 12:30. */
  clock,
  /** "9:00–9:40 Uhr" */
  clockRange: (from: number, until: number): string => `${clock(from)}–${clock(until)} Uhr`,

  problem: {
    notFoundTitle: "Diese Seite gibt es nicht",
    notFoundText: "Vielleicht ist der Link veraltet oder Sie sind mit einem anderen Zugang angemeldet.",
    notShownTitle: "Diese Seite kann gerade nicht gezeigt werden",
    notShownText: "Jeder Blick auf Personendaten wird im Protokoll vermerkt. Das gelang eben nicht, deshalb bleiben die Daten verborgen. Bitte versuchen Sie es in einer Minute noch einmal.",
    errorTitle: "Das hat nicht geklappt",
    errorText: "Die Seite konnte nicht geladen werden. Was Sie gespeichert haben, bleibt gespeichert.",
    errorNext: "Bitte versuchen Sie es in einem Moment noch einmal. Bleibt das Problem, rufen Sie uns an.",
    errorCode: "Kennung für die Nachfrage:",
    retry: "Noch einmal versuchen",
  },
} as const;
