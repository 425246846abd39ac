import { spawn } from "node:child_process";
import { join } from "node:path";
import { placeVisit } from "@/lib/visits/commands";
import { aKit, aStaffMember, aVehicle, trainingOf } from "../builders/resources";
import { store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, at, aWaitingVisit, storeParameters, tourForm, valueOf, visitForm, type Desk } from "./desk";
import type { Attempt, AttemptResult, Plan } from "./race-attempts";

jest.setTimeout(180_000);

const database = useDatabase();
beforeAll(() => storeParameters(database));

const PROCESSES = 2;
const ATTEMPTS = 200;

/** What may stand in the way when somebody else was faster; anything else would be a fault. */
const SOMEBODY_WAS_FASTER = ["resource.taken", "resource.justTaken", "stale", "tour.justChanged", "tour.visitInTheWay"];

/** One process of the portal with its own pool; tries its share when its plan has arrived. Inside jest only a copy of process.env knows the settings. */
function aProcess() {
  const root = join(__dirname, "..", "..");
  const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "race-attempts.ts")], { cwd: root, env: { ...process.env }, stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  let complaint = "";
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes("ready\n")) resolve();
    });
  });
  child.stderr.on("data", (chunk: Buffer) => (complaint += String(chunk)));
  const ended = new Promise<readonly AttemptResult[]>((resolve, reject) => {
    child.on("close", (code) => (code === 0 ? resolve(JSON.parse(said.slice(said.indexOf("\n") + 1)) as AttemptResult[]) : reject(new Error(complaint))));
  });
  return { ready: Promise.race([ready, ended]), ended, go: (plan: Plan) => child.stdin.end(JSON.stringify(plan)) };
}

async function deadlocks(): Promise<number> {
  const [row] = await database.prisma().$queryRaw<{ deadlocks: bigint }[]>`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.deadlocks);
}

async function race(desk: Desk, attempts: readonly Attempt[]): Promise<readonly AttemptResult[]> {
  const processes = Array.from({ length: PROCESSES }, aProcess);
  await Promise.all(processes.map(({ ready }) => ready));
  processes.forEach(({ go }, index) => go({ actor: desk.lead, attempts: attempts.filter((_, position) => position % PROCESSES === index) }));
  return (await Promise.all(processes.map(({ ended }) => ended))).flat();
}

/** Pairs of reservations that should exclude each other. */
async function overlaps(): Promise<number> {
  const [row] = await database.prisma().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM "Reservation" a JOIN "Reservation" b
      ON a.id < b.id AND coalesce(a."kitId", a."staffId", a."vehicleId") = coalesce(b."kitId", b."staffId", b."vehicleId")
     AND a."releasedAt" IS NULL AND b."releasedAt" IS NULL
     AND a."startsAt" < b."endsAt" AND b."startsAt" < a."endsAt"`;
  return Number(row?.count);
}

type Field = { readonly desk: Desk; readonly rivals: readonly Attempt[]; readonly repairs: readonly Attempt[] };

/**
 * Everybody wants the desk's first kit from 9:00 to 11:00: new tours with crews and vehicles in ever other order, a tour of the afternoon that wants to begin
 * earlier, its visits that want to be moved there, tours with another kit that want this one, and repairs.
 */
