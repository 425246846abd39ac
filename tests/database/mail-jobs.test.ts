import { scopeOf } from "@/lib/auth/scope";
import { inScope } from "@/lib/db/in-scope";
import { clearLeftovers, LOGIN_CODES_KEPT_MS, SESSIONS_KEPT_MS, SUBMISSIONS_KEPT_MS } from "@/lib/jobs/clear-leftovers";
import { orderReminders, REMIND_FROM_MINUTES, remindVisits } from "@/lib/jobs/remind-visits";
import { addDays, instantOf } from "@/lib/time/calendar";
import type { Visit } from "@/tests/builders/plain";
import { aFacility } from "../builders/facilities";
import { legalParameters } from "../builders/records";
import { aVisit } from "../builders/requests";
import { aKit, aStaffMember, aVehicle } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import { aBookedTour } from "../builders/tours";
import { useDatabase } from "./database";

jest.setTimeout(60_000);
const database = useDatabase();

describe("reminders", () => {
  const visitOn = "2027-03-11";
  const remindOn = addDays(visitOn, -3);
  const morning = instantOf(remindOn, REMIND_FROM_MINUTES);
  const facility = aFacility({ contactEmail: "haus@haus.example" });
  const [kit, vehicle] = [aKit(), aVehicle()];
  const crew = [aStaffMember({ displayName: "Mia Krüger" }), aStaffMember({ displayName: "Jan Ossowski" })];
  const at = { tourOn: new Date(`${visitOn}T00:00:00Z`), departsAt: instantOf(visitOn, 480), returnsAt: instantOf(visitOn, 780) };
  const booked = aBookedTour({ kit, vehicle, crew }, at);
  const announced: Partial<Visit> = {
    state: "CONFIRMED", tourId: booked.tour.id, startsAt: instantOf(visitOn, 540), endsAt: instantOf(visitOn, 675), announcedAt: instantOf(addDays(remindOn, -1), 600),
  };

  beforeAll(async () => {
    const { tour, members, reservations } = booked;
    await store(database.prisma(), { legalParameter: legalParameters(), facility: [facility], staffMember: crew, caseKit: [kit], vehicle: [vehicle], tour: [tour], tourMember: members, reservation: reservations });
  });
  afterEach(async () => {
    await database.prisma().mailOrder.deleteMany();
    await database.prisma().visit.deleteMany();
  });

  const remindAt = (now: Date) => inScope(scopeOf({ kind: "system", job: "remindVisits" }), (tx) => orderReminders(tx, now));
  const orders = () => database.prisma().mailOrder.findMany();
  async function placed(changes: Partial<Visit> = {}): Promise<Visit> {
    const visit = aVisit(facility, { ...announced, ...changes });
    await store(database.prisma(), { visit: [visit] });
    return visit;
  }

  test("three days before, from eight in the morning on, the facility is reminded of date, crew and code", async () => {
    const visit = await placed();
    await remindAt(new Date(morning.getTime() - 1));
    expect(await orders()).toEqual([]);
    await remindAt(morning);
    const facts = { reference: visit.reference, path: `/facility/visits/${visit.id}`, startsAt: visit.startsAt!.toISOString(), endsAt: visit.endsAt!.toISOString(), crew: ["Jan Ossowski", "Mia Krüger"], visitCode: visit.visitCode };
    expect(await orders()).toMatchObject([{ kind: "visit-reminder", toAddress: "haus@haus.example", uniqueKey: `visit-reminder:${visit.id}:${visitOn}`, visitId: visit.id, facilityId: facility.id, facts, calendar: null }]);
  });

  test("a visit is reminded of once, however often the job runs and however many workers run", async () => {
    await placed();
    await Promise.all([morning, morning, new Date(morning.getTime() + 3_600_000), instantOf(addDays(remindOn, 1), 600)].map(remindAt));
    expect(await orders()).toHaveLength(1);
  });

  test("the day before the reminder nothing is ordered; a worker that was away makes up for it", async () => {
    await placed();
    await remindAt(instantOf(addDays(remindOn, -1), 1_000));
    expect(await orders()).toEqual([]);
    await remindAt(instantOf(addDays(remindOn, 2), 600));
    expect(await orders()).toHaveLength(1);
  });

  test("a visit moved to another day is reminded of anew", async () => {
    const visit = await placed();
    await remindAt(morning);
    const next = addDays(visitOn, 1);
    await database.prisma().visit.update({ where: { id: visit.id }, data: { startsAt: instantOf(next, 540), endsAt: instantOf(next, 600) } });
    await remindAt(instantOf(addDays(next, -3), 600));
    expect((await orders()).map(({ uniqueKey }) => uniqueKey)).toEqual([`visit-reminder:${visit.id}:${visitOn}`, `visit-reminder:${visit.id}:${next}`]);
  });

  test.each(["PLANNED", "UNDERWAY", "DONE", "CANCELLED"] as const)("a visit that is %s is not reminded of", async (state) => {
    await placed({ state });
    await remindAt(morning);
    expect(await orders()).toEqual([]);
  });

  test("whoever was told the date only now needs no reminder", async () => {
    await placed({ announcedAt: instantOf(remindOn, 400) });
    await remindAt(morning);
    expect(await orders()).toEqual([]);
  });

  test("somebody who no longer comes is not named", async () => {
    await placed();
    await database.prisma().reservation.updateMany({ where: { staffId: crew[0]!.id }, data: { releasedAt: morning } });
    await remindAt(morning);
    expect(await orders()).toMatchObject([{ facts: { crew: ["Jan Ossowski"] } }]);
  });

  test("the job asks the database for the time", async () => {
    await placed();
    await remindVisits();
    expect(await orders()).toEqual([]);
  });
});

