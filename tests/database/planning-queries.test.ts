import { Client } from "pg";
import { scopeOf } from "@/lib/auth/scope";
import { dayResources, toursForVisit, visitsForTour, weekBoard } from "@/lib/board/queries";
import { bestOf } from "@/lib/board/rules";
import { dateColumn } from "@/lib/db/civil";
import { listKits } from "@/lib/kits/queries";
import { warningText } from "@/lib/messages/planning";
import { enterAbsence } from "@/lib/reservations/commands";
import { listAbsences } from "@/lib/reservations/queries";
import { listStaff } from "@/lib/staff/queries";
import { addDays, type CivilDate } from "@/lib/time/calendar";
import { listTours, tourDetail } from "@/lib/tours/queries";
import { listVehicles } from "@/lib/vehicles/queries";
import { announceVisit, placeVisit, questionVisit } from "@/lib/visits/commands";
import { viewVisitPlan } from "@/lib/visits/queries";
import { openDay } from "../builders/days";
import { aClosure, aFacility, aPrison } from "../builders/facilities";
import { aBlockedTime, aWish } from "../builders/requests";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, at, aWaitingVisit, storeParameters, valueOf, visitForm, type Desk } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const dayOf = (desk: Desk) => ({ from: desk.day, until: addDays(desk.day, 1) });

async function absent(desk: Desk, kind: "KIT" | "STAFF" | "VEHICLE", resourceId: string, day: CivilDate = desk.day) {
  return valueOf(await enterAbsence(desk.lead, { resourceKind: kind, resourceId, fromOn: day, fromMinutes: 0, untilOn: addDays(day, 1), untilMinutes: 0, reason: kind === "STAFF" ? "ILLNESS" : "DEFECT" }));
}

