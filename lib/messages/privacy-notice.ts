import type { ParameterValues } from "@/lib/law/parameters";
import type { TextSection } from "./public";

type Periods = Pick<ParameterValues, "retentionDays" | "retentionCapDays" | "rosterMonths" | "mailContentDays" | "accountMonths" | "crewMonths" | "absenceDays" | "auditMonths">;

const count = (n: number, one: string, many: string): string => `${n}\u00a0${n === 1 ? one : many}`;

/** The privacy notice (Art. 13 and 14 GDPR), with the periods that are in force. */
export function privacySections(p: Periods): readonly TextSection[] {
  return [
    {
      id: "in-short",
      title: "Kurz gesagt",
      items: [
        "Das Portal plant Besuche. Der Antrag auf den Ausweis selbst wird nicht hier gespeichert, sondern in der Personalausweisbehörde.",
        "Foto, Fingerabdrücke, Unterschrift, PIN, PUK, Seriennummern, Kopien von Dokumenten, Diagnosen, Straftaten und Strafmaß kommen nie in das Portal.",
        `${count(p.retentionDays, "Tag", "Tage")} nach Abschluss eines Vorgangs werden seine Angaben zur Person gelöscht.`,
        "Es gibt keine Werbung, keine Auswertung Ihres Verhaltens und keine Weitergabe an Dritte zu anderen Zwecken.",
      ],
    },
    {
      id: "controller",
      title: "Wer ist verantwortlich?",
      paragraphs: [
        "Stadt Dortmund, Bürgerdienste, Musterplatz 1, 44000 Dortmund (Musterangabe), Telefon 0231 50-00000, buergerkoffer@demo.example.",
        "Die oder den Datenschutzbeauftragten der Stadt erreichen Sie unter datenschutz@demo.example oder unter der Anschrift oben mit dem Zusatz „Datenschutz“.",
        "Ihre Einrichtung ist für die Angaben, die sie selbst über Sie führt und uns übermittelt, eigenständig verantwortlich.",
      ],
    },
    {
      id: "residents",
      title: "Wenn jemand für Sie einen Besuch anfragt",
      paragraphs: [
        "Wir erhalten Ihre Angaben von der Einrichtung, in der Sie leben, oder vom Sozialdienst der Justizvollzugsanstalt (Artikel 14 DSGVO). Die Einrichtung bestätigt bei jeder Anfrage, dass Sie oder Ihre rechtliche Vertretung informiert und einverstanden sind. Gespeichert werden:",
      ],
      items: [
        "Name, Geburtsdatum, Staatsangehörigkeit, Stadt der Hauptwohnung",
        "die gewünschte Leistung und das Ablaufdatum des bisherigen Ausweises",
        "ob jemand Sie rechtlich vertritt und in welchem Umfang",
        "ob der Besuch am Bett stattfinden muss und ob Fingerabdrücke möglich sind",
        "in der Justizvollzugsanstalt: der voraussichtliche Entlassungstag und die Art der Haft",
        "Tag, Uhrzeit und Ergebnis des Besuchs als Stichwort aus einer Liste",
      ],
      closing: ["Angaben zu Pflege und Haft stehen getrennt von den übrigen und sind nur für die Personen sichtbar, die den Besuch vorbereiten. Jeder Zugriff darauf wird aufgezeichnet."],
    },
    {
      id: "users",
      title: "Wenn Sie das Portal beruflich nutzen",
      paragraphs: ["Wir speichern Ihren Namen, Ihre dienstliche E-Mail-Adresse, Ihre Aufgabe im Portal, Ihre Anmeldungen und die Änderungen, die Sie vornehmen (Artikel 13 DSGVO). Die Namen der Teams nennen wir der besuchten Einrichtung vorab, damit niemand Unbefugtes eingelassen wird. Auswertungen über einzelne Beschäftigte gibt es nicht."],
    },
    {
      id: "purposes",
      title: "Zwecke und Rechtsgrundlagen",
      items: [
        "Besuche anfragen, planen und durchführen: Artikel 6 Absatz 1 Buchstabe e DSGVO mit § 3 Datenschutzgesetz NRW (DSG NRW) und dem Personalausweisgesetz",
        "Angaben zur Gesundheit, soweit der Besuch sie braucht (am Bett, Fingerabdrücke): Artikel 9 Absatz 2 Buchstabe g DSGVO mit §§ 15 und 16 DSG NRW",
        "Angaben zur Haft: nur durch Behörden und mit den Schutzmaßnahmen, die Artikel 10 DSGVO verlangt",
        "Sicherheit und Nachweis (Anmeldungen, Änderungsprotokoll): Artikel 32 und Artikel 5 Absatz 2 DSGVO",
      ],
    },
    {
      id: "recipients",
      title: "Wer die Angaben bekommt",
      items: [
        "Ihre Einrichtung oder die Justizvollzugsanstalt: nur die eigenen Anfragen und Besuche",
        "die Teamleitung und das eingeteilte Team der Bürgerdienste",
        "der IT-Dienstleister der Stadt als Auftragsverarbeiter (Artikel 28 DSGVO)",
      ],
      closing: ["E-Mails des Portals enthalten keine Namen von Personen, keine Geburtsdaten und keine Angaben zu Gesundheit oder Haft. Eine Übermittlung in Staaten außerhalb der Europäischen Union findet nicht statt. Automatisierte Entscheidungen gibt es nicht: Was das Portal zu Pflicht, Zuständigkeit und Gebühr sagt, ist eine Auskunft. Es entscheiden Menschen."],
    },
    {
      id: "retention",
      title: "Wie lange gespeichert wird",
      items: [
        `Angaben zur Person in einem Vorgang, mit allen Notizen: ${count(p.retentionDays, "Tag", "Tage")} nach Aushändigung, Absage oder Ablehnung, höchstens ${count(p.retentionCapDays, "Tag", "Tage")} nach dem letzten Besuch`,
        `Personenliste einer Einrichtung: bis die Person als ausgezogen oder entlassen gemeldet ist oder ihr Eintrag ${count(p.rosterMonths, "Monat", "Monate")} lang nicht bestätigt wurde`,
        `Inhalt von Mails: ${count(p.mailContentDays, "Tag", "Tage")} nach dem Versand; dass sie versandt wurden: ${count(p.retentionCapDays, "Tag", "Tage")}`,
        `Zugänge und Ansprechpersonen: solange sie genutzt werden, danach ${count(p.accountMonths, "Monat", "Monate")}`,
        `Wer auf einer Tour war: ${count(p.crewMonths, "Monat", "Monate")}; Ausfälle im Team: ${count(p.absenceDays, "Tag", "Tage")} nach ihrem Ende`,
        `Änderungsprotokoll: ${count(p.auditMonths, "Monat", "Monate")}, ohne Namen der besuchten Personen`,
        "Codes zum Anmelden: ein Tag; beendete Sitzungen: dreißig Tage",
        "Abgelehnte Eingaben eines Formulars, damit Sie nichts zweimal tippen: eine Stunde, verschlüsselt",
        "Statistik: ohne Namen, auf Dauer",
      ],
      closing: ["Die Löschung läuft jede Nacht von selbst und wird protokolliert. Läuft ein Streit oder eine Prüfung, kann sie im Einzelfall mit Grund und Ende ausgesetzt werden."],
    },
    {
      id: "cookies",
      title: "Cookies und Protokolle",
      paragraphs: [
        "Das Portal setzt nur technisch notwendige Cookies (§ 25 Absatz 2 Telekommunikation-Digitale-Dienste-Datenschutz-Gesetz): für Ihre Sitzung, für den Anmeldecode, für Eingaben, die Sie wiederfinden sollen, und damit Fremde Sie beim Anmelden nicht aufhalten (180 Tage). Sie enthalten nur Zufallswerte, keine Angaben zu Ihnen. Schriften und Bilder kommen vom eigenen Server.",
      ],
    },
    {
      id: "rights",
      title: "Ihre Rechte",
      items: [
        "Auskunft über die Angaben zu Ihrer Person (Artikel 15 DSGVO)",
        "Berichtigung (Artikel 16) und Löschung (Artikel 17)",
        "Einschränkung der Verarbeitung (Artikel 18)",
        "Widerspruch aus Gründen, die sich aus Ihrer besonderen Situation ergeben (Artikel 21)",
        "Beschwerde bei der Aufsichtsbehörde: Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen, Düsseldorf, www.ldi.nrw.de",
      ],
      closing: ["Ein Anruf oder eine E-Mail genügt. Auch Ihre rechtliche Vertretung kann sich an uns wenden. Ohne die Angaben können wir den Besuch nicht planen; der Weg ins Bürgeramt oder die Befreiung von der Ausweispflicht bleibt offen."],
    },
  ];
}
