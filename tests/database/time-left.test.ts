import { Client } from "pg";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { timeLeftPage } from "@/lib/time-left/queries";
import { selectionOf } from "@/lib/time-left/rules";
import { aPrison } from "../builders/facilities";
import { aCase, aRequest } from "../builders/requests";
import { aCustody, aResident } from "../builders/residents";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aHouse, storeParameters, type House } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const now = new Date();
const today = civilDateOf(now);
const page = (house: House, query: Record<string, string> = {}, number = 1, perPage = 50) => timeLeftPage(house.person, selectionOf(query), number, perPage, now);
const namesOf = async (...of: Parameters<typeof page>) => (await page(...of)).lines.map(({ person }) => person.lastName);

/** A prison of people with a release in so many days each; null for one that nobody knows. */
async function aPrisonOf(people: Readonly<Record<string, number | null>>): Promise<House> {
  const house = await aHouse(database, aPrison());
  const residents = Object.keys(people).map((lastName) => aResident({ facilityId: house.facility.id, lastName }));
  const custody = residents.map(({ id, lastName }) => aCustody({ residentId: id, releaseOn: people[lastName] === null ? null : addDays(today, people[lastName]!) }));
  await store(database.prisma(), { resident: residents, residentCustody: custody });
  return house;
}
const idOf = async (house: House, lastName: string) => (await database.prisma().resident.findFirstOrThrow({ where: { facilityId: house.facility.id, lastName } })).id;

test("everybody of the own prison by the time that is left, in bands, and nobody else's", async () => {
  const house = await aPrisonOf({ Aal: 900, Berg: 5, Cramer: null, Dorn: 800 });
  await aPrisonOf({ Fremd: 3 });
  expect(await namesOf(house)).toEqual(["Berg", "Dorn", "Aal", "Cramer"]);
  expect(await namesOf(house, { order: "NAME" })).toEqual(["Aal", "Berg", "Cramer", "Dorn"]);
  expect(await namesOf(house, { band: "LATE" })).toEqual(["Berg"]);
  expect(await namesOf(house, { band: "NOT_BEGUN", order: "NAME" })).toEqual(["Aal", "Dorn"]);
  expect((await page(house, { band: "LATE" })).counts).toEqual({ LATE: 1, URGENT: 0, IN_TIME: 0, NOT_BEGUN: 2, UNKNOWN: 1 });
});

test("leaves out who has gone and who must not be used; asked for alone are those who need a card and stand in no request", async () => {
  const house = await aPrisonOf({ Aal: 900, Berg: 901, Cramer: 902, Dorn: 903, Esser: 904 });
  const { prisma } = database;
  await prisma().resident.update({ where: { id: await idOf(house, "Aal") }, data: { goneOn: new Date(`${today}T00:00:00Z`) } });
  await prisma().resident.update({ where: { id: await idOf(house, "Berg") }, data: { restrictedAt: now } });
  await prisma().resident.update({ where: { id: await idOf(house, "Cramer") }, data: { idCardState: "VALID", idExpiresOn: new Date("2099-01-31T00:00:00Z") } });
  const request = aRequest({ facilityId: house.facility.id });
  await store(prisma(), { visitRequest: [request], case: [aCase({ requestId: request.id, residentId: await idOf(house, "Dorn"), facilityId: house.facility.id })] });
  expect(await namesOf(house)).toEqual(["Cramer", "Dorn", "Esser"]);
  expect(await namesOf(house, { group: "TO_ASK" })).toEqual(["Esser"]);
});

test("only the people of the page are on record as seen", async () => {
  const house = await aPrisonOf({ Aal: 10, Berg: 20, Cramer: 30 });
  const list = await page(house, {}, 2, 2);
  expect([list.page, list.pageCount, list.found, list.lines.map(({ person }) => person.lastName)]).toEqual([2, 2, 3, ["Cramer"]]);
  const seen = await database.prisma().auditEntry.findMany({ where: { action: "personsViewed", actorUserId: house.person.userId } });
  expect(seen.flatMap(({ subjectIds }) => subjectIds)).toContain(await idOf(house, "Cramer"));
  for (const name of ["Aal", "Berg"]) expect(seen.flatMap(({ subjectIds }) => subjectIds)).not.toContain(await idOf(house, name));
  expect((await page(house, {}, 99, 2)).page).toBe(2);
});

test("R61: the office has no such list", async () => {
  await aPrisonOf({ Aal: 10 });
  const lead = (await signedIn(database.prisma(), "TEAM_LEAD")).person;
  expect(await timeLeftPage(lead, selectionOf({}), 1, 50, now)).toMatchObject({ lines: [], found: 0 });
});

test("a thousand people are read in portions: a few statements, and no more of them for another page", async () => {
  const house = await aPrisonOf(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`Person ${String(index).padStart(4, "0")}`, 2_000 - index])));
  const counted = async (number: number) => {
    const query = jest.spyOn(Client.prototype, "query");
    try {
      const list = await page(house, {}, number);
      return { first: list.lines[0]?.person.lastName, statements: query.mock.calls.length };
    } finally {
      query.mockRestore();
    }
  };
  const [one, other] = [await counted(1), await counted(20)];
  expect([one.first, other.first]).toEqual(["Person 0999", "Person 0049"]);
  expect(other.statements).toBe(one.statements);
  expect(one.statements).toBeLessThan(60);
});
