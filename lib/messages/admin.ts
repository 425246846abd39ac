import type { ParameterKey, ParameterUnit } from "@/lib/law/parameters";
import { formatEuro, formatMinutes } from "./format";

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"] as const;

/** How each dated value is called. */
export const parameterLabels = {
  feeIdCard: "Gebühr Personalausweis",
  feeIdCardYoung: "Gebühr Personalausweis unter 24 Jahren",
  feeProvisionalId: "Gebühr vorläufiger Personalausweis",
  surchargeHoursOrCompetence: "Zuschlag außerhalb der Dienstzeit oder Zuständigkeit",
  surchargeDirectShipping: "Zuschlag Direktversand",
  surchargePhotoByAuthority: "Zuschlag Foto durch die Behörde",
  youngHolderBelowAge: "Ermäßigte Gebühr unter",
  dutyFromAge: "Ausweispflicht ab",
  dutyMonthsBeforeRelease: "Ausweispflicht vor der Entlassung",
  custodyMonthsRegistered: "Zuständigkeit bei Meldung anderswo ab Haftdauer über",
  custodyMonthsUnregistered: "Zuständigkeit ohne Meldung ab Haftdauer über",
  validityYears: "Gültigkeit",
  validityYearsYoung: "Gültigkeit unter 24 Jahren",
  unlimitedValidityFromAge: "Unbefristete Gültigkeit ab (0: gilt nicht)",
  validityMonthsWithoutFingers: "Gültigkeit, wenn zurzeit kein Finger geht",
  provisionalValidityMonths: "Gültigkeit vorläufiger Personalausweis höchstens",
  fingerprintsFromAge: "Fingerabdrücke ab",
  expiringSoonMonths: "Neuer Ausweis ohne weiteren Grund vor Ablauf",
  shippingFromAge: "Direktversand ab",
  productionDays: "Herstellung",
  productionDaysHighSeason: "Herstellung in der Hochsaison",
  highSeasonFrom: "Hochsaison ab",
  highSeasonUntil: "Hochsaison bis einschließlich",
  productionMarginDays: "Sicherheit bei der Herstellung",
  handOverEarliestDays: "Aushändigung frühestens nach",
  handOverDefaultDays: "Aushändigung in der Regel nach",
  setupMinutes: "Aufbau",
  packDownMinutes: "Abbau",
  personMinutes: "Zeit je Person",
  bedsideMinutes: "Zuschlag am Bett",
  difficultyMinutes: "Zuschlag bei Schwierigkeiten",
  prisonGateMinutes: "Zeit an der Pforte der JVA",
  crewMinimum: "Team mindestens",
  visitMinimumPersons: "Personen je Besuch mindestens",
  visitRecommendedPersons: "Personen je Besuch empfohlen",
  clearanceWorkingDays: "Freigabe der JVA spätestens vorher",
  clearanceRecommendedWorkingDays: "Freigabe der JVA empfohlen vorher",
  reminderDays: "Erinnerung vor dem Besuch",
  peopleChangeWorkingDays: "Wer zum Besuch kommt, steht fest vorher",
  peopleChangeUntil: "Wer zum Besuch kommt, steht fest um",
  serviceFrom: "Dienstzeit von",
  serviceUntil: "Dienstzeit bis",
  travelDetour: "Umweg gegenüber der Luftlinie",
  travelSpeed: "Fahrgeschwindigkeit",
  travelParkingMinutes: "Parken und Weg zur Tür",
  travelMinimumMinutes: "Fahrzeit mindestens",
  retentionDays: "Löschung nach Abschluss",
  retentionCapDays: "Löschung spätestens nach dem Besuch",
  rosterMonths: "Liste ohne Bestätigung höchstens",
  mailContentDays: "Inhalt einer Mail nach dem Versand",
  crewMonths: "Team einer Tour nach der Fahrt",
  absenceDays: "Ausfälle des Teams nach ihrem Ende",
  accountMonths: "Konten und Kontakte nach dem Ende",
  auditMonths: "Einträge des Protokolls",
} as const satisfies Record<ParameterKey, string>;

