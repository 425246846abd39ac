import { facilityFilter, scopeOf, tourFilter, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { plannableOf, plannableSelect } from "@/lib/backlog/queries";
import type { PlannableVisit } from "@/lib/board/types";
import { askedColumns, askedOf } from "@/lib/cases/queries";
import { serviceAtVisit } from "@/lib/cases/rules";
import type { Service } from "@/lib/cases/types";
import { civil } from "@/lib/db/civil";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { siteOf } from "@/lib/facilities/queries";
import { siteGapsOf } from "@/lib/facilities/rules";
import type { SiteGap, SiteSheet } from "@/lib/facilities/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { judge, type Judgement } from "@/lib/law/rules";
import { isPlanner } from "@/lib/reservations/queries";
import { careOf, residentFactsOf, withFacts } from "@/lib/residents/queries";
import type { FingerprintObstacle, ResidentFacts } from "@/lib/residents/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import { clearanceNeededOn } from "@/lib/tours/rules";
import { visitPersonOf } from "@/lib/visits/rules";
import type { DateQuestionReason, VisitPerson } from "@/lib/visits/types";
import type { Prisma } from "@/prisma/generated/client/client";

/** Somebody to visit, with what the crew must be ready for and what the law says. */
export type VisitedPerson = VisitPerson & {
  readonly residentId: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly facts: ResidentFacts;
  readonly fingerprintObstacle: FingerprintObstacle;
  readonly services: readonly Service[];
  readonly judgement: Judgement;
};

/** Everything about one visit for the planning desk. */
export type VisitDetail = {
  readonly id: string;
  readonly plan: PlannableVisit;
  readonly endsAt: Date | null;
  /** Copied when the visit was made (R53). */
  readonly gateMinutes: number;
  readonly setupMinutes: number;
  readonly packDownMinutes: number;
  readonly facility: { readonly id: string; readonly contactName: string; readonly contactPhone: string; readonly contactEmail: string };
  readonly site: SiteSheet | null;
  /** What the room lacks or nobody has said (R56). */
  readonly siteGaps: readonly SiteGap[];
  readonly tour: { readonly id: string; readonly reference: string; readonly date: CivilDate; readonly kitLabel: string; readonly crew: readonly string[]; readonly clearanceNeededOn: CivilDate } | null;
  readonly persons: readonly VisitedPerson[];
  readonly requests: readonly { readonly id: string; readonly reference: string }[];
  readonly parameters: ParameterValues;
  readonly questionReason: DateQuestionReason | null;
  readonly questionedAt: Date | null;
  readonly clearedAt: Date | null;
  readonly announcedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly calendarSequence: number;
  readonly hasCalendarEntry: boolean;
  readonly visitCode: string;
};

const detailSelect = {
  ...plannableSelect,
  endsAt: true, questionReason: true, questionedAt: true, clearedAt: true, announcedAt: true, confirmedAt: true, calendarSequence: true, hasCalendarEntry: true, visitCode: true,
  facility: { select: { id: true, contactName: true, contactPhone: true, contactEmail: true, siteSheet: true } },
  tour: { select: { id: true, reference: true, tourOn: true, kit: { select: { label: true, hasCertifiedCamera: true } }, members: { select: { staff: { select: { displayName: true } } }, orderBy: { staff: { displayName: "asc" } } } } },
} as const satisfies Prisma.VisitSelect;

const peopleSelect = {
  where: { removedAt: null },
  orderBy: [{ position: "asc" }, { id: "asc" }],
  select: { kind: true, case: { select: { service: true, ...askedColumns, request: { select: { id: true, reference: true } }, resident: { include: withFacts } } } },
} as const satisfies Prisma.Visit$appointmentsArgs;
type PersonRow = Prisma.AppointmentGetPayload<{ select: (typeof peopleSelect)["select"] }>;

function personsOf(rows: readonly PersonRow[], context: { readonly today: CivilDate; readonly visitOn: CivilDate | null; readonly parameters: ParameterValues; readonly hasCertifiedCamera: boolean }): readonly VisitedPerson[] {
  const residents = new Map(rows.filter((row) => row.case.resident.restrictedAt === null).map((row) => [row.case.resident.id, row.case.resident]));
  return [...residents].map(([residentId, resident]) => {
    const own = rows.filter((row) => row.case.resident.id === residentId);
    const facts = residentFactsOf(resident);
    const services = own.map((one) => serviceAtVisit(one.case.service, one.kind === "HAND_OVER" ? "APPLIED" : "ACCEPTED"));
    // A prison may provide the photo itself; until it says so the kit's camera counts.
    const judgement = judge(facts, services, { ...context, photoBy: "AUTHORITY", isOutsideServiceHours: false }, askedOf(own.map((one) => one.case)));
    const care = careOf(resident.care);
    return { residentId, lastName: resident.lastName, firstNames: resident.firstNames, facts, services, judgement, fingerprintObstacle: care.fingerprintObstacle, ...visitPersonOf(care) };
  });
}

/** One visit with the people to visit, or null. Care and custody facts are read with it, so the reading is on record (R70). */
export async function viewVisitPlan(actor: Actor, id: string | undefined): Promise<VisitDetail | null> {
  const scope = scopeOf(actor);
  if (!isId(id) || !isPlanner(scope)) return null;
  return inScope(scope, async (tx) => {
    const row = await tx.visit.findFirst({ where: { id, ...facilityFilter(scope) }, select: detailSelect });
    if (!row) return null;
    const now = await databaseNow(tx);
    const today = civilDateOf(now);
    const visitOn = row.startsAt && civilDateOf(row.startsAt);
    const parameters = await parametersInForce(tx, visitOn ?? today);
    const people = await tx.appointment.findMany({ ...peopleSelect, where: { ...peopleSelect.where, visitId: id } });
    const { facility, tour, appointments: _appointments, ...rest } = row;
    const { siteSheet, ...contact } = facility;
    return {
      ...rest,
      plan: plannableOf(row, today, parameters),
      facility: contact,
      site: siteOf(siteSheet),
      siteGaps: siteGapsOf(siteOf(siteSheet)),
      tour: tour && { id: tour.id, reference: tour.reference, date: civil(tour.tourOn), kitLabel: tour.kit.label, crew: tour.members.map(({ staff }) => staff.displayName), clearanceNeededOn: clearanceNeededOn(civil(tour.tourOn), parameters) },
      persons: personsOf(people, { today, visitOn, parameters, hasCertifiedCamera: tour?.kit.hasCertifiedCamera ?? true }),
      requests: [...new Map(people.map(({ case: { request } }) => [request.id, request])).values()],
      parameters,
    };
  });
}

/** What a driver needs to know about a stop: whom to call, and the house. Nothing about the people to visit. */
export type StopNotes = Pick<VisitDetail, "facility" | "site" | "visitCode"> & { readonly visitId: string };

/** The notes on every stop of a tour. */
export async function stopNotes(scope: Scope, tourId: string): Promise<readonly StopNotes[]> {
  return inScope(scope, async (tx) => {
    const select = { id: true, visitCode: true, facility: detailSelect.facility } as const;
    const rows = await tx.visit.findMany({ where: { tourId, state: { not: "CANCELLED" }, tour: tourFilter(scope) }, select });
    return rows.map(({ id, visitCode, facility: { siteSheet, ...facility } }) => ({ visitId: id, visitCode, facility, site: siteOf(siteSheet) }));
  });
}
