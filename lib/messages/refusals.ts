import type { Refusal, RefusalCode } from "@/lib/refusals";
import { civilDateOf } from "@/lib/time/calendar";
import { formatClosed, formatDate, formatEuro, formatMinutes, formatTime } from "./format";
import { labels } from "./labels";
import { tooOften } from "./plain";
import { importRefusals } from "./roster-imports";

const day = (instant: Date): string => formatDate(civilDateOf(instant));
const span = (from: Date, until: Date): string =>
  civilDateOf(from) === civilDateOf(until) ? `am ${day(from)} von ${formatTime(from)} bis ${formatTime(until)} Uhr` : `vom ${day(from)}, ${formatTime(from)} Uhr, bis ${day(until)}, ${formatTime(until)} Uhr,`;

type Sentences = { readonly [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>) => string };

/** One sentence for every expected "no": what is in the way, and where it helps, what to do. */
const sentences: Sentences = {
  notFound: () => "Das gibt es nicht mehr, oder es gehört nicht zu Ihrem Konto.",
  stale: () => "Diese Angaben hat inzwischen jemand geändert. Bitte lesen Sie den neuen Stand und senden Sie noch einmal.",
  busy: () => "Gerade wird sehr viel gleichzeitig geändert. Es ist nichts gespeichert. Bitte senden Sie gleich noch einmal.",
  "form.twice": () => "Dieses Formular ist schon angekommen.",

  "appointment.tourNotUnderway": ({ state }) => (state === "PLANNED" ? "Die Tour hat noch nicht begonnen." : "Die Tour ist schon abgeschlossen."),
  "appointment.alreadyRecorded": () => "Dieses Ergebnis hat schon jemand eingetragen.",

  "subject.restricted": () => "Die Verarbeitung der Angaben zu einer Person ist eingeschränkt (Artikel 18 DSGVO). Sie kann zurzeit weder angefragt noch eingeplant noch geändert werden. Fragen beantworten die Bürgerdienste.",
  "subject.onTour": () => "Ein Besuch dieser Person steht auf einer Tour. Bitte nehmen Sie ihn zuerst von der Tour; er liegt dann wieder zum Planen bereit.",
  "subject.notAnnounced": () => "Vor dem Aufheben muss die Person unterrichtet sein (Artikel 18 Absatz 3 DSGVO). Bitte kündigen Sie die Aufhebung zuerst an.",
  "subject.nothingChanged": () => "So steht es schon da. Bitte ändern Sie, was falsch ist.",
  "subject.unknown": () => "Unter diesem Namen und Geburtsdatum ist niemand gespeichert. Bitte prüfen Sie die Schreibweise; auch eine ältere Schreibung kann eingetragen sein.",

  "release.unchanged": () => "Dieser Entlassungstag ist schon so gemeldet.",
  "review.gone": () => "Das hat sich inzwischen erledigt oder geändert. Bitte sehen Sie den neuen Stand an.",

  "correction.nothingRecorded": () => "Hier ist noch kein Ergebnis eingetragen.",
  "correction.nothingChanged": () => "So ist es schon eingetragen. Bitte wählen Sie das richtige Ergebnis.",
  "correction.nowTheOffice": () => "Der Tag oder die Tour ist zu Ende. Bitte geben Sie der Teamleitung Bescheid; sie kann das Ergebnis berichtigen.",
  "correction.stillTheCrew": () => "Das Team ist noch unterwegs und kann das Ergebnis selbst berichtigen.",
  "correction.caseWentOn": () => "Der Vorgang ist inzwischen weitergegangen. Das alte Ergebnis lässt sich nicht mehr ersetzen.",
  "correction.plannedAgain": () => "Der Vorgang steht schon wieder auf einer Tour. Bitte nehmen Sie diesen Besuch zuerst von der Tour.",

  "card.notWaiting": ({ count }) => (count === 1 ? "Ein Ausweis wartet nicht mehr auf sein Eintreffen. Bitte sehen Sie sich die Liste noch einmal an." : `${count} Ausweise warten nicht mehr auf ihr Eintreffen. Bitte sehen Sie sich die Liste noch einmal an.`),
  "card.personGone": ({ count }) => (count === 1 ? "Eine Person ist nicht mehr im Haus. Bitte klären Sie, wo ihr Ausweis bleibt." : `${count} Personen sind nicht mehr im Haus. Bitte klären Sie, wo ihre Ausweise bleiben.`),
  "card.notAuthorised": ({ count }) => (count === 1 ? "Für einen Ausweis ist eine andere Behörde zuständig, und ihre Ermächtigung ist nicht vermerkt. Bitte tragen Sie sie in der Anfrage ein (§ 8 Abs. 4 PAuswG)." : `Für ${count} Ausweise ist eine andere Behörde zuständig, und ihre Ermächtigung ist nicht vermerkt. Bitte tragen Sie sie in den Anfragen ein (§ 8 Abs. 4 PAuswG).`),
  "authorisation.notNeeded": () => "Dortmund ist hier zuständig. Eine Ermächtigung ist nicht nötig.",
  "authorisation.inTheFuture": () => "Die Ermächtigung kann erst vermerkt werden, wenn sie da ist. Bitte nennen Sie einen Tag bis heute.",
  "fee.notAsked": () => "Hier hat niemand um eine Ermäßigung gebeten.",
  "fee.reasonDoesNotFit": () => "Dieser Grund passt nicht zu der Entscheidung.",
  "fee.amountMissing": () => "Bitte nennen Sie den ermäßigten Betrag. Soll nichts zu zahlen sein, wählen Sie „Erlassen“.",
  "fee.amountNotLess": ({ fullCents }) => `Der ermäßigte Betrag muss unter der Gebühr von ${formatEuro(fullCents)} liegen.`,
  "parameter.notInFuture": ({ earliestOn }) => `Ein neuer Wert gilt frühestens ab ${formatDate(earliestOn)}. Was gilt oder galt, bleibt stehen.`,
  "parameter.sameDay": ({ validFrom }) => `Für ${formatDate(validFrom)} ist schon ein Wert eingetragen. Bitte nehmen Sie ihn zuerst zurück oder wählen Sie einen anderen Tag.`,
  "parameter.unchanged": () => "Dieser Wert gilt an dem Tag schon.",
  "parameter.hoursReversed": () => "Die Dienstzeit muss vor ihrem Ende beginnen.",
  "parameter.inForce": () => "Dieser Wert gilt schon und bleibt stehen. Bitte tragen Sie einen neuen ab einem kommenden Tag ein.",
  "parameter.justAdded": () => "Für diesen Tag hat gerade jemand einen Wert eingetragen. Bitte sehen Sie sich die Liste noch einmal an.",
  "card.onTour": () => "Die Aushändigung steht schon auf einer Tour. Bitte nehmen Sie diesen Besuch zuerst von der Tour.",
  "card.noShippingInCustody": () => "Aus der Haft wird kein Ausweis mit der Post zugestellt: Sie geht an die gemeldete Anschrift und nur in die eigene Hand (§ 18 Abs. 2 PAuswV).",
  "card.noShippingUnderSixteen": () => "Mit der Post wird ein Ausweis erst ab 16 Jahren zugestellt (§ 18 Abs. 2 PAuswV).",

  "auth.codeWrong": ({ attemptsLeft }) => `Dieser Code stimmt nicht. Sie können es noch ${attemptsLeft === 1 ? "einmal" : `${attemptsLeft}-mal`} versuchen.`,
  "auth.codeExpired": () => "Dieser Code gilt nicht mehr. Bitte fordern Sie einen neuen an.",
  "auth.tooMany": ({ seconds }) => tooOften.sentence(seconds),
  "auth.otherBrowser": () => "Bitte geben Sie den Code dort ein, wo Sie ihn angefordert haben, oder fordern Sie hier einen neuen an.",
  "auth.demoOnly": () => "Dieses Konto gibt es hier nicht.",
  "provider.noRole": () => "Ihr Konto der Stadt ist richtig, hat aber keine Rolle im Bürgerkoffer. Bitte wenden Sie sich an Ihre Teamleitung oder an die Verwaltung des Portals.",
  "provider.noAddress": () => "Das Konto der Stadt nennt keine bestätigte E-Mail-Adresse. Bitte wenden Sie sich an den IT-Service der Stadt.",
  "provider.disabled": () => "Dieses Konto ist im Bürgerkoffer gesperrt. Bitte wenden Sie sich an die Verwaltung des Portals.",
  "provider.facility": () => "Diese E-Mail-Adresse gehört im Bürgerkoffer zu einer Einrichtung. Einrichtungen melden sich mit einem Code an.",
  "provider.otherPerson": () => "Diese E-Mail-Adresse gehört im Bürgerkoffer schon zu einem anderen Konto der Stadt. Bitte wenden Sie sich an die Verwaltung des Portals.",

  "factor.signInFirst": () => "Bitte melden Sie sich zuerst an.",
  "factor.wrong": () => "Das stimmt nicht. Bitte versuchen Sie es mit dem Code, den die App gerade zeigt, oder mit einem Notfallcode, den Sie noch nicht benutzt haben.",
  "factor.wait": ({ seconds }) => `Das waren mehrere falsche Codes. Bitte versuchen Sie es in ${seconds < 120 ? `${seconds} Sekunden` : `${Math.ceil(seconds / 60)} Minuten`} noch einmal.`,
  "factor.notNow": () => "Das geht hier nicht. Bitte öffnen Sie „Sicherheit“ in Ihrem Konto.",
  "factor.setUpExpired": () => "Das Einrichten hat zu lange gedauert. Bitte beginnen Sie neu.",
  "factor.setUpCodeWrong": () => "Dieser Code passt nicht zu dem Bild. Bitte tippen Sie den Code ab, den die App gerade zeigt.",
  "factor.passkeyRefused": () => "Der Passkey ist nicht angekommen. Bitte versuchen Sie es noch einmal.",
  "factor.passkeyKnown": () => "Dieser Passkey ist schon eingerichtet.",
  "factor.lastRequired": () => "In Ihrer Rolle braucht das Konto einen zweiten Faktor. Bitte richten Sie zuerst einen neuen ein.",
  "factor.tooMany": ({ most }) => `Mehr als ${most} Faktoren hat ein Konto nicht. Bitte entfernen Sie zuerst einen.`,

  "reset.ownFactors": () => "Für das eigene Konto entscheiden andere. Bitte wenden Sie sich an eine andere Person.",
  "reset.secondPersonNeeded": () => "Sie haben selbst darum gebeten. Bestätigen muss eine zweite Person.",
  "reset.alreadyAsked": () => "Für dieses Konto wartet schon eine Bitte auf die Bestätigung.",
  "reset.nothingToReset": () => "Dieses Konto hat keinen zweiten Faktor. Die Person richtet ihn bei der nächsten Anmeldung ein.",
  "reset.over": () => "Darüber ist schon entschieden, oder die Frist ist vorbei. Bitte neu darum bitten.",

  "resource.taken": ({ resourceKind, label, from, until, place, purpose }) => {
    if (purpose === "TOUR") return `${label} ist ${span(from, until)} ${place ? `in ${place}` : "auf einer anderen Tour"}.`;
    return `${label} ist ${span(from, until)} ${resourceKind === "STAFF" ? "abwesend" : "in Reparatur"}.`;
  },
  "resource.justTaken": () => "Koffer, Team oder Fahrzeug wurde in diesem Augenblick anderweitig vergeben. Bitte sehen Sie nach, was noch frei ist.",
  "resource.endsBeforeStart": () => "Das Ende liegt vor dem Anfang.",
  "resource.inThePast": () => "Dieser Zeitraum ist schon vorbei.",

  "tour.justChanged": () => "Diese Tour wurde in diesem Augenblick geändert. Bitte sehen Sie sich den neuen Stand an.",
  "tour.wrongState": ({ state }) => `Das geht nicht mehr: Die Tour ist „${labels.tourState[state]}“.`,
  "tour.wrongDay": ({ date }) => `Diese Tour ist für ${formatDate(date)} geplant und kann erst dann beginnen.`,
  "tour.noVisits": () => "Auf dieser Tour steht kein Besuch.",
  "tour.visitNotAnnounced": ({ place }) => `Der Besuch in ${place} ist noch nicht angekündigt.`,
  "tour.crewTooSmall": ({ have, need }) => `Das Team braucht ${need} Personen, es ${have === 1 ? "ist eine" : `sind ${have}`}.`,
  "tour.crewTwice": ({ label }) => `${label} steht zweimal im Team.`,
  "tour.kitMissing": () => "Für diese Tour ist kein Koffer frei. Bitte ersetzen Sie ihn.",
  "tour.vehicleMissing": () => "Für diese Tour ist kein Fahrzeug frei. Bitte ersetzen Sie es.",
  "tour.clearanceMissing": ({ neededOn }) => `Die Freigabe der JVA für Team und Geräte fehlt. Sie muss spätestens am ${formatDate(neededOn)} vermerkt sein.`,
  "tour.clearanceTooLate": ({ clearedOn, neededOn }) => `Die Freigabe der JVA wurde am ${formatDate(clearedOn)} vermerkt, nötig war sie am ${formatDate(neededOn)}.`,
  "tour.visitInTheWay": ({ place, from, until, travelMinutes, earliestStartsAt }) =>
    `Im Weg steht der Besuch in ${place} ${span(from, until)} mit ${travelMinutes} Minuten Fahrt.${earliestStartsAt ? ` Frei ist ab ${formatTime(earliestStartsAt)} Uhr.` : ""}`,
  "tour.outsideServiceHours": ({ departsAt, returnsAt, from, until, earliestStartsAt }) =>
    `Die Tour würde von ${formatTime(departsAt)} bis ${formatTime(returnsAt)} Uhr dauern, die Dienstzeit geht von ${formatTime(from)} bis ${formatTime(until)} Uhr.${earliestStartsAt ? ` Möglich ist ein Beginn um ${formatTime(earliestStartsAt)} Uhr.` : ""}`,
  "tour.noRoom": ({ date, place, stayMinutes }) => `Auf dieser Tour ist am ${formatDate(date)} kein Platz für ${stayMinutes} Minuten in ${place}.`,

  "kit.wrongState": ({ label, state }) => `Das geht nicht: ${label} ist „${labels.kitState[state]}“.`,
  "kit.notOperational": ({ label, state }) => `${label} ist nicht einsatzbereit: „${labels.kitState[state]}“.`,
  "kit.notYetInService": ({ label, fromOn }) => `${label} ist erst ab ${formatDate(fromOn)} im Einsatz.`,
  "kit.contractEnded": ({ label, endedOn }) => `Der Vertrag für ${label} ist am ${formatDate(endedOn)} zu Ende.`,

  "staff.inactive": ({ label }) => `${label} arbeitet nicht mehr im Team.`,
  "staff.neverTrained": ({ label }) => `${label} ist für den Koffer nicht geschult.`,
  "staff.trainingNotValid": ({ label, date, lastValidOn }) => `Die Schulung von ${label} gilt am ${formatDate(date)} nicht${lastValidOn ? `, sie galt bis ${formatDate(lastValidOn)}` : ""}.`,

  "visit.wrongState": ({ state }) => `Das geht nicht mehr: Der Besuch ist „${labels.visitState[state]}“.`,
  "visit.inThePast": ({ startsAt }) => `${day(startsAt)}, ${formatTime(startsAt)} Uhr ist schon vorbei.`,
  "visit.alreadyBegun": ({ startsAt }) => `Der Besuch hat um ${formatTime(startsAt)} Uhr begonnen.`,
  "visit.peopleFixed": ({ since }) => `Seit ${day(since)}, ${formatTime(since)} Uhr steht fest, wer zum Besuch kommt. Bitte rufen Sie uns an.`,
  "visit.closedDay": ({ date, closed }) => `Am ${formatDate(date)} ist kein Besuch möglich: ${formatClosed(closed)}.`,
  "visit.outsideVisitHours": ({ place, startsAt, endsAt, hours }) =>
    `${place} empfängt Besuche ${hours.map(({ fromMinutes, untilMinutes }) => `von ${formatMinutes(fromMinutes)} bis ${formatMinutes(untilMinutes)} Uhr`).join(" und ")}; der Besuch würde von ${formatTime(startsAt)} bis ${formatTime(endsAt)} Uhr dauern.`,
  "visit.nobodyToVisit": () => "Zu diesem Besuch gehört niemand mehr.",
  "visit.personsLeft": ({ count }) => `Zu diesem Besuch ${count === 1 ? "gehört noch eine Person" : `gehören noch ${count} Personen`}. Nehmen Sie ihn stattdessen von der Tour.`,
  "visit.notOnTour": () => "Dieser Besuch steht auf keiner Tour.",
  "visit.crewTooSmall": ({ have, need }) => `Vor der Ankündigung braucht die Tour ein Team von ${need} Personen, es ${have === 1 ? "ist eine" : `sind ${have}`}.`,
  "visit.vehicleMissing": () => "Vor der Ankündigung braucht die Tour ein Fahrzeug.",
  "visit.nationalityUnclear": ({ count }) => `Bei ${count === 1 ? "einer Person" : `${count} Personen`} ist die Staatsangehörigkeit ungeklärt. Bitte klären Sie das vor der Bestätigung.`,
  "visit.representativeMissing": ({ count }) => `Bei ${count === 1 ? "einer Person" : `${count} Personen`} fehlt die Zusage der Vertretung.`,
  "visit.outcomesMissing": ({ count }) => `Bei ${count === 1 ? "einem Vorgang" : `${count} Vorgängen`} fehlt das Ergebnis.`,

  "request.wrongState": ({ state }) => `Das geht nicht mehr: Die Anfrage ist „${labels.requestState[state]}“.`,
  "request.noPersons": () => "Bitte wählen Sie mindestens eine Person.",
  "request.noServices": ({ label }) => `Bitte wählen Sie für ${label}, was gebraucht wird.`,
  "request.lawForbids": ({ label }) => `${label}: Die Angaben lassen diesen Antrag nicht zu. Der Grund steht bei der Person.`,
  "request.duplicateCase": ({ label, service, reference }) => `${label}: ${labels.service[service]} ist schon in Anfrage ${reference} enthalten.`,
  "request.notInformed": () => "Bitte bestätigen Sie, dass die Personen oder ihre Vertretungen informiert sind.",
  "request.wishInThePast": ({ date }) => `${formatDate(date)} ist schon vorbei.`,
  "request.wishOnClosedDay": ({ date, closed }) => `Am ${formatDate(date)} ist kein Besuch möglich: ${formatClosed(closed)}.`,
  "request.wishTooFar": ({ date, lastOn }) => `${formatDate(date)} liegt zu weit voraus: Geplant wird bis ${formatDate(lastOn)}.`,
  "request.wishOutsideHours": ({ date, hours }) => `Am ${formatDate(date)} liegt die Wunschzeit außerhalb Ihrer Besuchszeiten von ${formatMinutes(hours.fromMinutes)} bis ${formatMinutes(hours.untilMinutes)} Uhr.`,
  "request.wishOverlaps": ({ date }) => `Am ${formatDate(date)} überschneiden sich zwei Wünsche.`,
  "request.wishBlocked": ({ date }) => `Der Wunsch am ${formatDate(date)} liegt ganz in einer Zeit, in der es nicht geht.`,
  "request.blockedInThePast": ({ firstOn }) => `Die Zeit ab ${formatDate(firstOn)}, in der es nicht geht, ist schon vorbei.`,
  "request.blockedReversed": ({ firstOn }) => `Bei der Zeit ab ${formatDate(firstOn)} liegt das Ende vor dem Anfang.`,
  "request.blockedTooLong": ({ firstOn, lastOn }) => `Die Zeit ab ${formatDate(firstOn)} reicht zu weit: höchstens bis ${formatDate(lastOn)}.`,
  "request.wishEmpty": ({ date }) => `Am ${formatDate(date)} liegt das Ende vor dem Anfang.`,
  "request.casesStillOpen": ({ count }) => `${count === 1 ? "Ein Vorgang ist" : `${count} Vorgänge sind`} noch offen.`,
  "request.visitUnderway": () => "Das Team ist schon unterwegs. Bitte rufen Sie uns an.",

  "case.wrongState": ({ state }) => `Das geht nicht mehr: Der Vorgang ist „${labels.caseState[state]}“.`,
  "case.closeReasonDoesNotFit": () => "Dieser Grund passt nicht zum Stand des Vorgangs.",
  "case.outcomeDoesNotFit": ({ service, outcome }) => `„${labels.outcome[outcome]}“ passt nicht zu ${labels.service[service]}.`,
  "case.notPossibleNeedsReason": () => "Bitte geben Sie an, warum es nicht möglich war.",
  "case.reasonWithoutNeed": () => "Ein Grund gehört nur zu „nicht möglich“.",
  "case.alreadyInVisit": () => "Dieser Vorgang steht schon in einem anderen Besuch.",
  "case.alreadyInRequest": () => "Diese Leistung ist für die Person schon in der Anfrage.",

  "leaving.notInVisit": () => "Diese Person steht nicht mehr in dem Besuch.",
  "order.noFurther": () => "Weiter geht es in dieser Richtung nicht.",
  "joining.notWaiting": () => "Für diese Person wartet nichts mehr auf einen Besuch.",
  "joining.alreadyInVisit": () => "Diese Person ist schon in dem Besuch.",
  "joining.cardNotReady": ({ fromOn }) => `Der Ausweis ist noch nicht fertig. Aushändigen können wir ihn frühestens am ${formatDate(fromOn)}.`,
  "joining.noTime": ({ minutes, freeMinutes }) => `Dafür reicht die Zeit nicht: Gebraucht werden ${minutes} Minuten, frei sind ${freeMinutes}, und länger kann das Team an diesem Tag nicht bleiben.`,
  "joining.needsRequest": ({ label }) => `Bei ${label} ist noch etwas zu klären oder zu entscheiden. Bitte stellen Sie eine Anfrage; dort steht, was.`,

  "facility.hoursReversed": () => "Das Ende der Besuchszeit liegt vor ihrem Anfang.",

  ...importRefusals,

  "resident.bornInTheFuture": () => "Das Geburtsdatum liegt in der Zukunft.",
  "resident.bornTooLongAgo": () => "Bitte prüfen Sie das Geburtsjahr.",
  "resident.releaseBeforeCustody": () => "Die Entlassung liegt vor dem Beginn der Haft.",
  "resident.releaseInThePast": ({ releaseOn }) => `${formatDate(releaseOn)} ist schon vorbei.`,
  "resident.custodyInTheFuture": () => "Der Beginn der Haft liegt in der Zukunft.",
  "resident.custodyKindMissing": () => "Bitte geben Sie die Art der Haft an.",
  "resident.maybeListed": ({ label }) => `Das scheint ${label} zu sein: am selben Tag geboren, ähnlicher Name. Bitte öffnen Sie diesen Eintrag, oder bestätigen Sie, dass es eine andere Person ist.`,
  "resident.justListed": () => "Diese Person hat gerade jemand anderes aufgenommen. Bitte sehen Sie in der Liste nach.",
  "resident.alreadyListed": ({ label }) => `${label} steht schon in Ihrer Liste.`,
  "resident.noneFound": () => "Niemand in Ihrer Liste heißt so.",
  "resident.tooManyFound": ({ most }) => `Das passt auf mehr als ${most} Personen. Bitte schreiben Sie mehr vom Namen.`,
  "resident.hasOpenCase": ({ label, caseReference }) => `${label} ist noch in Anfrage ${caseReference}. Bitte ziehen Sie die zuerst zurück.`,

  "colleague.leadOnly": () => "Das kann nur die Leitung Ihres Hauses. Sie steht oben in der Liste.",
  "colleague.alreadyHere": () => "Diese Adresse steht schon in der Liste Ihres Hauses.",
  "colleague.yourself": () => "Das geht nicht für Sie selbst. Übergeben Sie die Leitung zuerst; danach kann die neue Leitung Sie entfernen.",
  "user.membershipExists": () => "Diese Rolle hat das Konto schon.",
  "user.addressTaken": () => "Für diese E-Mail-Adresse gibt es schon ein Konto.",
  "user.notYourself": () => "Das eigene Konto können Sie nicht sperren und seine Rollen nicht ändern.",
  "user.facilityNeeded": () => "Zu dieser Rolle gehört eine Einrichtung.",
  "user.facilityNotAllowed": () => "Zu dieser Rolle gehört keine Einrichtung, oder eine andere Art von Einrichtung.",
  "user.staffNeeded": () => "Zu dieser Rolle gehört eine Person aus dem Team, die noch kein Konto hat.",
  "hold.inThePast": () => "Der Tag, an dem die Aussetzung endet, muss in der Zukunft liegen.",
  "hold.tooLong": ({ latestOn }) => `Eine Aussetzung gilt höchstens zwölf Monate, also bis ${formatDate(latestOn)}. Dauert es länger, setzen Sie sie dann neu.`,
  "hold.noSuchRequest": () => "Diese Anfrage gibt es nicht mehr.",
  "hold.nothingLeft": () => "Von dieser Anfrage ist nichts mehr da, was festgehalten werden könnte.",
  "hold.exists": ({ untilOn }) => `Dafür ist die Löschung schon bis ${formatDate(untilOn)} ausgesetzt.`,
  "mail.notResendable": () => "Diese Mail kann nicht noch einmal gesendet werden.",
};

/** The German sentence of a refusal. */
export function refusalSentence(refusal: Refusal): string {
  const sentence = sentences[refusal.code] as (refusal: Refusal) => string;
  return sentence(refusal);
}
