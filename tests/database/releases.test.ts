import { civil } from "@/lib/db/civil";
import { disclosureOfResident } from "@/lib/disclosures/queries";
import { moveRelease } from "@/lib/releases/commands";
import { viewRelease } from "@/lib/releases/queries";
import { changeResident } from "@/lib/residents/commands";
import { reviewQueue } from "@/lib/review/queries";
import { addDays, addMonths, civilDateOf } from "@/lib/time/calendar";
import { announceVisit, placeVisit } from "@/lib/visits/commands";
import { aPrison } from "../builders/facilities";
import { aCustody } from "../builders/residents";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, aWaitingVisit, refusalOf, storeParameters, valueOf, visitForm } from "./desk";
import { aListedPerson, aTypedPerson } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const today = civilDateOf(new Date());
/** Far enough away that neither weekends nor the turn of the year matter. */
const far = addMonths(today, 30);
const formOf = (id: string) => database.prisma().resident.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });

async function anInmate(releaseOn: string | null = far) {
  const house = await aHouse(database, aPrison());
  const person = await aListedPerson(database, house, { custody: { sinceOn: "2025-06-01", releaseOn } });
  const move = async (to: string | null, kind: "EARLIEST" | "EXPECTED" | "FIXED" = "EXPECTED") => moveRelease(house.person, { ...(await formOf(person.id)), releaseOn: to, kind });
  return { house, person, move };
}

