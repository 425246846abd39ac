import { randomUUID } from "node:crypto";
import { DOOR_EVERY_MS } from "@/lib/audit/door";
import { NOTHING } from "./hostile-forms";
import { ownerOf } from "./people";
import { usePortal } from "./portal";
import { aVisitor, signedInVisitor, type Visitor } from "./visitor";

const portal = usePortal();
const origin = (): string => portal.origins()[0]!;
let nurse: Visitor;
let userId: string;

beforeAll(async () => {
  nurse = await signedInVisitor(origin(), "burgholz");
  ({ userId } = await ownerOf(portal.prisma(), "burgholz"));
}, 300_000);

/** The refusals that are counted, as "who reason place". */
async function counted(): Promise<Readonly<Record<string, number>>> {
  const rows = await portal.prisma().refusalCount.findMany();
  const sums = new Map<string, number>();
  for (const { userId: who, reason, place, count } of rows) {
    const key = [who ?? "nobody", reason, place].join(" ");
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

test("a page, a file or a form that is not for somebody is counted as refused", async () => {
  await nurse.get("/admin/audit");
  await nurse.get("/admin/audit/export/csv");
  await nurse.post("users.invite", {});
  expect(await counted()).toMatchObject({ [`${userId} permission admin.audit.view`]: 2, [`${userId} permission users.invite`]: 1 });
});

test("somebody else's row and one that never was are counted alike", async () => {
  const foreign = await portal.prisma().resident.findFirstOrThrow({ where: { facility: { kind: "PRISON" } } });
  for (const id of [foreign.id, NOTHING]) await nurse.get(`/facility/residents/${id}`);
  await nurse.post("requests.answer", { id: NOTHING, version: "1" });
  expect(await counted()).toMatchObject({ [`${userId} row facility.residents.view`]: 2 });
});

test("who is not signed in is counted without a name", async () => {
  const nobody = aVisitor(origin());
  await nobody.get("/office/inbox");
  await nobody.post("users.invite", { _key: randomUUID() });
  expect(await counted()).toMatchObject({ "nobody signedOut office.requests.view": 1, "nobody signedOut users.invite": 1 });
});

test("what the front door turns away is counted a few seconds later, whatever was sent", async () => {
  for (let times = 0; times < 5; times += 1) await nurse.post("users.invite", {}, { Origin: "https://evil.example" });
  await new Promise((resolve) => setTimeout(resolve, DOOR_EVERY_MS + 2_000));
  const found = await counted();
  expect(found["nobody door foreignOrigin"]).toBe(5);
  expect(JSON.stringify(found)).not.toContain("evil");
});

test("signing in, failing to, and signing out are on record at once", async () => {
  const visitor = await signedInVisitor(origin(), "jva");
  const { userId: warden } = await ownerOf(portal.prisma(), "jva");
  const of = (action: string) => portal.prisma().auditEntry.count({ where: { action, OR: [{ actorUserId: warden }, { details: { path: ["user"], equals: warden } }, { subjectIds: { has: warden } }] } });
  expect(await of("signedIn")).toBe(1);
  await visitor.post("account.signOut", {});
  expect(await of("signedOut")).toBe(1);
  const stranger = aVisitor(origin());
  await stranger.post("login.code", { email: "jva@demo.example", next: "" });
  await stranger.post("login.redeem", { code: "000000", next: "" });
  await stranger.post("login.redeem", { code: "000001", next: "" });
  expect(await of("codeRequested")).toBe(1);
  expect(await of("signInFailed")).toBeGreaterThanOrEqual(1);
});
