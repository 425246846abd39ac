import { cancelTour, changeCrew, changeFrame, replaceKit, replaceVehicle } from "@/lib/tours/commands";
import { announceVisit, moveVisit, placeVisit, removeVisit } from "@/lib/visits/commands";
import { withdrawRequest } from "@/lib/withdrawals/commands";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, at, aWaitingVisit, refusalOf, storeParameters, tourForm, valueOf, visitForm, type Desk, type House } from "./desk";
import { requestForm } from "./facility-house";

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

describe("visits of an announced tour", () => {
  const both = (desk: { readonly addresses: readonly string[] }, from = 0) => desk.addresses.slice(from, from + 2).map((address) => ["tour-changed", address, "VISITS"]);
  const placed = async (desk: Desk, tourId: string, house: House, startMinutes: number | null = null): Promise<string> => {
    const visit = await aWaitingVisit(database, house, { count: 1 });
    valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visit.id)), tourId, startMinutes }));
    return visit.id;
  };
  const crewMails = async () => sorted((await told()).filter(([kind]) => kind === "tour-changed"));

  async function anAnnouncedTour() {
    const desk = await aDeskWithAccounts();
    const tourId = await aMadeTour(desk);
    const house = await aHouse(database);
    const visitId = await placed(desk, tourId, house);
    valueOf(await announceVisit(desk.lead, await visitForm(database, visitId)));
    await database.prisma().mailOrder.deleteMany();
    return { desk, tourId, house, visitId };
  }

  test("while a tour is put together and no facility knows a date, its crew hears nothing of its visits", async () => {
    const desk = await aDeskWithAccounts();
    const tourId = await aMadeTour(desk);
    const house = await aHouse(database);
    const visitId = await placed(desk, tourId, house);
    valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 10 * 60 }));
    valueOf(await removeVisit(desk.lead, await visitForm(database, visitId)));
    expect(await crewMails()).toEqual([]);
  });

  test("a visit placed on it is told to each member once, with the times as they are now and nothing about whom to visit", async () => {
    const { desk, tourId } = await anAnnouncedTour();
    await placed(desk, tourId, await aHouse(database), 13 * 60);
    expect(await crewMails()).toEqual(sorted(both(desk)));
    const { facts, facilityId, visitId } = await database.prisma().mailOrder.findFirstOrThrow();
    const tour = await database.prisma().tour.findUniqueOrThrow({ where: { id: tourId } });
    expect(tour.returnsAt > at(desk, 13)).toBe(true);
    expect(facts).toEqual({ reference: tour.reference, path: `/field/tours/${tourId}`, startsAt: tour.departsAt.toISOString(), endsAt: tour.returnsAt.toISOString(), change: "VISITS" });
    expect([facilityId, visitId]).toEqual([null, null]);
  });

  test("a visit moved on it is told once; the same time again is no news", async () => {
    const { desk, tourId, visitId } = await anAnnouncedTour();
    for (const [startMinutes, expected] of [[10 * 60, both(desk)], [10 * 60, []]] as const) {
      await database.prisma().mailOrder.deleteMany();
      valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes }));
      expect(await crewMails()).toEqual(sorted(expected));
    }
  });

  test("an announced visit moved to another tour is told to both crews, of their own tour each", async () => {
    const { desk, tourId, visitId } = await anAnnouncedTour();
    const otherId = await aMadeTour(desk, { kitId: desk.kits[1], vehicleId: desk.vehicles[1], staffIds: [desk.staff[2], desk.staff[3]] });
    await database.prisma().mailOrder.deleteMany();
    valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId: otherId, startMinutes: null }));
    expect(await crewMails()).toEqual(sorted([...both(desk), ...both(desk, 2)]));
    const paths = (await database.prisma().mailOrder.findMany({ where: { kind: "tour-changed" } })).map(({ toAddress, facts }) => [toAddress, (facts as { path: string }).path]);
    expect(sorted(paths)).toEqual(sorted(desk.addresses.map((address, index) => [address, `/field/tours/${index < 2 ? tourId : otherId}`])));
  });

  test("a visit taken off it is told, also the only one that was announced", async () => {
    const { desk, visitId } = await anAnnouncedTour();
    valueOf(await removeVisit(desk.lead, await visitForm(database, visitId)));
    expect(await crewMails()).toEqual(sorted(both(desk)));
  });

  test("a visit that a facility leaves empty is told to the crew, whose names the facility does not learn", async () => {
    const { desk, house, visitId } = await anAnnouncedTour();
    const { case: withdrawn } = await database.prisma().appointment.findFirstOrThrow({ where: { visitId }, include: { case: true } });
    valueOf(await withdrawRequest(house.person, { ...(await requestForm(database, withdrawn.requestId)), reason: "HANDLED_ELSEWHERE" }));
    expect(await crewMails()).toEqual(sorted(both(desk)));
  });

  test("a change that is refused tells nobody", async () => {
    const { desk, tourId, visitId } = await anAnnouncedTour();
    const other = await aWaitingVisit(database, await aHouse(database), { count: 1 });
    const { startsAt } = await database.prisma().visit.findUniqueOrThrow({ where: { id: visitId } });
    const startMinutes = (startsAt!.getTime() - at(desk, 0).getTime()) / 60_000;
    expect(refusalOf(await placeVisit(desk.lead, { ...(await visitForm(database, other.id)), tourId, startMinutes })).code).toBe("tour.visitInTheWay");
    expect(await told()).toEqual([]);
  });
});
