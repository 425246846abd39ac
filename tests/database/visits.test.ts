import { dateColumn } from "@/lib/db/civil";
import { addDays } from "@/lib/time/calendar";
import { cancelTour, changeCrew, replaceVehicle } from "@/lib/tours/commands";
import { announceTour, announceVisit, cancelVisit, confirmVisit, moveVisit, placeVisit, questionVisit, recordClearance, removeVisit } from "@/lib/visits/commands";
import { aClosure, aFacility, aPrison } from "../builders/facilities";
import { asStored } from "../builders/plain";
import { aVisit } from "../builders/requests";
import { aCare } from "../builders/residents";
import { store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, at, aWaitingVisit, counts, refusalOf, storeParameters, tourForm, valueOf, visitForm, type Desk, type House } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const visitRow = (id: string) => database.prisma().visit.findUniqueOrThrow({ where: { id } });
const mailsOf = (visitId: string) => database.prisma().mailOrder.findMany({ where: { visitId }, orderBy: { id: "asc" } });

type Placed = { readonly desk: Desk; readonly house: House; readonly tourId: string; readonly visitId: string };

async function aPlacedVisit(persons: Parameters<typeof aWaitingVisit>[2] = {}, facility = aFacility()): Promise<Placed> {
  const desk = await aDesk(database);
  const house = await aHouse(database, facility);
  const tourId = await aMadeTour(desk);
  const { id: visitId } = await aWaitingVisit(database, house, persons);
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: null }));
  return { desk, house, tourId, visitId };
}

async function anAnnouncedVisit(persons: Parameters<typeof aWaitingVisit>[2] = {}): Promise<Placed> {
  const placed = await aPlacedVisit(persons);
  valueOf(await announceVisit(placed.desk.lead, await visitForm(database, placed.visitId)));
  return placed;
}

describe("placing", () => {
  test("R52 R53 a visit without a wish stands at the earliest time within the frame, with the way to it before and its stay behind", async () => {
    const { desk, visitId } = await aPlacedVisit({ count: 2 });
    const visit = await visitRow(visitId);
    // From the depot to Hörde it is 15 minutes; two persons take 20 + 2 × 25 + 15.
    expect(visit).toMatchObject({ state: "PLANNED", startsAt: at(desk, 8, 15), endsAt: at(desk, 9, 40) });
  });

  test("R52 a visit outside of the frame widens it and all that the tour has reserved", async () => {
    const { desk, house, tourId } = await aPlacedVisit();
    const visit = await aWaitingVisit(database, house);
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: 13 * 60 }));
    const tour = await database.prisma().tour.findUniqueOrThrow({ where: { id: tourId }, include: { reservations: true } });
    expect(tour).toMatchObject({ departsAt: at(desk, 8), returnsAt: at(desk, 14, 40) });
    expect(tour.reservations.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(Array(4).fill([at(desk, 8), at(desk, 14, 40)]));
  });

  test("R52 a frame does not widen into another tour of the kit: the refusal names it and nothing stays behind", async () => {
    const { desk, tourId } = await aPlacedVisit();
    const other = await aHouse(database, aFacility({ name: "Haus Lindenblick" }));
    const laterTour = await aMadeTour(desk, { fromMinutes: 12 * 60, untilMinutes: 16 * 60, staffIds: [desk.staff[2], desk.staff[3]], vehicleId: desk.vehicles[1] });
    valueOf(await placeVisit(desk.lead, { ...(await aWaitingVisit(database, other)), tourId: laterTour, startMinutes: null }));
    const waiting = await aWaitingVisit(database, other);
    const before = await counts(database);
    const refusal = refusalOf(await placeVisit(desk.lead, { ...waiting, tourId, startMinutes: 11 * 60 }));
    expect(refusal).toMatchObject({ code: "resource.taken", resourceKind: "KIT", place: "Haus Lindenblick", from: at(desk, 12), until: at(desk, 16) });
    expect(await counts(database)).toEqual(before);
    expect(await visitRow(waiting.id)).toMatchObject({ state: "TO_PLAN", version: 1 });
  });

  test("R52 another visit and the way to it are in the way, and the next time that fits is named", async () => {
    const { desk, house, tourId } = await aPlacedVisit();
    const visit = await aWaitingVisit(database, house);
    const refusal = refusalOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: 9 * 60 }));
    expect(refusal).toMatchObject({ code: "tour.visitInTheWay", place: house.facility.name, earliestStartsAt: at(desk, 9, 50) });
  });

  test("R54 a visit is not placed on a day on which its facility is closed; a closed ward closes no house", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const tourId = await aMadeTour(desk);
    const visit = await aWaitingVisit(database, house);
    const days = { facilityId: house.facility.id, fromOn: dateColumn(desk.day), untilOn: dateColumn(addDays(desk.day, 1)) };
    await store(database.prisma(), { closure: [aClosure({ kind: "FACILITY_CLOSED", ...days })] });
    expect(refusalOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }))).toMatchObject({ code: "visit.closedDay" });
    await database.prisma().closure.updateMany({ where: { facilityId: house.facility.id }, data: { kind: "WARD_CLOSED" } });
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
  });

  test("R58 the whole stay lies within the visit hours of the facility", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database, aFacility(), { visitsFrom: 9 * 60, visitsUntil: 11 * 60 });
    const tourId = await aMadeTour(desk);
    const visit = await aWaitingVisit(database, house);
    expect(refusalOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: 10 * 60 }))).toMatchObject({ code: "visit.outsideVisitHours", earliestStartsAt: at(desk, 9) });
    valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
    expect((await visitRow(visit.id)).startsAt).toEqual(at(desk, 9));
  });

  test("a visit that nobody waits for is not placed", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const tourId = await aMadeTour(desk);
    const visit = aVisit(house.facility);
    await store(database.prisma(), { visit: [visit] });
    expect(refusalOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null })).code).toBe("visit.nobodyToVisit");
  });

  test("two people who place one visit at one time place it once", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database);
    const visit = await aWaitingVisit(database, house);
    const tours = [await aMadeTour(desk), await aMadeTour(desk, { kitId: desk.kits[1], vehicleId: desk.vehicles[1], staffIds: [desk.staff[2], desk.staff[3]] })];
    const outcomes = await Promise.all(tours.map((tourId) => placeVisit(desk.lead, { ...visit, tourId, startMinutes: null })));
    expect(outcomes.map((one) => (one.ok ? "placed" : one.refusal.code)).sort()).toEqual(["placed", "stale"]);
  });
});

