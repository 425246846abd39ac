/** What is wrong with a typed value. */
export const formErrors = {
  required: "Bitte füllen Sie dieses Feld aus.",
  tooLong: (maximum: number) => `Bitte höchstens ${maximum} Zeichen.`,
  oneLine: "Bitte nur eine Zeile.",
  dateRequired: "Bitte geben Sie ein Datum an.",
  dateWrong: "Dieses Datum gibt es nicht. Bitte Tag, Monat und Jahr als Zahlen, zum Beispiel 3 12 2026.",
  timeRequired: "Bitte geben Sie eine Uhrzeit an.",
  timeWrong: "Bitte eine Uhrzeit wie 9:00.",
  choose: "Bitte wählen Sie etwas aus.",
  chooseOne: "Bitte wählen Sie mindestens einen Eintrag.",
  tooMany: (maximum: number) => `Bitte höchstens ${maximum} Einträge.`,
  stale: "Diese Angaben hat inzwischen jemand geändert. Bitte lesen Sie den neuen Stand und senden Sie noch einmal.",
  numberBetween: (minimum: number, maximum: number) => `Bitte eine Zahl zwischen ${minimum} und ${maximum}.`,
  emailRequired: "Bitte geben Sie eine E-Mail-Adresse an.",
  emailWrong: "Bitte eine E-Mail-Adresse wie name@einrichtung.example.",
  unknownField: "Diese Seite war veraltet. Bitte senden Sie noch einmal.",
  echoGone: "Ihre Eingaben konnten nicht zurückgeholt werden. Bitte füllen Sie das Formular noch einmal aus.",
} as const;
