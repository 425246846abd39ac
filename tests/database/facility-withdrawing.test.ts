import { comingVisits, viewVisit } from "@/lib/facilities/queries";
import { announceVisit, placeVisit } from "@/lib/visits/commands";
import { withdrawCase, withdrawRequest } from "@/lib/withdrawals/commands";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, aWaitingVisit, refusalOf, storeParameters, valueOf, visitForm, type House } from "./desk";
import { requestForm } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const visitOf = (id: string) => database.prisma().visit.findUniqueOrThrow({ where: { id }, include: { appointments: { orderBy: { position: "asc" } } } });
const casesOf = (requestId: string) => database.prisma().case.findMany({ where: { requestId }, orderBy: { id: "asc" } });
const requestOf = (id: string) => database.prisma().visitRequest.findUniqueOrThrow({ where: { id } });

async function aVisitOf(house: House, persons = 2) {
  const { id } = await aWaitingVisit(database, house, { count: persons });
  const appointment = await database.prisma().appointment.findFirstOrThrow({ where: { visitId: id }, include: { case: true } });
  return { id, requestId: appointment.case.requestId };
}

async function anAnnouncedVisit(house: House, persons = 2) {
  const visit = await aVisitOf(house, persons);
  const desk = await aDesk(database);
  const tourId = await aMadeTour(desk);
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visit.id)), tourId, startMinutes: null }));
  valueOf(await announceVisit(desk.lead, await visitForm(database, visit.id)));
  return { ...visit, tourId };
}

test("withdrawing a request frees its appointments; the visit that is left empty is cancelled", async () => {
  const house = await aHouse(database);
  const { id, requestId } = await aVisitOf(house);
  valueOf(await withdrawRequest(house.person, { ...(await requestForm(database, requestId)), reason: "NO_LONGER_NEEDED" }));
  expect(await requestOf(requestId)).toMatchObject({ state: "WITHDRAWN", withdrawReason: "NO_LONGER_NEEDED" });
  expect((await casesOf(requestId)).map(({ state, closeReason }) => [state, closeReason])).toEqual([["CLOSED", "WITHDRAWN"], ["CLOSED", "WITHDRAWN"]]);
  const visit = await visitOf(id);
  expect(visit.state).toBe("CANCELLED");
  expect(visit.appointments.every(({ removedAt }) => removedAt !== null)).toBe(true);
  const mails = await database.prisma().mailOrder.findMany({ where: { facilityId: house.facility.id }, orderBy: { kind: "asc" } });
  expect(mails.map(({ kind }) => kind)).toEqual(["office-request-withdrawn", "request-withdrawn"]);
});

test("an announced visit that is left empty takes its calendar entry back: same UID, next sequence", async () => {
  const house = await aHouse(database);
  const { id, requestId } = await anAnnouncedVisit(house);
  const before = await visitOf(id);
  valueOf(await withdrawRequest(house.person, { ...(await requestForm(database, requestId)), reason: "HANDLED_ELSEWHERE" }));
  const after = await visitOf(id);
  expect(after).toMatchObject({ state: "CANCELLED", tourId: null, calendarSequence: before.calendarSequence + 1 });
  const mail = await database.prisma().mailOrder.findFirstOrThrow({ where: { visitId: id, kind: "visit-cancelled" } });
  expect(mail.calendar).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: before.calendarUid, sequence: after.calendarSequence });
});

test("one withdrawn case leaves the visit to the others; with the last one the request ends", async () => {
  const house = await aHouse(database);
  const { id, requestId } = await anAnnouncedVisit(house);
  const [first, second] = await casesOf(requestId);
  valueOf(await withdrawCase(house.person, { id: first!.id, version: first!.version, reason: "PERSON_GONE" }));
  expect((await casesOf(requestId)).map(({ closeReason }) => closeReason)).toEqual(["GONE", null]);
  expect((await visitOf(id)).state).toBe("ANNOUNCED");
  expect((await viewVisit(house.person, id))?.persons).toHaveLength(1);
  valueOf(await withdrawCase(house.person, { id: second!.id, version: second!.version, reason: "MISTAKE" }));
  expect((await visitOf(id)).state).toBe("CANCELLED");
  expect(await requestOf(requestId)).toMatchObject({ state: "WITHDRAWN", withdrawReason: "MISTAKE" });
});

test("once the crew is on its way nothing is withdrawn", async () => {
  const house = await aHouse(database);
  const { id, requestId, tourId } = await anAnnouncedVisit(house);
  await database.prisma().tour.update({ where: { id: tourId }, data: { state: "UNDERWAY" } });
  await database.prisma().visit.update({ where: { id }, data: { state: "UNDERWAY" } });
  expect(refusalOf(await withdrawRequest(house.person, { ...(await requestForm(database, requestId)), reason: "MISTAKE" })).code).toBe("request.visitUnderway");
  expect((await requestOf(requestId)).state).toBe("ACCEPTED");
});

test("R61 a foreign facility withdraws nothing and sees no visit", async () => {
  const [house, other] = [await aHouse(database), await aHouse(database)];
  const { id, requestId } = await anAnnouncedVisit(house);
  const [first] = await casesOf(requestId);
  expect(refusalOf(await withdrawRequest(other.person, { ...(await requestForm(database, requestId)), reason: "MISTAKE" })).code).toBe("notFound");
  expect(refusalOf(await withdrawCase(other.person, { id: first!.id, version: first!.version, reason: "MISTAKE" })).code).toBe("notFound");
  expect(await viewVisit(other.person, id)).toBeNull();
  expect(await comingVisits(other.person)).toEqual([]);
});

test("an outdated form withdraws nothing", async () => {
  const house = await aHouse(database);
  const { requestId } = await aVisitOf(house);
  const form = await requestForm(database, requestId);
  const [first] = await casesOf(requestId);
  valueOf(await withdrawCase(house.person, { id: first!.id, version: first!.version, reason: "MISTAKE" }));
  expect(refusalOf(await withdrawRequest(house.person, { ...form, reason: "MISTAKE" })).code).toBe("stale");
});

test("R60 a house sees a visit only from its announcement on, with the crew by name and the code", async () => {
  const house = await aHouse(database);
  const waiting = await aVisitOf(house);
  expect(await viewVisit(house.person, waiting.id)).toBeNull();
  const { id } = await anAnnouncedVisit(house);
  const visit = await viewVisit(house.person, id);
  expect(visit?.crew).toHaveLength(2);
  expect(visit?.visitCode).toMatch(/^\d{4}$/);
  expect((await comingVisits(house.person)).map((one) => one.id)).toEqual([id]);
});
