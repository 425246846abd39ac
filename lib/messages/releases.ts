/** The prison's page about somebody's release: a forecast that moves, and what hangs on it. */
import type { EarlyReleaseReason } from "@/lib/law/verdicts";
import type { ForecastKind, VisitStanding } from "@/lib/releases/types";
import type { CivilDate } from "@/lib/time/calendar";
import { formatDate, formatDateNumeric } from "./format";

export const forecastKindLabels = { EARLIEST: "Frühestens an diesem Tag", EXPECTED: "Voraussichtlich an diesem Tag", FIXED: "Steht fest" } as const satisfies Record<ForecastKind, string>;

const early = {
  WEEKEND: "der Tag ist ein Wochenende",
  HOLIDAY: "der Tag ist ein Feiertag",
  AFTER_EASTER: "es ist der erste Werktag nach Ostern",
  AFTER_PENTECOST: "es ist der erste Werktag nach Pfingsten",
  CHRISTMAS_PERIOD: "der Tag liegt zwischen 22. Dezember und 6. Januar",
} as const satisfies Record<EarlyReleaseReason, string>;

const day = (date: CivilDate | null): string => (date === null ? "nicht bekannt" : formatDate(date));

export const releases = {
  title: (name: string): string => `Entlassung: ${name}`,
  metaTitle: "Entlassung",
  lead: "Der Entlassungstag ist eine Prognose. Ändert er sich, rechnet das Portal alles neu, was daran hängt.",
  link: "Entlassungstag ändern und Verlauf ansehen",
  person: "Angaben zur Person",
  custodyKind: "Art der Haft",
  lawTitle: "Was das bedeutet",
  formTitle: "Neuen Entlassungstag melden",
  releaseOn: "Entlassung",
  releaseHint: "Leer lassen, wenn der Tag nicht mehr bekannt ist.",
  kind: "Wie sicher ist der Tag?",
  submit: "Entlassungstag melden",
  effectTitle: "Was sich dadurch geändert hat",
  effectCaption: "Die Tage vor und nach der letzten Meldung",
  what: "Was",
  before: "Vorher",
  now: "Jetzt",
  days: { releaseOn: "Entlassung", earliestOn: "Frühestens", dutyFromOn: "Ausweispflicht ab", lastUsefulOn: "Letzter Tag für den Antrag" },
  day,
  dutyAlways: "ohne Aufschub",
  earlyBecause: (date: CivilDate, reason: EarlyReleaseReason): string => `${formatDate(date)}, denn ${early[reason]} (§ 60 Abs. 2 StVollzG NRW)`,
  casesTitle: "Laufende Anfragen",
  caseText: (reference: string, service: string): string => `${reference}: ${service}`,
  deadlineSame: (date: CivilDate | null): string => `Frist wie vorher: ${day(date)}`,
  deadlineMoved: (before: CivilDate | null, now: CivilDate | null): string => `Frist jetzt ${day(now)}, vorher ${day(before)}`,
  visitsTitle: "Angekündigte Besuche",
  noVisits: "Für diese Person ist kein Besuch angekündigt.",
  visit: (reference: string, date: CivilDate): string => `Besuch ${reference} am ${formatDate(date)}`,
  standing: {
    FITS: "Der Besuch passt zum Entlassungstag.",
    BEFORE_VISIT: "An dem Tag kann die Person schon entlassen sein. Die Bürgerdienste sehen das und suchen einen früheren Termin.",
    TOO_LATE_FOR_CARD: "Ein Ausweis, der erst an dem Tag beantragt wird, kommt nicht rechtzeitig. Die Bürgerdienste sehen das und suchen einen früheren Termin.",
  } satisfies Record<VisitStanding, string>,
  historyTitle: "Verlauf",
  historyCaption: "Gemeldete Entlassungstage, der neueste zuerst",
  historyNone: "Der Entlassungstag hat sich seit der Aufnahme nicht geändert.",
  history: { at: "Gemeldet", by: "Von", from: "Vorher", to: "Neu", kind: "Wie sicher" },
  byGone: "Konto gelöscht",
  short: (date: CivilDate | null): string => (date === null ? "nicht bekannt" : formatDateNumeric(date)),
} as const;
