import { GET } from "@/app/api/health/ready/route";
import { LEASE_MS } from "@/lib/mail/lease";
import { outboxState, isWorkerSilent, WORKER_SILENT_AFTER_MS } from "@/lib/mail/outbox";
import { aMailOrder } from "../builders/records";
import { idOf, nextNumber } from "../builders/ids";
import { store } from "../builders/store";
import { useDatabase } from "./database";

const database = useDatabase();
afterEach(() => database.prisma().mailOrder.deleteMany());

type Changes = NonNullable<Parameters<typeof aMailOrder>[0]>;
/** Stores a mail that became due so long ago. */
async function dueFor(milliseconds: number, changes: Changes = {}): Promise<void> {
  const at = new Date((await database.now()).getTime() - milliseconds);
  await store(database.prisma(), { mailOrder: [aMailOrder({ createdAt: at, nextAttemptAt: at, ...changes })] });
}
const inTheFuture = async (milliseconds: number) => new Date((await database.now()).getTime() + milliseconds);
const ready = async () => {
  const response = await GET();
  return [response.status, await response.json()] as const;
};
const WELL = [200, { status: "ok" }] as const;
const OUT = [503, { status: "unavailable" }] as const;
const LONG = WORKER_SILENT_AFTER_MS + 1_000;

describe("the portal is not ready while its worker has evidently stopped", () => {
  test("a mail that has been due for longer than the threshold says so, without any detail", async () => {
    await dueFor(LONG);
    expect(await ready()).toEqual(OUT);
  });

  test("an empty outbox, a mail that has just become due and one that waits for its next attempt say nothing", async () => {
    expect(await ready()).toEqual(WELL);
    await dueFor(WORKER_SILENT_AFTER_MS / 2);
    await dueFor(LONG, { nextAttemptAt: await inTheFuture(1_000) });
    expect(await ready()).toEqual(WELL);
  });

  test("sent mails and mails that were given up wait for nobody", async () => {
    await dueFor(LONG, { state: "SENT", sentAt: await database.now() });
    await dueFor(LONG, { state: "FAILED" });
    expect(await ready()).toEqual(WELL);
  });

  test("a worker that holds a mail works, however many others wait", async () => {
    await dueFor(LONG);
    await dueFor(LONG, { lockedUntil: await inTheFuture(LEASE_MS) });
    expect(await ready()).toEqual(WELL);
  });

  test("a mail whose holder died counts from the end of its lease", async () => {
    await dueFor(3 * LONG, { lockedUntil: new Date((await database.now()).getTime() - WORKER_SILENT_AFTER_MS / 2) });
    expect(await ready()).toEqual(WELL);
    await database.prisma().mailOrder.updateMany({ data: { lockedUntil: new Date((await database.now()).getTime() - LONG) } });
    expect(await ready()).toEqual(OUT);
  });

  test("a mail that waits behind an older one about the same visit is not what is late", async () => {
    const visitId = idOf(`visit ${nextNumber()}`);
    await dueFor(3 * LONG, { visitId, toAddress: "haus@haus.example", nextAttemptAt: await inTheFuture(1_000) });
    await dueFor(LONG, { visitId, toAddress: "haus@haus.example" });
    expect(await outboxState()).toMatchObject({ dueSince: null });
  });

  test("the threshold itself is not late yet", async () => {
    const now = new Date("2026-12-01T09:00:00Z");
    const since = (milliseconds: number) => ({ dueSince: new Date(now.getTime() - milliseconds), isBeingSent: false });
    expect(isWorkerSilent(since(WORKER_SILENT_AFTER_MS), now)).toBe(false);
    expect(isWorkerSilent(since(WORKER_SILENT_AFTER_MS + 1), now)).toBe(true);
  });
});
