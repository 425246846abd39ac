import { countTurnedAway, noteTurnedAway } from "@/lib/audit/door";
import { countRefusal, GROUP_MS, recordRefusals } from "@/lib/audit/refusals";
import { useDatabase } from "./database";
import { aUser } from "../builders/accounts";
import { store } from "../builders/store";

const database = useDatabase();
const user = aUser();
const lead = { userId: user.id, role: "TEAM_LEAD" } as const;

beforeAll(() => store(database.prisma(), { user: [user] }));

const entries = () => database.prisma().auditEntry.findMany({ where: { action: "accessRefused" }, orderBy: { id: "asc" } });
/** Lets the groups be over. */
const later = () => database.prisma().$executeRaw`UPDATE "RefusalCount" SET "startedAt" = "startedAt" - ${2 * GROUP_MS} * interval '1 millisecond'`;

test("two hundred refusals at one time are counted in one row, and nothing goes on record before the group is over", async () => {
  await Promise.all(Array.from({ length: 200 }, () => countRefusal(lead, "permission", "admin.audit.view")));
  const rows = await database.prisma().refusalCount.findMany();
  // The clock may pass from one group to the next meanwhile.
  expect(rows.length).toBeLessThanOrEqual(2);
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  await recordRefusals();
  expect(await entries()).toEqual([]);
});

test("a group becomes one entry of the person who was refused, with the count, and is gone then", async () => {
  await database.prisma().refusalCount.deleteMany();
  for (let times = 0; times < 3; times += 1) await countRefusal(lead, "row", "office.requests.view");
  await countRefusal(null, "signedOut", "office.requests.view", 7);
  await later();
  await Promise.all([recordRefusals(), recordRefusals()]);
  const found = await entries();
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ actorUserId: user.id, actorRole: "TEAM_LEAD", subjectIds: [user.id], details: expect.objectContaining({ reason: "row", place: "office.requests.view", count: 3 }) }),
      expect.objectContaining({ actorUserId: null, subjectIds: [], details: expect.objectContaining({ reason: "signedOut", count: 7 }) }),
    ]),
  );
  expect(await database.prisma().refusalCount.count()).toBe(0);
});

test("where it cannot be counted the refusal stands and nothing is thrown", async () => {
  await database.prisma().$executeRaw`ALTER TABLE "RefusalCount" ADD CONSTRAINT out_of_order CHECK (false) NOT VALID`;
  await expect(countRefusal(lead, "row", "office.requests.view")).resolves.toBeUndefined();
  await database.prisma().$executeRaw`ALTER TABLE "RefusalCount" DROP CONSTRAINT out_of_order`;
});

test("a flood at the front door is one row, once it is counted", async () => {
  await database.prisma().refusalCount.deleteMany();
  for (let times = 0; times < 1_000; times += 1) noteTurnedAway("foreignOrigin");
  expect(await database.prisma().refusalCount.count()).toBe(0);
  await countTurnedAway();
  await countTurnedAway();
  expect(await database.prisma().refusalCount.findMany()).toMatchObject([{ userId: null, reason: "door", place: "foreignOrigin", count: 1_000 }]);
});
