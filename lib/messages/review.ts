/** The review queue of the office: what a change elsewhere has upset, why, and what can be done. */
import type { LeaveReason, ReviewCauses, ReviewKind } from "@/lib/review/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import { formatClosed, formatDate, formatDateTime, formatDay, formatMinuteRange } from "./format";
import { planning } from "./planning";
import { refusalSentence } from "./refusals";

const list = (parts: readonly string[]): string => parts.join(" · ");
const many = (count: number, one: string, others: string): string => (count === 1 ? `1 ${one}` : `${count} ${others}`);

/** What stands in the heading of a finding. */
export const reviewKindLabels = {
  "visit.missed": "Der Besuch hat nicht stattgefunden",
  "visit.dayClosed": "An diesem Tag ist geschlossen",
  "visit.outsideHours": "Außerhalb der Besuchszeiten des Hauses",
  "visit.tooShort": "Die Zeit reicht nicht mehr",
  "site.unsuitable": "Der Raum passt nicht",
  "site.gateSlower": "Die Pforte braucht länger",
  "clearance.missed": "Freigabe der JVA fehlt",
  "person.left": "Eine Person kann nicht mehr besucht werden",
  "person.notGerman": "Keine deutsche Staatsangehörigkeit",
  "competence.lost": "Dortmund ist nicht zuständig",
  "release.beforeVisit": "Entlassung vor dem Besuch",
  "release.tooLateForCard": "Der Ausweis wird nicht rechtzeitig fertig",
  "release.dutyLost": "Die Ausweispflicht besteht noch nicht",
  "crew.absent": "Im Team fehlt jemand",
  "crew.unfit": "Im Team ist jemand nicht einsetzbar",
  "kit.absent": "Der Koffer fällt aus",
  "kit.unfit": "Der Koffer ist nicht einsatzbereit",
  "vehicle.absent": "Das Fahrzeug fällt aus",
} as const satisfies Record<ReviewKind, string>;

const release = (releaseOn: CivilDate, earliestOn: CivilDate): string =>
  earliestOn === releaseOn ? `Die Entlassung ist jetzt für ${formatDate(releaseOn)} gemeldet` : `Die Entlassung ist jetzt für ${formatDate(releaseOn)} gemeldet und kann schon am ${formatDate(earliestOn)} sein (§ 60 StVollzG NRW)`;
const gone = { GONE: "Sie ist nicht mehr im Haus.", RESTRICTED: "Die Verarbeitung ihrer Angaben ist eingeschränkt (Art. 18 DSGVO).", CASE_CLOSED: "Ihr Vorgang ist abgeschlossen." } as const;

type Sentences = { readonly [K in ReviewKind]: (facts: ReviewCauses[K]) => string };

/** Why it stands there. */
const sentences: Sentences = {
  "visit.missed": ({ endedAt }) => `Der Termin war bis ${formatDateTime(new Date(endedAt))}, und die Tour ist nicht losgefahren.`,
  "visit.dayClosed": ({ date, closed }) => `${formatDate(date)}: ${formatClosed(closed)}.`,
  "visit.outsideHours": ({ fromMinutes, untilMinutes, hours }) => `Der Besuch liegt ${formatMinuteRange(fromMinutes, untilMinutes)}. Das Haus nennt jetzt ${hours.map((one) => formatMinuteRange(one.fromMinutes, one.untilMinutes)).join(" oder ")}.`,
  "visit.tooShort": ({ plannedMinutes, neededMinutes }) => `Geplant sind ${plannedMinutes} Minuten, für die Personen von heute braucht es ${neededMinutes}.`,
  "site.unsuitable": ({ gaps }) => `Das Haus gibt jetzt an: ${list(gaps.map((gap) => planning.visit.siteGap[gap]))}.`,
  "site.gateSlower": ({ plannedMinutes, neededMinutes }) => `Für den Weg von der Pforte zum Raum sind ${plannedMinutes} Minuten geplant, das Haus nennt jetzt ${neededMinutes}.`,
  "clearance.missed": ({ neededOn }) => `Sie war bis ${formatDate(neededOn)} nötig. Ohne Freigabe kann die Tour nicht losfahren (§§ 21, 22 JVollzDSG NRW).`,
  "person.left": ({ because }) => gone[because],
  "person.notGerman": () => "Das Haus gibt jetzt eine andere Staatsangehörigkeit an. Einen Personalausweis bekommen nur Deutsche (§ 1 Abs. 1 PAuswG).",
  "competence.lost": ({ date }) => `Am ${formatDate(date)} ist eine andere Behörde zuständig, und ihre Ermächtigung ist nicht vermerkt (§ 8 Abs. 4 PAuswG, § 27 Abs. 4 BMG).`,
  "release.beforeVisit": ({ date, releaseOn, earliestOn }) => `${release(releaseOn, earliestOn)}. Der Besuch ist am ${formatDate(date)}.`,
  "release.tooLateForCard": ({ date, releaseOn, lastUsefulOn }) => `Die Entlassung ist jetzt für ${formatDate(releaseOn)} gemeldet. Damit der Ausweis vorher fertig wird, muss er bis ${formatDate(lastUsefulOn)} beantragt sein; der Besuch ist am ${formatDate(date)}.`,
  "release.dutyLost": ({ date, releaseOn, dutyFromOn }) => `Die Entlassung ist auf ${formatDate(releaseOn)} verschoben. Die Ausweispflicht beginnt erst am ${formatDate(dutyFromOn)} (§ 1 Abs. 2 Satz 2 PAuswG); am ${formatDate(date)} ist der Antrag freiwillig.`,
  "crew.absent": ({ label }) => `${label} ist zu dieser Zeit abwesend.`,
  "crew.unfit": ({ refusal }) => refusalSentence(refusal),
  "kit.absent": ({ label }) => `${label} ist zu dieser Zeit nicht da.`,
  "kit.unfit": ({ refusal }) => refusalSentence(refusal),
  "vehicle.absent": ({ label }) => `${label} ist zu dieser Zeit nicht da.`,
};

