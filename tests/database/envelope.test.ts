import { recordOutcome } from "@/lib/appointments/commands";
import { fieldTourOfVisit } from "@/lib/appointments/queries";
import { correctOutcome } from "@/lib/corrections/commands";
import { dateColumn } from "@/lib/db/civil";
import { addMonths, civilDateOf } from "@/lib/time/calendar";
import { useDatabase } from "./database";
import { storeParameters, valueOf } from "./desk";
import { aTourUnderway, type OnTheRoad } from "./road";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const appointmentOf = (road: OnTheRoad) => database.prisma().appointment.findFirstOrThrow({ where: { visitId: road.visit.id } });
const personOf = async (road: OnTheRoad) => (await fieldTourOfVisit(road.crew, road.visit.id))!.stops[0]!.persons[0]!;
const bornYearsAgo = async (years: number) => dateColumn(addMonths(civilDateOf(await database.now()), -12 * years));

async function applied(envelope: boolean) {
  const road = await aTourUnderway(database, { count: 1 });
  const { id, version } = await appointmentOf(road);
  valueOf(await recordOutcome(road.crew, { id, version, outcome: "APPLIED", reason: null, envelope }));
  return road;
}

test("R43: of the PIN envelope the portal keeps that the city's own system has it on record, and nothing more", async () => {
  for (const envelope of [true, false]) expect((await appointmentOf(await applied(envelope))).isEnvelopeRecorded).toBe(envelope);
  const columns = await database.prisma().$queryRaw<{ name: string }[]>`SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name ILIKE '%envelope%'`;
  expect(columns).toEqual([{ name: "isEnvelopeRecorded" }]);
});

test("R43: an application that never was leaves no envelope on record", async () => {
  const road = await applied(true);
  const { id, version } = await appointmentOf(road);
  valueOf(await correctOutcome(road.crew, { id, version, result: { outcome: "NOT_POSSIBLE", reason: "ABSENT" }, because: "MISTYPED" }));
  expect((await appointmentOf(road)).isEnvelopeRecorded).toBeNull();
});

test("R42: the crew is told who gets an envelope, by the end of the card and not by today's age", async () => {
  const of = async (years: number) => (await personOf(await aTourUnderway(database, { count: 1, resident: { bornOn: await bornYearsAgo(years) } }))).getsPinEnvelope;
  expect([await of(9), await of(10), await of(80)]).toEqual([false, true, true]);
});

test("R34, R37, R38: the crew reads what it does about fingerprints, and how long a card without any is valid", async () => {
  const today = civilDateOf(await database.now());
  const child = await personOf(await aTourUnderway(database, { count: 1, resident: { bornOn: await bornYearsAgo(5) } }));
  const without = await personOf(await aTourUnderway(database, { count: 1, care: { fingerprintObstacle: "TEMPORARY_ALL" } }));
  expect([child.fingerprints, without.fingerprints, without.cardValidUntil]).toEqual(["NONE_BELOW_AGE", "NONE_FOR_NOW", addMonths(today, 12)]);
});
