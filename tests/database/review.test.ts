import { Client } from "pg";
import { addDays } from "@/lib/time/calendar";
import { enterAbsence } from "@/lib/reservations/commands";
import { leaveFinding, showFinding } from "@/lib/review/commands";
import { reviewCount, reviewQueue, type Finding, type ReviewGroup } from "@/lib/review/queries";
import { scopeOf } from "@/lib/auth/scope";
import { announceVisit, placeVisit } from "@/lib/visits/commands";
import { aPrison } from "../builders/facilities";
import { asStored } from "../builders/plain";
import { aCustody } from "../builders/residents";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, aWaitingVisit, refusalOf, storeParameters, valueOf, visitForm, type Desk } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

async function aBookedVisit(desk: Desk, facility = aPrison(), releaseOn = "2099-05-31") {
  const house = await aHouse(database, facility);
  const tourId = await aMadeTour(desk);
  const { id } = await aWaitingVisit(database, house, { count: 1 });
  const one = await database.prisma().appointment.findFirstOrThrow({ where: { visitId: id }, select: { case: { select: { residentId: true } } } });
  const { residentId } = one.case;
  await store(database.prisma(), { residentCustody: facility.kind === "PRISON" ? [aCustody({ residentId, releaseOn })] : [] });
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, id)), tourId, startMinutes: null }));
  valueOf(await announceVisit(desk.lead, await visitForm(database, id)));
  return { id, tourId, residentId, house };
}

/** The prison states another release. */
async function release(residentId: string, releaseOn: string): Promise<void> {
  const { sealed } = asStored.residentCustody(aCustody({ residentId, releaseOn }));
  await database.prisma().residentCustody.update({ where: { residentId }, data: { sealed } });
}

const groupOf = async (desk: Desk, id: string): Promise<ReviewGroup | undefined> => (await reviewQueue(desk.lead)).find((group) => group.id === id);
const findingsOf = async (desk: Desk, id: string): Promise<readonly Finding[]> => (await groupOf(desk, id))?.findings ?? [];
const kindsOf = async (desk: Desk, id: string) => (await findingsOf(desk, id)).map(({ cause, left }) => [cause.kind, left?.reason ?? null]);
const nameOf = async (desk: Desk, id: string): Promise<string> => (await findingsOf(desk, id))[0]!.names[0]!;