describe("the week board", () => {
  test("shows the tours of its days with stops in order, the ways between them, crew and vehicle", async () => {
    const desk = await aDesk(database);
    const [first, second] = [await aHouse(database, aFacility({ name: "Haus A", district: "HOERDE" })), await aHouse(database, aFacility({ name: "Haus B", district: "APLERBECK" }))];
    const tourId = await aMadeTour(desk);
    for (const house of [first, second]) valueOf(await placeVisit(desk.lead, { ...(await aWaitingVisit(database, house, { count: 1 })), tourId, startMinutes: null }));
    const board = await weekBoard(scopeOf(desk.lead), dayOf(desk));
    const tour = board.tours.find(({ id }) => id === tourId)!;
    expect(tour.stops.map(({ place }) => place.label)).toEqual(["Haus A", "Haus B"]);
    expect(tour.stops.map(({ personCount }) => personCount)).toEqual([1, 1]);
    expect(tour.travels).toHaveLength(3);
    expect(tour.travels[1]!.until).toEqual(tour.stops[1]!.startsAt);
    expect(tour.crew).toHaveLength(2);
    expect([tour.kit.isHeld, tour.vehicle.isHeld, ...tour.crew.map(({ isHeld }) => isHeld)]).toEqual([true, true, true, true]);
  });

  test("leaves out tours of other days and cancelled ones", async () => {
    const desk = await aDesk(database);
    const tourId = await aMadeTour(desk);
    await database.prisma().tour.update({ where: { id: tourId }, data: { state: "CANCELLED" } });
    const board = await weekBoard(scopeOf(desk.lead), dayOf(desk));
    expect(board.tours.map(({ id }) => id)).not.toContain(tourId);
    expect((await listTours(scopeOf(desk.lead), { from: addDays(desk.day, 1), until: addDays(desk.day, 2) })).map(({ id }) => id)).not.toContain(tourId);
  });

  test("R59 the tray is ordered by deadline, without one last", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const due = (day: CivilDate | null) => ({ count: 1, case: { dueOn: day === null ? null : dateColumn(day) } });
    const none = await aWaitingVisit(database, house, due(null));
    const late = await aWaitingVisit(database, house, due(addDays(desk.day, 9)));
    const soon = await aWaitingVisit(database, house, due(addDays(desk.day, -9)));
    const { toPlan } = await weekBoard(scopeOf(desk.lead), dayOf(desk));
    const mine = toPlan.map(({ visit }) => visit.visitId).filter((id) => [none.id, late.id, soon.id].includes(id));
    expect(mine).toEqual([soon.id, late.id, none.id]);
    const pressing = toPlan.find(({ visit }) => visit.visitId === soon.id)!.visit;
    expect(pressing.daysLeft).toBeGreaterThan(0);
  });

  test("R53 a waiting visit tells how long it takes", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const visit = await aWaitingVisit(database, house, { count: 2, care: { mobility: "BEDSIDE" } });
    const { toPlan } = await weekBoard(scopeOf(desk.lead), dayOf(desk));
    expect(toPlan.find((one) => one.visit.visitId === visit.id)!.visit.stayMinutes).toBe(20 + 2 * (25 + 10) + 15);
  });

  test("an absence shows as a gap that says who", async () => {
    const desk = await aDesk(database);
    const tourId = await aMadeTour(desk);
    await absent(desk, "STAFF", desk.staff[0]);
    await absent(desk, "KIT", desk.kits[0]);
    const tour = (await tourDetail(scopeOf(desk.lead), tourId))!;
    expect(tour.crew.filter(({ isHeld }) => !isHeld).map(({ staffId }) => staffId)).toEqual([desk.staff[0]]);
    expect(tour.warnings.map(({ code }) => code)).toEqual(["crew.released", "tour.kitMissing"]);
    expect(warningText(tour.warnings[0]!)).toMatch(/fällt aus$/);
    const board = await weekBoard(scopeOf(desk.lead), dayOf(desk));
    expect(board.repairs.map(({ resource }) => resource.id)).toContain(desk.kits[0]);
  });

  test("a visit outside of the times that its house named, or in one in which it does not go, is a warning by name until the house confirms it", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database, aFacility({ name: "Haus Sperrzeit" }));
    const tourId = await aMadeTour(desk);
    const visit = await aWaitingVisit(database, house, { count: 1 });
    valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visit.id)), tourId, startMinutes: 9 * 60 }));
    const { case: one } = await database.prisma().appointment.findFirstOrThrow({ where: { visitId: visit.id }, include: { case: true } });
    const said = async () => (await tourDetail(scopeOf(desk.lead), tourId))!.warnings.map(warningText);
    expect(await said()).toEqual([]);
    await store(database.prisma(), { wishWindow: [aWish({ requestId: one.requestId, wishedOn: dateColumn(desk.day), fromMinutes: 13 * 60, untilMinutes: 16 * 60 })] });
    expect(await said()).toEqual(["Haus Sperrzeit: Termin liegt außerhalb der Wunschzeiten"]);
    await store(database.prisma(), { blockedTime: [aBlockedTime({ requestId: one.requestId, firstOn: dateColumn(addDays(desk.day, -1)), lastOn: dateColumn(desk.day), fromMinutes: 8 * 60, untilMinutes: 12 * 60 })] });
    expect(await said()).toEqual(["Haus Sperrzeit: Termin liegt in einer Zeit, in der es dort nicht geht"]);
    await database.prisma().visit.update({ where: { id: visit.id }, data: { state: "CONFIRMED" } });
    expect(await said()).toEqual([]);
  });

  test("R57 a prison without clearance and a questioned date are warnings", async () => {
    const desk = await aDesk(database);
    const prison = await aHouse(database, aPrison());
    const tourId = await aMadeTour(desk, { untilMinutes: 14 * 60 });
    const visit = await aWaitingVisit(database, prison, { count: 1 });
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
    valueOf(await announceVisit(desk.lead, await visitForm(database, visit.id)));
    valueOf(await questionVisit(prison.person, { ...(await visitForm(database, visit.id)), reason: "ROOM_TAKEN" }));
    const tour = (await tourDetail(scopeOf(desk.lead), tourId))!;
    expect(tour.warnings.map(({ code }) => code)).toEqual(["tour.clearanceMissing", "visit.questioned"]);
  });

  test("takes a fixed number of statements however much stands on it", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const tourId = await aMadeTour(desk, { untilMinutes: 16 * 60 });
    const count = async (): Promise<number> => {
      const query = jest.spyOn(Client.prototype, "query");
      try {
        await weekBoard(scopeOf(desk.lead), dayOf(desk));
        return query.mock.calls.length;
      } finally {
        query.mockRestore();
      }
    };
    valueOf(await placeVisit(desk.lead, { ...(await aWaitingVisit(database, house, { count: 1 })), tourId, startMinutes: null }));
    const few = await count();
    for (let index = 0; index < 3; index += 1) valueOf(await placeVisit(desk.lead, { ...(await aWaitingVisit(database, house, { count: 1 })), tourId, startMinutes: null }));
    await aWaitingVisit(database, house, { count: 3 });
    expect(few).toBeGreaterThan(5);
    expect(await count()).toBe(few);
  });
});

