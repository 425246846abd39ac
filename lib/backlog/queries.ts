import { facilityFilter, type Scope } from "@/lib/auth/scope";
import type { ClosureLine, PlannableVisit, VisitAddress } from "@/lib/board/types";
import { compareByDeadline, earliestDueOn } from "@/lib/cases/rules";
import { civil, civilOrNull, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isInDutyWindow } from "@/lib/law/duty";
import type { ParameterValues } from "@/lib/law/parameters";
import { allDatesOf, dateColumns } from "@/lib/requests/queries";
import { careOf, custodyOf, withFacts } from "@/lib/residents/queries";
import { stayOf } from "@/lib/scheduling/rules";
import { civilDateOf, daysBetween, type CivilDate } from "@/lib/time/calendar";
import type { Range } from "@/lib/time/range";
import { countsOf, placeOf } from "@/lib/tours/queries";
import { visitPersonOf } from "@/lib/visits/rules";
import type { Prisma } from "@/prisma/generated/client/client";

/** The closures of the city and of whole facilities that touch the days [from, until); a closed ward closes no house. */
export async function closuresIn(tx: Tx, days: Range<CivilDate>): Promise<readonly ClosureLine[]> {
  const rows = await tx.closure.findMany({ where: { kind: { in: ["OFFICE_CLOSED", "FACILITY_CLOSED"] }, fromOn: { lt: dateColumn(days.until) }, untilOn: { gt: dateColumn(days.from) } }, orderBy: { fromOn: "asc" } });
  return rows.map(({ facilityId, label, fromOn, untilOn }) => ({ of: facilityId ? "FACILITY" : "CITY", facilityId, label, fromOn: civil(fromOn), untilOn: civil(untilOn) }));
}

/** What `plannableOf` needs to have been read. */
export const plannableSelect = {
  id: true, reference: true, version: true, state: true, startsAt: true, facilityId: true, createdAt: true, gateMinutes: true, setupMinutes: true, packDownMinutes: true,
  placeKind: true, placeName: true, placeStreet: true, placePostalCode: true, placeCity: true, placeDistrict: true, placeLatitude: true, placeLongitude: true,
  facility: { select: { siteSheet: { select: { visitsFrom: true, visitsUntil: true } } } },
  appointments: {
    where: { removedAt: null, outcome: null },
    select: {
      kind: true,
      case: {
        select: {
          residentId: true, service: true, dueOn: true,
          request: { select: { id: true, sentAt: true, ...dateColumns } },
          resident: { select: withFacts },
        },
      },
    },
  },
} as const satisfies Prisma.VisitSelect;
type PlannableRow = Prisma.VisitGetPayload<{ select: typeof plannableSelect }>;

function addressOf(row: Pick<PlannableRow, "facilityId" | "placeKind" | "placeStreet" | "placePostalCode" | "placeCity">): VisitAddress {
  return { facilityId: row.facilityId, isPrison: row.placeKind === "PRISON", street: row.placeStreet, postalCode: row.placePostalCode, city: row.placeCity };
}

/** A row as planning sees it. */
export function plannableOf(row: PlannableRow, today: CivilDate, parameters: ParameterValues): PlannableVisit {
  const cases = row.appointments.map((one) => one.case);
  const people = new Map(cases.map(({ residentId, resident }) => [residentId, visitPersonOf(careOf(resident.care))]));
  const sheet = row.facility.siteSheet;
  const dueOn = earliestDueOn(cases.map((one) => civilOrNull(one.dueOn)));
  const address = addressOf(row);
  return {
    visitId: row.id,
    place: placeOf(row),
    stayMinutes: stayOf({ ...row, persons: [...people.values()] }, parameters),
    hours: sheet && [{ fromMinutes: sheet.visitsFrom, untilMinutes: sheet.visitsUntil }],
    reference: row.reference,
    version: row.version,
    state: row.state,
    startsAt: row.startsAt,
    address,
    ...countsOf(row.appointments),
    ...allDatesOf(cases.map(({ request }) => request)),
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
  };
}

function rankOf(row: PlannableRow, dueOn: CivilDate | null, today: CivilDate, parameters: ParameterValues) {
  const cases = row.appointments.map((one) => one.case);
  const custodies = cases.map(({ resident }) => custodyOf(resident.custody));
  const sentAt = cases.map(({ request }) => request.sentAt ?? row.createdAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? row.createdAt;
  return { dueOn, sentAt, isPrisonInDutyWindow: custodies.some((custody) => isInDutyWindow(custody, today, parameters)) };
}

/** The visits that wait for a tour, the most pressing first (R59); inside a transaction. */
export async function visitsToPlan(tx: Tx, scope: Scope, { now, parameters }: { readonly now: Date; readonly parameters: ParameterValues }): Promise<readonly PlannableVisit[]> {
  const today = civilDateOf(now);
  const rows = await tx.visit.findMany({ where: { ...facilityFilter(scope), state: "TO_PLAN" }, select: plannableSelect });
  const ranked = rows.map((row) => {
    const visit = plannableOf(row, today, parameters);
    return { visit, rank: rankOf(row, visit.dueOn, today, parameters) };
  });
  return ranked.sort((a, b) => compareByDeadline(a.rank, b.rank)).map(({ visit }) => visit);
}

/** One visit as planning sees it, or null; inside a transaction. */
export async function plannableVisit(tx: Tx, scope: Scope, id: string, { now, parameters }: { readonly now: Date; readonly parameters: ParameterValues }): Promise<PlannableVisit | null> {
  const row = await tx.visit.findFirst({ where: { id, ...facilityFilter(scope) }, select: plannableSelect });
  return row && plannableOf(row, civilDateOf(now), parameters);
}
