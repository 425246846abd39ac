import type { FactorKind } from "@/lib/factors/types";

export const factorKinds = { TOTP: "App mit Codes", PASSKEY: "Passkey" } as const satisfies Record<FactorKind, string>;

/** Under which name an app or a device keeps what belongs to this portal. */
export const factorIssuer = "Bürgerkoffer";

/** What forms about the second factor say. */
export const factorForms = {
  codeShape: "Der Code hat sechs Ziffern.",
} as const;

/** The second factor when signing in, and before an essential change. */
export const factorLogin = {
  title: "Zweiter Faktor",
  lead: "Ihre Anmeldung braucht noch einen zweiten Nachweis.",
  leadAgain: "Bitte weisen Sie sich noch einmal mit Ihrem zweiten Faktor aus.",
  nobodyTitle: "Sie sind nicht angemeldet",
  nobodyText: "Der zweite Faktor kommt nach dem Code aus der Mail.",
  toLogin: "Zur Anmeldung",
  provenTitle: "Sie haben sich ausgewiesen.",
  goOn: "Weiter",
  passkeyTitle: "Mit Passkey",
  passkeyText: "Ihr Gerät fragt nach Finger, Gesicht oder PIN.",
  passkeyButton: "Mit Passkey bestätigen",
  passkeyNeedsScript: "Ein Passkey braucht JavaScript. Ohne JavaScript nehmen Sie einen Code.",
  passkeyNotHere: "Dieser Browser kann keine Passkeys.",
  passkeyBroken: "Das hat nicht geklappt, oder Sie haben abgebrochen. Sie können es noch einmal versuchen.",
  codeTitle: "Mit Code",
  codeApp: "Code aus der App oder Notfallcode",
  codeAppHint: "Sechs Ziffern aus der App. Oder ein Notfallcode mit zwölf Zeichen.",
  codeRecovery: "Notfallcode",
  codeRecoveryHint: "Zwölf Zeichen von Ihrer Liste. Jeder Code gilt einmal.",
  confirm: "Bestätigen",
  demoTitle: "Demonstration",
  demoText: "Der eine Klick bei der Anmeldung zählt in der Demonstration als beide Faktoren. Hier bestätigen Sie ihn noch einmal.",
  demoButton: "Noch einmal bestätigen",
  lostTitle: "Nichts davon zur Hand?",
  lostText: "Ihre Einrichtung oder die Bürgerdienste können den zweiten Faktor zurücksetzen. Dafür braucht es zwei Personen. Rufen Sie uns an:",
  againTitle: "Bitte melden Sie sich noch einmal an",
  againText: "Ihr Konto hat keinen zweiten Faktor. Für diese Änderung melden Sie sich neu an. Was Sie eingegeben haben, ist danach noch da.",
  againButton: "Neu anmelden",
  leave: "Abbrechen und abmelden",
} as const;

/** Setting up a factor. */
export const factorSetUp = {
  title: "Zweiten Faktor einrichten",
  lead: "In Ihrer Rolle verlangt das Portal beim Anmelden zwei Nachweise: den Code aus der Mail und etwas, das nur Sie haben. Das richten Sie jetzt einmal ein.",
  appTitle: "App mit Codes",
  appText: "Eine App auf Ihrem Handy zeigt alle 30 Sekunden einen neuen Code. Jede App für Einmalcodes (TOTP) ist geeignet.",
  appButton: "App einrichten",
  passkeyTitle: "Passkey",
  passkeyText: "Ihr Gerät oder ein Sicherheitsschlüssel bestätigt Sie mit Finger, Gesicht oder PIN. Nichts abtippen.",
  passkeyButton: "Passkey einrichten",
  name: "Name",
  nameHint: "Woran Sie ihn erkennen, zum Beispiel „Diensthandy“.",
  appName: "Diensthandy",
  passkeyName: "Dieses Gerät",
  scanTitle: "App einrichten",
  scanLead: (minutes: number) => `Scannen Sie das Bild mit der App, dann tippen Sie den ersten Code ab. Dafür haben Sie ${minutes} Minuten.`,
  qrLabel: "QR-Code für die App",
  key: "Oder diesen Schlüssel eintippen",
  code: "Code aus der App",
  codeHint: "Sechs Ziffern",
  confirm: "Einrichten",
  notOpenTitle: "Hier ist gerade nichts einzurichten",
  notOpenText: "Das Einrichten ist abgelaufen oder schon fertig.",
} as const;