describe("what can be taken on a day", () => {
  test("names what a kit, a person and a vehicle do, and leaves out the tour that asks", async () => {
    const desk = await aDesk(database);
    const tourId = await aMadeTour(desk);
    const seen = await dayResources(scopeOf(desk.lead), desk.day);
    const [kit] = seen.kits.filter(({ id }) => id === desk.kits[0]);
    expect(kit!.taken.map(({ from, until, purpose }) => ({ from, until, purpose }))).toEqual([{ from: at(desk, 8), until: at(desk, 12), purpose: "TOUR" }]);
    expect(seen.staff.find(({ staffId }) => staffId === desk.staff[2])!.taken).toEqual([]);
    const own = await dayResources(scopeOf(desk.lead), desk.day, tourId);
    expect(own.vehicles.find(({ id }) => id === desk.vehicles[0])!.taken).toEqual([]);
  });

  test("R51 says of whom the training does not hold that day", async () => {
    const desk = await aDesk(database);
    await database.prisma().training.updateMany({ where: { staffId: desk.staff[3] }, data: { validUntilOn: dateColumn(desk.day) } });
    const seen = await dayResources(scopeOf(desk.lead), desk.day);
    expect(seen.staff.find(({ staffId }) => staffId === desk.staff[3])!.refusal?.code).toBe("staff.trainingNotValid");
  });

  test("R54 says when the office is closed", async () => {
    const desk = await aDesk(database);
    const day = addDays(desk.day, 400);
    await store(database.prisma(), { closure: [aClosure({ fromOn: dateColumn(day), untilOn: dateColumn(addDays(day, 1)) })] });
    expect((await dayResources(scopeOf(desk.lead), day)).closed).not.toBeNull();
  });
});

