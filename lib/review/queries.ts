import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { closuresIn } from "@/lib/backlog/queries";
import { serviceAtVisit } from "@/lib/cases/rules";
import { openFrom } from "@/lib/crypto/columns";
import { blindIndexes } from "@/lib/crypto/seal";
import { civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope, reckonAs } from "@/lib/db/in-scope";
import { siteOf } from "@/lib/facilities/queries";
import { siteGapsOf } from "@/lib/facilities/rules";
import { parametersOn, type ParameterValues } from "@/lib/law/parameters";
import { parameterRows } from "@/lib/law/queries";
import { isPlanner } from "@/lib/reservations/queries";
import { careOf, custodyOf, listedNames, residentLabel } from "@/lib/residents/queries";
import { findingsOfTour, findingsOfVisit, identityOf, type ReviewContext, type ReviewedPerson, type ReviewedVisit } from "@/lib/review/rules";
import type { Found, LeaveReason, ReviewCause, ReviewSubject } from "@/lib/review/types";
import { gateMinutesOf, stayOf } from "@/lib/scheduling/rules";
import { addDays, civilDateOf, type CivilDate } from "@/lib/time/calendar";
import { placeOf, toursIn } from "@/lib/tours/queries";
import { visitPersonOf } from "@/lib/visits/rules";
import type { Prisma } from "@/prisma/generated/client/client";

/** How far ahead tours and closures are looked at; nothing is booked later. */
const LOOK_AHEAD_DAYS = 400;

/** Somebody left it as it is; `by` is null once the account is deleted. */
export type Left = { readonly name: string; readonly reason: LeaveReason; readonly by: string | null; readonly at: Date };
/** One finding. */
export type Finding = {
  /**
   * What stands for it in forms and stored rows: a keyed hash of what it says, so that neither tells a release date, and a changed cause has another. The first is made with the
   * current data key, the others with the ones before.
   */
  readonly names: readonly string[];
  readonly subject: ReviewSubject;
  readonly cause: ReviewCause;
  /** The person of the visit whom it is about, with the request that asked for her. */
  readonly person: { readonly id: string; readonly label: string; readonly requestId: string } | null;
  readonly left: Left | null;
};
/** What is upset about one visit or tour. */
export type ReviewGroup = {
  readonly of: "VISIT" | "TOUR";
  readonly id: string;
  readonly reference: string;
  readonly date: CivilDate;
  /** The visit's span; null for a tour. */
  readonly span: { readonly from: Date; readonly until: Date } | null;
  /** The house, or the houses that the tour goes to. */
  readonly place: string;
  readonly findings: readonly Finding[];
};

const bookedSelect = {
  id: true, reference: true, tourId: true, startsAt: true, endsAt: true, facilityId: true, gateMinutes: true, setupMinutes: true, packDownMinutes: true, clearedAt: true,
  placeKind: true, placeName: true, placeDistrict: true, placeLatitude: true, placeLongitude: true,
  facility: { select: { siteSheet: true } },
  appointments: {
    where: { removedAt: null, outcome: null },
    select: {
      kind: true,
      case: {
        select: {
          service: true, state: true, authorisedOn: true, requestId: true,
          resident: { select: { id: true, lastName: true, firstNames: true, nationality: true, mainResidence: true, goneOn: true, restrictedAt: true, care: true, custody: true, releaseForecasts: { select: { id: true, residentId: true, sealed: true } } } },
        },
      },
    },
  },
} as const satisfies Prisma.VisitSelect;
type BookedRow = Prisma.VisitGetPayload<{ select: typeof bookedSelect }>;
type CaseRow = BookedRow["appointments"][number]["case"];

/** All that is upset now, by day. The people whom it is about are read with it and on record. */
export async function reviewQueue(actor: Actor): Promise<readonly ReviewGroup[]> {
  const scope = scopeOf(actor);
  return isPlanner(scope) ? inScope(scope, async (tx) => withLeft(tx, await groupsIn(tx, scope))) : [];
}

/** How many findings nobody has left as they are. A figure alone, and so nobody's data are put on record as seen. */
export async function reviewCount(scope: Scope): Promise<number> {
  if (!isPlanner(scope)) return 0;
  const groups = await reckonAs(scope, "portal_office", async (tx) => withLeft(tx, await groupsIn(tx, scope)));
  return groups.flatMap(({ findings }) => findings).filter(({ left }) => left === null).length;
}

