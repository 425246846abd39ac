import { impedimentOf } from "@/lib/appointments/queries";
import { sealFor } from "@/lib/crypto/columns";
import type { Person } from "@/lib/auth/types";
import { recordOutcome } from "@/lib/appointments/commands";
import type { AppointmentOutcome, NotPossibleReason } from "@/lib/cases/types";
import { correctOutcome } from "@/lib/corrections/commands";
import { aMadeTour, aDesk, refusalOf, storeParameters, tourForm, valueOf, visitForm } from "./desk";
import { placeVisit } from "@/lib/visits/commands";
import { finishTour } from "@/lib/tours/commands";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { aTourUnderway, type OnTheRoad } from "./road";

const database = useDatabase();
beforeAll(() => storeParameters(database));

type Recorded = { readonly outcome: AppointmentOutcome; readonly reason: NotPossibleReason | null };
const APPLIED: Recorded = { outcome: "APPLIED", reason: null };
const ABSENT: Recorded = { outcome: "NOT_POSSIBLE", reason: "ABSENT" };
const ILL: Recorded = { outcome: "NOT_POSSIBLE", reason: "ILL_TODAY" };
const DECEASED: Recorded = { outcome: "NOT_POSSIBLE", reason: "DECEASED" };
const DAY_MS = 86_400_000;

async function appointmentOf(road: OnTheRoad) {
  const row = await database.prisma().appointment.findFirstOrThrow({ where: { visitId: road.visit.id }, include: { case: { include: { request: true } } } });
  return { ...row, impediment: impedimentOf(row) };
}
const openOf = (caseId: string) => database.prisma().appointment.findMany({ where: { caseId, outcome: null, removedAt: null }, include: { visit: true } });
const lead = async () => (await signedIn(database.prisma(), "TEAM_LEAD")).person;

/** One person at a visit, with an outcome recorded. */
async function recorded(first: Recorded, persons: Parameters<typeof aTourUnderway>[1] = {}) {
  const road = await aTourUnderway(database, { count: 1, ...persons });
  const { id, version, caseId } = await appointmentOf(road);
  valueOf(await recordOutcome(road.crew, { id, version, ...first }));
  return { road, id, caseId };
}

async function correct(actor: Person, road: OnTheRoad, result: Recorded) {
  const { id, version } = await appointmentOf(road);
  return correctOutcome(actor, { id, version, result, because: "MISTYPED" });
}

test("an application that never was goes back to planning, as if it had been recorded so at once", async () => {
  const { road, caseId } = await recorded(APPLIED);
  expect(valueOf(await correct(road.crew, road, ABSENT))).toEqual({ visitId: road.visit.id, isBackToPlanning: true });
  expect(await appointmentOf(road)).toMatchObject({ outcome: "NOT_POSSIBLE", impediment: "ABSENT", case: { state: "ACCEPTED" } });
  expect((await openOf(caseId)).map(({ visit, kind }) => [visit.state, kind])).toEqual([["TO_PLAN", "APPLICATION"]]);
});

test("somebody who was there after all leaves the planning, and the visit that waited for nobody else is cancelled", async () => {
  const { road, caseId } = await recorded(ABSENT);
  const [waiting] = await openOf(caseId);
  valueOf(await correct(road.crew, road, APPLIED));
  expect(await appointmentOf(road)).toMatchObject({ outcome: "APPLIED", impediment: null, case: { state: "APPLIED" } });
  expect(await openOf(caseId)).toEqual([]);
  expect((await database.prisma().visit.findUniqueOrThrow({ where: { id: waiting!.visitId } })).state).toBe("CANCELLED");
});

test("another reason for the same return changes the reason and nothing else", async () => {
  const { road, caseId } = await recorded(ABSENT);
  const before = await openOf(caseId);
  valueOf(await correct(road.crew, road, ILL));
  expect(await openOf(caseId)).toEqual(before);
  expect(await appointmentOf(road)).toMatchObject({ impediment: "ILL_TODAY", case: { state: "ACCEPTED" } });
});

test("R49: who was called deceased by mistake has an open case and an open request again", async () => {
  const { road } = await recorded(DECEASED);
  expect((await appointmentOf(road)).case).toMatchObject({ state: "CLOSED", closeReason: "GONE", request: { state: "CLOSED" } });
  valueOf(await correct(road.crew, road, APPLIED));
  expect((await appointmentOf(road)).case).toMatchObject({ state: "APPLIED", closeReason: null, closedAt: null, request: { state: "ACCEPTED", closedAt: null } });
});

test("a case that a correction ends takes its request with it", async () => {
  const { road } = await recorded(APPLIED);
  valueOf(await correct(road.crew, road, DECEASED));
  expect((await appointmentOf(road)).case).toMatchObject({ state: "CLOSED", closeReason: "GONE", request: { state: "CLOSED" } });
});

