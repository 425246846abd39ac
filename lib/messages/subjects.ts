import type { LiftReason } from "@/lib/subjects/types";
import { formatDateTime } from "./format";

/** The office's pages on the rights of the persons concerned (Art. 15 to 18 GDPR). */
export const subjectWords = {
  title: "Datenrechte",
  lead: "Jemand möchte wissen, was über ihn oder sie gespeichert ist, etwas berichtigen lassen oder die Nutzung stoppen. Prüfen Sie zuerst, wer fragt: Ausweis, oder Vollmacht oder Betreuerausweis der Vertretung.",
  findTitle: "Person suchen",
  findHint: "Gesucht wird nur mit dem ganzen Namen und dem Geburtsdatum. Jeder Fund wird vermerkt.",
  lastName: "Nachname",
  firstNames: "Vornamen",
  bornOn: "Geburtsdatum",
  find: "Suchen",
  foundTitle: "Gefunden",
  foundText: "Die Person steht in mehreren Listen. Jede hat ihre eigene Auskunft.",
  foundCaption: "Gefundene Personen",
  name: "Name",
  facility: "Einrichtung",
  state: "Stand",
  listed: "in der Liste",
  gone: (date: string) => `nicht mehr im Haus seit ${date}`,
  disclosureTitle: "Auskunft",
  disclosureText: "Ein Dokument mit allem, was zu dieser Person gespeichert ist, auch als Datei. Die Antwort ist binnen eines Monats fällig (Artikel 12 Absatz 3 DSGVO). Bitte nicht als einfache Mail versenden.",
  disclose: "Auskunft erstellen",
  correctTitle: "Berichtigung",
  correctText: "Was die Person nachweist, berichtigen Sie hier (Artikel 16 DSGVO). Anfragen, Besuche und der Tagesplan des Teams zeigen sofort den neuen Stand; die Einrichtung bekommt eine Mail ohne Namen. Angaben zu Pflege, Vertretung und Haft berichtigt die Einrichtung.",
  nationality: "Staatsangehörigkeit",
  mainResidence: "Hauptwohnung",
  correct: "Berichtigen",
  restrictTitle: "Einschränkung der Verarbeitung",
  restrictText: "Die Angaben bleiben gespeichert und werden nicht benutzt (Artikel 18 DSGVO): nicht in Listen, nicht auf Anfragen, nicht auf Touren, und nicht gelöscht. Die Einrichtung bekommt eine Mail ohne Namen.",
  reason: "Grund",
  restrict: "Verarbeitung einschränken",
  restrictedTitle: "Verarbeitung eingeschränkt",
  restrictedSince: (at: Date, reason: string) => `Seit ${formatDateTime(at)}. Grund: ${reason}.`,
  announceText: "Vor dem Aufheben muss die Person unterrichtet sein. Die Einrichtung bekommt dafür eine Mail ohne Namen.",
  announce: "Aufhebung ankündigen",
  announced: (at: Date) => `Angekündigt am ${formatDateTime(at)}. Lassen Sie der Person Zeit für Einwände.`,
  liftReason: "Warum die Einschränkung endet",
  lift: "Einschränkung aufheben",
  hiddenOf: (count: number) => (count === 1 ? "1 Person: Verarbeitung eingeschränkt" : `${count} Personen: Verarbeitung eingeschränkt`),
  facilityText: (at: Date) => `Seit ${formatDateTime(at)} bleiben die Angaben zu dieser Person gespeichert, werden aber nicht benutzt (Artikel 18 DSGVO). Sie kann zurzeit weder angefragt noch geändert werden. Fragen beantworten die Bürgerdienste.`,
  accessesHint: "Dass die Auskunft erstellt wurde, steht im Protokoll.",
} as const;

/** Where a restricted person's name would stand. */
export const restrictedName = "Verarbeitung eingeschränkt";

export const liftReasonLabels = {
  SETTLED: "Die Frage ist geklärt",
  CONSENT: "Die Person willigt ein",
  CLAIM_OVER: "Der Anspruch ist erledigt",
  ASKED: "Die Person bittet darum",
} as const satisfies Record<LiftReason, string>;
