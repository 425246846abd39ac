import { dateColumn } from "@/lib/db/civil";
import { refusalSentence } from "@/lib/messages/refusals";
import { addDays, civilDateOf, weekdayOf } from "@/lib/time/calendar";
import { cancelTour, changeCrew, changeFrame, makeTour, replaceKit, replaceVehicle } from "@/lib/tours/commands";
import { placeVisit } from "@/lib/visits/commands";
import { aClosure, aFacility } from "../builders/facilities";
import { aKit, aStaffMember, trainingOf } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, at, aWaitingVisit, counts, refusalOf, storeParameters, tourForm, valueOf, visitForm } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const held = (tourId: string) => database.prisma().reservation.findMany({ where: { tourId, releasedAt: null } });

describe("making a tour", () => {
  test("R52 kit, crew and vehicle are taken from departure to return", async () => {
    const desk = await aDesk(database);
    const tourId = await aMadeTour(desk);
    const rows = await held(tourId);
    expect(rows.map(({ kitId, staffId, vehicleId }) => kitId ?? staffId ?? vehicleId).sort()).toEqual([desk.kits[0], desk.staff[0], desk.staff[1], desk.vehicles[0]].sort());
    expect(new Set(rows.map(({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`))).toEqual(new Set([`${at(desk, 8).toISOString()} ${at(desk, 12).toISOString()}`]));
  });

  test("R52 kit, crew and vehicle are reserved in one statement", async () => {
    const desk = await aDesk(database);
    const prisma = database.prisma();
    await prisma.$executeRaw`CREATE TABLE "ReservationStatement" (operation text)`;
    await prisma.$executeRaw`CREATE FUNCTION note_statement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN INSERT INTO "ReservationStatement" VALUES (TG_OP); RETURN NULL; END'`;
    await prisma.$executeRaw`CREATE TRIGGER note_statement AFTER INSERT OR UPDATE OR DELETE ON "Reservation" FOR EACH STATEMENT EXECUTE FUNCTION note_statement()`;
    try {
      const tourId = await aMadeTour(desk);
      valueOf(await changeFrame(desk.lead, { ...(await tourForm(database, tourId)), fromMinutes: 9 * 60, untilMinutes: 13 * 60 }));
      expect(await prisma.$queryRaw`SELECT operation FROM "ReservationStatement"`).toEqual([{ operation: "INSERT" }, { operation: "UPDATE" }]);
    } finally {
      await prisma.$executeRaw`DROP TRIGGER note_statement ON "Reservation"`;
      await prisma.$executeRaw`DROP FUNCTION note_statement`;
      await prisma.$executeRaw`DROP TABLE "ReservationStatement"`;
    }
  });

  test("R52 a kit that is taken is refused with its name, the time and the place of the other tour", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database, aFacility({ name: "Haus Lindenblick" }));
    const tourId = await aMadeTour(desk);
    const visit = await aWaitingVisit(database, house);
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
    const before = await counts(database);
    const other = desk.tour({ staffIds: [desk.staff[2], desk.staff[3]], vehicleId: desk.vehicles[1], fromMinutes: 11 * 60, untilMinutes: 15 * 60 });
    const refusal = refusalOf<"resource.taken">(await makeTour(desk.lead, other));
    const kit = await database.prisma().caseKit.findUniqueOrThrow({ where: { id: desk.kits[0] } });
    expect(refusal).toEqual({ code: "resource.taken", resourceKind: "KIT", label: kit.label, from: at(desk, 8), until: at(desk, 12), place: "Haus Lindenblick", purpose: "TOUR" });
    expect(refusalSentence(refusal)).toContain("von 8:00 bis 12:00 Uhr in Haus Lindenblick");
    expect(await counts(database)).toEqual(before);
  });

  test("R52 a kit is free again in the moment the other tour is back", async () => {
    const desk = await aDesk(database);
    await aMadeTour(desk);
    await aMadeTour(desk, { fromMinutes: 12 * 60, untilMinutes: 15 * 60 });
  });

  test("R52 a person of the crew or the vehicle cannot be on two tours at a time", async () => {
    const desk = await aDesk(database);
    await aMadeTour(desk);
    const samePerson = desk.tour({ kitId: desk.kits[1], vehicleId: desk.vehicles[1], staffIds: [desk.staff[1], desk.staff[2]] });
    expect(refusalOf(await makeTour(desk.lead, samePerson))).toMatchObject({ code: "resource.taken", resourceKind: "STAFF" });
    const sameVehicle = desk.tour({ kitId: desk.kits[1], staffIds: [desk.staff[2], desk.staff[3]] });
    expect(refusalOf(await makeTour(desk.lead, sameVehicle))).toMatchObject({ code: "resource.taken", resourceKind: "VEHICLE", place: null });
  });

  test("R50 a crew is at least two different people", async () => {
    const desk = await aDesk(database);
    expect(refusalOf(await makeTour(desk.lead, desk.tour({ staffIds: [desk.staff[0]] })))).toMatchObject({ code: "tour.crewTooSmall", have: 1, need: 2 });
    expect(refusalOf(await makeTour(desk.lead, desk.tour({ staffIds: [desk.staff[0], desk.staff[0]] })))).toMatchObject({ code: "tour.crewTwice" });
  });

  test("R50 a kit that is not operational does not go on a tour", async () => {
    const desk = await aDesk(database);
    const broken = aKit({ state: "DEFECT" });
    await store(database.prisma(), { caseKit: [broken] });
    expect(refusalOf(await makeTour(desk.lead, desk.tour({ kitId: broken.id })))).toMatchObject({ code: "kit.notOperational", label: broken.label });
  });

  test("R51 somebody without training valid on the day of the tour does not go along", async () => {
    const desk = await aDesk(database);
    const member = aStaffMember();
    await store(database.prisma(), { staffMember: [member], training: [trainingOf(member, { validUntilOn: dateColumn(desk.day) })] });
    const refusal = refusalOf(await makeTour(desk.lead, desk.tour({ staffIds: [desk.staff[0], member.id] })));
    expect(refusal).toMatchObject({ code: "staff.trainingNotValid", label: member.displayName, lastValidOn: addDays(desk.day, -1) });
  });

  test("R54 no tour is made on a weekend or on a day on which the office is closed", async () => {
    const desk = await aDesk(database);
    const saturday = addDays(desk.day, 6 - weekdayOf(desk.day));
    expect(refusalOf(await makeTour(desk.lead, desk.tour({ tourOn: saturday })))).toMatchObject({ code: "visit.closedDay" });
    const farDay = addDays(desk.day, 700 - weekdayOf(desk.day) + 2);
    await store(database.prisma(), { closure: [aClosure({ fromOn: dateColumn(farDay), untilOn: dateColumn(addDays(farDay, 1)) })] });
    expect(refusalOf(await makeTour(desk.lead, desk.tour({ tourOn: farDay })))).toMatchObject({ code: "visit.closedDay" });
  });

  test("a tour lies in the future, goes forward and keeps the service hours", async () => {
    const desk = await aDesk(database);
    const lastWeek = addDays(desk.day, -28);
    expect(["visit.inThePast", "visit.closedDay"]).toContain(refusalOf(await makeTour(desk.lead, desk.tour({ tourOn: lastWeek }))).code);
    expect(refusalOf(await makeTour(desk.lead, desk.tour({ untilMinutes: 8 * 60 }))).code).toBe("resource.endsBeforeStart");
    expect(refusalOf(await makeTour(desk.lead, desk.tour({ untilMinutes: 19 * 60 }))).code).toBe("tour.outsideServiceHours");
  });

  test("nobody but the planning desk makes or changes a tour", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const staff = await database.prisma().staffMember.findUniqueOrThrow({ where: { id: desk.staff[0] } });
    const { person: crew } = await signedIn(database.prisma(), "CREW", { staff });
    const tourId = await aMadeTour(desk);
    for (const actor of [house.person, crew]) {
      expect(refusalOf(await makeTour(actor, desk.tour({ fromMinutes: 13 * 60, untilMinutes: 15 * 60 }))).code).toBe("notFound");
      expect(refusalOf(await cancelTour(actor, await tourForm(database, tourId))).code).toBe("notFound");
    }
  });
});

describe("changing a tour", () => {
  test("a form made from an older version changes nothing", async () => {
    const desk = await aDesk(database);
    const tourId = await aMadeTour(desk);
    const form = await tourForm(database, tourId);
    valueOf(await replaceVehicle(desk.lead, { ...form, vehicleId: desk.vehicles[1] }));
    const before = await counts(database);
    expect(refusalOf(await changeCrew(desk.lead, { ...form, staffIds: [desk.staff[2], desk.staff[3]] })).code).toBe("stale");
    expect(refusalOf(await cancelTour(desk.lead, form)).code).toBe("stale");
    expect(await counts(database)).toEqual(before);
  });

  test("R52 another crew, kit and vehicle are taken instead of the former ones", async () => {
    const desk = await aDesk(database);
    const tourId = await aMadeTour(desk);
    valueOf(await changeCrew(desk.lead, { ...(await tourForm(database, tourId)), staffIds: [desk.staff[1], desk.staff[2]] }));
    valueOf(await replaceKit(desk.lead, { ...(await tourForm(database, tourId)), kitId: desk.kits[1] }));
    valueOf(await replaceVehicle(desk.lead, { ...(await tourForm(database, tourId)), vehicleId: desk.vehicles[1] }));
    const now = (await held(tourId)).map(({ kitId, staffId, vehicleId }) => kitId ?? staffId ?? vehicleId);
    expect(now.sort()).toEqual([desk.kits[1], desk.staff[1], desk.staff[2], desk.vehicles[1]].sort());
    await aMadeTour(desk, { staffIds: [desk.staff[0], desk.staff[3]] });
  });

  test("R52 a frame that grows into another tour of the kit is refused and stays as it was", async () => {
    const desk = await aDesk(database);
    const tourId = await aMadeTour(desk);
    await aMadeTour(desk, { fromMinutes: 12 * 60, untilMinutes: 15 * 60, staffIds: [desk.staff[2], desk.staff[3]], vehicleId: desk.vehicles[1] });
    const refusal = refusalOf(await changeFrame(desk.lead, { ...(await tourForm(database, tourId)), fromMinutes: 8 * 60, untilMinutes: 13 * 60 }));
    expect(refusal).toMatchObject({ code: "resource.taken", resourceKind: "KIT", from: at(desk, 12), until: at(desk, 15) });
    expect((await held(tourId)).every(({ endsAt }) => endsAt.getTime() === at(desk, 12).getTime())).toBe(true);
  });

  test("R52 a frame still covers the visits on the tour and the way to them", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const tourId = await aMadeTour(desk);
    const visit = await aWaitingVisit(database, house);
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: 9 * 60 }));
    const refusal = refusalOf(await changeFrame(desk.lead, { ...(await tourForm(database, tourId)), fromMinutes: 8 * 60 + 55, untilMinutes: 12 * 60 }));
    expect(refusal).toMatchObject({ code: "tour.visitInTheWay", otherVisitId: visit.id });
  });

  test("a cancelled tour releases everything and sends its visits back to planning", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const tourId = await aMadeTour(desk);
    const visit = await aWaitingVisit(database, house);
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
    valueOf(await cancelTour(desk.lead, await tourForm(database, tourId)));
    expect(await held(tourId)).toEqual([]);
    expect(await database.prisma().visit.findUniqueOrThrow({ where: { id: visit.id } })).toMatchObject({ state: "TO_PLAN", tourId: null, startsAt: null });
    expect(await database.prisma().mailOrder.count({ where: { visitId: visit.id } })).toBe(0);
    await aMadeTour(desk);
    const form = { ...(await tourForm(database, tourId)), ...(await visitForm(database, visit.id)) };
    expect(refusalOf(await placeVisit(desk.lead, { ...form, tourId, startMinutes: null }))).toMatchObject({ code: "tour.wrongState" });
  });
});

test("the day of every tour is the civil day of its departure", async () => {
  const desk = await aDesk(database);
  const tour = await database.prisma().tour.findUniqueOrThrow({ where: { id: await aMadeTour(desk) } });
  expect(civilDateOf(tour.departsAt)).toBe(desk.day);
});
