import { suspendDeletion, resumeDeletion } from "@/lib/retention/commands";
import { holdableRequest, retentionOverview } from "@/lib/retention/queries";
import { scopeOf } from "@/lib/auth/scope";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { acceptedCases, aHouse, refusalOf, storeParameters, valueOf } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

async function aRequestToHold() {
  const [one, other] = await acceptedCases(database, await aHouse(database));
  const request = await database.prisma().visitRequest.findUniqueOrThrow({ where: { id: one!.requestId } });
  const { person: admin } = await signedIn(database.prisma(), "ADMINISTRATOR");
  const today = civilDateOf(await database.now());
  return { request, caseId: one!.id, otherId: other!.id, admin, untilOn: addDays(today, 30), today };
}

test("a hold is set with reason and end, is on record, and stands on the page without a person's name", async () => {
  const { request, admin, untilOn } = await aRequestToHold();
  const { id } = valueOf(await suspendDeletion(admin, { requestId: request.id, caseId: null, reason: "LEGAL_DISPUTE", untilOn }));
  const overview = await retentionOverview(scopeOf(admin));
  expect(overview?.holds.find((hold) => hold.id === id)).toMatchObject({ requestReference: request.reference, caseId: null, reason: "LEGAL_DISPUTE", untilOn, setBy: admin.displayName, endedAt: null });
  expect(await database.prisma().auditEntry.findFirst({ where: { action: "holdSet", subjectId: request.id } })).toMatchObject({ actorUserId: admin.userId, details: { hold: id, reason: "LEGAL_DISPUTE", untilOn } });
});

test("the data protection officer reads holds", async () => {
  const { request, admin, untilOn } = await aRequestToHold();
  valueOf(await suspendDeletion(admin, { requestId: request.id, caseId: null, reason: "COMPLAINT", untilOn }));
  const { person } = await signedIn(database.prisma(), "DATA_PROTECTION_OFFICER");
  expect((await retentionOverview(scopeOf(person)))?.holds.map(({ requestReference }) => requestReference)).toContain(request.reference);
});

test("nobody outside of the oversight reads or sets one", async () => {
  const { request, untilOn } = await aRequestToHold();
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  expect(await retentionOverview(scopeOf(lead))).toBeNull();
  expect(await holdableRequest(scopeOf(lead), request.reference)).toBeNull();
  expect(refusalOf(await suspendDeletion(lead, { requestId: request.id, caseId: null, reason: "COMPLAINT", untilOn }))).toEqual({ code: "notFound" });
});

test("a second hold on the same is refused, one on another case is not", async () => {
  const { request, caseId, otherId, admin, untilOn } = await aRequestToHold();
  const hold = { requestId: request.id, caseId, reason: "COMPLAINT", untilOn } as const;
  valueOf(await suspendDeletion(admin, hold));
  expect(refusalOf(await suspendDeletion(admin, hold))).toEqual({ code: "hold.exists", untilOn });
  valueOf(await suspendDeletion(admin, { ...hold, caseId: otherId }));
});

test("a hold on nothing, on another request's case and without a day to come is refused", async () => {
  const { request, admin, untilOn, today } = await aRequestToHold();
  const foreign = await aRequestToHold();
  const hold = { requestId: request.id, caseId: null, reason: "COMPLAINT", untilOn } as const;
  expect(refusalOf(await suspendDeletion(admin, { ...hold, requestId: foreign.caseId }))).toEqual({ code: "hold.noSuchRequest" });
  expect(refusalOf(await suspendDeletion(admin, { ...hold, caseId: foreign.caseId }))).toEqual({ code: "hold.nothingLeft" });
  expect(refusalOf(await suspendDeletion(admin, { ...hold, untilOn: today }))).toMatchObject({ code: "hold.inThePast" });
});

test("a hold is lifted once, with who did it on record", async () => {
  const { request, admin, untilOn } = await aRequestToHold();
  const { id } = valueOf(await suspendDeletion(admin, { requestId: request.id, caseId: null, reason: "COMPLAINT", untilOn }));
  valueOf(await resumeDeletion(admin, { id, version: 1 }));
  expect(await database.prisma().deletionHold.findUniqueOrThrow({ where: { id } })).toMatchObject({ endedById: admin.userId, endedAt: expect.any(Date), version: 2 });
  expect(refusalOf(await resumeDeletion(admin, { id, version: 2 }))).toEqual({ code: "stale" });
  expect(await database.prisma().auditEntry.count({ where: { action: "holdLifted", subjectId: request.id } })).toBe(1);
});
