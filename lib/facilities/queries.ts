import { facilityFilter, ownFacilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { askedOf } from "@/lib/cases/queries";
import { serviceAtVisit } from "@/lib/cases/rules";
import type { AskedFacts, Service } from "@/lib/cases/types";
import { civil, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { confirmationDueOn } from "@/lib/facilities/rules";
import type { OwnFacility, SiteSheet } from "@/lib/facilities/types";
import { parametersInForce } from "@/lib/law/queries";
import type { ParameterValues } from "@/lib/law/parameters";
import { careOf, residentFactsOf, withFacts } from "@/lib/residents/queries";
import type { Mobility, ResidentFacts } from "@/lib/residents/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import { visitPersonOf } from "@/lib/visits/rules";
import type { Closure, DateQuestionReason, VisitState } from "@/lib/visits/types";
import type { Prisma } from "@/prisma/generated/client/client";

/** The actor's own house with its site sheet; null for everybody who has none. */
export async function ownFacility(scope: Scope): Promise<OwnFacility | null> {
  return inScope(scope, (tx) => readOwnFacility(tx, scope));
}

/** The same inside of a transaction. */
export async function readOwnFacility(tx: Tx, scope: Scope): Promise<OwnFacility | null> {
  if (!scope.facilityId) return null;
  const row = await tx.facility.findFirst({ where: ownFacilityFilter(scope), include: { siteSheet: true } });
  if (!row) return null;
  const { id, kind, name, street, postalCode, city, district, contactName, contactPhone, contactEmail, version } = row;
  const site = siteOf(row.siteSheet);
  return { id, kind, name, street, postalCode, city, district, contactName, contactPhone, contactEmail, version, confirmationDueOn: confirmationDueOn(site?.confirmedOn ?? null, civilDateOf(row.createdAt)), site };
}

/** A site sheet as pages and rules read it. */
export function siteOf(row: Prisma.SiteSheetGetPayload<Record<string, never>> | null): SiteSheet | null {
  if (!row) return null;
  const { room, hasTable, hasSocket, hasPhotoSpace, hasStepFreeWay, mobileReception, parking, accessNote, gateMinutes, visitsFrom, visitsUntil, confirmedAt } = row;
  const confirmedOn = confirmedAt ? civilDateOf(confirmedAt) : null;
  return { room, hasTable, hasSocket, hasPhotoSpace, hasStepFreeWay, mobileReception, parking, accessNote, gateMinutes, visitsFrom, visitsUntil, confirmedOn };
}

/** The parameters that hold today; what a page hands to the rules. */
export async function parametersToday(scope: Scope, now: Date): Promise<ParameterValues> {
  return parametersOnDay(scope, civilDateOf(now));
}

/** The parameters that hold on the day of a visit. */
export async function parametersOnDay(scope: Scope, on: CivilDate): Promise<ParameterValues> {
  return inScope(scope, (tx) => parametersInForce(tx, on));
}

/** The closures of the office and of one house from today on (R54). A closed ward closes no house. */
export async function closuresFor(tx: Tx, facilityId: string, today: CivilDate): Promise<readonly Closure[]> {
  const whose: Prisma.ClosureWhereInput[] = [{ kind: "OFFICE_CLOSED" }, { kind: "FACILITY_CLOSED", facilityId }];
  const rows = await tx.closure.findMany({ where: { untilOn: { gt: dateColumn(today) }, OR: whose }, orderBy: { fromOn: "asc" } });
  return rows.map(({ kind, label, fromOn, untilOn }) => ({ of: kind === "OFFICE_CLOSED" ? "CITY" : "FACILITY", label, fromOn: civil(fromOn), untilOn: civil(untilOn) }));
}

export type VisitPerson = {
  readonly residentId: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly bornOn: CivilDate;
  readonly facts: ResidentFacts;
  readonly mobility: Mobility;
  readonly services: readonly Service[];
  readonly asked: AskedFacts;
  /** What lengthens this person's part of the stay (R53). */
  readonly stay: { readonly isBedside: boolean; readonly isDifficult: boolean };
};

/** A visit as its house sees it: from the announcement on. */
export type AnnouncedVisit = {
  readonly id: string;
  readonly reference: string;
  readonly state: VisitState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly gateMinutes: number;
  readonly setupMinutes: number;
  readonly visitCode: string;
  readonly crew: readonly string[];
  readonly questionedAt: Date | null;
  readonly questionReason: DateQuestionReason | null;
  readonly calendarUid: string;
  readonly calendarSequence: number;
  readonly version: number;
  readonly persons: readonly VisitPerson[];
};

const withVisitFacts = {
  tour: { include: { members: { include: { staff: { select: { displayName: true } } } } } },
  appointments: { where: { removedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }], include: { case: { include: { resident: { include: withFacts } } } } },
} as const satisfies Prisma.VisitInclude;
type VisitRow = Prisma.VisitGetPayload<{ include: typeof withVisitFacts }>;

/** The announced and confirmed visits of the own house that are not over yet, next one first. The persons of a visit are read with it and on record. */
export async function comingVisits(actor: Actor): Promise<readonly AnnouncedVisit[]> {
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const rows = await tx.visit.findMany({
      where: { ...facilityFilter(scope), state: { in: ["ANNOUNCED", "CONFIRMED", "UNDERWAY"] }, endsAt: { gt: now } },
      include: withVisitFacts,
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    });
    return rows.flatMap((row) => announcedVisitOf(row) ?? []);
  });
}

/** One visit of the own house, or null while it is not announced. The reading is on record. */
export async function viewVisit(actor: Actor, id: string | undefined): Promise<AnnouncedVisit | null> {
  if (!isId(id)) return null;
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const row = await tx.visit.findFirst({ where: { id, ...facilityFilter(scope), announcedAt: { not: null }, state: { notIn: ["TO_PLAN", "PLANNED"] } }, include: withVisitFacts });
    return row && announcedVisitOf(row);
  });
}

function announcedVisitOf(row: VisitRow): AnnouncedVisit | null {
  const { id, reference, state, startsAt, endsAt, gateMinutes, setupMinutes, visitCode, questionedAt, questionReason, calendarUid, calendarSequence, version } = row;
  if (!startsAt || !endsAt) return null;
  const crew = (row.tour?.members ?? []).map(({ staff }) => staff.displayName).sort();
  return { id, reference, state, startsAt, endsAt, gateMinutes, setupMinutes, visitCode, crew, questionedAt, questionReason, calendarUid, calendarSequence, version, persons: personsOf(row) };
}

/** One line per person in the crew's order, with everything that is done for her. */
function personsOf(row: VisitRow): readonly VisitPerson[] {
  const persons = new Map<string, VisitPerson>();
  for (const { case: one, kind } of row.appointments) {
    const { resident } = one;
    if (resident.restrictedAt !== null) continue;
    const known = persons.get(resident.id);
    const care = careOf(resident.care);
    const service = kind === "HAND_OVER" ? serviceAtVisit(one.service, "APPLIED") : one.service;
    persons.set(resident.id, {
      residentId: resident.id,
      lastName: resident.lastName,
      firstNames: resident.firstNames,
      bornOn: civil(resident.bornOn),
      facts: residentFactsOf(resident),
      mobility: care.mobility,
      stay: visitPersonOf(care),
      services: [...(known?.services ?? []), service],
      asked: askedOf(row.appointments.map((each) => each.case).filter((each) => each.residentId === resident.id)),
    });
  }
  return [...persons.values()];
}