describe("announcing and moving", () => {
  test("R60 an announced visit tells crew and code, with a tentative calendar entry of sequence 0", async () => {
    const { desk, house, visitId } = await anAnnouncedVisit();
    const visit = await visitRow(visitId);
    expect(visit).toMatchObject({ state: "ANNOUNCED", calendarSequence: 0, hasCalendarEntry: true });
    const crew = await database.prisma().staffMember.findMany({ where: { id: { in: [desk.staff[0], desk.staff[1]] } } });
    const [mail, ...more] = await mailsOf(visitId);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "visit-announced", toAddress: house.facility.contactEmail, facilityId: house.facility.id, state: "PENDING" });
    expect(mail?.facts).toMatchObject({ visitCode: visit.visitCode, startsAt: at(desk, 8, 15).toISOString() });
    expect((mail?.facts as { crew: string[] }).crew.sort()).toEqual(crew.map(({ displayName }) => displayName).sort());
    expect(mail?.calendar).toMatchObject({ method: "REQUEST", status: "TENTATIVE", uid: visit.calendarUid, sequence: 0 });
  });

  test("a visit moved after its announcement keeps its UID and raises its SEQUENCE, and the mail is ordered in the transaction of the move", async () => {
    const { desk, house, tourId, visitId } = await anAnnouncedVisit();
    valueOf(await confirmVisit(house.person, await visitForm(database, visitId)));
    const { calendarUid } = await visitRow(visitId);
    expect(valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 10 * 60 }))).toEqual({ id: visitId, isAnnounced: true });
    expect(await visitRow(visitId)).toMatchObject({ state: "ANNOUNCED", startsAt: at(desk, 10), confirmedAt: null, calendarSequence: 2, calendarUid });
    const mail = (await mailsOf(visitId)).at(-1);
    expect(mail).toMatchObject({ kind: "visit-moved", facts: { previousStartsAt: at(desk, 8, 15).toISOString(), startsAt: at(desk, 10).toISOString() } });
    expect(mail?.calendar).toMatchObject({ method: "REQUEST", status: "TENTATIVE", uid: calendarUid, sequence: 2 });
    const [same] = await database.prisma().$queryRaw<{ same: boolean }[]>`
      SELECT (SELECT xmin FROM "Visit" WHERE id = ${visitId}::uuid) = (SELECT xmin FROM "MailOrder" WHERE id = ${mail!.id}::uuid) AS same`;
    expect(same).toEqual({ same: true });
  });

  test("a planned visit is moved without a mail, and a refused move orders none", async () => {
    const { desk, tourId, visitId } = await aPlacedVisit();
    valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 10 * 60 }));
    expect(await visitRow(visitId)).toMatchObject({ state: "PLANNED", startsAt: at(desk, 10) });
    valueOf(await announceVisit(desk.lead, await visitForm(database, visitId)));
    const before = await counts(database);
    expect(refusalOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 16 * 60 })).code).toBe("visit.outsideVisitHours");
    expect(await counts(database)).toEqual(before);
    expect(await visitRow(visitId)).toMatchObject({ state: "ANNOUNCED", startsAt: at(desk, 10), calendarSequence: 0 });
  });

  test("a visit that is moved to where it stands tells nobody anything", async () => {
    const { desk, tourId, visitId } = await anAnnouncedVisit();
    valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 8 * 60 + 15 }));
    expect(await mailsOf(visitId)).toHaveLength(1);
    expect(await visitRow(visitId)).toMatchObject({ state: "ANNOUNCED", calendarSequence: 0 });
  });

  test("a visit goes from one tour to another, whose crew the facility then gets to know", async () => {
    const { desk, visitId } = await anAnnouncedVisit();
    const tourId = await aMadeTour(desk, { kitId: desk.kits[1], vehicleId: desk.vehicles[1], staffIds: [desk.staff[2], desk.staff[3]] });
    valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 9 * 60 }));
    const { displayName } = await database.prisma().staffMember.findUniqueOrThrow({ where: { id: desk.staff[2] } });
    expect(((await mailsOf(visitId)).at(-1)?.facts as { crew: string[] }).crew).toContain(displayName);
  });

  test("all planned visits of a tour are announced together, or none", async () => {
    const { desk, house, tourId, visitId } = await aPlacedVisit();
    const second = await aWaitingVisit(database, house);
    valueOf(await placeVisit(desk.lead, { ...second, tourId, startMinutes: null }));
    await database.prisma().appointment.updateMany({ where: { visitId: second.id }, data: { removedAt: await database.now() } });
    expect(refusalOf(await announceTour(desk.lead, await tourForm(database, tourId))).code).toBe("visit.nobodyToVisit");
    expect((await visitRow(visitId)).state).toBe("PLANNED");
    await database.prisma().appointment.updateMany({ where: { visitId: second.id }, data: { removedAt: null } });
    expect(valueOf(await announceTour(desk.lead, await tourForm(database, tourId)))).toEqual({ id: tourId, visitCount: 2 });
    expect(refusalOf(await announceTour(desk.lead, await tourForm(database, tourId))).code).toBe("tour.noVisits");
  });

  test("an announced visit taken off its tour cancels its entry; announced again it goes on with the same UID and the next SEQUENCE", async () => {
    const { desk, tourId, visitId } = await anAnnouncedVisit();
    valueOf(await removeVisit(desk.lead, await visitForm(database, visitId)));
    expect(await visitRow(visitId)).toMatchObject({ state: "TO_PLAN", tourId: null, startsAt: null, announcedAt: null, calendarSequence: 1 });
    valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 9 * 60 }));
    valueOf(await announceVisit(desk.lead, await visitForm(database, visitId)));
    valueOf(await cancelTour(desk.lead, await tourForm(database, tourId)));
    const calendars = (await mailsOf(visitId)).map(({ kind, calendar }) => ({ kind, ...(calendar as { method: string; sequence: number; uid: string }) }));
    const { calendarUid: uid } = await visitRow(visitId);
    expect(calendars).toMatchObject([
      { kind: "visit-announced", method: "REQUEST", sequence: 0, uid },
      { kind: "visit-cancelled", method: "CANCEL", sequence: 1, uid },
      { kind: "visit-announced", method: "REQUEST", sequence: 2, uid },
      { kind: "visit-cancelled", method: "CANCEL", sequence: 3, uid },
    ]);
  });

  test("R62 no mail about a visit says anything about the persons visited", async () => {
    const { house, visitId } = await anAnnouncedVisit({ resident: { lastName: "Geheimrat", firstNames: "Zita" } });
    valueOf(await confirmVisit(house.person, await visitForm(database, visitId)));
    expect(JSON.stringify(await mailsOf(visitId))).not.toMatch(/Geheimrat|Zita|1941/);
  });
});

