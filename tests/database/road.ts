import type { Person } from "@/lib/auth/types";
import { dateColumn } from "@/lib/db/civil";
import { civilDateOf, instantOf } from "@/lib/time/calendar";
import type { Facility, Tour } from "@/prisma/generated/client/client";
import type { Visit } from "@/tests/builders/plain";
import { aFacility } from "../builders/facilities";
import { aKit, aStaffMember, aVehicle, trainingOf } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import { aBookedTour } from "../builders/tours";
import type { TestDatabase } from "./database";
import { aHouse, aWaitingVisit, type House } from "./desk";

export type OnTheRoad = { readonly tour: Tour; readonly visit: Visit; readonly house: House; readonly crew: Person };
type Persons = NonNullable<Parameters<typeof aWaitingVisit>[2]>;

/** A tour of today that is under way with one visit, and one of its crew signed in. */
export async function aTourUnderway(database: TestDatabase, persons: Persons = {}, facility: Facility = aFacility()): Promise<OnTheRoad> {
  const today = civilDateOf(await database.now());
  const [kit, vehicle, staff] = [aKit(), aVehicle(), [aStaffMember(), aStaffMember()]];
  const booked = aBookedTour({ kit, vehicle, crew: staff }, { tourOn: dateColumn(today), departsAt: instantOf(today, 8 * 60), returnsAt: instantOf(today, 12 * 60), state: "UNDERWAY" });
  const prisma = database.prisma();
  await store(prisma, { caseKit: [kit], vehicle: [vehicle], staffMember: staff, training: staff.map((member) => trainingOf(member)) });
  await store(prisma, { tour: [booked.tour], tourMember: booked.members, reservation: booked.reservations });
  const house = await aHouse(database, facility);
  const visit = await aWaitingVisit(database, house, persons, { state: "UNDERWAY", tourId: booked.tour.id, startsAt: instantOf(today, 9 * 60), endsAt: instantOf(today, 11 * 60) });
  return { tour: booked.tour, visit, house, crew: (await signedIn(prisma, "CREW", { staff: staff[0]! })).person };
}
