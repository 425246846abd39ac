import type { ParameterRow } from "@/lib/law/parameters";

/** Where a dated value comes from and what it means, as the page of the values says it; a law is cited as it is. */
export const parameterSources: Readonly<Record<string, string>> = {
  "planning default, to be confirmed by the city": "Planungswert, von der Stadt zu bestätigen",
  "JVollzDSG NRW §§ 21, 22; entry rules of the prisons": "JVollzDSG NRW §§ 21, 22; Zutrittsregeln der Justizvollzugsanstalten",
  "GDPR Art. 5 (1) (e), Art. 17; to be confirmed by the data protection officer": "DSGVO Art. 5 Abs. 1 Buchst. e, Art. 17; vom Datenschutz zu bestätigen",
  "raised once, also where both reasons hold": "einmal erhoben, auch wenn beide Gründe zutreffen",
  "no such fee before": "vorher gab es diese Gebühr nicht",
  "regular ID card only; first day to be confirmed": "nur beim Personalausweis; der erste Tag ist zu bestätigen",
  "registered elsewhere in Germany": "anderswo in Deutschland gemeldet",
  "registered nowhere": "nirgends gemeldet",
  "unlimited from the age of 70 was announced, not found in force": "unbefristet ab 70 Jahren war angekündigt, in Kraft ist es nicht",
  "dortmund.de: about three weeks": "dortmund.de: etwa drei Wochen",
  "press: up to six weeks": "Presse: bis zu sechs Wochen",
  "between the card's arrival and the release": "zwischen dem Eintreffen des Ausweises und der Entlassung",
  "on top, for a person at the bedside": "zusätzlich, für eine Person am Bett",
  "on top, where fingerprints or photo are difficult": "zusätzlich, wenn Fingerabdrücke oder Foto schwierig sind",
  "until then a house says who comes to an announced visit": "bis dahin sagt eine Einrichtung, wer zu einem angekündigten Besuch kommt",
  "on that day": "an diesem Tag",
  "practice of Seligenstadt and Hessen": "Erfahrung aus Seligenstadt und Hessen",
  "be at the gate before the visit begins": "so lange vor dem Besuch an der Pforte sein",
  "road distance in percent of the straight line": "Strecke auf der Straße in Prozent der Luftlinie",
  "also between two places of one district": "auch zwischen zwei Orten eines Stadtbezirks",
  "after the case was closed; at most 14": "nach dem Abschluss des Vorgangs; höchstens 14",
  "hard cap": "Höchstfrist",
  "a roster entry that nobody has confirmed": "ein Eintrag in der Liste, den niemand bestätigt hat",
  "what a mail said, after it was sent": "was in einer Mail stand, nach dem Versand",
  "who was on a tour, and the names of closing days": "wer auf einer Tour war, und die Bezeichnungen der Schließtage",
  "absences of the city's own people, after they ended": "Ausfälle der eigenen Leute, nach ihrem Ende",
  "closed accounts, people and facilities no longer active": "geschlossene Konten, nicht mehr tätige Personen und Einrichtungen",
  "entries of the log": "Einträge des Protokolls",
  "0 switches it off; announced on 4 December 2025, not found in force": "0 schaltet es ab; am 4. Dezember 2025 angekündigt, in Kraft ist es nicht",
  "no finger can be taken for the time being; to be checked from 2027 on": "zurzeit lässt sich kein Finger abnehmen; ab 2027 zu prüfen",
  "at most": "höchstens",
  "a card that runs out so soon needs no other reason (PAuswG § 6 Abs. 2)": "ein Ausweis, der so bald abläuft, braucht keinen anderen Grund (PAuswG § 6 Abs. 2)",
  "PAuswV § 18 Abs. 2; practice since 2 May 2025": "PAuswV § 18 Abs. 2; Praxis seit dem 2. Mai 2025",
  "first month in which the production takes longer": "erster Monat, in dem die Herstellung länger dauert",
  "last month in which the production takes longer": "letzter Monat, in dem die Herstellung länger dauert",
  "dortmund.de: also for a single person": "dortmund.de: auch für eine einzelne Person",
  "below it others of the house may join; nothing is refused": "darunter können andere aus dem Haus dazukommen; abgelehnt wird nichts",
};

const inGerman = (text: string): string => parameterSources[text] ?? text;

/** The source of a value with its note. */
export function parameterSource({ source, note }: Pick<ParameterRow, "source" | "note">): string {
  return note === null ? inGerman(source) : `${inGerman(source)} · ${inGerman(note)}`;
}