describe("the facility's answer", () => {
  test("a confirmed visit becomes a firm entry, and the office is told", async () => {
    const { house, visitId } = await anAnnouncedVisit();
    valueOf(await confirmVisit(house.person, await visitForm(database, visitId)));
    expect(await visitRow(visitId)).toMatchObject({ state: "CONFIRMED", calendarSequence: 1 });
    const mails = await mailsOf(visitId);
    expect(mails.map(({ kind }) => kind).sort()).toEqual(["office-date-confirmed", "visit-announced", "visit-confirmed"]);
    expect(mails.find(({ kind }) => kind === "visit-confirmed")?.calendar).toMatchObject({ method: "REQUEST", status: "CONFIRMED", sequence: 1 });
  });

  test("R61 another facility can neither confirm nor question a visit, nor tell that it exists", async () => {
    const { visitId } = await anAnnouncedVisit();
    const stranger = await aHouse(database);
    const before = await counts(database);
    const form = await visitForm(database, visitId);
    expect(refusalOf(await confirmVisit(stranger.person, form))).toEqual({ code: "notFound" });
    expect(refusalOf(await questionVisit(stranger.person, { ...form, reason: "ROOM_TAKEN" }))).toEqual({ code: "notFound" });
    expect(refusalOf(await removeVisit(stranger.person, form))).toEqual({ code: "notFound" });
    expect(await counts(database)).toEqual(before);
    expect(await visitForm(database, visitId)).toEqual(form);
  });

  test("R02 a visit is not confirmed while the nationality of somebody is unclear", async () => {
    const { house, visitId } = await anAnnouncedVisit({ count: 3, resident: { nationality: "UNKNOWN" } });
    expect(refusalOf(await confirmVisit(house.person, await visitForm(database, visitId)))).toEqual({ code: "visit.nationalityUnclear", count: 3 });
  });

  test("R24 a visit is not confirmed before every representative has agreed to come", async () => {
    const care = { appliesBy: "WITH_REPRESENTATIVE", representation: "GUARDIAN_RESIDENCE", isRepresentativePresent: false } as const;
    const { house, visitId } = await anAnnouncedVisit({ count: 1, care });
    expect(refusalOf(await confirmVisit(house.person, await visitForm(database, visitId)))).toEqual({ code: "visit.representativeMissing", count: 1 });
    const { case: of } = await database.prisma().appointment.findFirstOrThrow({ where: { visitId }, include: { case: true } });
    const { sealed } = asStored.residentCare(aCare({ residentId: of.residentId, ...care, isRepresentativePresent: true }));
    await database.prisma().residentCare.update({ where: { residentId: of.residentId }, data: { sealed } });
    valueOf(await confirmVisit(house.person, await visitForm(database, visitId)));
  });

  test("a questioned visit stays announced with its reason until it is moved", async () => {
    const { desk, house, tourId, visitId } = await anAnnouncedVisit();
    valueOf(await questionVisit(house.person, { ...(await visitForm(database, visitId)), reason: "ROOM_TAKEN" }));
    expect(await visitRow(visitId)).toMatchObject({ state: "ANNOUNCED", questionReason: "ROOM_TAKEN", calendarSequence: 0 });
    expect((await mailsOf(visitId)).at(-1)).toMatchObject({ kind: "office-date-questioned", facts: { reason: "ROOM_TAKEN" }, calendar: null });
    valueOf(await moveVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: 10 * 60 }));
    expect(await visitRow(visitId)).toMatchObject({ questionedAt: null, questionReason: null });
  });

  test("an answer to a visit that was moved meanwhile is refused as stale", async () => {
    const { desk, house, tourId, visitId } = await anAnnouncedVisit();
    const form = await visitForm(database, visitId);
    valueOf(await moveVisit(desk.lead, { ...form, tourId, startMinutes: 10 * 60 }));
    expect(refusalOf(await confirmVisit(house.person, form)).code).toBe("stale");
  });
});

