/** One sentence or two for every verdict of the law; the first words are the answer, so that they stand alone beside a field. */
import type { FeeItem } from "@/lib/law/fees";
import type { EarlyReleaseReason, ExemptionGround, Verdict, VerdictCode } from "@/lib/law/verdicts";
import { formatDay, formatEuro } from "@/lib/messages/format";
import type { CustodyKind, Representation } from "@/lib/residents/types";

const earlyRelease = {
  WEEKEND: "weil der Tag auf ein Wochenende fällt",
  HOLIDAY: "weil der Tag ein Feiertag ist",
  AFTER_EASTER: "weil der Tag gleich nach Ostern liegt",
  AFTER_PENTECOST: "weil der Tag gleich nach Pfingsten liegt",
  CHRISTMAS_PERIOD: "weil der Tag zwischen dem 22. Dezember und dem 6. Januar liegt",
} as const satisfies Record<EarlyReleaseReason, string>;

const exemption = {
  PERMANENT_RESIDENT: "weil die Person auf Dauer in einer Einrichtung lebt",
  GUARDIAN: "weil eine rechtliche Betreuung besteht",
  INCAPABLE_WITH_POWER: "weil die Person nicht mehr selbst handeln kann und mit beglaubigter Vollmacht vertreten wird",
} as const satisfies Record<ExemptionGround, string>;

const custody = {
  SENTENCE: "Strafhaft",
  REMAND: "Untersuchungshaft",
  DEFAULT_IMPRISONMENT: "Ersatzfreiheitsstrafe",
  OTHER: "andere Haft",
} as const satisfies Record<CustodyKind, string>;

const insufficient = {
  NONE: "Ohne Vertretung geht der Antrag nicht.",
  GUARDIAN_RESIDENCE: "Diese Vertretung genügt.",
  GUARDIAN_OTHER: "Eine Betreuung ohne Aufenthaltsbestimmung genügt nicht.",
  POWER_CERTIFIED: "Diese Vertretung genügt.",
  POWER_SIMPLE: "Eine einfache Vollmacht genügt nicht.",
  CUSTODIAN: "Ein Sorgerecht gilt nur bis zur Volljährigkeit.",
} as const satisfies Record<Representation, string>;

const neededRepresentation = "Nötig ist eine Betreuung mit Aufenthaltsbestimmung oder eine öffentlich beglaubigte Vollmacht.";

