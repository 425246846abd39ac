import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { queueCases } from "@/lib/scheduling/commands";
import { placeVisit } from "@/lib/visits/commands";
import type { AppointmentKind } from "@/prisma/generated/client/enums";
import { personAs } from "../builders/accounts";
import { aPrison } from "../builders/facilities";
import { useDatabase } from "./database";
import { acceptedCases, aDesk, aHouse, aMadeTour, aWaitingVisit, refusalOf, storeParameters, valueOf, type House } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

async function queue({ facility }: House, cases: readonly { id: string }[], kind: AppointmentKind = "APPLICATION"): Promise<string[]> {
  const caseIds = cases.map(({ id }) => id);
  const { visitIds } = await inScope(scopeOf(personAs("TEAM_LEAD")), async (tx) => queueCases(tx, await databaseNow(tx), facility.id, caseIds, kind));
  return visitIds;
}

const visitsOf = ({ facility }: House) => database.prisma().visit.findMany({ where: { facilityId: facility.id }, include: { appointments: { orderBy: { position: "asc" } } }, orderBy: { id: "asc" } });

test("accepted cases of one facility wait in one visit, each as the last appointment", async () => {
  const house = await aHouse(database);
  await queue(house, await acceptedCases(database, house, { count: 2 }));
  await queue(house, await acceptedCases(database, house, { count: 1 }));
  const [visit, ...more] = await visitsOf(house);
  expect(more).toEqual([]);
  expect(visit).toMatchObject({ state: "TO_PLAN", placeName: house.facility.name, setupMinutes: 20, packDownMinutes: 15, gateMinutes: 0 });
  expect(visit?.appointments.map(({ position }) => position)).toEqual([1, 2, 3]);
});

test("two requests accepted at one time share one visit", async () => {
  const house = await aHouse(database);
  const both = [await acceptedCases(database, house), await acceptedCases(database, house)];
  await Promise.all(both.map((cases) => queue(house, cases)));
  const visits = await visitsOf(house);
  expect(visits.map(({ appointments }) => appointments.length)).toEqual([4]);
});

test("R57 a visit to a prison begins at the gate, at least 30 minutes before", async () => {
  const prison = await aHouse(database, aPrison(), { gateMinutes: 10 });
  await queue(prison, await acceptedCases(database, prison));
  expect((await visitsOf(prison))[0]).toMatchObject({ gateMinutes: 30 });
});

test("R53 more people than fit on one day wait in several visits", async () => {
  const house = await aHouse(database);
  const visitIds = await queue(house, await acceptedCases(database, house, { count: 40 }));
  expect(visitIds).toHaveLength(3);
  const longest = 8 * 60;
  for (const { appointments } of await visitsOf(house)) expect(20 + appointments.length * 25 + 15).toBeLessThanOrEqual(longest);
});

test("R47 hand-overs do not wait together with applications", async () => {
  const house = await aHouse(database);
  await queue(house, await acceptedCases(database, house));
  await queue(house, await acceptedCases(database, house, { case: { state: "APPLIED" } }), "HAND_OVER");
  expect(await visitsOf(house)).toHaveLength(2);
});

test("cases of another facility are not brought in", async () => {
  const [house, other] = [await aHouse(database), await aHouse(database)];
  await queue(house, await acceptedCases(database, other));
  expect((await visitsOf(house)).flatMap(({ appointments }) => appointments)).toEqual([]);
});

test("a visit that is just being placed is looked at again when somebody joins it", async () => {
  const [desk, house] = [await aDesk(database), await aHouse(database)];
  const visit = await aWaitingVisit(database, house);
  const tourId = await aMadeTour(desk);
  await queue(house, await acceptedCases(database, house));
  expect(refusalOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null })).code).toBe("stale");
  const [now] = await visitsOf(house);
  expect(now?.appointments).toHaveLength(4);
  valueOf(await placeVisit(desk.lead, { id: visit.id, version: now!.version, tourId, startMinutes: null }));
  expect(await queue(house, await acceptedCases(database, house))).not.toContain(visit.id);
});