/** The person's own security page. */
export const security = {
  title: "Sicherheit",
  lead: "Ihre zweiten Faktoren: womit Sie sich neben dem Code aus der Mail ausweisen.",
  link: "Sicherheit: zweiter Faktor und Notfallcodes",
  listTitle: "Ihre zweiten Faktoren",
  none: "Noch keiner eingerichtet.",
  noneText: "In Ihrer Rolle ist ein zweiter Faktor freiwillig. Wir empfehlen ihn: Dann genügt ein fremder Zugriff auf Ihr Postfach nicht mehr.",
  kind: "Art",
  added: "Eingerichtet",
  used: "Zuletzt benutzt",
  rename: "Umbenennen",
  remove: "Entfernen",
  removeText: "Danach beenden wir alle anderen Sitzungen.",
  lastText: "Der letzte Faktor bleibt: In Ihrer Rolle verlangt das Konto einen. Richten Sie zuerst einen neuen ein.",
  proveTitle: "Zum Ändern bitte ausweisen",
  proveText: "Wer hier etwas ändert, hat sich in den letzten zehn Minuten ausgewiesen.",
  prove: "Jetzt ausweisen",
  codesTitle: "Notfallcodes",
  codesLeft: (left: number) => (left === 1 ? "Noch 1 Code ist unbenutzt." : `Noch ${left} Codes sind unbenutzt.`),
  codesText: "Mit einem Notfallcode kommen Sie hinein, wenn Handy oder Schlüssel fehlen. Neue Codes machen die alten ungültig.",
  codesButton: "Neue Notfallcodes erzeugen",
  back: "Zurück zur Sicherheit",
} as const;

/** The page that shows recovery codes once. */
export const codesPage = {
  title: "Ihre Notfallcodes",
  lead: "Drucken oder notieren Sie diese Codes jetzt, und bewahren Sie sie getrennt vom Gerät auf. Wir zeigen sie nur dieses eine Mal.",
  print: "Drucken",
  noted: "Ich habe die Codes",
  goneTitle: "Diese Codes sind nicht mehr zu sehen",
  goneText: "Das Portal bewahrt sie nicht lesbar auf. Wenn Sie sie nicht haben, erzeugen Sie neue.",
} as const;

/** Restoring access for somebody who lost every factor. */
export const recovery = {
  title: "Zugang wiederherstellen",
  lead: "Wenn jemand alle zweiten Faktoren verloren hat: Eine Person bittet darum, eine zweite bestätigt. Danach richtet die betroffene Person einen neuen Faktor ein.",
  link: "Einer anderen Person den Zugang wiederherstellen",
  openTitle: "Wartet auf eine zweite Person",
  none: "Zurzeit wartet nichts.",
  askTitle: "Um das Zurücksetzen bitten",
  askText: "Vergewissern Sie sich vorher, dass die Bitte wirklich von dieser Person kommt: sprechen Sie mit ihr, nicht nur per Mail.",
  person: "Konto",
  choose: "Bitte wählen",
  ask: "Darum bitten",
  askedBy: "Gebeten von",
  askedAt: "Am",
  until: "Zu bestätigen bis",
  confirm: "Bestätigen und zurücksetzen",
  refuse: "Ablehnen",
  standing: {
    MAY_CONFIRM: "Sie können bestätigen. Danach enden alle Faktoren und Sitzungen dieses Kontos.",
    ASKED_ONESELF: "Sie haben selbst darum gebeten. Bestätigen muss eine zweite Person.",
    OWN: "Das ist Ihr eigenes Konto. Darüber entscheiden andere.",
    OTHERS_DECIDE: "Die Bürgerdienste bestätigen.",
  },
} as const;
