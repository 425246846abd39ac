import { dateColumn } from "@/lib/db/civil";
import { expectedDemand, ownDemand } from "@/lib/demand/queries";
import { forecastOf } from "@/lib/demand/rules";
import { scopeOf } from "@/lib/auth/scope";
import { inScope } from "@/lib/db/in-scope";
import { orderYearlyReminders, remindFacilities } from "@/lib/jobs/remind-facilities";
import { draftRequest } from "@/lib/drafts/commands";
import { addDays, addMonths, civilDateOf, instantOf } from "@/lib/time/calendar";
import { aFacility } from "../builders/facilities";
import { aRequest } from "../builders/requests";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aHouse, storeParameters, valueOf } from "./desk";
import { aListedPerson } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));
const today = async () => civilDateOf(await database.now());

test("a house hears whom to ask for, without the exempted, those in a request or a draft, those who have gone and everybody else's", async () => {
  const [house, other] = [await aHouse(database), await aHouse(database)];
  const soon = dateColumn(addDays(await today(), 30));
  const [lost, runsOut] = [await aListedPerson(database, house, { resident: { idCardState: "LOST", idExpiresOn: null } }), await aListedPerson(database, house, { resident: { idCardState: "VALID", idExpiresOn: soon } })];
  await aListedPerson(database, house, { care: { isExempted: true } });
  await aListedPerson(database, house, { resident: { goneOn: soon } });
  await aListedPerson(database, house, { resident: { idCardState: "VALID", idExpiresOn: dateColumn(addMonths(await today(), 7)) } });
  await aListedPerson(database, other);
  const asked = await aListedPerson(database, house);
  valueOf(await draftRequest(house.person, { residents: [asked.id] }));
  const { demand, isRosterEmpty } = await ownDemand(house.person, await database.now());
  expect([demand.people.map(({ id }) => id), isRosterEmpty]).toEqual([[lost.id, runsOut.id], false]);
  expect(await ownDemand((await aHouse(database)).person, await database.now())).toEqual({ demand: { people: [], untilOn: null }, isRosterEmpty: true });
});

test("the office sees figures by district and month, the houses and the crew nothing", async () => {
  const house = await aHouse(database, aFacility({ district: "MENGEDE" }));
  const months = forecastOf(await today());
  await aListedPerson(database, house, { resident: { idCardState: "NONE", idExpiresOn: null } });
  await aListedPerson(database, house, { resident: { idCardState: "EXPIRED", idExpiresOn: dateColumn("2020-01-31") } });
  await aListedPerson(database, house, { resident: { idCardState: "VALID", idExpiresOn: dateColumn(months[2]!), isExpiryMonthOnly: true } });
  await aListedPerson(database, house, { resident: { idCardState: "VALID", idExpiresOn: null } });
  await aListedPerson(database, house, { resident: { idCardState: "NONE", nationality: "OTHER", idExpiresOn: null } });
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  const figures = (await expectedDemand(scopeOf(lead), await database.now())).filter(({ district }) => district === "MENGEDE");
  expect(figures.map(({ month, count }) => [month, count])).toEqual([[months[0], 2], [months[2], 1]]);
  expect(await expectedDemand(scopeOf(house.person), await database.now())).toEqual([]);
});

test("a house that has asked for nothing for a year gets one mail, without anybody's data; one that asked gets none", async () => {
  const now = await database.now();
  const noon = instantOf(civilDateOf(now), 12 * 60);
  const [quiet, busy, young] = [aFacility({ createdAt: new Date("2020-01-01") }), aFacility({ createdAt: new Date("2020-01-01") }), aFacility({ createdAt: now })];
  await store(database.prisma(), { facility: [quiet, busy, young] });
  const lastYear = instantOf(addDays(addMonths(civilDateOf(now), -12), -3), 600);
  await store(database.prisma(), { visitRequest: [aRequest({ facilityId: quiet.id, sentAt: lastYear, informedAt: lastYear }), aRequest({ facilityId: busy.id, sentAt: now, informedAt: now })] });
  const order = (at: Date) => inScope(scopeOf({ kind: "system", job: "remindFacilities" }), (tx) => orderYearlyReminders(tx, at));
  await order(instantOf(civilDateOf(now), 6 * 60));
  const mails = () => database.prisma().mailOrder.findMany({ where: { kind: "facility-reminder", facilityId: { in: [quiet.id, busy.id, young.id] } } });
  expect(await mails()).toEqual([]);
  await order(noon);
  await order(instantOf(addDays(civilDateOf(now), 5), 12 * 60));
  await remindFacilities();
  expect(await mails()).toMatchObject([{ facilityId: quiet.id, toAddress: quiet.contactEmail, facts: { path: "/facility" } }]);
});
