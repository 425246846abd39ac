import { scopeOf } from "@/lib/auth/scope";
import { gateList } from "@/lib/gate/queries";
import { announceVisit, placeVisit, recordClearance } from "@/lib/visits/commands";
import { aFacility, aPrison } from "../builders/facilities";
import { componentsOf } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, aWaitingVisit, storeParameters, valueOf, visitForm } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

async function aVisitTo(facility = aPrison()) {
  const desk = await aDesk(database);
  const house = await aHouse(database, facility);
  const kit = await database.prisma().caseKit.findUniqueOrThrow({ where: { id: desk.kits[0] } });
  await store(database.prisma(), { kitComponent: componentsOf(kit).map((one) => (one.kind === "PRINTER" ? { ...one, state: "MISSING" } : one)) });
  const { id } = await aWaitingVisit(database, house);
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, id)), tourId: await aMadeTour(desk), startMinutes: null }));
  return { desk, house, id, announce: async () => valueOf(await announceVisit(desk.lead, await visitForm(database, id))) };
}

test("R57: names the crew, the car with its plate and every device that comes along, and says until when the clearance is needed", async () => {
  const { desk, id } = await aVisitTo();
  const list = (await gateList(scopeOf(desk.lead), id))!;
  const staff = await database.prisma().staffMember.findMany({ where: { id: { in: [desk.staff[0], desk.staff[1]] } }, orderBy: { displayName: "asc" } });
  const vehicle = await database.prisma().vehicle.findUniqueOrThrow({ where: { id: desk.vehicles[0] } });
  expect([list.crew, list.vehicle, list.clearedOn]).toEqual([staff.map(({ displayName }) => displayName), { label: vehicle.label, plate: vehicle.plate }, null]);
  expect(list.devices.map(({ kind }) => kind)).not.toContain("PRINTER");
  expect(list.devices.filter(({ isRadio }) => isRadio).map(({ kind }) => kind).sort()).toEqual(["LAPTOP", "LTE_ROUTER"]);
  expect(list.devices.filter(({ isCamera }) => isCamera)).toHaveLength(1);
  expect(list.neededOn < desk.day).toBe(true);
  valueOf(await recordClearance(desk.lead, await visitForm(database, id)));
  expect((await gateList(scopeOf(desk.lead), id))!.clearedOn).not.toBeNull();
});

test("R61: the prison has it from the announcement on, another prison and a crew never; it names nobody who is visited", async () => {
  const { house, id, announce } = await aVisitTo();
  const other = await aHouse(database, aPrison());
  expect(await gateList(scopeOf(house.person), id)).toBeNull();
  await announce();
  const list = await gateList(scopeOf(house.person), id);
  expect(list?.devices.length).toBeGreaterThan(4);
  const people = await database.prisma().resident.findMany({ where: { facilityId: house.facility.id }, select: { id: true, lastName: true } });
  for (const one of people) expect(JSON.stringify(list)).not.toContain(one.lastName);
  expect(await gateList(scopeOf(other.person), id)).toBeNull();
  expect(await gateList(scopeOf((await signedIn(database.prisma(), "CREW")).person), id)).toBeNull();
});

test("there is none for a home", async () => {
  const { desk, id, announce } = await aVisitTo(aFacility());
  await announce();
  expect(await gateList(scopeOf(desk.lead), id)).toBeNull();
});
