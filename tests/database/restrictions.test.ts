import { disclosureOfResident } from "@/lib/disclosures/queries";
import { deletePersonalData } from "@/lib/privacy/run";
import { draftRequest } from "@/lib/drafts/commands";
import { changeResident, markGone } from "@/lib/residents/commands";
import { rosterPage, viewResident } from "@/lib/residents/queries";
import { scopeOf } from "@/lib/auth/scope";
import { retentionOverview } from "@/lib/retention/queries";
import { announceLift, correctSubject, liftRestriction, restrictSubject } from "@/lib/subjects/commands";
import { subjectOf } from "@/lib/subjects/queries";
import { makeTour } from "@/lib/tours/commands";
import { placeVisit } from "@/lib/visits/commands";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aWaitingVisit, refusalOf, storeParameters, valueOf } from "./desk";
import { aListedPerson, aTypedPerson, rosterOf } from "./facility-house";

jest.setTimeout(60_000);
const database = useDatabase();
beforeAll(() => storeParameters(database));

async function aPerson() {
  const house = await aHouse(database);
  const resident = await aListedPerson(database, house);
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  return { house, resident, lead };
}

const versionOf = async (id: string): Promise<number> => (await database.prisma().resident.findUniqueOrThrow({ where: { id } })).version;
const holdOf = (residentId: string) => database.prisma().deletionHold.findFirstOrThrow({ where: { residentId }, orderBy: { createdAt: "desc" } });
const restrict = async (lead: Parameters<typeof restrictSubject>[0], id: string) => valueOf(await restrictSubject(lead, { id, version: await versionOf(id), reason: "ACCURACY_CONTESTED" }));

test("who is restricted stands in no list of the house, is asked for by nobody and changed by nobody, and can be lifted only after the person was told", async () => {
  const { house, resident, lead } = await aPerson();
  await restrict(lead, resident.id);
  expect((await rosterOf(house.person)).map(({ id }) => id)).not.toContain(resident.id);
  expect(await rosterPage(house.person, { only: null, filter: "ALL", page: 1 }, await database.now())).toMatchObject({ lines: [], all: 0, restricted: [resident.id] });
  expect(await viewResident(house.person, resident.id)).toEqual({ id: resident.id, restrictedAt: expect.any(Date) });
  const version = await versionOf(resident.id);
  expect(refusalOf(await draftRequest(house.person, { residents: [resident.id] })).code).toMatch(/subject\.restricted|notFound/);
  expect(refusalOf(await changeResident(house.person, { ...aTypedPerson(), id: resident.id, version }))).toEqual({ code: "subject.restricted" });
  expect(refusalOf(await markGone(house.person, { id: resident.id, version }))).toEqual({ code: "subject.restricted" });

  const hold = await holdOf(resident.id);
  expect(refusalOf(await liftRestriction(lead, { id: hold.id, version: hold.version, reason: "SETTLED" }))).toEqual({ code: "subject.notAnnounced" });
  valueOf(await announceLift(lead, { id: hold.id, version: hold.version }));
  valueOf(await liftRestriction(lead, { id: hold.id, version: hold.version + 1, reason: "SETTLED" }));
  expect((await rosterOf(house.person)).map(({ id }) => id)).toContain(resident.id);
  expect((await subjectOf(scopeOf(lead), resident.id))?.restriction).toBeNull();
  const mails = await database.prisma().mailOrder.findMany({ where: { facilityId: house.facility.id, kind: "person-rights" }, orderBy: { createdAt: "asc" } });
  expect(mails.map(({ facts }) => (facts as { change: string }).change)).toEqual(["RESTRICTED", "LIFT_ANNOUNCED", "LIFTED"]);
  expect(JSON.stringify(mails)).not.toContain(resident.lastName);
  const entries = await database.prisma().auditEntry.findMany({ where: { subjectId: resident.id, actorUserId: lead.userId, action: { startsWith: "restriction" } }, orderBy: { at: "asc" } });
  expect(entries.map(({ action, details }) => [action, (details as { reason?: string }).reason])).toEqual([["restrictionSet", "ACCURACY_CONTESTED"], ["restrictionLiftAnnounced", undefined], ["restrictionLifted", "SETTLED"]]);
});

test("cases that wait to be planned leave their visit and come back to planning when the restriction is lifted", async () => {
  const house = await aHouse(database);
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  const visit = await aWaitingVisit(database, house, { count: 2 });
  const [appointment] = await database.prisma().appointment.findMany({ where: { visitId: visit.id }, include: { case: true }, orderBy: { position: "asc" } });
  const id = appointment!.case.residentId;
  await restrict(lead, id);
  const open = () => database.prisma().appointment.count({ where: { case: { residentId: id }, outcome: null, removedAt: null } });
  expect(await open()).toBe(0);
  await expect(database.prisma().appointment.create({ data: { visitId: visit.id, caseId: appointment!.caseId, facilityId: house.facility.id, position: 9 } })).rejects.toThrow();
  const hold = await holdOf(id);
  valueOf(await announceLift(lead, { id: hold.id, version: hold.version }));
  valueOf(await liftRestriction(lead, { id: hold.id, version: hold.version + 1, reason: "CONSENT" }));
  expect(await open()).toBe(1);
});