/** Everything that is upset, inside of a transaction and in a fixed number of statements, however many visits stand on tours. Nobody's decision is read with it. */
export async function groupsIn(tx: Tx, scope: Scope): Promise<readonly ReviewGroup[]> {
  const now = await databaseNow(tx);
  const today = civilDateOf(now);
  const context = { now, today, parametersOn: valuesByDay(await parameterRows(tx)) };
  const days = { from: today, until: addDays(today, LOOK_AHEAD_DAYS) };
  const closures = await closuresIn(tx, days);
  const tours = await toursIn(tx, scope, days, { now, parameters: context.parametersOn(today) });
  const rows = await tx.visit.findMany({ where: { state: { in: ["PLANNED", "ANNOUNCED", "CONFIRMED"] } }, select: bookedSelect, orderBy: [{ startsAt: "asc" }, { id: "asc" }] });
  const ofVisits = rows.flatMap((row): readonly ReviewGroup[] => {
    const visit = reviewedOf(row, context, closures.filter(({ facilityId }) => facilityId === null || facilityId === row.facilityId));
    if (!visit) return [];
    const span = { from: visit.startsAt, until: visit.endsAt };
    const findings = findingsOfVisit(visit, context).map((found) => findingOf(found, { of: found.aboutId ? "PERSON" : "VISIT", id: row.id, tourId: visit.tourId }, row));
    return [{ of: "VISIT", id: row.id, reference: row.reference, date: civilDateOf(visit.startsAt), span, place: row.placeName, findings }];
  });
  const ofTours = tours.map((tour): ReviewGroup => {
    const findings = findingsOfTour(tour, context).map((found) => findingOf(found, { of: "TOUR", id: tour.id, tourId: tour.id }, null));
    const place = [...new Set(tour.stops.map((stop) => stop.place.label))].join(", ");
    return { of: "TOUR", id: tour.id, reference: tour.reference, date: tour.date, span: null, place, findings };
  });
  return [...ofTours, ...ofVisits].filter(({ findings }) => findings.length > 0).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The values of each day that is asked for, worked out once. */
function valuesByDay(rows: Awaited<ReturnType<typeof parameterRows>>): ReviewContext["parametersOn"] {
  const known = new Map<CivilDate, ParameterValues>();
  return (date) => {
    const values = known.get(date) ?? parametersOn(rows, date);
    known.set(date, values);
    return values;
  };
}

function reviewedOf(row: BookedRow, { parametersOn }: ReviewContext, closures: ReviewedVisit["closures"]): ReviewedVisit | null {
  const { tourId, startsAt, endsAt, gateMinutes } = row;
  if (!tourId || !startsAt || !endsAt) return null;
  const parameters = parametersOn(civilDateOf(startsAt));
  const residents = [...new Map(row.appointments.map((one) => [one.case.resident.id, one.case.resident])).values()];
  const sheet = row.facility.siteSheet;
  const isPrison = row.placeKind === "PRISON";
  return {
    visitId: row.id,
    tourId,
    placeLabel: placeOf(row).label,
    isPrison,
    startsAt,
    endsAt,
    neededMinutes: stayOf({ ...row, persons: residents.map(({ care }) => visitPersonOf(careOf(care))) }, parameters),
    gateMinutes,
    gateMinutesToday: sheet ? gateMinutesOf({ isPrison, gateMinutes: sheet.gateMinutes }, parameters) : gateMinutes,
    hours: sheet && [{ fromMinutes: sheet.visitsFrom, untilMinutes: sheet.visitsUntil }],
    siteGaps: sheet ? siteGapsOf(siteOf(sheet)) : [],
    closures,
    clearedAt: row.clearedAt,
    persons: residents.map((resident) => personOf(resident, row.appointments.filter((one) => one.case.resident.id === resident.id))),
  };
}

function personOf({ id, nationality, mainResidence, custody, goneOn, restrictedAt, releaseForecasts }: CaseRow["resident"], own: BookedRow["appointments"]): ReviewedPerson {
  return {
    residentId: id,
    services: own.map((one) => serviceAtVisit(one.case.service, one.kind === "HAND_OVER" ? "APPLIED" : "ACCEPTED")),
    facts: { nationality, mainResidence, custody: custodyOf(custody) },
    authorisedOn: own.map((one) => civilOrNull(one.case.authorisedOn)).find((day) => day !== null) ?? null,
    isGone: goneOn !== null,
    isRestricted: restrictedAt !== null,
    hasClosedCase: own.every((one) => one.case.state === "CLOSED"),
    earlierReleases: releaseForecasts.flatMap((row) => openFrom("ReleaseForecast.sealed", row.id, row.sealed).from ?? []),
  };
}

function findingOf(found: Found, subject: ReviewSubject, row: BookedRow | null): Finding {
  const own = row?.appointments.find((one) => one.case.resident.id === found.aboutId)?.case;
  const person = own ? { id: own.resident.id, label: residentLabel(listedNames(own.resident)), requestId: own.requestId } : null;
  return { names: blindIndexes(identityOf(subject.id, found), "LeftFinding"), subject, cause: found.cause, person, left: null };
}

/** Who left which of the findings as they are, and why. */
async function withLeft(tx: Tx, groups: readonly ReviewGroup[]): Promise<readonly ReviewGroup[]> {
  const names = groups.flatMap(({ findings }) => findings).flatMap((one) => one.names);
  if (names.length === 0) return groups;
  const rows = await tx.leftFinding.findMany({ where: { hash: { in: names } }, select: { hash: true, reason: true, leftAt: true, leftBy: { select: { displayName: true } } } });
  const known = new Map(rows.map(({ hash, reason, leftBy, leftAt }) => [hash, { name: hash, reason, by: leftBy?.displayName ?? null, at: leftAt }]));
  const leftOf = (one: Finding): Left | null => one.names.map((name) => known.get(name)).find((left) => left !== undefined) ?? null;
  return groups.map((group) => ({ ...group, findings: group.findings.map((one) => ({ ...one, left: leftOf(one) })) }));
}