describe("clearance and cancelling", () => {
  test("R57 the first record of a prison's clearance counts, and it goes with names or another tour, not with the vehicle", async () => {
    const { desk, tourId, visitId } = await aPlacedVisit({}, aPrison());
    valueOf(await recordClearance(desk.lead, await visitForm(database, visitId)));
    const { clearedAt } = await visitRow(visitId);
    expect(clearedAt).not.toBeNull();
    valueOf(await recordClearance(desk.lead, await visitForm(database, visitId)));
    valueOf(await replaceVehicle(desk.lead, { ...(await tourForm(database, tourId)), vehicleId: desk.vehicles[1] }));
    expect((await visitRow(visitId)).clearedAt).toEqual(clearedAt);
    valueOf(await changeCrew(desk.lead, { ...(await tourForm(database, tourId)), staffIds: [desk.staff[0], desk.staff[2]] }));
    expect((await visitRow(visitId)).clearedAt).toBeNull();
  });

  test("a visit is cancelled for good only when nobody waits for it any more", async () => {
    const { desk, visitId } = await anAnnouncedVisit({ count: 2 });
    expect(refusalOf(await cancelVisit(desk.lead, await visitForm(database, visitId)))).toEqual({ code: "visit.personsLeft", count: 2 });
    await database.prisma().appointment.updateMany({ where: { visitId }, data: { removedAt: await database.now() } });
    valueOf(await cancelVisit(desk.lead, await visitForm(database, visitId)));
    expect(await visitRow(visitId)).toMatchObject({ state: "CANCELLED", tourId: null, calendarSequence: 1 });
    expect((await mailsOf(visitId)).at(-1)).toMatchObject({ kind: "visit-cancelled", calendar: { method: "CANCEL", status: "CANCELLED", sequence: 1 } });
  });
});
