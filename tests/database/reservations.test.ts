import { civilDateOf } from "@/lib/time/calendar";
import { enterAbsence, endAbsence } from "@/lib/reservations/commands";
import { changeCrew, makeTour, replaceKit } from "@/lib/tours/commands";
import { announceVisit, placeVisit } from "@/lib/visits/commands";
import { aKit } from "../builders/resources";
import { store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, at, aWaitingVisit, counts, refusalOf, storeParameters, tourForm, valueOf, visitForm, type Desk } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

type Absence = Parameters<typeof enterAbsence>[1];

function illness(desk: Desk, overrides: Partial<Absence> = {}): Absence {
  return { resourceKind: "STAFF", resourceId: desk.staff[0], fromOn: desk.day, fromMinutes: 0, untilOn: desk.day, untilMinutes: 23 * 60, reason: "ILLNESS", ...overrides };
}

const heldOf = (tourId: string) => database.prisma().reservation.findMany({ where: { tourId, releasedAt: null } });

test("R50 an absence takes the person off the planned tours it hits, and such a tour cannot be announced before the gap is filled", async () => {
  const desk = await aDesk(database);
  const house = await aHouse(database);
  const tourId = await aMadeTour(desk);
  const visit = await aWaitingVisit(database, house);
  valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
  expect(valueOf(await enterAbsence(desk.lead, illness(desk))).toursHit).toEqual([tourId]);
  expect((await heldOf(tourId)).map(({ staffId }) => staffId)).not.toContain(desk.staff[0]);
  expect(refusalOf(await announceVisit(desk.lead, await visitForm(database, visit.id)))).toEqual({ code: "visit.crewTooSmall", have: 1, need: 2 });
  const sameCrew = { ...(await tourForm(database, tourId)), staffIds: [desk.staff[0], desk.staff[1]] };
  expect(refusalOf(await changeCrew(desk.lead, sameCrew))).toMatchObject({ code: "resource.taken", resourceKind: "STAFF", purpose: "ABSENCE", place: null });
  valueOf(await changeCrew(desk.lead, { ...sameCrew, staffIds: [desk.staff[1], desk.staff[2]] }));
  valueOf(await announceVisit(desk.lead, await visitForm(database, visit.id)));
});

test("R50 a kit in repair leaves a gap that keeps visits from being announced, and no tour gets it back by itself", async () => {
  const desk = await aDesk(database);
  const house = await aHouse(database);
  const tourId = await aMadeTour(desk);
  const visit = await aWaitingVisit(database, house);
  valueOf(await placeVisit(desk.lead, { ...visit, tourId, startMinutes: null }));
  const repair = illness(desk, { resourceKind: "KIT", resourceId: desk.kits[0], reason: "DEFECT" });
  const { id } = valueOf(await enterAbsence(desk.lead, repair));
  expect(await database.prisma().reservation.findUniqueOrThrow({ where: { id } })).toMatchObject({ purpose: "REPAIR", kitId: desk.kits[0] });
  expect(refusalOf(await announceVisit(desk.lead, await visitForm(database, visit.id))).code).toBe("tour.kitMissing");
  valueOf(await endAbsence(desk.lead, { id }));
  expect(refusalOf(await endAbsence(desk.lead, { id })).code).toBe("notFound");
  expect((await heldOf(tourId)).some(({ kitId }) => kitId === desk.kits[0])).toBe(false);
  valueOf(await replaceKit(desk.lead, { ...(await tourForm(database, tourId)), kitId: desk.kits[0] }));
  expect((await heldOf(tourId)).some(({ kitId }) => kitId === desk.kits[0])).toBe(true);
});

test("two absences of one person at one time are refused", async () => {
  const desk = await aDesk(database);
  valueOf(await enterAbsence(desk.lead, illness(desk)));
  const before = await counts(database);
  expect(refusalOf(await enterAbsence(desk.lead, illness(desk, { reason: "LEAVE" })))).toMatchObject({ code: "resource.taken", purpose: "ABSENCE" });
  expect(await counts(database)).toEqual(before);
});

test("an absence is not entered over a tour on the road, and no tour is taken from it", async () => {
  const desk = await aDesk(database);
  const tourId = await aMadeTour(desk);
  await database.prisma().tour.update({ where: { id: tourId }, data: { state: "UNDERWAY" } });
  expect(refusalOf(await enterAbsence(desk.lead, illness(desk)))).toMatchObject({ code: "resource.taken", purpose: "TOUR", from: at(desk, 8) });
  expect(await heldOf(tourId)).toHaveLength(4);
});

test("somebody absent is not put on a tour", async () => {
  const desk = await aDesk(database);
  valueOf(await enterAbsence(desk.lead, illness(desk)));
  expect(refusalOf(await makeTour(desk.lead, desk.tour()))).toMatchObject({ code: "resource.taken", resourceKind: "STAFF", purpose: "ABSENCE" });
});

test("an absence goes forward and is not over", async () => {
  const desk = await aDesk(database);
  expect(refusalOf(await enterAbsence(desk.lead, illness(desk, { untilMinutes: 0 }))).code).toBe("resource.endsBeforeStart");
  const past = { fromOn: "2026-01-05", untilOn: "2026-01-06" };
  expect(refusalOf(await enterAbsence(desk.lead, illness(desk, past))).code).toBe("resource.inThePast");
});

test("the audit log keeps the days of an absence, not its reason", async () => {
  const desk = await aDesk(database);
  valueOf(await enterAbsence(desk.lead, illness(desk)));
  const entries = await database.prisma().auditEntry.findMany({ where: { subjectId: desk.staff[0], action: "absenceEntered" } });
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries[0]!.details)).not.toContain("ILLNESS");
  expect(civilDateOf(entries[0]!.at)).toBe(civilDateOf(await database.now()));
});

test("R52 of 200 inserts at one time for one kit the database keeps one", async () => {
  const desk = await aDesk(database);
  const kit = aKit();
  await store(database.prisma(), { caseKit: [kit] });
  const insert = () => database.prisma().$executeRaw`
    INSERT INTO "Reservation" (id, "kitId", purpose, "startsAt", "endsAt")
    VALUES (gen_random_uuid(), ${kit.id}::uuid, 'REPAIR', ${at(desk, 8)}, ${at(desk, 9)})`;
  const results = await Promise.allSettled(Array.from({ length: 200 }, insert));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const reasons = results.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  expect(reasons.every((reason) => reason.includes("reservation_no_overlap"))).toBe(true);
  expect(await database.prisma().reservation.count({ where: { kitId: kit.id } })).toBe(1);
});
