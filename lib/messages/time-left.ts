/** The prison's list of everybody by the time that is left before the release. */
import type { TimeBand, TimeLeftGroup, TimeLeftOrder } from "@/lib/time-left/types";

export const timeLeft = {
  title: "Zeit bis zur Entlassung",
  lead: "Wer voraussichtlich zuerst entlassen wird, steht oben. Der letzte sinnvolle Tag für den Antrag liegt so weit vor der Entlassung, dass der Ausweis fertig ist.",
  caption: (count: number): string => (count === 1 ? "1 Person" : `${count.toLocaleString("de-DE")} Personen`),
  first: (shown: number, count: number): string => (shown === count ? `${count} Personen` : `Die ersten ${shown} von ${count.toLocaleString("de-DE")} Personen`),
  nobody: "Zu dieser Auswahl steht niemand in Ihrer Liste.",
  band: "Wie dringend",
  bands: { LATE: "Zu spät für einen Ausweis", URGENT: "Jetzt anfragen", IN_TIME: "Noch Zeit", NOT_BEGUN: "Ausweispflicht hat nicht begonnen", UNKNOWN: "Entlassung nicht bekannt" } satisfies Record<TimeBand, string>,
  bandCount: (label: string, count: number): string => `${label} (${count})`,
  allBands: (count: number): string => `alle (${count})`,
  group: "Zeigen",
  groups: { ALL: "alle Personen", TO_ASK: "ohne Anfrage, die einen Ausweis brauchen" } satisfies Record<TimeLeftGroup, string>,
  order: "Ordnen",
  orders: { RELEASE: "nach Entlassung", NAME: "nach Namen" } satisfies Record<TimeLeftOrder, string>,
  show: "Anzeigen",
  reset: "Auswahl aufheben",
  pick: "Auswählen",
  ask: "Anfrage für die Ausgewählten beginnen",
  askHint: "Die Anfrage ist danach ein Entwurf. Gesendet wird erst, wenn Sie es sagen.",
  change: "Entlassungstag ändern",
  all: "Alle ansehen",
} as const;
