import { scopeOf, tourFilter, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { outcomesFor, stateAtVisit } from "@/lib/cases/rules";
import type { AppointmentOutcome, NotPossibleReason, Service } from "@/lib/cases/types";
import { openFrom, openNote } from "@/lib/crypto/columns";
import { civil } from "@/lib/db/civil";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { cardValidUntil, fingerprintsOf, getsPinEnvelope, type Fingerprints } from "@/lib/law/validity";
import { careOf } from "@/lib/residents/queries";
import type { AppliesBy, IdCardState, Mobility, Representation } from "@/lib/residents/types";
import { addDays, civilDateOf, type CivilDate } from "@/lib/time/calendar";
import type { TourState } from "@/lib/tours/types";
import { personTimes, visitPersonOf } from "@/lib/visits/rules";
import type { VisitState } from "@/lib/visits/types";
import type { Prisma } from "@/prisma/generated/client/client";
import { dateColumn } from "@/lib/db/civil";

const AHEAD_DAYS = 28;

export type FieldTourLine = {
  readonly id: string;
  readonly reference: string;
  readonly state: TourState;
  readonly tourOn: CivilDate;
  readonly isToday: boolean;
  readonly departsAt: Date;
  readonly returnsAt: Date;
  readonly kitLabel: string;
  readonly vehicleLabel: string;
  readonly crew: readonly string[];
  readonly places: readonly string[];
};

/** The own tours from today on, and any that is still under way. */
export async function myTours(scope: Scope): Promise<readonly FieldTourLine[]> {
  return inScope(scope, async (tx) => {
    const today = civilDateOf(await databaseNow(tx));
    const rows = await tx.tour.findMany({
      where: {
        ...tourFilter(scope),
        OR: [{ state: "UNDERWAY" }, { tourOn: { gte: dateColumn(today), lt: dateColumn(addDays(today, AHEAD_DAYS)) }, state: { not: "CANCELLED" } }],
      },
      include: { kit: true, vehicle: true, members: { include: { staff: true } }, visits: { where: { state: { not: "CANCELLED" } }, orderBy: { startsAt: "asc" } } },
      orderBy: { departsAt: "asc" },
    });
    return rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      state: row.state,
      tourOn: civil(row.tourOn),
      isToday: civil(row.tourOn) === today,
      departsAt: row.departsAt,
      returnsAt: row.returnsAt,
      kitLabel: row.kit.label,
      vehicleLabel: row.vehicle.label,
      crew: row.members.map(({ staff }) => staff.displayName).sort(),
      places: row.visits.map(({ placeName }) => placeName),
    }));
  });
}

const withStops = {
  kit: { include: { components: { orderBy: { kind: "asc" } } } },
  vehicle: true,
  members: { include: { staff: true } },
  visits: {
    where: { state: { not: "CANCELLED" } },
    orderBy: { startsAt: "asc" },
    include: {
      facility: { include: { siteSheet: true } },
      appointments: { where: { removedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }], include: { case: { include: { resident: { include: { care: true } } } } } },
    },
  },
} as const satisfies Prisma.TourInclude;
type TourRow = Prisma.TourGetPayload<{ include: typeof withStops }>;
type VisitRow = TourRow["visits"][number];

export type FieldAppointment = {
  readonly id: string;
  readonly version: number;
  readonly service: Service;
  readonly isHandOver: boolean;
  readonly outcome: AppointmentOutcome | null;
  readonly impediment: NotPossibleReason | null;
  /** R43: null where no application was recorded. */
  readonly isEnvelopeRecorded: boolean | null;
  /** What may be recorded now; the success first. */
  readonly possible: readonly AppointmentOutcome[];
  /** What could have been recorded at this visit; the success first. */
  readonly couldBe: readonly AppointmentOutcome[];
  readonly isRecordedToday: boolean;
};

export type FieldPerson = {
  readonly residentId: string;
  readonly label: string;
  readonly bornOn: CivilDate;
  /** When the work with this person begins, in the order of the ward; null while the visit has no time. */
  readonly turnAt: Date | null;
  readonly mobility: Mobility;
  readonly representation: Representation;
  readonly appliesBy: AppliesBy;
  /** R37, R38: what the crew does about fingerprints. */
  readonly fingerprints: Fingerprints;
  /** R34: the last day of a card that is applied for at this visit; null for one without an end. */
  readonly cardValidUntil: CivilDate | null;
  /** R42: whether a PIN envelope is handed over at the application. */
  readonly getsPinEnvelope: boolean;
  readonly idCardState: IdCardState;
  readonly appointments: readonly FieldAppointment[];
};

export type FieldStop = {
  readonly visitId: string;
  readonly reference: string;
  readonly state: VisitState;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly visitCode: string;
  readonly place: { readonly name: string; readonly address: string; readonly latitude: number; readonly longitude: number; readonly isPrison: boolean };
  readonly contact: { readonly name: string; readonly phone: string };
  readonly site: { readonly room: string; readonly parking: string; readonly accessNote: string; readonly hasTable: boolean; readonly hasSocket: boolean; readonly hasStepFreeWay: boolean; readonly mobileReception: "GOOD" | "WEAK" | "NONE" | "UNKNOWN" } | null;
  readonly crewNote: string;
  readonly persons: readonly FieldPerson[];
};

