/** The planning desk: week board, tours, visits, resources. */
import type { TourWarning, Travel } from "@/lib/board/types";
import type { SiteGap } from "@/lib/facilities/types";
import type { Service } from "@/lib/cases/types";
import type { KitRefusal } from "@/lib/kits/types";
import type { StaffFacts } from "@/lib/staff/types";
import type { TakenRange } from "@/lib/reservations/types";
import { addDays, civilDateOf, instantOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import type { BlockedTime, WishWindow } from "@/lib/requests/types";
import { formatDate, formatDateShort, formatDateTime, formatDay, formatMinuteRange, formatMinutes } from "./format";
import { labels } from "./labels";
import { refusalSentence } from "./refusals";

const personsText = (count: number): string => (count === 1 ? "1 Person" : `${count} Personen`);
/** A space at which no line breaks. */
const FIXED = "\u00a0";
const unbroken = (text: string): string => text.replaceAll(" ", FIXED);
const minutesShort = (minutes: number): string => (minutes < 60 ? `${minutes}${FIXED}Min.` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}${FIXED}Std.`);
const clock = (at: Date): string => formatMinutes(minutesOf(at));

/** What is wrong with a tour, short enough for the board. */
export function warningText(warning: TourWarning): string {
  switch (warning.code) {
    case "crew.released":
      return `${warning.label} fällt aus`;
    case "visit.questioned":
      return `${warning.place}: Termin passt nicht`;
    case "visit.inBlockedTime":
      return `${warning.place}: Termin liegt in einer Zeit, in der es dort nicht geht`;
    case "visit.outsideWishes":
      return `${warning.place}: Termin liegt außerhalb der Wunschzeiten`;
    case "visit.unconfirmed":
      return `${warning.place}: noch nicht bestätigt`;
    case "tour.kitMissing":
      return "Koffer fällt aus";
    case "tour.vehicleMissing":
      return "Fahrzeug fällt aus";
    case "tour.clearanceMissing":
      return `Freigabe der JVA fehlt, nötig bis ${formatDateShort(warning.neededOn)}`;
    default:
      return refusalSentence(warning);
  }
}

/** Why a kit cannot go out, beside its name: "In Reparatur". */
export function kitBlockedText(refusal: KitRefusal): string {
  return refusal.code === "kit.notOperational" ? labels.kitState[refusal.state] : refusalSentence(refusal);
}

/** When a resource is taken on a day: "frei", "8:00–12:30 in Haus Lindenblick". */
export function takenText(taken: readonly TakenRange[], date: CivilDate): string {
  if (taken.length === 0) return "frei";
  const [dayFrom, dayUntil] = [instantOf(date, 0), instantOf(addDays(date, 1), 0)];
  return taken
    .map(({ from, until, purpose, place, resource }) => {
      const isWholeDay = from <= dayFrom && until >= dayUntil;
      const span = isWholeDay ? "ganztägig" : `${from <= dayFrom ? "0:00" : clock(from)}–${until >= dayUntil ? "24:00" : clock(until)}`;
      if (purpose === "TOUR") return `${span} ${place ? `in ${place}` : "auf einer Tour"}`;
      return `${span} ${resource.kind === "STAFF" ? "abwesend" : "in Reparatur"}`;
    })
    .join(", ");
}

/** "geschult bis Mi, 31. März 2027" */
export function trainingText(trainings: StaffFacts["trainings"], date: CivilDate): string {
  const valid = trainings.filter((one) => one.validFromOn <= date && (one.validUntilOn === null || date < one.validUntilOn));
  if (valid.length === 0) return trainings.length === 0 ? "nicht geschult" : `Schulung gilt am ${formatDateShort(date)} nicht`;
  const ends = valid.map(({ validUntilOn }) => validUntilOn);
  const last = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  return last === null ? "geschult, ohne Ablauf" : `geschult bis ${formatDate(addDays(last, -1))}`;
}

/** "2 Personalausweise" is harder to read in a list than "Personalausweis 2×". */
export function servicesText(services: readonly { readonly service: Service; readonly count: number }[]): string {
  return services.map(({ service, count }) => (count === 1 ? labels.service[service] : `${count}× ${labels.service[service]}`)).join(", ");
}

/** "Do, 3.12., 9:00–12:00" */
/** A time in which a house takes no visit: "Mo, 30. November 2026 bis Fr, 4. Dezember 2026, ganztägig". */
export function blockedText({ firstOn, lastOn, fromMinutes, untilMinutes }: BlockedTime): string {
  const days = firstOn === lastOn ? formatDate(firstOn) : `${formatDate(firstOn)} bis ${formatDate(lastOn)}`;
  return `${days}, ${fromMinutes === 0 && untilMinutes === 1440 ? "ganztägig" : formatMinuteRange(fromMinutes, untilMinutes)}`;
}

export function wishText({ date, fromMinutes, untilMinutes }: WishWindow): string {
  return `${formatDateShort(date)} ${formatMinutes(fromMinutes)}–${formatMinutes(untilMinutes)}`;
}

/** An end at midnight is the day before: "Mi, 2.12."; any other "Do, 3.12., 12:00 Uhr". */
function untilText(until: Date): string {
  const day = civilDateOf(until);
  return minutesOf(until) === 0 ? formatDateShort(addDays(day, -1)) : `${formatDateShort(day)} ${clock(until)} Uhr`;
}

/** A range over one or more days. */
export function absenceSpan(from: Date, until: Date): string {
  const first = civilDateOf(from);
  if (first === civilDateOf(until)) return `${formatDateShort(first)} ${clock(from)}–${clock(until)} Uhr`;
  const start = minutesOf(from) === 0 ? formatDateShort(first) : `${formatDateShort(first)} ${clock(from)} Uhr`;
  return start === untilText(until) ? start : `${start} bis ${untilText(until)}`;
}

export const planning = {
  persons: personsText,
  minutes: minutesShort,
  crumb: "Wochenplan",

  board: {
    title: "Wochenplan",
    week: (week: number, from: CivilDate, until: CivilDate): string => `Kalenderwoche ${week} · ${formatDateShort(from)} bis ${formatDate(until)}`,
    weekLabel: (week: number): string => `Wochenplan, Kalenderwoche ${week}`,
    previous: "Vorige Woche",
    next: "Nächste Woche",
    today: "Diese Woche",
    oneWeek: "1 Woche zeigen",
    twoWeeks: "2 Wochen zeigen",
    repairUntil: (until: Date): string => `In Reparatur bis ${untilText(until)}`,
    suggestion: (date: CivilDate, startsAt: Date, kit: string, extraMinutes: number): string => `Passt ${unbroken(formatDateShort(date))} ${clock(startsAt)}, ${unbroken(kit)}, +${minutesShort(extraMinutes)} Fahrt`,
    wishes: (wishes: readonly WishWindow[]): string => `Wunsch: ${wishes.slice(0, 2).map(wishText).join(" oder ")}${wishes.length > 2 ? " …" : ""}`,
    legend: "So lesen Sie den Plan",
    noKits: "Es ist noch kein Koffer angelegt.",
    summary: (tours: number, open: number): string => `${tours === 1 ? "1 Tour" : `${tours} Touren`}, ${open === 0 ? "alle Besuche eingeplant" : open === 1 ? "1 Besuch noch zu planen" : `${open} Besuche noch zu planen`}`,
  },

  newTour: {
    title: "Tour anlegen",
    lead: (date: CivilDate): string => `Frei und belegt am ${formatDate(date)}`,
    previousDay: "Tag davor",
    nextDay: "Tag danach",
    closed: "An diesem Tag ist geschlossen",
    date: "Tag",
    kit: "Koffer",
    vehicle: "Fahrzeug",
    crew: "Team",
    crewHint: "Mindestens zwei geschulte Personen.",
    from: "Abfahrt",
    until: "Rückkehr",
    timesHint: "Von der Abfahrt am Stützpunkt bis zur Rückkehr. Besuche verlängern die Tour bei Bedarf.",
    submit: "Tour anlegen",
  },

  tour: {
    name: "Tour",
    title: (reference: string): string => `Tour ${reference}`,
    lead: (date: CivilDate, from: Date, until: Date): string => `${formatDate(date)}, ${formatMinuteRange(minutesOf(from), minutesOf(until))}`,
    state: "Stand",
    kit: "Koffer",
    vehicle: "Fahrzeug",
    crew: "Team",
    frame: "Unterwegs",
    missing: "fällt aus",
    gapKit: (label: string): string => `${label} fällt aus`,
    gapVehicle: (label: string): string => `${label} fällt aus`,
    gapCrew: (names: readonly string[]): string => `${names.join(" und ")} ${names.length > 1 ? "fallen" : "fällt"} aus`,
    gapText: "Die Tour kann so nicht losfahren.",
    warnings: "Vor der Abfahrt zu klären",
    stops: "Ablauf",
    noStops: "Noch steht kein Besuch auf dieser Tour.",
    time: "Zeit",
    stop: "Halt",
    depart: "Abfahrt am Stützpunkt",
    back: "Zurück am Stützpunkt",
    travel: ({ minutes }: Travel): string => `${minutes} Min. Fahrt`,
    pause: (minutes: number): string => `${minutesShort(minutes)} Luft`,
    add: "Besuch auf die Tour nehmen",
    addEmpty: "Alle Besuche sind eingeplant.",
    addVisit: "Besuch",
    addVisitHint: "Zuerst, was auf diese Tour passt; nach Frist geordnet.",
    addGroupFits: "Passt auf diese Tour",
    addGroupOther: "Passt hier nicht",
    start: "Beginn",
    startHint: "Leer lassen für die früheste freie Zeit. Zum Beispiel 9:30",
    addSubmit: "Auf die Tour nehmen",
    fitFrom: (startsAt: Date, extraMinutes: number): string => `ab ${clock(startsAt)}, +${extraMinutes} Min. Fahrt`,
    due: (date: CivilDate): string => `Frist ${formatDateShort(date)}`,
    noRoom: "kein Platz",
    announce: "Ankündigen",
    announceText: (count: number): string => `${count === 1 ? "Ein Besuch ist" : `${count} Besuche sind`} noch Entwurf. Mit der Ankündigung bekommen die Einrichtungen Termin, Team und Kalendereintrag per Mail.`,
    announceSubmit: (count: number): string => (count === 1 ? "Besuch ankündigen" : `Alle ${count} Besuche ankündigen`),
    change: "Tour ändern",
    changeCrew: "Team ändern",
    changeCrewSubmit: "Team übernehmen",
    replaceKit: "Koffer tauschen",
    replaceVehicle: "Fahrzeug tauschen",
    replaceSubmit: "Tauschen",
    changeFrame: "Zeiten ändern",
    changeFrameSubmit: "Zeiten übernehmen",
    cancel: "Tour absagen",
    cancelText: (stops: number): string => (stops === 0 ? "Koffer, Team und Fahrzeug werden frei." : `Koffer, Team und Fahrzeug werden frei. ${stops === 1 ? "Der Besuch liegt" : `Die ${stops} Besuche liegen`} danach wieder zum Planen bereit; wer den Termin schon kennt, bekommt eine Absage.`),
    cancelSubmit: "Tour absagen",
    print: "Fahrtliste drucken",
    daySheet: "Tageszettel des Teams",
    closed: "Diese Tour lässt sich nicht mehr ändern.",
  },

  routeList: {
    name: "Fahrtliste",
    title: (reference: string): string => `Fahrtliste ${reference}`,
    date: "Tag",
    kit: "Koffer",
    vehicle: "Fahrzeug",
    crew: "Team",
    frame: "Unterwegs",
    time: "Zeit",
    place: "Ort",
    contact: "Ansprechperson",
    notes: "Vor Ort",
    code: "Besuchscode",
  },

  visit: {
    name: "Besuch",
    title: (place: string): string => `Besuch: ${place}`,
    when: "Termin",
    notYet: "Noch kein Termin",
    state: "Stand",
    deadline: "Frist",
    noDeadline: "Keine",
    wishes: "Wunschzeiten",
    blocked: "Geht nicht",
    inBlockedTime: "Der Termin liegt in einer Zeit, in der es im Haus nicht geht.",
    outsideWishes: "Der Termin liegt außerhalb der Wunschzeiten des Hauses.",
    noWishes: "Keine angegeben",
    tour: "Tour",
    length: "Dauer",
    address: "Adresse",
    contact: "Ansprechperson",
    district: "Stadtbezirk",
    requests: "Anfragen",
    code: "Besuchscode",
    announced: "Angekündigt",
    confirmed: "Bestätigt",
    calendar: "Kalendereintrag",
    calendarNone: "Noch keiner verschickt",
    calendarSent: (sequence: number): string => `Verschickt, laufende Nummer ${sequence}`,
    questionTitle: "Die Einrichtung bittet um einen anderen Termin",
    questionText: (reason: string, at: Date): string => `${reason}. Gemeldet am ${formatDateTime(at)}.`,
    place: "Auf eine Tour setzen",
    move: "Verschieben nach …",
    placeSubmit: "Auf die Tour setzen",
    moveSubmit: "Verschieben",
    moveText: "Die Einrichtung bekommt den neuen Termin per Mail und bestätigt ihn neu.",
    moveTextDraft: "Die Einrichtung kennt den Termin noch nicht; es geht keine Mail hinaus.",
    tourField: "Tour",
    tourHint: "Touren der nächsten vier Wochen, auf denen dieser Besuch Platz hat.",
    groupWished: "In der Wunschzeit",
    groupOther: "Weitere Touren",
    groupBlocked: "In einer Zeit, in der es dort nicht geht",
    option: (date: CivilDate, startsAt: Date, kit: string, crew: string, extra: number): string => `${formatDateShort(date)} ab ${clock(startsAt)} · ${kit} · ${crew} · ${extra === 0 ? "ohne" : `+${extra} Min.`} Fahrt`,
    current: "jetzt",
    noTour: "In den nächsten vier Wochen hat keine Tour Platz für diesen Besuch.",
    noTourLink: "Neue Tour anlegen",
    best: "Am besten passt",
    afterDeadline: "Der Termin liegt nach der Frist.",

    bestSubmit: "Hierhin",
    start: "Beginn",
    startHint: "Leer lassen für die früheste freie Zeit. Zum Beispiel 9:30",
    remove: "Von der Tour nehmen",
    removeText: "Der Besuch liegt danach wieder zum Planen bereit.",
    removeTextAnnounced: "Der Besuch liegt danach wieder zum Planen bereit; die Einrichtung bekommt eine Absage des Termins.",
    removeSubmit: "Von der Tour nehmen",
    announce: "Ankündigen",
    announceText: "Die Einrichtung bekommt Termin, Team und Kalendereintrag per Mail und bestätigt im Portal.",
    announceSubmit: "Besuch ankündigen",
    clearance: "Freigabe der JVA",
    clearanceText: (date: CivilDate): string => `Die JVA gibt Namen und Geräte spätestens einen Werktag vorher frei, hier bis ${formatDate(date)}. Ohne Freigabe kann die Tour nicht losfahren.`,
    clearanceDone: (at: Date): string => `Vermerkt am ${formatDateTime(at)}.`,
    clearanceLost: "Ändern sich Team, Koffer oder Tour, muss die JVA neu freigeben.",
    clearanceSubmit: "Freigabe vermerken",
    people: "Personen",
    noPeople: "Zu diesem Besuch gehört niemand mehr.",
    outcomes: "Ergebnisse ansehen und berichtigen",
    needs: { bedside: "am Bett", difficult: "mehr Zeit für Fingerabdrücke", representative: "mit Vertretung", alone: "Vertretung stellt den Antrag", absent: "Zusage der Vertretung fehlt" },
    house: "Vor Ort",
    houseNone: "Die Einrichtung hat noch keine Angaben zum Haus gemacht.",
    siteGap: { ROOM: "Raum nicht genannt", TABLE: "kein Tisch", SOCKET: "keine Steckdose", PHOTO_SPACE: "kein Platz für Fotos", RECEPTION_UNKNOWN: "Mobilfunk nicht geprüft", RECEPTION_NONE: "kein Mobilfunk: bitte vorher klären" } satisfies Record<SiteGap, string>,
    room: "Raum",
    table: "Tisch",
    socket: "Steckdose",
    photo: "Platz für Fotos",
    stepFree: "Stufenlos",
    reception: "Mobilfunk",
    parking: "Parken",
    gate: "Pforte",
    gateMinutes: (minutes: number): string => `${minutes} Minuten von der Pforte bis zum Raum`,
    hours: "Besuchszeiten",
    access: "Zugang",
    yes: "ja",
    no: "nein",
    unknown: "keine Angabe",
    mails: "Mails zu diesem Besuch",
    noMails: "Noch keine.",
    mailWhat: "Mail",
    mailTo: "An",
    mailAt: "Bestellt",
    mailState: "Stand",
    parts: { gate: "Pforte", setup: "Aufbau", persons: "Personen", bedside: "am Bett", difficult: "Erschwernis", packDown: "Abbau" },
  },

  resources: {
    title: "Koffer, Team und Fahrzeuge",
    lead: "Was einsatzbereit ist, wer wann fehlt und was nachgefüllt werden muss.",
    hitTitle: "Von diesem Eintrag betroffen",
    hitNone: "Dieser Eintrag trifft keine Tour.",
    gapsTitle: "Touren mit Lücken",
    tour: (reference: string, date: CivilDate): string => `Tour ${reference} am ${formatDateShort(date)}`,
    absences: "Abwesend oder ausgefallen",
    absencesNone: "Zurzeit ist nichts eingetragen.",
    who: "Wer oder was",
    when: "Wann",
    why: "Grund",
    what: "Was tun",
    end: "Beenden",
    enter: "Abwesenheit oder Ausfall eintragen",
    resource: "Wer oder was",
    from: "Von",
    until: "Bis",
    time: "Uhrzeit",
    reason: "Grund",
    enterHint: "Touren in dieser Zeit verlieren die Reservierung und zeigen eine Lücke.",
    submit: "Eintragen",
    kits: "Koffer",
    staff: "Team",
    vehicles: "Fahrzeuge",
    components: "Geräte",
    allWorking: (count: number): string => `Alle ${count} Geräte in Ordnung`,
    consumables: "Verbrauch",
    shortage: (kind: string, inStock: number, needed: number): string => `${kind}: ${inStock} da, ${needed} nötig`,
    stock: (kind: string, count: number): string => `${kind}: ${count}`,
    name: "Name",
    training: "Schulung",
    now: "Jetzt und demnächst",
    vehicle: "Fahrzeug",
    plate: "Kennzeichen",
    inactive: "außer Dienst",
    contractUntil: (date: CivilDate): string => `Vertrag bis ${formatDay(addDays(date, -1))}`,
    inServiceFrom: (date: CivilDate): string => `Im Einsatz ab ${formatDay(date)}`,
    noCamera: "Kamera ohne Zulassung: Fotos sind nicht möglich",
    componentState: { WORKING: "in Ordnung", DEFECT: "defekt", MISSING: "fehlt" },
  },
} as const;
