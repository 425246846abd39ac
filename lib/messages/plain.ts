/** Sentences for answers without a page: the front door's refusals and a database that does not answer. */
export const plain = {
  title: "Bürgerkoffer Dortmund",
  back: "Zur Startseite",
  malformed: "Diese Eingabe konnte nicht gelesen werden. Es wurde nichts gespeichert. Bitte gehen Sie zurück und versuchen Sie es noch einmal.",
  controlCharacters: "Die Eingabe enthält unsichtbare Steuerzeichen. Es wurde nichts gespeichert. Bitte gehen Sie zurück und tippen Sie den Text neu.",
  tooLarge: "Die Eingabe ist zu groß. Es wurde nichts gespeichert. Bitte gehen Sie zurück und kürzen Sie den Text.",
  noFiles: "Dieses Formular nimmt keine Dateien an. Es wurde nichts gespeichert. Bitte gehen Sie zurück und senden Sie es ohne Datei.",
  foreignHost: "Unter diesem Namen ist das Portal nicht zu erreichen. Bitte öffnen Sie es über seine eigene Adresse.",
  tooSlow: "Die Anfrage kam nicht rechtzeitig an. Es wurde nichts gespeichert. Bitte gehen Sie zurück und versuchen Sie es noch einmal.",
  foreignOrigin: "Dieses Formular kam nicht von dieser Seite. Es wurde nichts gespeichert. Bitte öffnen Sie das Portal neu.",
  methodNotAllowed: "Diese Art der Anfrage gibt es hier nicht.",
  badAddress: "Diese Adresse konnte nicht gelesen werden.",
  noSuchForm: "Dieses Formular gibt es nicht, oder es gehört nicht zu Ihrem Konto. Es wurde nichts gespeichert.",
  notSaved: "Das hat gerade nicht geklappt. Es wurde nichts gespeichert. Bitte gehen Sie zurück und versuchen Sie es in einer Minute noch einmal.",
  notOnRecord: "Diese Datei kann gerade nicht ausgegeben werden, weil sich das nicht im Protokoll vermerken ließ. Bitte versuchen Sie es in einer Minute noch einmal.",
  databaseAway: "Das Portal startet nicht: Die Datenbank antwortet nicht oder ist nicht eingerichtet.",
  securityHint: "Hinweise auf Schwachstellen bitte an diese Adresse; vielen Dank.",
  unavailable: "Das Portal ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal.",
} as const;

/** What somebody reads who did something too often. */
export const tooOften = {
  backToForm: "Zurück zum Formular",
  sentence: (seconds: number): string => `Das war gerade sehr oft. Bitte warten Sie ${seconds <= 60 ? "eine Minute" : `${Math.ceil(seconds / 60)} Minuten`} und versuchen Sie es dann noch einmal. Es ist nichts gesperrt.`,
  stillThere: "Was Sie eingegeben haben, ist noch da.",
} as const;
