import { viewVisit } from "@/lib/facilities/queries";
import { addToVisit, joinVisit } from "@/lib/joining/commands";
import { freePlaceOf } from "@/lib/joining/queries";
import { fieldTourOfVisit } from "@/lib/appointments/queries";
import { leaveVisit } from "@/lib/leaving/commands";
import { peopleChangesOf } from "@/lib/leaving/queries";
import type { LeaveReason } from "@/lib/leaving/types";
import { orderPerson } from "@/lib/people-order/commands";
import { announceVisit, confirmVisit, placeVisit } from "@/lib/visits/commands";
import { addMinutes } from "@/lib/time/calendar";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, aWaitingVisit, refusalOf, storeParameters, valueOf, visitForm, type Desk, type House } from "./desk";
import { aListedPerson } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const visitOf = (id: string) => database.prisma().visit.findUniqueOrThrow({ where: { id } });
const openAt = (visitId: string) => database.prisma().appointment.findMany({ where: { visitId, removedAt: null }, orderBy: { position: "asc" }, include: { case: true } });
const mailsTo = (visitId: string, kind: string) => database.prisma().mailOrder.findMany({ where: { visitId, kind } });

type Road = { readonly house: House; readonly desk: Desk; readonly id: string; readonly tourId: string };

/** An announced visit to a house with some people. */
async function anAnnouncedVisit(persons = 2, house?: House): Promise<Road> {
  const own = house ?? (await aHouse(database));
  const desk = await aDesk(database);
  const { id } = await aWaitingVisit(database, own, { count: persons });
  const tourId = await aMadeTour(desk);
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, id)), tourId, startMinutes: null }));
  valueOf(await announceVisit(desk.lead, await visitForm(database, id)));
  return { house: own, desk, id, tourId };
}

const firstAt = async (id: string): Promise<string> => (await openAt(id))[0]!.case.residentId;
const leave = async ({ house, id }: Road, reason: LeaveReason, resident?: string) => leaveVisit(house.person, { ...(await visitForm(database, id)), resident: resident ?? (await firstAt(id)), reason });

test.each(["IN_HOSPITAL", "NOT_THIS_TIME"] as const)("whoever is %s leaves the visit and waits for the next one; the time stays", async (reason) => {
  const road = await anAnnouncedVisit();
  const [before, resident] = [await visitOf(road.id), await firstAt(road.id)];
  expect(valueOf(await leave(road, reason, resident))).toEqual({ id: road.id, isCancelled: false, isGone: false });
  expect(await openAt(road.id)).toHaveLength(1);
  const waiting = await database.prisma().appointment.findMany({ where: { case: { residentId: resident }, removedAt: null }, include: { visit: true, case: true } });
  expect(waiting.map(({ visit, case: one }) => [visit.state, one.state])).toEqual([["TO_PLAN", "ACCEPTED"]]);
  const after = await visitOf(road.id);
  expect([after.state, after.startsAt, after.endsAt]).toEqual(["ANNOUNCED", before.startsAt, before.endsAt]);
});

test("the office is told without the name and without the reason, which the log does not keep either; on its page both stand", async () => {
  const road = await anAnnouncedVisit();
  const resident = await database.prisma().resident.findUniqueOrThrow({ where: { id: await firstAt(road.id) } });
  valueOf(await leave(road, "IN_HOSPITAL", resident.id));
  const [mail, ...more] = await mailsTo(road.id, "office-people-changed");
  expect(more).toEqual([]);
  expect(mail!.facts).toMatchObject({ change: "LEFT", persons: 1 });
  const entry = await database.prisma().auditEntry.findFirstOrThrow({ where: { action: "personLeftVisit", subjectId: road.id } });
  for (const written of [JSON.stringify(mail!.facts), JSON.stringify(entry)]) {
    expect(written).not.toContain("HOSPITAL");
    expect(written).not.toContain(resident.lastName);
  }
  expect(await peopleChangesOf(road.desk.lead, road.id)).toMatchObject([{ residentId: resident.id, lastName: resident.lastName, reason: "IN_HOSPITAL" }]);
  expect(await peopleChangesOf(road.house.person, road.id)).toEqual([]);
});

