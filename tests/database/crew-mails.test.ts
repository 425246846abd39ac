import { cancelTour, changeCrew, changeFrame, replaceKit, replaceVehicle } from "@/lib/tours/commands";
import { announceVisit, placeVisit } from "@/lib/visits/commands";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, aWaitingVisit, storeParameters, tourForm, valueOf, visitForm, type Desk } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));
beforeEach(() => database.prisma().mailOrder.deleteMany());

/** A desk whose staff have accounts; answers their addresses in the same order. */
async function aDeskWithAccounts(): Promise<Desk & { readonly addresses: readonly string[] }> {
  const desk = await aDesk(database);
  const addresses: string[] = [];
  for (const id of desk.staff) {
    const staff = await database.prisma().staffMember.findUniqueOrThrow({ where: { id } });
    const { person } = await signedIn(database.prisma(), "CREW", { staff });
    addresses.push(person.email);
  }
  return { ...desk, addresses };
}

const told = async () => (await database.prisma().mailOrder.findMany({ orderBy: { id: "asc" } })).map(({ kind, toAddress, facts }) => [kind, toAddress, (facts as { change?: string; because?: string }).change ?? (facts as { because?: string }).because ?? null]);
const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

test("the crew is told that a tour was made for it, with day and time and nothing about anybody to visit", async () => {
  const desk = await aDeskWithAccounts();
  const tourId = await aMadeTour(desk);
  expect(sorted(await told())).toEqual(sorted([["tour-assigned", desk.addresses[0], null], ["tour-assigned", desk.addresses[1], null]]));
  const { facts, facilityId, visitId } = await database.prisma().mailOrder.findFirstOrThrow();
  expect(Object.keys(facts as object).sort()).toEqual(["endsAt", "path", "reference", "startsAt"]);
  expect([(facts as { path: string }).path, facilityId, visitId]).toEqual([`/field/tours/${tourId}`, null, null]);
});

test("a changed crew: who comes is told so, who stays hears of it, who goes is free", async () => {
  const desk = await aDeskWithAccounts();
  const tourId = await aMadeTour(desk);
  await database.prisma().mailOrder.deleteMany();
  valueOf(await changeCrew(desk.lead, { ...(await tourForm(database, tourId)), staffIds: [desk.staff[1], desk.staff[2]] }));
  const expected = [["tour-cancelled", desk.addresses[0], "CREW_CHANGED"], ["tour-changed", desk.addresses[1], "CREW"], ["tour-assigned", desk.addresses[2], null]];
  expect(sorted(await told())).toEqual(sorted(expected));
});

test("the same crew again is no news", async () => {
  const desk = await aDeskWithAccounts();
  const tourId = await aMadeTour(desk);
  await database.prisma().mailOrder.deleteMany();
  valueOf(await changeCrew(desk.lead, { ...(await tourForm(database, tourId)), staffIds: [desk.staff[0], desk.staff[1]] }));
  expect(await told()).toEqual([]);
});

test("another kit, another vehicle, other times and the end of a tour are told to its crew", async () => {
  const desk = await aDeskWithAccounts();
  const tourId = await aMadeTour(desk);
  const form = () => tourForm(database, tourId);
  const both = (kind: string, what: string) => [[kind, desk.addresses[0], what], [kind, desk.addresses[1], what]];
  const steps = [
    [async () => replaceKit(desk.lead, { ...(await form()), kitId: desk.kits[1] }), both("tour-changed", "KIT")],
    [async () => replaceVehicle(desk.lead, { ...(await form()), vehicleId: desk.vehicles[1] }), both("tour-changed", "VEHICLE")],
    [async () => changeFrame(desk.lead, { ...(await form()), fromMinutes: 9 * 60, untilMinutes: 13 * 60 }), both("tour-changed", "FRAME")],
    [async () => cancelTour(desk.lead, await form()), both("tour-cancelled", "TOUR_CANCELLED")],
  ] as const;
  for (const [step, expected] of steps) {
    await database.prisma().mailOrder.deleteMany();
    valueOf(await step());
    expect(sorted(await told())).toEqual(sorted(expected));
  }
});

test("who has no account or a disabled one gets no mail", async () => {
  const desk = await aDeskWithAccounts();
  await database.prisma().user.updateMany({ where: { staffId: desk.staff[0] }, data: { disabledAt: await database.now() } });
  await aMadeTour(desk);
  expect((await told()).map(([, address]) => address)).toEqual([desk.addresses[1]]);
});

test("R60: a facility that knows the date gets the new names, and no new calendar entry; one that does not, gets nothing", async () => {
  const desk = await aDesk(database);
  const tourId = await aMadeTour(desk);
  const [knows, waits] = [await aHouse(database), await aHouse(database)];
  for (const house of [knows, waits]) {
    const visit = await aWaitingVisit(database, house, { count: 1 });
    valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visit.id)), tourId, startMinutes: null }));
    if (house === knows) valueOf(await announceVisit(desk.lead, await visitForm(database, visit.id)));
  }
  await database.prisma().mailOrder.deleteMany();
  valueOf(await changeCrew(desk.lead, { ...(await tourForm(database, tourId)), staffIds: [desk.staff[2], desk.staff[3]] }));
  const mails = await database.prisma().mailOrder.findMany();
  expect(mails.map(({ kind, facilityId, calendar }) => [kind, facilityId, calendar])).toEqual([["visit-crew-changed", knows.facility.id, null]]);
  const names = (await database.prisma().staffMember.findMany({ where: { id: { in: [desk.staff[2], desk.staff[3]] } } })).map(({ displayName }) => displayName).sort();
  expect((mails[0]!.facts as { crew: string[] }).crew).toEqual(names);
});