export type FieldTour = Omit<FieldTourLine, "places"> & {
  readonly version: number;
  readonly components: readonly { readonly kind: TourRow["kit"]["components"][number]["kind"]; readonly inventoryTag: string }[];
  readonly stops: readonly FieldStop[];
};

/** One tour with its stops and people, for its crew and the team lead, or null. The reading is on record. */
export async function fieldTour(actor: Actor, id: string | undefined): Promise<FieldTour | null> {
  return isId(id) ? readTour(actor, { id }) : null;
}

/** The tour to which a visit belongs, for the same people; null for a visit without a tour. */
export async function fieldTourOfVisit(actor: Actor, visitId: string | undefined): Promise<FieldTour | null> {
  return isId(visitId) ? readTour(actor, { visits: { some: { id: visitId, state: { not: "CANCELLED" } } } }) : null;
}

/** The tour to which an appointment belongs. */
export async function fieldTourOfAppointment(actor: Actor, appointmentId: string | undefined): Promise<FieldTour | null> {
  return isId(appointmentId) ? readTour(actor, { visits: { some: { appointments: { some: { id: appointmentId, removedAt: null } } } } }) : null;
}

async function readTour(actor: Actor, where: Prisma.TourWhereInput): Promise<FieldTour | null> {
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const row = await tx.tour.findFirst({ where: { AND: [where, tourFilter(scope)] }, include: withStops });
    if (!row) return null;
    const now = await databaseNow(tx);
    const tourOn = civil(row.tourOn);
    const parameters = await parametersInForce(tx, tourOn);
    return {
      id: row.id,
      version: row.version,
      reference: row.reference,
      state: row.state,
      tourOn: civil(row.tourOn),
      isToday: civil(row.tourOn) === civilDateOf(now),
      departsAt: row.departsAt,
      returnsAt: row.returnsAt,
      kitLabel: row.kit.label,
      vehicleLabel: `${row.vehicle.label} (${row.vehicle.plate})`,
      crew: row.members.map(({ staff }) => staff.displayName).sort(),
      components: row.kit.components.map(({ kind, inventoryTag }) => ({ kind, inventoryTag })),
      stops: row.visits.map((visit) => stopOf(visit, civilDateOf(now), { visitOn: tourOn, parameters })),
    };
  });
}

function stopOf(row: VisitRow, today: CivilDate, { visitOn, parameters }: { readonly visitOn: CivilDate; readonly parameters: ParameterValues }): FieldStop {
  const { siteSheet } = row.facility;
  const residents = [...new Map(row.appointments.filter((one) => one.case.resident.restrictedAt === null).map((one) => [one.case.residentId, one.case.resident])).values()];
  const turns = row.startsAt ? personTimes({ ...row, startsAt: row.startsAt }, residents.map(({ care }) => visitPersonOf(careOf(care))), parameters) : [];
  return {
    visitId: row.id,
    reference: row.reference,
    state: row.state,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    visitCode: row.visitCode,
    place: {
      name: row.placeName,
      address: `${row.placeStreet}, ${row.placePostalCode} ${row.placeCity}`,
      latitude: row.placeLatitude,
      longitude: row.placeLongitude,
      isPrison: row.placeKind === "PRISON",
    },
    contact: { name: row.facility.contactName, phone: row.facility.contactPhone },
    site: siteSheet,
    crewNote: openNote("Visit.crewNoteSealed", row.id, row.crewNoteSealed),
    persons: residents.map((resident, index) => {
      const bornOn = civil(resident.bornOn);
      const { mobility, representation, appliesBy, fingerprintObstacle } = careOf(resident.care);
      return {
        residentId: resident.id,
        label: `${resident.firstNames} ${resident.lastName}`,
        bornOn,
        turnAt: turns[index]?.from ?? null,
        mobility,
        representation,
        appliesBy,
        fingerprints: fingerprintsOf(bornOn, fingerprintObstacle, visitOn, parameters),
        cardValidUntil: cardValidUntil(bornOn, fingerprintObstacle, visitOn, parameters),
        getsPinEnvelope: getsPinEnvelope(bornOn, fingerprintObstacle, visitOn, parameters),
        idCardState: resident.idCardState,
        appointments: row.appointments.filter((one) => one.case.residentId === resident.id).map((one) => appointmentOf(one, today)),
      };
    }),
  };
}

/** Why an outcome was not possible, opened; null where it was. */
export function impedimentOf({ id, impedimentSealed }: { readonly id: string; readonly impedimentSealed: string | null }): NotPossibleReason | null {
  return impedimentSealed === null ? null : openFrom("Appointment.impedimentSealed", id, impedimentSealed);
}

function appointmentOf(row: VisitRow["appointments"][number], today: CivilDate): FieldAppointment {
  return {
    id: row.id,
    version: row.version,
    service: row.case.service,
    isHandOver: row.kind === "HAND_OVER",
    outcome: row.outcome,
    impediment: impedimentOf(row),
    isEnvelopeRecorded: row.isEnvelopeRecorded,
    possible: row.outcome ? [] : outcomesFor(row.case.service, row.case.state),
    couldBe: outcomesFor(row.case.service, stateAtVisit(row.case.service, row.kind === "HAND_OVER")),
    isRecordedToday: row.outcomeAt !== null && civilDateOf(row.outcomeAt) === today,
  };
}