test.each(["TRANSFERRED", "RELEASED", "DECEASED"] as const)("R49 whoever is %s leaves everything that is open, and the list from today", async (reason) => {
  const road = await anAnnouncedVisit();
  const resident = await firstAt(road.id);
  const other = await aWaitingVisit(database, road.house, { count: 1 });
  const [elsewhere] = await openAt(other.id);
  await database.prisma().case.update({ where: { id: elsewhere!.caseId }, data: { residentId: resident } });
  expect(valueOf(await leave(road, reason, resident)).isGone).toBe(true);
  const cases = await database.prisma().case.findMany({ where: { residentId: resident }, include: { appointments: { where: { removedAt: null } }, request: true } });
  expect(cases).toHaveLength(2);
  for (const one of cases) expect([one.state, one.closeReason, one.appointments]).toEqual(["CLOSED", "GONE", []]);
  expect(cases.find(({ id }) => id === elsewhere!.caseId)!.request.state).toBe("WITHDRAWN");
  expect((await visitOf(other.id)).state).toBe("CANCELLED");
  expect((await database.prisma().resident.findUniqueOrThrow({ where: { id: resident } })).goneOn).not.toBeNull();
  // Nobody gets a mail that says somebody is not in the house any more.
  const kinds = (await database.prisma().mailOrder.findMany({ where: { facilityId: road.house.facility.id } })).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.includes("withdrawn"))).toEqual([]);
});

test("R49 a card that is being made stays with the office, which clears where it goes", async () => {
  const road = await anAnnouncedVisit();
  const resident = await firstAt(road.id);
  const [first, second] = await openAt(road.id);
  await database.prisma().case.update({ where: { id: first!.caseId }, data: { service: "ADDRESS_CHANGE" } });
  await database.prisma().case.update({ where: { id: second!.caseId }, data: { residentId: resident, state: "APPLIED" } });
  await database.prisma().appointment.update({ where: { id: second!.id }, data: { kind: "HAND_OVER" } });
  valueOf(await leave(road, "DECEASED", resident));
  const after = await database.prisma().case.findUniqueOrThrow({ where: { id: second!.caseId }, include: { appointments: { where: { removedAt: null } } } });
  expect([after.state, after.appointments]).toEqual(["APPLIED", []]);
});

test("the last person who leaves takes the visit along: it is cancelled, its calendar entry is taken back, its tour has room again", async () => {
  const road = await anAnnouncedVisit(1);
  expect(valueOf(await leave(road, "IN_HOSPITAL")).isCancelled).toBe(true);
  expect(await visitOf(road.id)).toMatchObject({ state: "CANCELLED", tourId: null });
  expect((await mailsTo(road.id, "visit-cancelled"))[0]!.calendar).toMatchObject({ method: "CANCEL" });
  expect((await mailsTo(road.id, "office-people-changed"))[0]!.facts).toMatchObject({ change: "NOBODY_LEFT" });
});

test("who does not want a card any more is taken out of the request", async () => {
  const road = await anAnnouncedVisit();
  const [first] = await openAt(road.id);
  valueOf(await leave(road, "NOT_WANTED", first!.case.residentId));
  expect(await database.prisma().case.findUniqueOrThrow({ where: { id: first!.caseId } })).toMatchObject({ state: "CLOSED", closeReason: "WITHDRAWN" });
});

test("after the hour nobody leaves by choice, and once the crew is on its way nobody at all", async () => {
  const road = await anAnnouncedVisit();
  const soon = addMinutes(await database.now(), 60);
  await database.prisma().visit.update({ where: { id: road.id }, data: { startsAt: soon, endsAt: addMinutes(soon, 85) } });
  expect(refusalOf(await leave(road, "NOT_THIS_TIME")).code).toBe("visit.peopleFixed");
  expect(refusalOf(await leave(road, "NOT_WANTED")).code).toBe("visit.peopleFixed");
  await database.prisma().visit.update({ where: { id: road.id }, data: { state: "UNDERWAY" } });
  expect(refusalOf(await leave(road, "IN_HOSPITAL")).code).toBe("visit.wrongState");
  expect(await openAt(road.id)).toHaveLength(2);
});