async function aField(): Promise<Field> {
  const desk = await aDesk(database);
  const staff = Array.from({ length: 16 }, () => aStaffMember());
  const vehicles = Array.from({ length: 8 }, () => aVehicle());
  const kits = Array.from({ length: 4 }, () => aKit());
  await store(database.prisma(), { staffMember: staff, training: staff.map((member) => trainingOf(member)), vehicle: vehicles, caseKit: kits });
  const house = await aHouse(database);
  const afternoon = await aMadeTour(desk, { fromMinutes: 13 * 60, untilMinutes: 16 * 60 });
  const visits: string[] = [];
  for (const startMinutes of [13 * 60 + 15, 14 * 60 + 50]) {
    const visit = await aWaitingVisit(database, house, { count: 1 });
    valueOf(await placeVisit(desk.lead, { ...visit, tourId: afternoon, startMinutes }));
    visits.push(visit.id);
  }
  const window = { fromMinutes: 9 * 60, untilMinutes: 11 * 60 };
  const others: string[] = [];
  for (const [index, kit] of kits.entries()) {
    const crew = [staff[12 + index]!.id, index === 0 ? desk.staff[2] : index === 1 ? desk.staff[3] : staff[index]!.id];
    others.push(await aMadeTour(desk, { ...window, kitId: kit.id, vehicleId: vehicles[4 + index]!.id, staffIds: crew }));
  }
  const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
  const rivals: Attempt[] = [];
  for (let index = 0; index < ATTEMPTS; index += 1) {
    const crew = [pick(staff, index * 7).id, pick(staff, index * 7 + 1 + (index % 5)).id];
    const vehicleId = pick(vehicles, index * 3).id;
    const frameForm = await tourForm(database, afternoon);
    if (index % 5 < 2) rivals.push({ command: "makeTour", input: desk.tour({ ...window, staffIds: index % 2 ? crew : crew.reverse(), vehicleId }) });
    else if (index % 5 === 2) rivals.push({ command: "changeFrame", input: { ...frameForm, fromMinutes: 9 * 60, untilMinutes: 16 * 60 + 20 } });
    else if (index % 5 === 3) rivals.push({ command: "moveVisit", input: { ...(await visitForm(database, pick(visits, index))), tourId: afternoon, startMinutes: 9 * 60 + 30 + (index % 3) * 5 } });
    else rivals.push({ command: "replaceKit", input: { ...(await tourForm(database, pick(others, index))), kitId: desk.kits[0] } });
  }
  const repair = { resourceKind: "KIT", resourceId: desk.kits[0], fromOn: desk.day, untilOn: desk.day, ...window, reason: "DEFECT" } as const;
  const repairs = Array.from({ length: ATTEMPTS / 4 }, (): Attempt => ({ command: "enterAbsence", input: repair }));
  return { desk, rivals, repairs };
}

const holders = (desk: Desk) =>
  database.prisma().reservation.findMany({ where: { kitId: desk.kits[0], releasedAt: null, startsAt: { lt: at(desk, 11) }, endsAt: { gt: at(desk, 9) } } });

/** A race in which hardly anybody met anybody would prove nothing. */
const toldByName = (results: readonly AttemptResult[]) => results.filter(({ answer }) => answer === "resource.taken").length;

const answersOf = (results: readonly AttemptResult[]) => [...new Set(results.map(({ answer }) => answer))].sort();

test("R52 of 200 attempts at one kit and time from two processes one holds it, without overlap, deadlock or exception", async () => {
  const { desk, rivals } = await aField();
  const before = await deadlocks();
  const results = await race(desk, rivals);
  expect(results).toHaveLength(ATTEMPTS);
  expect(answersOf(results).filter((answer) => answer !== "done" && !SOMEBODY_WAS_FASTER.includes(answer))).toEqual([]);
  expect(results.filter(({ command, answer }) => answer === "done" && command !== "moveVisit" && command !== "changeFrame").length).toBeLessThanOrEqual(1);
  expect(toldByName(results)).toBeGreaterThan(ATTEMPTS / 2);
  expect(await holders(desk)).toHaveLength(1);
  expect(await overlaps()).toBe(0);
  expect(await deadlocks()).toBe(before);
});

test("R52 of 200 attempts mixed with repairs one repair holds the kit, and every tour it hit shows the gap", async () => {
  const { desk, rivals, repairs } = await aField();
  const before = await deadlocks();
  const mixed = rivals.slice(0, ATTEMPTS - repairs.length).flatMap((attempt, index) => (index % 3 === 0 && repairs[index / 3] ? [attempt, repairs[index / 3]!] : [attempt]));
  const results = await race(desk, mixed);
  expect(results).toHaveLength(ATTEMPTS);
  expect(answersOf(results).filter((answer) => answer !== "done" && !SOMEBODY_WAS_FASTER.includes(answer))).toEqual([]);
  expect(results.filter(({ command, answer }) => answer === "done" && command === "enterAbsence")).toHaveLength(1);
  expect(toldByName(results)).toBeGreaterThan(ATTEMPTS / 2);
  const [holder, ...more] = await holders(desk);
  expect(more).toEqual([]);
  expect(holder).toMatchObject({ purpose: "REPAIR", tourId: null });
  expect(await overlaps()).toBe(0);
  expect(await deadlocks()).toBe(before);
});
