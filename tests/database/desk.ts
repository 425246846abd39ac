import type { Person } from "@/lib/auth/types";
import type { Outcome } from "@/lib/outcome";
import type { Refusal, RefusalCode } from "@/lib/refusals";
import { civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";
import { makeTour } from "@/lib/tours/commands";
import type { Case, Facility, Resident, SiteSheet } from "@/prisma/generated/client/client";
import type { ResidentCare, Visit } from "@/tests/builders/plain";
import { openDay } from "../builders/days";
import { aFacility, aSiteSheet } from "../builders/facilities";
import { legalParameters } from "../builders/records";
import { aCase, anAppointment, aRequest, aVisit } from "../builders/requests";
import { aCare, aResident } from "../builders/residents";
import { aKit, aStaffMember, aVehicle, trainingOf } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import type { TestDatabase } from "./database";

/** A planning desk of its own for one test: nothing of it is taken by anybody else, and its day is open and far enough away. */
export type Desk = {
  readonly lead: Person;
  readonly day: CivilDate;
  readonly kits: readonly [string, string];
  readonly vehicles: readonly [string, string];
  readonly staff: readonly [string, string, string, string];
  /** The same form for a tour every time; a test changes what it is about. */
  readonly tour: (overrides?: Partial<Parameters<typeof makeTour>[1]>) => Parameters<typeof makeTour>[1];
};

/** Stores what every desk needs once per test file. */
export async function storeParameters(database: TestDatabase): Promise<void> {
  await store(database.prisma(), { legalParameter: legalParameters() });
}

export async function aDesk(database: TestDatabase): Promise<Desk> {
  const kits = [aKit(), aKit()] as const;
  const vehicles = [aVehicle(), aVehicle()] as const;
  const staff = [aStaffMember(), aStaffMember(), aStaffMember(), aStaffMember()] as const;
  await store(database.prisma(), { caseKit: kits, vehicle: vehicles, staffMember: staff, training: staff.map((member) => trainingOf(member)) });
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  const day = openDay(civilDateOf(await database.now()), 15);
  const crew = [staff[0].id, staff[1].id];
  return {
    lead,
    day,
    kits: [kits[0].id, kits[1].id],
    vehicles: [vehicles[0].id, vehicles[1].id],
    staff: [staff[0].id, staff[1].id, staff[2].id, staff[3].id],
    tour: (overrides = {}) => ({ tourOn: day, kitId: kits[0].id, vehicleId: vehicles[0].id, staffIds: crew, fromMinutes: 8 * 60, untilMinutes: 12 * 60, ...overrides }),
  };
}

export type House = { readonly facility: Facility; readonly person: Person };

/** A facility with its site sheet and somebody who is signed in for it. */
export async function aHouse(database: TestDatabase, facility: Facility = aFacility(), sheet: Partial<SiteSheet> = {}): Promise<House> {
  await store(database.prisma(), { facility: [facility], siteSheet: [aSiteSheet({ facilityId: facility.id, ...sheet })] });
  const role = facility.kind === "PRISON" ? "PRISON_SOCIAL_SERVICE" : "FACILITY_STAFF";
  return { facility, person: (await signedIn(database.prisma(), role, { facility })).person };
}

type Persons = { readonly count?: number; readonly resident?: Partial<Resident>; readonly care?: Partial<ResidentCare>; readonly case?: Partial<Case> };

/** Accepted cases of as many persons, not in a visit yet. */
export async function acceptedCases(database: TestDatabase, { facility }: House, persons: Persons = {}): Promise<readonly Case[]> {
  const request = aRequest({ facilityId: facility.id, state: "ACCEPTED" });
  const residents = Array.from({ length: persons.count ?? 2 }, () => aResident({ facilityId: facility.id, ...persons.resident }));
  const cases = residents.map(({ id }) => aCase({ requestId: request.id, residentId: id, facilityId: facility.id, state: "ACCEPTED", ...persons.case }));
  const care = residents.map(({ id }) => aCare({ residentId: id, ...persons.care }));
  await store(database.prisma(), { resident: residents, residentCare: care, visitRequest: [request], case: cases });
  return cases;
}

/** A visit to a house with accepted cases that waits to be planned. */
export async function aWaitingVisit(database: TestDatabase, house: House, persons: Persons = {}, overrides: Partial<Visit> = {}): Promise<Visit> {
  const { facility } = house;
  const cases = await acceptedCases(database, house, persons);
  const visit = aVisit(facility, overrides);
  const appointments = cases.map((one, index) => anAppointment({ visitId: visit.id, caseId: one.id, facilityId: facility.id, position: index + 1 }));
  await store(database.prisma(), { visit: [visit], appointment: appointments });
  return visit;
}

/** The value of a change that was carried out; a refusal fails the test with its code. */
export function valueOf<T>(outcome: Outcome<T, Refusal>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The refusal of a change; a change that was carried out fails the test. */
export function refusalOf<C extends RefusalCode = RefusalCode>(outcome: Outcome<unknown, Refusal>): Extract<Refusal, { code: C }> {
  if (outcome.ok) throw new Error("it was not refused");
  return outcome.refusal as Extract<Refusal, { code: C }>;
}

/** The id and version of a row, as the form of a page that was just loaded has them. */
export async function tourForm(database: TestDatabase, id: string): Promise<{ id: string; version: number }> {
  return database.prisma().tour.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
}

export async function visitForm(database: TestDatabase, id: string): Promise<{ id: string; version: number }> {
  return database.prisma().visit.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
}

/** Makes the desk's tour; answers its id. */
export async function aMadeTour(desk: Desk, overrides: Partial<Parameters<typeof makeTour>[1]> = {}): Promise<string> {
  return valueOf(await makeTour(desk.lead, desk.tour(overrides))).id;
}

/** A time of the desk's day. */
export function at(desk: Desk, hours: number, minutes = 0): Date {
  return instantOf(desk.day, hours * 60 + minutes);
}

/** How many rows of everything that a change can leave. */
export async function counts(database: TestDatabase): Promise<Record<string, number>> {
  const { tour, reservation, auditEntry, mailOrder, visit, tourMember } = database.prisma();
  return { tours: await tour.count(), reservations: await reservation.count(), audit: await auditEntry.count(), mails: await mailOrder.count(), visits: await visit.count(), members: await tourMember.count() };
}