test("R61 a foreign house takes nobody out and puts nobody in, and an outdated form does nothing", async () => {
  const [road, other] = [await anAnnouncedVisit(), await aHouse(database)];
  const resident = await firstAt(road.id);
  const form = await visitForm(database, road.id);
  expect(refusalOf(await leaveVisit(other.person, { ...form, resident, reason: "DECEASED" })).code).toBe("notFound");
  expect(refusalOf(await joinVisit(other.person, { ...form, resident })).code).toBe("notFound");
  expect(await freePlaceOf(other.person, road.id)).toBeNull();
  expect(refusalOf(await leaveVisit(road.house.person, { ...form, version: form.version - 1, resident, reason: "DECEASED" })).code).toBe("stale");
  const stranger = await aListedPerson(database, other);
  expect(refusalOf(await leaveVisit(road.house.person, { ...form, resident: stranger.id, reason: "DECEASED" })).code).toBe("leaving.notInVisit");
  expect((await database.prisma().resident.findUniqueOrThrow({ where: { id: stranger.id } })).goneOn).toBeNull();
});

test("a freed place is offered to who waits in the same house, and one press fills it", async () => {
  const road = await anAnnouncedVisit();
  const waiting = await aWaitingVisit(database, road.house, { count: 1 });
  const [other] = await openAt(waiting.id);
  expect((await freePlaceOf(road.house.person, road.id))!.freeMinutes).toBe(0);
  valueOf(await leave(road, "NOT_WANTED"));
  const place = (await freePlaceOf(road.house.person, road.id))!;
  expect([place.freeMinutes, place.isOpen]).toEqual([25, true]);
  expect(place.candidates).toMatchObject([{ residentId: other!.case.residentId, isFitting: true, minutes: 25 }]);
  const before = await visitOf(road.id);
  valueOf(await joinVisit(road.house.person, { ...(await visitForm(database, road.id)), resident: other!.case.residentId }));
  expect((await openAt(road.id)).map(({ caseId }) => caseId)).toContain(other!.caseId);
  expect((await visitOf(waiting.id)).state).toBe("CANCELLED");
  expect((await visitOf(road.id)).endsAt).toEqual(before.endsAt);
  expect((await viewVisit(road.house.person, road.id))!.persons).toHaveLength(2);
  expect((await mailsTo(road.id, "office-people-changed")).map(({ facts }) => (facts as { change: string }).change).sort()).toEqual(["JOINED", "LEFT"]);
});

test("the office fills a place too; then it gets no mail about it", async () => {
  const road = await anAnnouncedVisit();
  const waiting = await aWaitingVisit(database, road.house, { count: 1 });
  valueOf(await leave(road, "NOT_WANTED"));
  const resident = await firstAt(waiting.id);
  valueOf(await joinVisit(road.desk.lead, { ...(await visitForm(database, road.id)), resident }));
  expect(await mailsTo(road.id, "office-people-changed")).toHaveLength(1);
  expect(refusalOf(await joinVisit(road.desk.lead, { ...(await visitForm(database, road.id)), resident })).code).toBe("joining.notWaiting");
});

test("R52 where the free time is not enough the visit lasts longer if its tour lets it; the calendar follows", async () => {
  const road = await anAnnouncedVisit();
  valueOf(await confirmVisit(road.house.person, await visitForm(database, road.id)));
  const waiting = await aWaitingVisit(database, road.house, { count: 1 });
  const before = await visitOf(road.id);
  valueOf(await joinVisit(road.house.person, { ...(await visitForm(database, road.id)), resident: await firstAt(waiting.id) }));
  const after = await visitOf(road.id);
  expect(after.endsAt).toEqual(addMinutes(before.endsAt!, 25));
  expect([after.state, after.startsAt, after.calendarSequence]).toEqual(["CONFIRMED", before.startsAt, before.calendarSequence + 1]);
});

test("R52 what stands behind the visit on its tour is not pushed away, and a house does not learn who it is", async () => {
  const road = await anAnnouncedVisit();
  const neighbour = await aHouse(database);
  const next = await aWaitingVisit(database, neighbour, { count: 1 });
  valueOf(await placeVisit(road.desk.lead, { ...(await visitForm(database, next.id)), tourId: road.tourId, startMinutes: null }));
  const waiting = await aWaitingVisit(database, road.house, { count: 1 });
  const before = await visitOf(road.id);
  const refusal = refusalOf(await joinVisit(road.house.person, { ...(await visitForm(database, road.id)), resident: await firstAt(waiting.id) }));
  expect(refusal).toEqual({ code: "joining.noTime", minutes: 25, freeMinutes: 0 });
  expect(await visitOf(road.id)).toEqual(before);
  expect(await openAt(waiting.id)).toHaveLength(1);
});