test("who stands on a tour is taken from it first", async () => {
  const desk = await aDesk(database);
  const house = await aHouse(database);
  const visit = await aWaitingVisit(database, house, { count: 1 });
  const tour = valueOf(await makeTour(desk.lead, desk.tour()));
  valueOf(await placeVisit(desk.lead, { id: visit.id, version: visit.version, tourId: tour.id, startMinutes: null }));
  const { case: one } = await database.prisma().appointment.findFirstOrThrow({ where: { visitId: visit.id }, include: { case: true } });
  expect(refusalOf(await restrictSubject(desk.lead, { id: one.residentId, version: await versionOf(one.residentId), reason: "OBJECTION" }))).toEqual({ code: "subject.onTour" });
});

test("the deletion run leaves restricted data alone, however old they are, and takes them once the restriction is lifted", async () => {
  const { resident, lead } = await aPerson();
  await restrict(lead, resident.id);
  await database.prisma().resident.update({ where: { id: resident.id }, data: { confirmedAt: new Date("2020-01-01T00:00:00Z") } });
  const run = async (): Promise<void> => {
    await database.prisma().deletionRun.deleteMany();
    await deletePersonalData({ log: { error: (_text: string, error: unknown) => { throw error; } }, isStopping: () => false } as never);
  };
  await run();
  expect(await database.prisma().resident.count({ where: { id: resident.id } })).toBe(1);
  const hold = await holdOf(resident.id);
  valueOf(await announceLift(lead, { id: hold.id, version: hold.version }));
  valueOf(await liftRestriction(lead, { id: hold.id, version: hold.version + 1, reason: "CLAIM_OVER" }));
  await run();
  expect(await database.prisma().resident.count({ where: { id: resident.id } })).toBe(0);
});

test("the restriction stands in the person's document, and on the retention page without a name", async () => {
  const { resident, lead } = await aPerson();
  await restrict(lead, resident.id);
  const disclosure = await disclosureOfResident(lead, resident.id);
  expect(disclosure?.tables.find(({ table }) => table === "DeletionHold")?.rows).toEqual([expect.objectContaining({ reason: "ACCURACY_CONTESTED", endedAt: null })]);
  const { person: officer } = await signedIn(database.prisma(), "DATA_PROTECTION_OFFICER");
  const hold = await holdOf(resident.id);
  expect((await retentionOverview(scopeOf(officer)))?.holds.find(({ id }) => id === hold.id)).toMatchObject({ requestReference: null, facilityName: null, untilOn: null, reason: "ACCURACY_CONTESTED" });
});

test("the office corrects what was wrong: everybody reads the new value, the house is told, the log keeps no name", async () => {
  const { house, resident, lead } = await aPerson();
  const before = { id: resident.id, lastName: resident.lastName, firstNames: resident.firstNames, bornOn: "1941-05-20", nationality: "GERMAN", mainResidence: "DORTMUND" } as const;
  expect(refusalOf(await correctSubject(lead, { ...before, version: await versionOf(resident.id) }))).toEqual({ code: "subject.nothingChanged" });
  valueOf(await correctSubject(lead, { ...before, version: await versionOf(resident.id), lastName: "Kanari-Richtig", nationality: "OTHER" }));
  expect(await viewResident(house.person, resident.id)).toMatchObject({ lastName: "Kanari-Richtig", facts: { nationality: "OTHER" } });
  const entry = await database.prisma().auditEntry.findFirstOrThrow({ where: { action: "residentCorrected", subjectId: resident.id } });
  expect(entry.details).toEqual({ name: true, nationality: "OTHER", nationalityBefore: "GERMAN" });
  expect(await database.prisma().mailOrder.count({ where: { facilityId: house.facility.id, kind: "person-rights" } })).toBe(1);
  expect(refusalOf(await correctSubject(lead, { ...before, version: 1 }))).toEqual({ code: "stale" });
});

test("nobody but the office corrects, restricts or lifts", async () => {
  const { house, resident, lead } = await aPerson();
  const input = { id: resident.id, version: 1 };
  for (const person of [house.person, (await signedIn(database.prisma(), "ADMINISTRATOR")).person, (await signedIn(database.prisma(), "CREW")).person]) {
    expect(refusalOf(await restrictSubject(person, { ...input, reason: "OBJECTION" }))).toEqual({ code: "notFound" });
    expect(refusalOf(await correctSubject(person, { ...input, lastName: "X", firstNames: "Y", bornOn: "1950-01-01", nationality: "GERMAN", mainResidence: "DORTMUND" }))).toEqual({ code: "notFound" });
  }
  await restrict(lead, resident.id);
  const hold = await holdOf(resident.id);
  expect(refusalOf(await announceLift(house.person, { id: hold.id, version: hold.version }))).toEqual({ code: "notFound" });
  expect(refusalOf(await liftRestriction(house.person, { id: hold.id, version: hold.version, reason: "ASKED" }))).toEqual({ code: "notFound" });
  await expect(database.prisma().deletionHold.update({ where: { id: hold.id }, data: { endedAt: new Date() } })).rejects.toThrow();
});
