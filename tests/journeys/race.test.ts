import { instantOf } from "@/lib/time/calendar";
import { freeDay } from "./desk-work";
import { callerOf, type Caller, type Sent } from "./http";
import { usePortal } from "./portal";

const portal = usePortal({ webProcesses: 2 });

const ATTEMPTS = 200;
const SAMPLE = 12;
const date = (day: string, name: string): Record<string, string> => {
  const [year, month, dayOfMonth] = day.split("-");
  return { [`${name}.day`]: dayOfMonth!, [`${name}.month`]: month!, [`${name}.year`]: year! };
};

type Attempt = { readonly action: string; readonly from: string; readonly values: Readonly<Record<string, string | readonly string[]>> };
type Result = Sent & { readonly attempt: Attempt };
const hasWon = ({ location }: Sent): boolean => /[?&]notice=/.test(location);

describe("a race for one kit at one time, over HTTP against two web processes", () => {
  test("among making and moving tours exactly one wins, and every other gets the refusal", async () => {
    const scene = await prepare(3);
    const results = await race(scene.caller, (index) => (index % 2 === 0 ? scene.make() : scene.moveInto()));
    expect(results.filter(hasWon)).toHaveLength(1);
    await everythingHolds(scene, results);
  });

  test("with absences in between exactly one holds the kit in the end, and at most one tour was made or moved before", async () => {
    const scene = await prepare(8);
    const results = await race(scene.caller, (index) => [scene.make, scene.moveInto, scene.breakKit][index % 3]!());
    const won = results.filter(hasWon).map(({ attempt }) => attempt.action);
    expect(won.filter((action) => action === "absences.enter")).toHaveLength(1);
    expect(won.filter((action) => action !== "absences.enter").length).toBeLessThanOrEqual(1);
    await everythingHolds(scene, results);
    const [holder] = await holdersOf(scene);
    expect(holder!.purpose).toBe("REPAIR");
  });

  type Scene = Awaited<ReturnType<typeof prepare>>;

  /** A free day on which Koffer 1 has a tour in the afternoon that can be moved into the forenoon, where the race is. */
  async function prepare(startInDays: number) {
    const prisma = portal.prisma();
    const caller = await callerOf(portal.origins()[0]!, "leitung");
    const kit = await prisma.caseKit.findFirstOrThrow({ where: { label: "Koffer 1" } });
    const vehicles = await prisma.vehicle.findMany({ orderBy: { label: "asc" } });
    const crews = await prisma.staffMember.findMany({ where: { displayName: { in: ["Henning Voß", "Merle Brandhoff"] } } });
    const others = await prisma.staffMember.findMany({ where: { user: { email: { in: ["team1@demo.example", "team2@demo.example"] } } } });
    const day = await freeDay(portal, startInDays);
    const tour = { ...date(day, "tourOn"), kitId: kit.id };
    const from = `/office/tours/new?date=${day}`;
    const made = await caller.send(portal.origins()[0]!, "tours.make", from, { ...tour, vehicleId: vehicles[0]!.id, staffIds: others.map(({ id }) => id), fromMinutes: "13:00", untilMinutes: "15:00" });
    const afternoonId = /\/office\/tours\/([0-9a-f-]{36})/.exec(made.location)?.[1];
    if (!afternoonId) throw new Error(`the tour of the afternoon was refused: ${made.location}`);
    const deadlocks = await deadlockCount();
    return {
      caller,
      kitId: kit.id,
      day,
      deadlocks,
      make: (): Attempt => ({ action: "tours.make", from, values: { ...tour, vehicleId: vehicles[1]!.id, staffIds: crews.map(({ id }) => id), fromMinutes: "9:00", untilMinutes: "12:00" } }),
      moveInto: (): Attempt => ({ action: "tours.frame", from: `/office/tours/${afternoonId}`, values: { id: afternoonId, version: "1", fromMinutes: "9:30", untilMinutes: "15:00" } }),
      breakKit: (): Attempt => ({
        action: "absences.enter",
        from: "/office/resources",
        values: { resource: `KIT:${kit.id}`, ...date(day, "fromOn"), fromMinutes: "8:30", ...date(day, "untilOn"), untilMinutes: "12:30", reason: "DEFECT" },
      }),
    };
  }

  async function race(caller: Caller, attemptOf: (index: number) => Attempt): Promise<readonly Result[]> {
    const processes = portal.origins();
    return Promise.all(
      Array.from({ length: ATTEMPTS }, async (_, index) => {
        const attempt = attemptOf(index);
        return { attempt, ...(await caller.send(processes[index % processes.length]!, attempt.action, attempt.from, attempt.values)) };
      }),
    );
  }

  async function everythingHolds(scene: Scene, results: readonly Result[]): Promise<void> {
    expect(countedBy(results.map(({ status }) => status))).toEqual({ 303: ATTEMPTS });
    const refused = results.filter((result) => !hasWon(result));
    expect(refused.filter(({ location }) => !/[?&]echo=/.test(location))).toEqual([]);
    for (const { location } of refused.filter((_, index) => index % Math.ceil(refused.length / SAMPLE) === 0)) {
      const page = await scene.caller.read(portal.origins()[0]!, location.split("#")[0]!);
      expect(page.status).toBe(200);
      expect(page.text).toMatch(/Koffer 1 ist am|in diesem Augenblick|inzwischen jemand geändert/);
    }
    expect(await holdersOf(scene)).toHaveLength(1);
    expect(await overlapCount()).toBe(0);
    expect(await deadlockCount()).toBe(scene.deadlocks);
  }

  /** Who holds the kit in the contested hours. */
  function holdersOf({ kitId, day }: Scene) {
    return portal.prisma().reservation.findMany({ where: { kitId, releasedAt: null, startsAt: { lt: instantOf(day, 12 * 60) }, endsAt: { gt: instantOf(day, 10 * 60) } } });
  }
});

function countedBy(values: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

async function overlapCount(): Promise<number> {
  const [row] = await portal.prisma().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Reservation" a JOIN "Reservation" b
      ON a.id < b.id AND coalesce(a."kitId", a."staffId", a."vehicleId") = coalesce(b."kitId", b."staffId", b."vehicleId")
     AND a."releasedAt" IS NULL AND b."releasedAt" IS NULL
     AND tstzrange(a."startsAt", a."endsAt", '[)') && tstzrange(b."startsAt", b."endsAt", '[)')`;
  return row!.count;
}

async function deadlockCount(): Promise<number> {
  const [row] = await portal.prisma().$queryRaw<{ deadlocks: number }[]>`SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`;
  return row!.deadlocks;
}