describe("where a visit fits", () => {
  test("R52 offers a tour with the time that placing then gives", async () => {
    const desk = await aDesk(database);
    const visit = await aWaitingVisit(database, await aHouse(database), { count: 1 });
    const tourId = await aMadeTour(desk);
    const offer = (await toursForVisit(scopeOf(desk.lead), visit.id)).find(({ tour }) => tour.id === tourId)!;
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
    const placed = await database.prisma().visit.findUniqueOrThrow({ where: { id: visit.id } });
    expect(offer.fit.placement.startsAt).toEqual(placed.startsAt);
    expect(offer.fit.extraTravelMinutes).toBeGreaterThan(0);
  });

  test("R52 offers no tour whose kit is elsewhere in the time that the visit would need", async () => {
    const desk = await aDesk(database);
    const visit = await aWaitingVisit(database, await aHouse(database), { count: 5 });
    const short = await aMadeTour(desk, { fromMinutes: 8 * 60, untilMinutes: 9 * 60 });
    await aMadeTour(desk, { vehicleId: desk.vehicles[1], staffIds: [desk.staff[2], desk.staff[3]], fromMinutes: 9 * 60, untilMinutes: 9 * 60 + 30 });
    const offers = (await toursForVisit(scopeOf(desk.lead), visit.id)).map(({ tour }) => tour.id);
    expect(offers).not.toContain(short);
    const [tour] = [(await tourDetail(scopeOf(desk.lead), short))!];
    expect((await visitsForTour(scopeOf(desk.lead), tour)).find((one) => one.visit.visitId === visit.id)!.fit.fits).toBe(false);
  });

  test("suggests a tour in the wished time before one with a shorter way", async () => {
    const desk = await aDesk(database);
    const visit = await aWaitingVisit(database, await aHouse(database), { count: 1 });
    const [{ case: { requestId } }] = (await database.prisma().appointment.findMany({ where: { visitId: visit.id }, select: { case: { select: { requestId: true } } } })) as [{ case: { requestId: string } }];
    await store(database.prisma(), { wishWindow: [aWish({ requestId, wishedOn: dateColumn(desk.day), fromMinutes: 8 * 60, untilMinutes: 12 * 60 })] });
    const wished = await aMadeTour(desk);
    const near = await aMadeTour(desk, { tourOn: openDay(desk.day, -1) });
    valueOf(await placeVisit(desk.lead, { ...(await aWaitingVisit(database, await aHouse(database), { count: 1 })), tourId: near, startMinutes: null }));
    const seen = (await viewVisitPlan(desk.lead, visit.id))!;
    const offers = (await toursForVisit(scopeOf(desk.lead), visit.id)).filter(({ tour }) => [wished, near].includes(tour.id));
    const costOf = (id: string) => offers.find(({ tour }) => tour.id === id)!.fit.extraTravelMinutes;
    expect(costOf(near)).toBeLessThan(costOf(wished));
    expect(bestOf(seen.plan, offers)?.tour.id).toBe(wished);
    expect(bestOf({ ...seen.plan, dueOn: openDay(desk.day, -1) }, offers)?.tour.id).toBe(near);
  });
});

describe("one visit", () => {
  test("R70 reading it is on record", async () => {
    const desk = await aDesk(database);
    const visit = await aWaitingVisit(database, await aHouse(database), { count: 2 });
    const seen = (await viewVisitPlan(desk.lead, visit.id))!;
    expect(seen.persons).toHaveLength(2);
    expect(seen.plan.personCount).toBe(2);
    const entries = await database.prisma().auditEntry.findMany({ where: { action: "personsViewed", actorUserId: desk.lead.userId } });
    expect(entries).toMatchObject([{ subjectIds: seen.persons.map(({ residentId }) => residentId).sort() }]);
  });

  test("a malformed or unknown id is nothing", async () => {
    const desk = await aDesk(database);
    for (const id of ["x", "", undefined, "0190a6c0-0000-7000-8000-000000000000"]) {
      expect(await viewVisitPlan(desk.lead, id)).toBeNull();
      expect(await tourDetail(scopeOf(desk.lead), id)).toBeNull();
      expect(await toursForVisit(scopeOf(desk.lead), id)).toEqual([]);
    }
  });
});

test("R61 the planning desk shows nothing to a facility, a crew member or the data protection officer", async () => {
  const desk = await aDesk(database);
  const house = await aHouse(database);
  const visit = await aWaitingVisit(database, house);
  const tourId = await aMadeTour(desk);
  await absent(desk, "VEHICLE", desk.vehicles[1]);
  const stranger = await aHouse(database);
  const officer = (await signedIn(database.prisma(), "DATA_PROTECTION_OFFICER")).person;
  const crew = (await signedIn(database.prisma(), "CREW", { staff: { id: desk.staff[3], displayName: "Kollegin" } })).person;
  for (const person of [stranger.person, officer, crew]) {
    const scope = scopeOf(person);
    const board = await weekBoard(scope, dayOf(desk));
    expect([board.kits, board.tours, board.repairs, board.toPlan]).toEqual([[], [], [], []]);
    expect(await viewVisitPlan(person, visit.id)).toBeNull();
    expect(await tourDetail(scope, tourId)).toBeNull();
    expect(await toursForVisit(scope, visit.id)).toEqual([]);
    expect([await listKits(scope), await listStaff(scope), await listVehicles(scope), await listAbsences(scope)]).toEqual([[], [], [], []]);
    expect((await dayResources(scope, desk.day)).staff).toEqual([]);
  }
});
