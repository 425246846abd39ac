import type { Person } from "@/lib/auth/types";
import { dateColumn } from "@/lib/db/civil";
import { addDays, civilDateOf, instantOf } from "@/lib/time/calendar";
import { finishTour, startTour } from "@/lib/tours/commands";
import type { Facility, Tour } from "@/prisma/generated/client/client";
import type { Visit } from "@/tests/builders/plain";
import { openDay } from "../builders/days";
import { aFacility, aPrison } from "../builders/facilities";
import { aKit, aStaffMember, aVehicle, trainingOf } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import { aBookedTour } from "../builders/tours";
import { useDatabase } from "./database";
import { aHouse, aWaitingVisit, refusalOf, storeParameters, tourForm, valueOf, type House } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

type Ready = { readonly tour: Tour; readonly visit: Visit; readonly house: House; readonly crew: Person };

/** A tour of today with one confirmed visit, all of its resources reserved, and one of its crew signed in. */
async function aTourOfToday(facility: Facility = aFacility(), visitOverrides: Partial<Visit> = {}, tourOverrides: Partial<Tour> = {}): Promise<Ready> {
  const today = civilDateOf(await database.now());
  const [kit, vehicle, staff] = [aKit(), aVehicle(), [aStaffMember(), aStaffMember()]];
  const times = { tourOn: dateColumn(today), departsAt: instantOf(today, 8 * 60), returnsAt: instantOf(today, 12 * 60) };
  const booked = aBookedTour({ kit, vehicle, crew: staff }, { ...times, ...tourOverrides });
  const prisma = database.prisma();
  await store(prisma, { caseKit: [kit], vehicle: [vehicle], staffMember: staff, training: staff.map((member) => trainingOf(member)) });
  await store(prisma, { tour: [booked.tour], tourMember: booked.members, reservation: booked.reservations });
  const house = await aHouse(database, facility);
  const stay = { startsAt: instantOf(today, 9 * 60), endsAt: instantOf(today, 11 * 60) };
  const visit = await aWaitingVisit(database, house, {}, { state: "CONFIRMED", tourId: booked.tour.id, ...stay, ...visitOverrides });
  return { tour: booked.tour, visit, house, crew: (await signedIn(prisma, "CREW", { staff: staff[0]! })).person };
}

const visitState = async ({ visit }: Ready) => (await database.prisma().visit.findUniqueOrThrow({ where: { id: visit.id } })).state;
const start = async (ready: Ready) => startTour(ready.crew, await tourForm(database, ready.tour.id));

test("a crew member of the tour sets out, and its visits are underway", async () => {
  const ready = await aTourOfToday();
  valueOf(await start(ready));
  expect(await visitState(ready)).toBe("UNDERWAY");
  expect(await database.prisma().tour.findUniqueOrThrow({ where: { id: ready.tour.id } })).toMatchObject({ state: "UNDERWAY", startedAt: expect.any(Date) });
});

test("R61 nobody else sets out: not another crew, not the planning desk", async () => {
  const ready = await aTourOfToday();
  const other = await aTourOfToday();
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  for (const actor of [other.crew, lead, ready.house.person]) {
    expect(refusalOf(await startTour(actor, await tourForm(database, ready.tour.id)))).toEqual({ code: "notFound" });
  }
});

test("a tour of another day does not set out today", async () => {
  const tomorrow = addDays(civilDateOf(await database.now()), 1);
  const ready = await aTourOfToday(aFacility(), {}, { tourOn: dateColumn(tomorrow) });
  expect(refusalOf(await start(ready))).toMatchObject({ code: "tour.wrongDay", date: tomorrow });
});

test("R57 a tour with a prison on it does not set out without the prison's clearance", async () => {
  const ready = await aTourOfToday(aPrison());
  expect(refusalOf(await start(ready))).toMatchObject({ code: "tour.clearanceMissing" });
  expect(await visitState(ready)).toBe("CONFIRMED");
});

test("R57 a clearance recorded on the day of the tour is too late, one working day before is in time", async () => {
  const now = await database.now();
  const late = await aTourOfToday(aPrison(), { clearedAt: now });
  expect(refusalOf(await start(late))).toMatchObject({ code: "tour.clearanceTooLate", clearedOn: civilDateOf(now) });
  const inTime = await aTourOfToday(aPrison(), { clearedAt: instantOf(openDay(civilDateOf(now), -2), 12 * 60) });
  valueOf(await start(inTime));
});

test("R50 a tour with a gap does not set out", async () => {
  const now = await database.now();
  const release = (where: object) => database.prisma().reservation.updateMany({ where, data: { releasedAt: now } });
  const withoutKit = await aTourOfToday();
  await release({ tourId: withoutKit.tour.id, kitId: { not: null } });
  expect(refusalOf(await start(withoutKit))).toEqual({ code: "tour.kitMissing" });
  const alone = await aTourOfToday();
  await release({ tourId: alone.tour.id, staffId: alone.crew.staffId });
  expect(refusalOf(await start(alone))).toEqual({ code: "tour.crewTooSmall", have: 1, need: 2 });
  const withoutVehicle = await aTourOfToday();
  await release({ tourId: withoutVehicle.tour.id, vehicleId: { not: null } });
  expect(refusalOf(await start(withoutVehicle))).toEqual({ code: "tour.vehicleMissing" });
});

test("R51 a tour does not set out with somebody whose training has ended", async () => {
  const ready = await aTourOfToday();
  await database.prisma().training.updateMany({ where: { staffId: ready.crew.staffId! }, data: { validUntilOn: ready.tour.tourOn } });
  expect(refusalOf(await start(ready))).toMatchObject({ code: "staff.trainingNotValid" });
});

test("a tour does not set out with a visit that was not announced", async () => {
  const ready = await aTourOfToday(aFacility({ name: "Haus Lindenblick" }), { state: "PLANNED" });
  expect(refusalOf(await start(ready))).toEqual({ code: "tour.visitNotAnnounced", place: "Haus Lindenblick" });
});

test("a tour is finished when every appointment has an outcome", async () => {
  const ready = await aTourOfToday();
  valueOf(await start(ready));
  const finish = async () => finishTour(ready.crew, await tourForm(database, ready.tour.id));
  expect(refusalOf(await finish())).toEqual({ code: "visit.outcomesMissing", count: 2 });
  const now = await database.now();
  await database.prisma().appointment.updateMany({ where: { visitId: ready.visit.id }, data: { outcome: "APPLIED", outcomeAt: now } });
  valueOf(await finish());
  expect(await visitState(ready)).toBe("DONE");
  expect(refusalOf(await finish())).toMatchObject({ code: "tour.wrongState", state: "DONE" });
});