test("R47 a card that cannot be there yet is not offered and not put in", async () => {
  const road = await anAnnouncedVisit();
  const waiting = await aWaitingVisit(database, road.house, { count: 1, case: { state: "APPLIED" } });
  const [one] = await openAt(waiting.id);
  await database.prisma().appointment.update({ where: { id: one!.id }, data: { kind: "HAND_OVER" } });
  const visitOn = (await visitOf(road.id)).startsAt!;
  await database.prisma().appointment.create({ data: { visitId: waiting.id, caseId: one!.caseId, facilityId: road.house.facility.id, position: 9, outcome: "APPLIED", outcomeAt: addMinutes(visitOn, -13 * 24 * 60) } });
  expect((await freePlaceOf(road.house.person, road.id))!.candidates).toEqual([]);
  expect(refusalOf(await joinVisit(road.house.person, { ...(await visitForm(database, road.id)), resident: one!.case.residentId })).code).toBe("joining.cardNotReady");
});

test("somebody of the list with whom nothing is to be decided joins, and stands in a request that says so", async () => {
  const road = await anAnnouncedVisit();
  valueOf(await leave(road, "NOT_WANTED"));
  const person = await aListedPerson(database, road.house);
  valueOf(await addToVisit(road.house.person, { ...(await visitForm(database, road.id)), resident: person.id, service: "ID_CARD", informed: true }));
  const one = await database.prisma().case.findFirstOrThrow({ where: { residentId: person.id }, include: { request: true, appointments: true } });
  expect([one.state, one.request.state, one.appointments.map(({ visitId }) => visitId)]).toEqual(["ACCEPTED", "ACCEPTED", [road.id]]);
  expect([one.request.informedAt, one.request.sentAt, one.appointments[0]!.joinedAt].every((at) => at !== null)).toBe(true);
  expect(refusalOf(await addToVisit(road.house.person, { ...(await visitForm(database, road.id)), resident: person.id, service: "ID_CARD", informed: true })).code).toBe("request.duplicateCase");
});

test("R02 whoever has something to be cleared goes the way of a request; nothing is kept", async () => {
  const road = await anAnnouncedVisit();
  const person = await aListedPerson(database, road.house, { resident: { nationality: "UNKNOWN" } });
  expect(refusalOf(await addToVisit(road.house.person, { ...(await visitForm(database, road.id)), resident: person.id, service: "ID_CARD", informed: true })).code).toBe("joining.needsRequest");
  expect(await database.prisma().case.count({ where: { residentId: person.id } })).toBe(0);
});

test("the ward says the order, and the crew's day follows it with the same times", async () => {
  const road = await anAnnouncedVisit(3);
  const before = (await viewVisit(road.house.person, road.id))!.persons.map(({ residentId }) => residentId);
  valueOf(await orderPerson(road.house.person, { ...(await visitForm(database, road.id)), resident: before[2]!, direction: "EARLIER" }));
  const after = [before[0], before[2], before[1]];
  expect((await viewVisit(road.house.person, road.id))!.persons.map(({ residentId }) => residentId)).toEqual(after);
  const stop = (await fieldTourOfVisit(road.desk.lead, road.id))!.stops[0]!;
  expect(stop.persons.map(({ residentId }) => residentId)).toEqual(after);
  expect(stop.persons.map(({ turnAt }) => turnAt)).toEqual([20, 45, 70].map((minutes) => addMinutes(stop.startsAt!, minutes)));
  expect(refusalOf(await orderPerson(road.house.person, { ...(await visitForm(database, road.id)), resident: before[0]!, direction: "EARLIER" })).code).toBe("order.noFurther");
});

test("what is done for one person stays together when she changes places", async () => {
  const road = await anAnnouncedVisit(3);
  const [first, second, third] = await openAt(road.id);
  await database.prisma().case.update({ where: { id: third!.caseId }, data: { residentId: first!.case.residentId, service: "ADDRESS_CHANGE" } });
  valueOf(await orderPerson(road.house.person, { ...(await visitForm(database, road.id)), resident: second!.case.residentId, direction: "EARLIER" }));
  expect((await openAt(road.id)).map(({ id }) => id)).toEqual([second!.id, first!.id, third!.id]);
});

test("R61 a foreign house orders nothing", async () => {
  const [road, other] = [await anAnnouncedVisit(), await aHouse(database)];
  expect(refusalOf(await orderPerson(other.person, { ...(await visitForm(database, road.id)), resident: await firstAt(road.id), direction: "LATER" })).code).toBe("notFound");
});