test("a hand-over taken back leads to the applied card, and not to a new application", async () => {
  const road = await aTourUnderway(database, { count: 1, case: { state: "APPLIED" } });
  await database.prisma().appointment.updateMany({ where: { visitId: road.visit.id }, data: { kind: "HAND_OVER" } });
  const { id, version, caseId } = await appointmentOf(road);
  valueOf(await recordOutcome(road.crew, { id, version, outcome: "HANDED_OVER", reason: null }));
  valueOf(await correct(road.crew, road, ABSENT));
  expect((await appointmentOf(road)).case).toMatchObject({ state: "APPLIED", closeReason: null });
  expect((await openOf(caseId)).map(({ kind }) => kind)).toEqual(["HAND_OVER"]);
});

test("the crew corrects on its day while it is under way, afterwards only the team lead does", async () => {
  const { road, id } = await recorded(APPLIED);
  const office = await lead();
  expect(refusalOf(await correct(office, road, ABSENT))).toEqual({ code: "correction.stillTheCrew" });
  await database.prisma().appointment.update({ where: { id }, data: { outcomeAt: new Date((await database.now()).getTime() - DAY_MS) } });
  expect(refusalOf(await correct(road.crew, road, ABSENT))).toEqual({ code: "correction.nowTheOffice" });
  valueOf(await correct(office, road, ABSENT));
});

test("once the tour is finished the crew's word stands until the team lead corrects it", async () => {
  const { road } = await recorded(APPLIED);
  valueOf(await finishTour(road.crew, await tourForm(database, road.tour.id)));
  expect(refusalOf(await correct(road.crew, road, ABSENT))).toEqual({ code: "correction.nowTheOffice" });
  valueOf(await correct(await lead(), road, ABSENT));
});

test("R61: another crew, the facility and the administrator correct nothing", async () => {
  const { road } = await recorded(APPLIED);
  const other = await aTourUnderway(database);
  const { person: admin } = await signedIn(database.prisma(), "ADMINISTRATOR");
  for (const actor of [other.crew, road.house.person, admin]) expect(refusalOf(await correct(actor, road, ABSENT))).toEqual({ code: "notFound" });
});

test("what was not recorded, is the same, or was changed meanwhile is not corrected", async () => {
  const road = await aTourUnderway(database, { count: 1 });
  expect(refusalOf(await correct(road.crew, road, ABSENT))).toEqual({ code: "correction.nothingRecorded" });
  const { id, version } = await appointmentOf(road);
  valueOf(await recordOutcome(road.crew, { id, version, ...APPLIED }));
  expect(refusalOf(await correct(road.crew, road, APPLIED))).toEqual({ code: "correction.nothingChanged" });
  expect(refusalOf(await correctOutcome(road.crew, { id, version, result: ABSENT, because: "MISTYPED" }))).toEqual({ code: "stale" });
  expect(refusalOf(await correct(road.crew, road, { outcome: "HANDED_OVER", reason: null }))).toMatchObject({ code: "case.outcomeDoesNotFit" });
});

test("a case that stands on a tour again is first taken off it", async () => {
  const { road, caseId } = await recorded(ABSENT);
  const [waiting] = await openOf(caseId);
  const desk = await aDesk(database);
  const tourId = await aMadeTour(desk);
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, waiting!.visitId)), tourId, startMinutes: null }));
  expect(refusalOf(await correct(road.crew, road, APPLIED))).toEqual({ code: "correction.plannedAgain" });
});

test("nothing is taken back once a later visit or a withdrawal rests on it", async () => {
  const { road, caseId } = await recorded(ABSENT);
  const later = await database.prisma().appointment.findFirstOrThrow({ where: { caseId, outcome: null } });
  const impedimentSealed = sealFor("Appointment.impedimentSealed", later.id, "ABSENT");
  await database.prisma().appointment.update({ where: { id: later.id }, data: { outcome: "NOT_POSSIBLE", impedimentSealed, outcomeAt: await database.now() } });
  expect(refusalOf(await correct(road.crew, road, APPLIED))).toEqual({ code: "correction.caseWentOn" });
  const other = await recorded(APPLIED);
  await database.prisma().case.update({ where: { id: other.caseId }, data: { state: "CLOSED", closeReason: "WITHDRAWN", closedAt: await database.now() } });
  expect(refusalOf(await correct(other.road.crew, other.road, ABSENT))).toEqual({ code: "correction.caseWentOn" });
});

test("the correction is on record with what stood there before, what stands there now and why", async () => {
  const { road, id, caseId } = await recorded(APPLIED);
  valueOf(await correct(road.crew, road, ABSENT));
  const entry = await database.prisma().auditEntry.findFirstOrThrow({ where: { action: "outcomeCorrected", subjectId: id } });
  expect(entry).toMatchObject({ actorUserId: road.crew.userId, details: { case: caseId, before: "APPLIED", outcome: "NOT_POSSIBLE", because: "MISTYPED" } });
});
