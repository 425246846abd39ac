import { civil } from "@/lib/db/civil";
import { parametersOn, seedParameters, type ParameterValues } from "@/lib/law/parameters";
import type { ResidentFacts } from "@/lib/residents/types";
import { factsFrom } from "@/lib/residents/queries";
import { instantOf, type CivilDate } from "@/lib/time/calendar";
import type { Closure } from "@/lib/visits/types";
import type { Case, Facility, Resident, SiteSheet, Tour } from "@/prisma/generated/client/client";
import type { Appointment, ResidentCare, Visit, VisitRequest } from "@/tests/builders/plain";
import type { Rows } from "@/tests/builders/store";

/** The rows of a city with what refers to what, for checks that read like the rules. */
export type View = {
  readonly rows: Rows;
  readonly today: CivilDate;
  /** The first instant of today; everything told as past lies before it. */
  readonly now: Date;
  readonly parameters: ParameterValues;
  readonly facility: (id: string) => Facility;
  readonly siteSheet: (facilityId: string) => SiteSheet;
  readonly resident: (id: string) => Resident;
  readonly care: (residentId: string) => ResidentCare;
  readonly facts: (residentId: string) => ResidentFacts;
  readonly case: (id: string) => Case;
  readonly request: (id: string) => VisitRequest;
  readonly visit: (id: string) => Visit;
  readonly tour: (id: string) => Tour;
  readonly appointmentsOf: (visitId: string) => readonly Appointment[];
  readonly casesOf: (requestId: string) => readonly Case[];
  /** What closes a facility: the office's closures and its own. */
  readonly closuresOf: (facilityId: string) => readonly Closure[];
};

export function viewOf(rows: Rows, today: CivilDate): View {
  const cares = byKey(rows.residentCare, ({ residentId }) => residentId);
  const custodies = new Map(rows.residentCustody.map((one) => [one.residentId, one]));
  const resident = byKey(rows.resident, ({ id }) => id);
  const appointments = groupedBy(rows.appointment, ({ visitId }) => visitId);
  const cases = groupedBy(rows.case, ({ requestId }) => requestId);
  const closures = rows.closure
    .filter(({ kind }) => kind !== "WARD_CLOSED")
    .map(({ kind, facilityId, label, fromOn, untilOn }) => ({ facilityId, rule: { of: kind === "OFFICE_CLOSED" ? ("CITY" as const) : ("FACILITY" as const), label, fromOn: civil(fromOn), untilOn: civil(untilOn) } }));
  return {
    rows,
    today,
    now: instantOf(today, 0),
    parameters: parametersOn(seedParameters, today),
    facility: byKey(rows.facility, ({ id }) => id),
    siteSheet: byKey(rows.siteSheet, ({ facilityId }) => facilityId),
    resident,
    care: cares,
    facts: (id) => factsFrom(resident(id), cares(id), custodies.get(id) ?? null),
    case: byKey(rows.case, ({ id }) => id),
    request: byKey(rows.visitRequest, ({ id }) => id),
    visit: byKey(rows.visit, ({ id }) => id),
    tour: byKey(rows.tour, ({ id }) => id),
    appointmentsOf: (visitId) => appointments.get(visitId) ?? [],
    casesOf: (requestId) => cases.get(requestId) ?? [],
    closuresOf: (facilityId) => closures.filter((one) => one.facilityId === null || one.facilityId === facilityId).map(({ rule }) => rule),
  };
}

function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): (key: string) => Row {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return (key) => {
    const row = found.get(key);
    if (!row) throw new RangeError(`no row ${key}`);
    return row;
  };
}

/** Rows by a key; Node 20 has no Map.groupBy. */
export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** A rule: what breaks it in one city, one line each. */
export type Rule = (city: View) => readonly string[];

/** The rows that break a rule, by a word that names each. */
export function broken<Row>(rows: readonly Row[], isBroken: (row: Row) => boolean, nameOf: (row: Row) => string): readonly string[] {
  return rows.filter(isBroken).map(nameOf);
}