/** A value with its unit. */
export function parameterValue(value: number, unit: ParameterUnit): string {
  switch (unit) {
    case "CENTS":
      return formatEuro(value);
    case "YEARS":
      return count(value, "Jahr", "Jahre");
    case "MONTHS":
      return count(value, "Monat", "Monate");
    case "DAYS":
      return count(value, "Tag", "Tage");
    case "WORKING_DAYS":
      return count(value, "Arbeitstag", "Arbeitstage");
    case "MINUTES":
      return count(value, "Minute", "Minuten");
    case "MONTH_OF_YEAR":
      return MONTHS[value - 1] ?? String(value);
    case "MINUTE_OF_DAY":
      return `${formatMinutes(value)} Uhr`;
    case "PERSONS":
      return count(value, "Person", "Personen");
    case "PERCENT":
      return `${value} %`;
    case "KILOMETRES_PER_HOUR":
      return `${value} km/h`;
  }
}

export const admin = {
  home: {
    title: "Überblick",
    lead: "Konten, Protokoll, Löschfristen und Rechtswerte.",
    users: "Konten",
    usersText: (open: number, disabled: number) => `${count(open, "offenes Konto", "offene Konten")}, ${disabled} gesperrt`,
    audit: "Protokoll",
    auditText: "Wer hat wann was geändert oder gelesen.",
    retention: "Löschfristen",
    retentionText: "Welche Angaben wie lange bleiben, was gelöscht wurde und was ausgesetzt ist.",
    parameters: "Rechtswerte",
    parametersText: "Gebühren, Fristen und Planungswerte mit Quelle.",
  },
  users: {
    title: "Konten",
    lead: "Wer sich anmelden darf und in welcher Rolle.",
    caption: "Konten",
    invite: "Konto anlegen",
    name: "Name",
    email: "E-Mail-Adresse",
    roles: "Rollen",
    state: "Stand",
    open: "offen",
    disabled: "gesperrt",
    sessions: "Offene Sitzungen",
    noRole: "keine Rolle",
  },
  newUser: {
    title: "Konto anlegen",
    lead: "Die Person bekommt eine Mail mit der Adresse des Portals. Sie meldet sich mit einem Code an, den wir ihr dann schicken.",
    name: "Name",
    nameHint: "Wie die Person im Portal genannt wird",
    email: "Dienstliche E-Mail-Adresse",
    role: "Rolle",
    facility: "Einrichtung",
    facilityHint: "Nur bei „Einrichtung“ und „Sozialdienst der JVA“",
    noFacility: "keine Einrichtung",
    staff: "Person im Team",
    staffHint: "Nur bei „Team unterwegs“",
    noStaff: "keine",
    save: "Konto anlegen",
  },
  user: {
    rolesTitle: "Rollen",
    isLead: "leitet das Haus",
    makeLead: "Zur Leitung machen",
    end: "Rolle entziehen",
    addTitle: "Rolle geben",
    add: "Rolle geben",
    sessionsTitle: "Sitzungen beenden",
    sessionsText: "Die Person ist sofort überall abgemeldet, zum Beispiel nach einem verlorenen Gerät. Sie kann sich wieder anmelden.",
    endSessions: "Alle Sitzungen beenden",
    disableTitle: "Konto sperren",
    disableText: "Alle Sitzungen enden sofort. Die Person kann sich nicht mehr anmelden.",
    disable: "Konto sperren",
    enableTitle: "Konto öffnen",
    enableText: "Die Person kann sich wieder anmelden.",
    enable: "Konto öffnen",
    own: "Das ist Ihr eigenes Konto. Ändern kann es nur eine andere Person aus der Verwaltung.",
  },
  parameters: {
    title: "Rechtswerte",
    lead: "Gebühren, Fristen und Planungswerte mit dem Tag, ab dem sie gelten, und ihrer Quelle.",
    caption: "Werte, nach Namen",
    name: "Wert",
    value: "Höhe",
    from: "Gilt ab",
    source: "Quelle",
    current: "gilt heute",
    past: "galt früher",
    future: "gilt später",
    state: "Stand",
  },
} as const;