/** Why a finding stands there. */
export function causeText<K extends ReviewKind>(cause: { readonly kind: K; readonly facts: ReviewCauses[K] }): string {
  return sentences[cause.kind](cause.facts);
}

/** What can be done, as a link to where it is done. `VISIT`, `TOUR` and `REQUEST` are the pages of what the finding is about. */
export type Deed = { readonly at: "VISIT" | "TOUR" | "REQUEST"; readonly label: string };
const move: Deed = { at: "VISIT", label: "Anderen Termin suchen" };
const lookAtVisit: Deed = { at: "VISIT", label: "Besuch ansehen" };
const lookAtRequest: Deed = { at: "REQUEST", label: "Anfrage ansehen" };

export const deedsOf = {
  "visit.missed": [move],
  "visit.dayClosed": [move],
  "visit.outsideHours": [move],
  "visit.tooShort": [move],
  "site.unsuitable": [{ at: "VISIT", label: "Mit dem Haus klären: Besuch und Kontakt" }],
  "site.gateSlower": [move],
  "clearance.missed": [{ at: "VISIT", label: "Freigabe vermerken oder anderen Termin suchen" }],
  "person.left": [lookAtVisit, lookAtRequest],
  "person.notGerman": [lookAtRequest, lookAtVisit],
  "competence.lost": [{ at: "REQUEST", label: "Ermächtigung vermerken" }, lookAtVisit],
  "release.beforeVisit": [{ at: "VISIT", label: "Früheren Termin suchen" }, lookAtRequest],
  "release.tooLateForCard": [{ at: "VISIT", label: "Früheren Termin suchen" }, lookAtRequest],
  "release.dutyLost": [{ at: "VISIT", label: "Späteren Termin suchen" }, lookAtRequest],
  "crew.absent": [{ at: "TOUR", label: "Team ergänzen" }],
  "crew.unfit": [{ at: "TOUR", label: "Team ändern" }],
  "kit.absent": [{ at: "TOUR", label: "Koffer ersetzen" }],
  "kit.unfit": [{ at: "TOUR", label: "Koffer ersetzen" }],
  "vehicle.absent": [{ at: "TOUR", label: "Fahrzeug ersetzen" }],
} as const satisfies Record<ReviewKind, readonly Deed[]>;

/** Why somebody leaves a finding as it is. */
export const leaveReasonLabels = {
  AGREED: "Mit dem Haus so abgesprochen",
  NO_OBSTACLE: "Geprüft: Es steht nicht im Weg",
  SOLVED_ELSEWHERE: "Auf anderem Weg gelöst",
  ACCEPTED: "Wir nehmen es in Kauf",
} as const satisfies Record<LeaveReason, string>;

export const review = {
  title: "Nachprüfen",
  lead: "Was sich anderswo geändert hat und einen gebuchten Termin trifft. Sobald die Ursache weg ist, verschwindet es von selbst.",
  none: "Kein gebuchter Termin ist von einer Änderung betroffen.",
  count: (findings: number, groups: number): string => `${many(findings, "Punkt", "Punkte")} bei ${many(groups, "Termin", "Terminen")}`,
  tour: (reference: string): string => `Tour ${reference}`,
  visit: (reference: string): string => `Besuch ${reference}`,
  tourDay: (date: CivilDate): string => formatDate(date),
  leave: "So lassen …",
  leaveText: "Der Punkt verschwindet aus der Liste, bis sich seine Ursache ändert. Wer ihn warum gelassen hat, steht im Protokoll.",
  leaveReason: "Warum bleibt es so?",
  leaveSubmit: "So lassen",
  leftTitle: (count: number): string => `So gelassen (${count})`,
  left: (reason: string, by: string | null, at: Date): string => `${reason} · ${by === null ? "" : `${by}, `}${formatDay(civilDateOf(at))}`,
  show: "Wieder zeigen",
} as const;
