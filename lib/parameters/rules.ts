import { lastUsefulOn } from "@/lib/law/duty";
import { parameterOn, parametersOn, type ParameterKey, type ParameterRow, type ParameterValues } from "@/lib/law/parameters";
import { judge, type Judgement } from "@/lib/law/rules";
import { validityMonths } from "@/lib/law/validity";
import { judgementParts, type Effect, type JudgementPart, type NewValue, type OpenPerson, type OpenVisit, type ParameterRefusal } from "@/lib/parameters/types";
import { addDays, type CivilDate } from "@/lib/time/calendar";
import { stayMinutes } from "@/lib/visits/rules";

/** R69: a new value begins on a day to come, once a day, is another one than before, and leaves the service hours in their order. History never changes. */
export function addRefusal(rows: readonly ParameterRow[], { key, value, validFrom }: NewValue, today: CivilDate): ParameterRefusal | null {
  if (validFrom <= today) return { code: "parameter.notInFuture", earliestOn: addDays(today, 1) };
  if (rows.some((row) => row.key === key && row.validFrom === validFrom)) return { code: "parameter.sameDay", validFrom };
  if (parameterOn(rows, key, validFrom) === value) return { code: "parameter.unchanged" };
  const after = parametersOn(withNew(rows, { key, value, validFrom }), validFrom);
  return after.serviceFrom < after.serviceUntil ? null : { code: "parameter.hoursReversed" };
}

/** R69: a value is taken back only before it has begun. */
export function withdrawRefusal(row: Pick<ParameterRow, "validFrom">, today: CivilDate): ParameterRefusal | null {
  return row.validFrom <= today ? { code: "parameter.inForce" } : null;
}

/** The keys at which no judgement, fee or stay looks: what they change is planned, travelled, reminded of or deleted later. */
const elsewhere: readonly ParameterKey[] = [
  "crewMinimum", "visitMinimumPersons", "visitRecommendedPersons", "clearanceWorkingDays", "clearanceRecommendedWorkingDays", "reminderDays", "peopleChangeWorkingDays", "peopleChangeUntil", "serviceFrom", "serviceUntil", "travelDetour", "travelSpeed", "travelParkingMinutes",
  "travelMinimumMinutes", "handOverEarliestDays", "handOverDefaultDays", "retentionDays", "retentionCapDays", "rosterMonths", "mailContentDays", "crewMonths", "absenceDays", "accountMonths", "auditMonths",
];

/** Whether the effect of a value can be reckoned from open cases and visits. */
export function isReckoned(key: ParameterKey): boolean {
  return !elsewhere.includes(key);
}

function withNew(rows: readonly ParameterRow[], { key, value, validFrom }: NewValue): readonly ParameterRow[] {
  return [...rows, { key, value, validFrom, validUntil: null, source: "", note: null }];
}

/** R69: what a value would change on its first day for everything that is open today, by the same rules that judge it then. */
export function effectOf(change: NewValue, rows: readonly ParameterRow[], open: { readonly persons: readonly OpenPerson[]; readonly visits: readonly OpenVisit[] }): Effect {
  const on = change.validFrom;
  const before = parametersOn(rows, on);
  const after = parametersOn(withNew(rows, change), on);
  const pairs = open.persons.map((person) => ({ person, was: judgedOn(person, on, before), will: judgedOn(person, on, after) }));
  const count = (differs: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(differs).length;
  return {
    persons: open.persons.length,
    visits: open.visits.length,
    fees: feeChanges(pairs),
    parts: judgementParts.map((part) => ({ part, persons: count(({ was, will }) => said(was, part) !== said(will, part)) })).filter(({ persons }) => persons > 0),
    refused: count(({ was, will }) => was.blockers.length === 0 && will.blockers.length > 0),
    allowed: count(({ was, will }) => was.blockers.length > 0 && will.blockers.length === 0),
    validity: count(({ person }) => person.services.includes("ID_CARD") && monthsOf(person, on, before) !== monthsOf(person, on, after)),
    lastUseful: count(({ person }) => lastDayOf(person, before) !== lastDayOf(person, after)),
    stays: stayChanges(open.visits, before, after),
  };
}

function judgedOn({ facts, services, asked, photoBy }: OpenPerson, on: CivilDate, parameters: ParameterValues): Judgement {
  return judge(facts, services, { today: on, visitOn: on, parameters, photoBy, isOutsideServiceHours: false }, asked);
}

/** What one part of a judgement says, its days and amounts included. */
function said({ verdicts }: Judgement, part: JudgementPart): string {
  return JSON.stringify(verdicts.filter(({ code }) => code.startsWith(`${part}.`)));
}

function monthsOf({ facts, fingerprintObstacle }: OpenPerson, on: CivilDate, parameters: ParameterValues): number | null {
  return validityMonths(facts.bornOn, fingerprintObstacle, on, parameters);
}

function lastDayOf({ facts, services }: OpenPerson, parameters: ParameterValues): CivilDate | null {
  const releaseOn = facts.custody?.releaseOn ?? null;
  return releaseOn === null || !services.includes("ID_CARD") ? null : lastUsefulOn(releaseOn, parameters);
}

function feeChanges(pairs: readonly { readonly was: Judgement; readonly will: Judgement }[]): Effect["fees"] {
  const counts = new Map<string, Effect["fees"][number]>();
  for (const { was, will } of pairs) {
    const [fromCents, toCents] = [was.fee.totalCents, will.fee.totalCents];
    if (fromCents === toCents) continue;
    const key = `${fromCents} ${toCents}`;
    counts.set(key, { fromCents, toCents, persons: (counts.get(key)?.persons ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => a.fromCents - b.fromCents || a.toCents - b.toCents);
}

function stayChanges(visits: readonly OpenVisit[], before: ParameterValues, after: ParameterValues): Effect["stays"] {
  const counts = new Map<number, number>();
  for (const visit of visits) {
    const minutes = stayMinutes(visit, after) - stayMinutes(visit, before);
    if (minutes !== 0) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  }
  return [...counts].map(([minutes, number]) => ({ minutes, visits: number })).sort((a, b) => a.minutes - b.minutes);
}