describe("the review queue", () => {
  test("R09: a release that moves before the visit stands there with person and request, and goes when it moves back", async () => {
    const desk = await aDesk(database);
    const { id, residentId } = await aBookedVisit(desk);
    expect(await kindsOf(desk, id)).toEqual([]);
    await release(residentId, desk.day);
    const [finding] = await findingsOf(desk, id);
    expect(finding).toMatchObject({ cause: { kind: "release.beforeVisit" }, person: { id: residentId }, left: null });
    await release(residentId, addDays(desk.day, 400));
    expect(await kindsOf(desk, id)).toEqual([]);
  });

  test("what somebody leaves as it is keeps its reason, returns with another cause, and can be shown again", async () => {
    const desk = await aDesk(database);
    const { id, residentId } = await aBookedVisit(desk);
    await release(residentId, desk.day);
    const name = await nameOf(desk, id);
    valueOf(await leaveFinding(desk.lead, { finding: name, reason: "AGREED" }));
    expect(await findingsOf(desk, id)).toMatchObject([{ left: { reason: "AGREED", by: desk.lead.displayName } }]);
    await release(residentId, addDays(desk.day, -1));
    expect(await kindsOf(desk, id)).toEqual([["release.beforeVisit", null]]);
    await release(residentId, desk.day);
    expect(await kindsOf(desk, id)).toEqual([["release.beforeVisit", "AGREED"]]);
    valueOf(await showFinding(desk.lead, { finding: name }));
    expect(await kindsOf(desk, id)).toEqual([["release.beforeVisit", null]]);
  });

  test("nobody leaves what has cleared itself, and the second of two keeps the first one's reason", async () => {
    const desk = await aDesk(database);
    const { id, residentId } = await aBookedVisit(desk);
    await release(residentId, desk.day);
    const name = await nameOf(desk, id);
    await release(residentId, addDays(desk.day, 400));
    expect(refusalOf(await leaveFinding(desk.lead, { finding: name, reason: "ACCEPTED" })).code).toBe("review.gone");
    expect(refusalOf(await showFinding(desk.lead, { finding: name })).code).toBe("review.gone");
    await release(residentId, desk.day);
    const both = await Promise.all((["NO_OBSTACLE", "ACCEPTED"] as const).map((reason) => leaveFinding(desk.lead, { finding: name, reason })));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await database.prisma().leftFinding.count({ where: { hash: name } })).toBe(1);
  });

  test("an absence puts the tour there, and neither a stored row nor the log tells a release or a person's kind of finding", async () => {
    const desk = await aDesk(database);
    const { id, tourId, residentId } = await aBookedVisit(desk);
    await release(residentId, desk.day);
    valueOf(await enterAbsence(desk.lead, { resourceKind: "STAFF", resourceId: desk.staff[0], fromOn: desk.day, fromMinutes: 0, untilOn: addDays(desk.day, 1), untilMinutes: 0, reason: "ILLNESS" }));
    expect(await kindsOf(desk, tourId)).toEqual([["crew.absent", null]]);
    for (const one of [id, tourId]) valueOf(await leaveFinding(desk.lead, { finding: await nameOf(desk, one), reason: "SOLVED_ELSEWHERE" }));
    const rows = JSON.stringify(await database.prisma().leftFinding.findMany({ where: { tourId } }));
    expect(rows).not.toContain(desk.day);
    expect(rows).not.toContain(residentId);
    const entries = await database.prisma().auditEntry.findMany({ where: { action: "findingLeft", subjectId: { in: [id, tourId] } }, orderBy: { at: "asc" } });
    expect(entries.map(({ subjectKind, details, subjectIds }) => [subjectKind, details, subjectIds.includes(residentId)])).toEqual([
      ["visit", { reason: "SOLVED_ELSEWHERE" }, true],
      ["tour", { finding: "crew.absent", reason: "SOLVED_ELSEWHERE" }, false],
    ]);
  });

  test("the figure counts what nobody has left, for the office alone, and puts nobody's data on record", async () => {
    const desk = await aDesk(database);
    const { id, residentId, house } = await aBookedVisit(desk);
    const before = await reviewCount(scopeOf(desk.lead));
    await release(residentId, desk.day);
    const views = await database.prisma().auditEntry.count({ where: { action: "personsViewed" } });
    expect(await reviewCount(scopeOf(desk.lead))).toBe(before + 1);
    expect(await database.prisma().auditEntry.count({ where: { action: "personsViewed" } })).toBe(views);
    const name = await nameOf(desk, id);
    valueOf(await leaveFinding(desk.lead, { finding: name, reason: "AGREED" }));
    expect(await reviewCount(scopeOf(desk.lead))).toBe(before);
    const crew = (await signedIn(database.prisma(), "CREW")).person;
    for (const other of [house.person, crew]) {
      expect(await reviewQueue(other)).toEqual([]);
      expect(await reviewCount(scopeOf(other))).toBe(0);
      expect(refusalOf(await leaveFinding(other, { finding: name, reason: "AGREED" })).code).toBe("notFound");
      expect(refusalOf(await showFinding(other, { finding: name })).code).toBe("notFound");
    }
  });

  test("the number of statements does not grow with the visits", async () => {
    const desk = await aDesk(database);
    await aBookedVisit(desk);
    const statements = async (): Promise<number> => {
      const query = jest.spyOn(Client.prototype, "query");
      try {
        await reviewQueue(desk.lead);
        return query.mock.calls.length;
      } finally {
        query.mockRestore();
      }
    };
    const few = await statements();
    for (let more = 0; more < 3; more += 1) await aBookedVisit(await aDesk(database));
    expect(few).toBeGreaterThan(5);
    expect(await statements()).toBe(few);
  });
});