const sentences: { readonly [C in VerdictCode]: (verdict: Verdict<C>) => string } = {
  "eligibility.notGerman": () => "Nicht möglich: Einen Personalausweis bekommen nur Deutsche. Für Menschen aus der EU gibt es die eID-Karte, sonst hilft die Ausländerbehörde.",
  "eligibility.nationalityUnknown": () => "Staatsangehörigkeit noch offen. Sie können anfragen; bestätigt wird der Besuch, wenn sie geklärt ist.",
  "duty.notYetOfAge": ({ fromOn }) => `Pflicht ab ${formatDay(fromOn)}, dem 16. Geburtstag. Ein Ausweis ist auch vorher möglich.`,
  "duty.applies": () => "Ausweispflicht besteht.",
  "duty.fulfilledByIdCard": ({ expiresOn }) => (expiresOn === null ? "Ausweispflicht erfüllt: Der Personalausweis ist gültig." : `Ausweispflicht erfüllt: Der Personalausweis gilt bis ${formatDay(expiresOn)}.`),
  "duty.fulfilledByPassport": () => "Ausweispflicht erfüllt: Der Reisepass ist gültig. Ein Personalausweis ist trotzdem möglich.",
  "duty.exempted": () => "Von der Ausweispflicht befreit. Ein Ausweis ist trotzdem möglich.",
  "duty.suspendedBySentence": ({ dutyFromOn }) => `Pflicht ab ${formatDay(dutyFromOn)}. Bis dahin ist der Antrag freiwillig.`,
  "duty.appliesBeforeRelease": ({ dutyFromOn }) => `Ausweispflicht besteht seit ${formatDay(dutyFromOn)}: Bis zur Entlassung sind es höchstens drei Monate.`,
  "duty.releaseUnknown": () => "Beginn der Ausweispflicht offen: Es fehlt der voraussichtliche Entlassungstag.",
  "duty.custodyKindToCheck": ({ custodyKind }) => `Ausweispflicht besteht. Wir prüfen das noch, denn die Ausnahme gilt nur für Strafhaft (hier: ${custody[custodyKind]}).`,
  "release.mayBeEarlier": ({ earliestOn, reason }) => `Entlassung vielleicht schon am ${formatDay(earliestOn)}, ${earlyRelease[reason]}. Wir planen mit diesem Tag.`,
  "release.cardInTime": ({ lastUsefulOn }) => `Antrag bis ${formatDay(lastUsefulOn)}: Dann ist der Ausweis zur Entlassung fertig.`,
  "release.tooLateForCard": ({ lastUsefulOn }) =>
    `Zu spät für die Aushändigung vor der Entlassung; der letzte Tag für den Antrag ist der ${formatDay(lastUsefulOn)}. Möglich sind ein vorläufiger Ausweis oder die Abholung in einer Dienststelle.`,
  "exemption.possible": ({ ground }) => `Befreiung möglich, ${exemption[ground]}. Sie kostet nichts und braucht keinen Besuch; wir entscheiden im Einzelfall.`,
  "exemption.documentStillValid": () => "Noch früh: Die Befreiung gibt es in der Regel erst, wenn Ausweis und Reisepass abgelaufen sind.",
  "competence.dortmund": () => "Zuständig: Dortmund.",
  "competence.staying": () => "Zuständig: Dortmund, weil die Person keine Wohnung hat und sich hier aufhält.",
  "competence.elsewhere": ({ surchargeCents }) =>
    `Nicht zuständig: Die Person ist in einer anderen Gemeinde gemeldet. Mit wichtigem Grund und Ermächtigung der anderen Behörde können wir den Ausweis ausstellen; er kostet ${formatEuro(surchargeCents)} mehr.`,
  "competence.custodyTooShort": ({ competentAfterOn, surchargeCents }) =>
    competentAfterOn === null
      ? `Nicht zuständig, solange der Haftbeginn offen ist: Die Person ist in einer anderen Gemeinde gemeldet. Mit wichtigem Grund und Ermächtigung geht es für ${formatEuro(surchargeCents)} mehr.`
      : `Nicht zuständig bis einschließlich ${formatDay(competentAfterOn)}: Bis dahin bleibt die andere Gemeinde zuständig. Mit wichtigem Grund und Ermächtigung geht es für ${formatEuro(surchargeCents)} mehr.`,
  "competence.registeredByPrison": () => "Zuständig: Dortmund, weil die Haft länger als zwölf Monate dauert und die Anstalt die Person hier meldet.",
  "competence.unregisteredInPrison": () => "Zuständig: Dortmund, weil die Haft länger als drei Monate dauert und die Anstalt die Person hier meldet.",
  "competence.unknown": () => "Zuständigkeit offen: Bitte klären Sie, wo die Person gemeldet ist.",
  "representation.custodianMustApply": ({ appliesAloneFromOn }) => `Vor dem 16. Geburtstag (${formatDay(appliesAloneFromOn)}) stellt eine sorgeberechtigte Person den Antrag und kommt mit.`,
  "representation.appliesAlone": () => "Ab 16 Jahren stellt die Person den Antrag allein.",
  "representation.incapableCannotApply": () => "Wer nicht selbst handeln kann, kann den Antrag nicht selbst stellen. Bitte nennen Sie die Vertretung, die ihn stellt.",
  "representation.notSufficient": ({ representation }) => `${insufficient[representation]} ${neededRepresentation}`,
  "representation.mustApplyInPerson": () => "Nicht durch andere: Die Person stellt den Antrag selbst und ist beim Besuch dabei. Begleitung ist willkommen.",
  "representation.simplePowerNotEnough": () =>
    `Eine einfache Vollmacht genügt nicht für den Antrag, nur zum Abholen. Für Menschen, die nicht mehr selbst handeln können, gilt: ${neededRepresentation}`,
  "representation.simplePowerCollects": () => "Die einfache Vollmacht genügt zum Abholen des fertigen Ausweises.",
  "representation.representativeNotThere": () => "Noch unvollständig: Wer den Antrag stellt, muss beim Besuch dabei sein. Vorher bestätigen wir den Besuch nicht.",
  "representation.assessedOnSite": () => "Ob die Person selbst handeln kann, stellt das Team beim Besuch fest. Sie soll in jedem Fall dabei sein.",
  "photo.cameraMissing": () => "Kein Foto mit diesem Koffer: Er hat keine zertifizierte Kamera. Das Foto muss digital von einem Dienstleister kommen, oder ein anderer Koffer fährt.",
  "replacement.interestMissing": ({ expiresOn }) =>
    `Begründung fehlt: Der Ausweis gilt noch${expiresOn === null ? "" : ` bis ${formatDay(expiresOn)}`}. Einen neuen gibt es dann nur mit einem Grund, zum Beispiel Verlust, neuer Name oder ein Foto, das nicht mehr passt.`,
  "replacement.reportLoss": () => "Verlust anzeigen: Wer den Ausweis verloren hat, meldet das; das geht auch beim Besuch. Die Online-Funktion sperrt rund um die Uhr der Sperr-Notruf 116 116.",
  "provisional.needNotStated": () => "Bedarf fehlt: Einen vorläufigen Ausweis gibt es nur, wenn er dringend gebraucht wird. Bitte nennen Sie bei „Personen und Leistungen“ den Tag, an dem er da sein muss.",
  "provisional.urgent": ({ neededOn, months }) => `Vorläufiger Ausweis möglich: Er wird am ${formatDay(neededOn)} gebraucht, und so schnell ist der neue nicht fertig. Er gilt höchstens ${monthsText(months)}.`,
  "provisional.notUrgent": ({ neededOn, readyOn }) => `Vorläufiger Ausweis wohl nicht nötig: Der neue ist voraussichtlich am ${formatDay(readyOn)} fertig, gebraucht wird er am ${formatDay(neededOn)}. Wir prüfen das.`,
  "provisional.suggested": ({ neededOn, readyOn }) => `Zu spät für den ${formatDay(neededOn)}: Der Ausweis ist voraussichtlich am ${formatDay(readyOn)} fertig. Bis dahin hilft ein vorläufiger Ausweis; bitte wählen Sie ihn dazu.`,
  "fee.reductionAsked": () => "Ermäßigung erbeten: Darüber entscheiden wir im Einzelfall. Der Bezug von Bürgergeld oder Sozialhilfe genügt allein nicht.",
  "fee.reductionDecided": ({ cents }) => (cents === 0 ? "Gebühr erlassen: Es ist nichts zu zahlen." : `Gebühr ermäßigt auf ${formatEuro(cents)}.`),
  "shipping.notInCustody": () => "Kein Direktversand aus der Haft: Die Post übergibt den Ausweis nur an der gemeldeten Anschrift und nur der Person selbst.",
  "shipping.underAge": ({ fromAge }) => `Kein Direktversand unter ${fromAge} Jahren.`,
  "shipping.noAddress": () => "Kein Direktversand ohne gemeldete Anschrift in Deutschland.",
  "shipping.notInPerson": () => "Kein Direktversand an eine Vertretung: Die Post übergibt den Ausweis nur der Person selbst.",
  "shipping.withoutCard": ({ hasPassport }) =>
    `Bis zur Zustellung ohne Ausweis: Der alte wird beim Antrag ungültig. An der Tür weist sich die Person selbst aus, ${hasPassport ? "zum Beispiel mit dem Reisepass" : "mit einem anderen gültigen Lichtbildausweis einer Behörde; ein Reisepass ist uns nicht genannt"}.`,
};

function monthsText(months: number): string {
  return months === 1 ? "einen Monat" : `${months} Monate`;
}

/** The German text of a verdict. */
export function verdictText<C extends VerdictCode>(verdict: Verdict<C>): string {
  const sentence = sentences[verdict.code as C] as (one: Verdict<C>) => string;
  return sentence(verdict);
}

/** What each part of a fee is called. */
export const feeLabels = {
  feeIdCard: "Personalausweis",
  feeIdCardYoung: "Personalausweis unter 24 Jahren",
  feeProvisionalId: "Vorläufiger Personalausweis",
  surchargePhotoByAuthority: "Foto durch das Team",
  surchargeHoursOrCompetence: "Zuschlag: andere Behörde zuständig oder außerhalb der Dienstzeit",
  surchargeDirectShipping: "Direktversand",
} as const satisfies Record<FeeItem["code"], string>;
