/** What the portal says after something was done: what happened, in a word or two, and what it means. */
export const notices = {
  saved: { title: "Gespeichert." },
  signedOut: { title: "Sie sind abgemeldet." },
  signInAgain: { title: "Bitte melden Sie sich noch einmal an.", text: "Ihre Sitzung war zu Ende. Was Sie eingegeben haben, ist noch da." },
  roleSwitched: { title: "Sie arbeiten jetzt in der anderen Rolle." },
  residentAdded: { title: "Die Person ist aufgenommen." },
  residentGone: { title: "Die Person steht nicht mehr in Ihrer Liste." },
  requestDrafted: { title: "Der Entwurf ist gespeichert." },
  requestSent: { title: "Ihre Anfrage ist unterwegs.", text: "Die Teamleitung prüft sie und antwortet Ihnen per Mail." },
  requestAnswered: { title: "Ihre Antwort ist bei der Teamleitung." },
  requestWithdrawn: { title: "Die Anfrage ist zurückgezogen." },
  requestDiscarded: { title: "Der Entwurf ist gelöscht." },
  caseWithdrawn: { title: "Die Leistung ist aus der Anfrage genommen." },
  requestAccepted: { title: "Angenommen.", text: "Der Besuch liegt jetzt zum Planen bereit. Die Einrichtung ist benachrichtigt." },
  requestQuestioned: { title: "Die Rückfrage ist bei der Einrichtung." },
  requestDeclined: { title: "Abgelehnt.", text: "Die Einrichtung ist mit dem Grund benachrichtigt." },
  caseSettled: { title: "Der Vorgang ist erledigt." },
  tourMade: { title: "Die Tour ist angelegt.", text: "Koffer, Team und Fahrzeug sind für diese Zeit reserviert." },
  tourChanged: { title: "Die Tour ist geändert." },
  tourCancelled: { title: "Die Tour ist abgesagt.", text: "Ihre Besuche liegen wieder zum Planen bereit." },
  visitPlaced: { title: "Der Besuch steht auf der Tour." },
  visitMoved: { title: "Der Besuch ist verschoben." },
  visitMovedAnnounced: { title: "Der Besuch ist verschoben.", text: "Die Einrichtung bekommt den neuen Termin per Mail." },
  visitRemoved: { title: "Der Besuch liegt wieder zum Planen bereit." },
  visitAnnounced: { title: "Angekündigt.", text: "Die Einrichtung bekommt den Termin mit Kalendereintrag per Mail." },
  visitCleared: { title: "Die Freigabe ist vermerkt." },
  visitCancelled: { title: "Der Besuch ist abgesagt." },
  visitConfirmed: { title: "Danke. Der Termin ist bestätigt." },
  visitQuestioned: { title: "Ihr Wunsch ist bei der Teamleitung.", text: "Sie bekommen einen neuen Vorschlag." },
  absenceEntered: { title: "Eingetragen.", text: "Betroffene Touren zeigen jetzt eine Lücke." },
  absenceEnded: { title: "Der Eintrag ist beendet." },
  resourceReplaced: { title: "Ersetzt." },
  mailResent: { title: "Die Mail geht noch einmal hinaus." },
  tourStarted: { title: "Gute Fahrt.", text: "Die Tour ist begonnen." },
  tourFinished: { title: "Die Tour ist abgeschlossen." },
  outcomeBackToPlanning: { title: "Eingetragen.", text: "Der Vorgang liegt wieder bei der Planung." },
  outcomeRecorded: { title: "Ergebnis gespeichert." },
  userInvited: { title: "Das Konto ist angelegt.", text: "Die Einladung geht per Mail hinaus." },
  userDisabled: { title: "Das Konto ist gesperrt.", text: "Alle Sitzungen sind beendet." },
  userEnabled: { title: "Das Konto ist wieder offen." },
  membershipChanged: { title: "Die Rollen sind geändert.", text: "Laufende Sitzungen dieses Kontos sind beendet." },
} as const satisfies Record<string, { readonly title: string; readonly text?: string }>;

export type NoticeCode = keyof typeof notices;

/** Whether a query parameter names a notice; anything else is ignored. */
export function isNoticeCode(value: unknown): value is NoticeCode {
  return typeof value === "string" && Object.hasOwn(notices, value);
}
