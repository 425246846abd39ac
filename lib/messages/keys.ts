const uses = { SEALS: "versiegelt jetzt", OPENS: "öffnet nur", MISSING: "fehlt in DATA_KEYS" } as const;

/** What the administration and the data protection officer read about them. */
export const keyPage = {
  title: "Datenschlüssel",
  lead: "Angaben zu Gesundheit und Haft und alle Notizen stehen versiegelt in der Datenbank. Hier steht, unter welchem Schlüssel.",
  cardText: "Unter welchem Schlüssel Angaben zu Gesundheit und Haft versiegelt sind.",
  caption: "Schlüssel und wie viele Angaben unter ihnen stehen",
  id: "Name",
  use: "Aufgabe",
  values: "Angaben",
  countedAt: "Gezählt",
  uses: { SEALS: "versiegelt", OPENS: "öffnet nur" },
  none: "Noch nicht gezählt. Der Hintergrunddienst zählt beim Start und danach alle zehn Minuten.",
  left: (values: number) => `${values} Angaben stehen noch unter einem älteren Schlüssel. Der Hintergrunddienst versiegelt sie alle zehn Minuten neu; solange bleibt der ältere Schlüssel nötig.`,
  allCurrent: "Alles steht unter dem jetzigen Schlüssel. Ein älterer wird nicht mehr gebraucht.",
} as const;

/** What an operator reads about the data keys. */
export const keyWords = {
  sealedHeld: (values: number) => `${values} Angaben zu Gesundheit und Haft sind jetzt versiegelt.`,
  held: "Das Portal startet nicht: In der Datenbank warten Angaben darauf, versiegelt zu werden. Bitte npm run db:migrate ausführen.",
  missing: (id: string) => `DATA_KEYS: Der Schlüssel ${id} fehlt, und mit ihm ist noch etwas versiegelt. Bitte ihn wieder in die Liste setzen und npm run keys:rotate ausführen.`,
  other: (id: string) => `DATA_KEYS: Der Schlüssel ${id} ist ein anderer als der, mit dem die Angaben in der Datenbank versiegelt sind.`,
  figure: ({ id, values, use }: { readonly id: string; readonly values: number; readonly use: keyof typeof uses }) => `${id}: ${values} Angaben, ${uses[use]}`,
  resealed: (values: number) => `${values} Angaben neu versiegelt.`,
  unopened: (values: number) => `${values} Angaben lassen sich nicht öffnen und bleiben, wie sie sind.`,
} as const;
