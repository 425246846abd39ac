import { figuresOf, LAPSED } from "@/lib/privacy/figures";
import { deletePersonalData } from "@/lib/privacy/run";
import { scopeOf } from "@/lib/auth/scope";
import { inScope } from "@/lib/db/in-scope";
import { aCase, aRequest } from "../builders/requests";
import { aResident } from "../builders/residents";
import { store } from "../builders/store";
import { useDatabase } from "./database";
import { aHouse, storeParameters } from "./desk";

jest.setTimeout(60_000);
const database = useDatabase();
beforeAll(() => storeParameters(database));

test("a request that nobody decided loses its persons 180 days after it was sent, is closed, and counts as lapsed; a younger one waits on", async () => {
  const { facility } = await aHouse(database);
  const now = await database.now();
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  const sentBefore = { SENT: 182, QUESTIONED: 190, ACCEPTED: 185, YOUNG: 178 };
  const requests = Object.entries(sentBefore).map(([name, days]) =>
    aRequest({ facilityId: facility.id, sentAt: daysAgo(days), informedAt: daysAgo(days), createdAt: daysAgo(days), state: name === "YOUNG" ? "SENT" : (name as "SENT"), questionReason: name === "QUESTIONED" ? "DATES_UNSUITABLE" : null }),
  );
  const residents = requests.map(() => aResident({ facilityId: facility.id, confirmedAt: now }));
  const cases = requests.map((request, index) => aCase({ requestId: request.id, residentId: residents[index]!.id, facilityId: facility.id, state: request.state === "ACCEPTED" ? "ACCEPTED" : "REQUESTED", createdAt: request.createdAt }));
  await store(database.prisma(), { resident: residents, visitRequest: requests, case: cases });
  const failed: unknown[] = [];
  await deletePersonalData({ log: { error: (_event, error) => void failed.push(error) }, isStopping: () => false });
  expect(failed).toEqual([]);
  const left = await database.prisma().case.findMany({ select: { id: true } });
  expect(left).toEqual([{ id: cases[3]!.id }]);
  const states = await database.prisma().visitRequest.findMany({ where: { id: { in: requests.map(({ id }) => id) } }, orderBy: { sentAt: "asc" }, select: { state: true, closedAt: true } });
  expect(states.map(({ state, closedAt }) => [state, closedAt !== null])).toEqual([["CLOSED", true], ["CLOSED", true], ["CLOSED", true], ["SENT", false]]);
  const figures = await inScope(scopeOf({ kind: "system", job: "deletePersonalData" }), figuresOf);
  expect(figures.filter(({ result }) => result === LAPSED).reduce((sum, { count }) => sum + count, 0)).toBe(3);
});