describe("clearing leftovers", () => {
  test("what its time is over for goes, everything younger stays", async () => {
    const prisma = database.prisma();
    const { person } = await signedIn(prisma, "TEAM_LEAD");
    const now = await database.now();
    const ages = (limit: number) => [limit + 60_000, limit - 60_000].map((age) => new Date(now.getTime() - age));
    const later = new Date(now.getTime() + SESSIONS_KEPT_MS);
    for (const expiresAt of ages(0)) await prisma.formEcho.create({ data: { action: "x", sealed: "x", expiresAt } });
    for (const [index, createdAt] of ages(SUBMISSIONS_KEPT_MS).entries()) {
      await prisma.submission.create({ data: { userId: person.userId, formKey: `00000000-0000-4000-8000-00000000000${index}`, result: {}, createdAt } });
    }
    for (const [index, createdAt] of ages(LOGIN_CODES_KEPT_MS).entries()) {
      await prisma.loginCode.create({ data: { emailHash: "x", codeHash: "x", browserHash: `x${index}`, createdAt, expiresAt: createdAt } });
    }
    const session = (tokenHash: string, more: { endedAt?: Date; expiresAt: Date }) => prisma.session.create({ data: { tokenHash, userId: person.userId, membershipId: person.membershipId, ...more } });
    for (const [index, endedAt] of ages(SESSIONS_KEPT_MS).entries()) await session(`ended${index}`, { endedAt, expiresAt: later });
    for (const [index, expiresAt] of ages(SESSIONS_KEPT_MS).entries()) await session(`expired${index}`, { expiresAt });

    await clearLeftovers();

    expect(await prisma.formEcho.count()).toBe(1);
    expect((await prisma.submission.findMany()).map(({ formKey }) => formKey.at(-1))).toEqual(["1"]);
    expect((await prisma.loginCode.findMany()).map(({ browserHash }) => browserHash)).toEqual(["x1"]);
    const kept = (await prisma.session.findMany({ where: { id: { not: person.sessionId } } })).map(({ tokenHash }) => tokenHash);
    expect(kept.sort()).toEqual(["ended1", "expired1"]);
    expect(await prisma.session.count({ where: { id: person.sessionId } })).toBe(1);
  });
});
