import type { LegalBasis, PersonGroup, Purpose } from "@/lib/privacy/types";

/** The words of the record of processing (Art. 30 GDPR) and of the technical measures (Art. 32 GDPR). */
export const personGroupLabels = {
  resident: "Besuchte Personen (Bewohnerinnen, Bewohner, Inhaftierte)",
  facilityContact: "Ansprechpersonen der Einrichtungen",
  account: "Personen mit Konto",
  staff: "Beschäftigte der Stadt in den Teams",
  anybody: "Alle, die jemand in freiem Text nennt",
} as const satisfies Record<PersonGroup, string>;

export const purposeLabels = {
  identify: "Person wiedererkennen",
  judgeEligibility: "Antragsberechtigung prüfen",
  judgeCompetence: "Zuständigkeit prüfen",
  judgeDuty: "Ausweispflicht und Befreiung prüfen",
  judgeRepresentation: "Vertretung klären",
  planVisit: "Besuch planen",
  coordinate: "sich zum Besuch abstimmen",
  documentOutcome: "Ergebnis festhalten",
  inform: "benachrichtigen",
  reachFacility: "Einrichtung erreichen",
  findWay: "zum Raum finden",
  signIn: "anmelden",
  grantAccess: "Rechte vergeben",
  planCrew: "Team einteilen",
  keepTyped: "Eingaben erhalten",
  repeatAnswer: "doppeltes Senden erkennen",
  prove: "nachweisen, wer was tat",
  restrict: "Verarbeitung einschränken",
  keepForCase: "Löschung im Einzelfall aussetzen",
} as const satisfies Record<Purpose, string>;

export const legalBasisLabels = {
  PUBLIC_TASK: "Art. 6 Abs. 1 Buchst. e DSGVO, § 3 DSG NRW, PAuswG",
  HEALTH: "Art. 9 Abs. 2 Buchst. g DSGVO, §§ 15, 16 DSG NRW",
  CUSTODY: "Art. 10 DSGVO, § 27 Abs. 4 BMG",
  EMPLOYMENT: "§ 18 DSG NRW",
  SECURITY: "Art. 32, Art. 5 Abs. 2 DSGVO",
} as const satisfies Record<LegalBasis, string>;

export const recordWords = {
  title: "Verzeichnis der Verarbeitung und der technischen Maßnahmen",
  generated: "Erzeugt mit `npm run privacy:record` aus `lib/privacy`; nicht von Hand ändern. Was die Stadt ergänzt, steht am Ende.",
  activity: "Tätigkeit: Besuche mit dem Bürgerkoffer anfragen, planen, durchführen (Art. 30 Abs. 1 DSGVO)",
  aboutTitle: "Daten nach betroffenen Personen",
  table: "Tabelle",
  columns: "Spalten",
  purposes: "Zwecke",
  basis: "Rechtsgrundlage",
  retention: "Löschklasse",
  sealed: "verschlüsselt",
  typed: "freier Text",
  classesTitle: "Löschklassen",
  data: "Angaben",
  start: "Frist beginnt",
  period: "Frist",
  way: "Was der Löschlauf tut",
  ways: { deleteRows: "löscht die Zeilen", emptyText: "leert den Text" },
  hours: (n: number) => `${n} Stunden`,
  days: (n: number) => `${n} Tage`,
  months: (n: number) => `${n} Monate`,
  recipientsTitle: "Wer die Daten sieht",
  recipients: [
    "Einrichtung und Sozialdienst der JVA: nur die eigenen Personen, Anfragen und Besuche",
    "Teamleitung: Anfragen und Planung; Team: die eigenen Touren",
    "Verwaltung: Konten und Fristen, keine Personen; Datenschutz: liest das Protokoll",
    "Keine Übermittlung in Drittländer; Mails nennen keine besuchte Person",
  ],
  measuresTitle: "Technische und organisatorische Maßnahmen (Art. 32 DSGVO)",
  measures: (figures: { readonly columns: number; readonly personal: number; readonly sealed: number; readonly permissions: number }) => [
    `Datenverzeichnis: ${figures.columns} Spalten, davon ${figures.personal} mit Personendaten oder freiem Text; eine neue Spalte ohne Eintrag lässt die Tests scheitern`,
    `Verschlüsselung einzelner Werte (AES-256-GCM, Schlüsselring): ${figures.sealed} Spalten`,
    `Zugriff: ${figures.permissions} Rechte auf einer Seite (lib/auth/policy.ts), Sichtbereich je Einrichtung in jeder Abfrage, darunter Rollen der Datenbank (lib/decisions/0005)`,
    "Protokoll: nur anfügbar, verkettet, vermerkt Änderungen und Einsicht (lib/decisions/0007)",
    "Löschung: jede Nacht, mit eigenem Protokoll und Aussetzung im Einzelfall (lib/decisions/0008)",
    "Datensparsamkeit: kein Feld für Foto, Fingerabdruck, Unterschrift, PIN, Seriennummer oder Diagnose; ein Test sucht danach",
    "Wiederherstellung: Sicherung der Datenbank nach docs/operations.md",
  ],
  openTitle: "Von der Stadt zu ergänzen",
  open: ["Namen und Kontakt der verantwortlichen Stelle und der oder des Datenschutzbeauftragten", "Auftragsverarbeiter mit Vertrag (Art. 28 DSGVO)", "Bestätigung der Fristen", "Ergebnis der Datenschutz-Folgenabschätzung (Art. 35 DSGVO)"],
} as const;