describe("a release that moves", () => {
  test("keeps in its history who stated which day when, and how sure it is; the newest stands first", async () => {
    const { house, person, move } = await anInmate();
    valueOf(await move(addDays(far, 40)));
    valueOf(await move(null, "EARLIEST"));
    const release = (await viewRelease(house.person, person.id))!;
    expect(release.forecasts.map(({ from, to, kind, by }) => [from, to, kind, by])).toEqual([
      [addDays(far, 40), null, "EARLIEST", house.person.displayName],
      [far, addDays(far, 40), "EXPECTED", house.person.displayName],
    ]);
    expect(release.facts.custody).toEqual({ kind: "SENTENCE", sinceOn: "2025-06-01", releaseOn: null });
    expect([release.kind, release.now, release.before?.releaseOn]).toEqual(["EARLIEST", null, addDays(far, 40)]);
  });

  test("R09: moves the deadline of what is asked for, and the page says from which day to which", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database, aPrison());
    const { id: visitId } = await aWaitingVisit(database, house, { count: 1, resident: { idExpiresOn: null } });
    const { case: one } = await database.prisma().appointment.findFirstOrThrow({ where: { visitId }, include: { case: true } });
    await store(database.prisma(), { residentCustody: [aCustody({ residentId: one.residentId, releaseOn: far })] });
    valueOf(await moveRelease(house.person, { ...(await formOf(one.residentId)), releaseOn: addDays(far, 70), kind: "EXPECTED" }));
    const [line] = (await viewRelease(house.person, one.residentId))!.cases;
    const stored = await database.prisma().case.findUniqueOrThrow({ where: { id: one.id } });
    expect(line?.now).toBe(civil(stored.dueOn!));
    expect(line!.before! < line!.now!).toBe(true);
    expect(desk.day > today).toBe(true);
  });

  test("R09: an announced visit after it stands on the house's page and once in the office's queue, and both are clear when it moves back", async () => {
    const desk = await aDesk(database);
    const house = await aHouse(database, aPrison());
    const { id: visitId } = await aWaitingVisit(database, house, { count: 1 });
    const { case: one } = await database.prisma().appointment.findFirstOrThrow({ where: { visitId }, include: { case: true } });
    await store(database.prisma(), { residentCustody: [aCustody({ residentId: one.residentId, releaseOn: far })] });
    valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId: await aMadeTour(desk), startMinutes: null }));
    valueOf(await announceVisit(desk.lead, await visitForm(database, visitId)));
    const queued = async () => (await reviewQueue(desk.lead)).filter(({ id }) => id === visitId).flatMap(({ findings }) => findings.map(({ cause }) => cause.kind));
    const standings = async () => (await viewRelease(house.person, one.residentId))!.visits.map(({ standing }) => standing);
    const move = async (to: string) => valueOf(await moveRelease(house.person, { ...(await formOf(one.residentId)), releaseOn: to, kind: "EXPECTED" }));
    await move(desk.day);
    expect([await standings(), await queued()]).toEqual([["BEFORE_VISIT"], ["release.beforeVisit"]]);
    await move(addDays(desk.day, 14));
    expect([await standings(), await queued()]).toEqual([["TOO_LATE_FOR_CARD"], ["release.tooLateForCard"]]);
    // Two months later the duty was there; two years later it no longer is.
    await move(addDays(desk.day, 60));
    expect([await standings(), await queued()]).toEqual([["FITS"], []]);
    await move(far);
    expect([await standings(), await queued()]).toEqual([["FITS"], ["release.dutyLost"]]);
  });

  test("is refused where it cannot be true, was stated before, or the form is outdated", async () => {
    const { house, person, move } = await anInmate();
    expect(refusalOf(await move(addDays(today, -1))).code).toBe("resident.releaseInThePast");
    expect(refusalOf(await move(far)).code).toBe("release.unchanged");
    const form = await formOf(person.id);
    valueOf(await move(far, "FIXED"));
    expect(refusalOf(await moveRelease(house.person, { ...form, releaseOn: addDays(far, 1), kind: "FIXED" })).code).toBe("stale");
    expect(await database.prisma().releaseForecast.count({ where: { residentId: person.id } })).toBe(1);
  });

  test("R61: only the own prison sees and states it; a home has none", async () => {
    const { person } = await anInmate();
    const other = await aHouse(database, aPrison());
    const home = await aHouse(database);
    const resident = await aListedPerson(database, home);
    const lead = (await signedIn(database.prisma(), "TEAM_LEAD")).person;
    for (const [actor, id] of [[other.person, person.id], [lead, person.id], [home.person, resident.id]] as const) {
      expect(await viewRelease(actor, id)).toBeNull();
      expect(refusalOf(await moveRelease(actor, { ...(await formOf(id)), releaseOn: far, kind: "FIXED" })).code).toBe("notFound");
    }
  });

  test("changed on the form of the person it is in the history too, once for each other day", async () => {
    const { house, person } = await anInmate();
    const typed = { ...aTypedPerson({ custodyKind: "SENTENCE", custodySinceOn: "2025-06-01", releaseOn: addDays(far, 9), lastName: person.lastName, firstNames: person.firstNames, bornOn: civil(person.bornOn) }), ...(await formOf(person.id)) };
    valueOf(await changeResident(house.person, typed));
    valueOf(await changeResident(house.person, { ...typed, ...(await formOf(person.id)) }));
    expect((await viewRelease(house.person, person.id))!.forecasts.map(({ from, to, kind }) => [from, to, kind])).toEqual([[far, addDays(far, 9), "EXPECTED"]]);
  });

  test("stands sealed in the database, in no entry of the log, and readable in what the person asks for", async () => {
    const { person, move } = await anInmate();
    valueOf(await move(addDays(far, 3)));
    const rows = await database.prisma().releaseForecast.findMany({ where: { residentId: person.id } });
    expect(rows.map(({ sealed }) => sealed.startsWith("s1."))).toEqual([true]);
    const log = await database.prisma().auditEntry.findMany({ where: { subjectId: person.id, action: "releaseMoved" } });
    expect(log.map(({ details }) => JSON.stringify(details).includes(far))).toEqual([false]);
    const lead = (await signedIn(database.prisma(), "TEAM_LEAD")).person;
    const disclosed = (await disclosureOfResident(lead, person.id))!.tables.find(({ table }) => table === "ReleaseForecast");
    expect(disclosed?.rows).toMatchObject([{ sealed: { from: far, to: addDays(far, 3), kind: "EXPECTED" } }]);
  });
});
