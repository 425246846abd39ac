import { scopeOf } from "@/lib/auth/scope";
import { inScope } from "@/lib/db/in-scope";
import { directory } from "@/lib/directory/queries";
import { confirmSite } from "@/lib/facilities/commands";
import { ownFacility } from "@/lib/facilities/queries";
import { orderConfirmationReminders, remindFacilities } from "@/lib/jobs/remind-facilities";
import { addDays, addMonths, civilDateOf, instantOf } from "@/lib/time/calendar";
import { aFacility } from "../builders/facilities";
import { signedIn, store } from "../builders/store";
import { useDatabase } from "./database";
import { aHouse, refusalOf, valueOf } from "./desk";

const database = useDatabase();
const today = async () => civilDateOf(await database.now());
const NOON = 12 * 60;
const order = (at: Date) => inScope(scopeOf({ kind: "system", job: "remindFacilities" }), (tx) => orderConfirmationReminders(tx, at));
const mailsOf = (facilityId: string) => database.prisma().mailOrder.findMany({ where: { kind: "site-reminder", facilityId } });

/** A house that last confirmed its data so many days ago. */
async function confirmedBefore(days: number) {
  return aHouse(database, aFacility({ createdAt: new Date("2020-01-01") }), { confirmedAt: instantOf(addDays(await today(), -days), NOON) });
}

test("a house whose data is a year old gets one mail, however often the job runs, and one press ends the asking for a year", async () => {
  const house = await confirmedBefore(400);
  const now = instantOf(await today(), NOON);
  await order(instantOf(await today(), 6 * 60));
  expect(await mailsOf(house.facility.id)).toEqual([]);
  await order(now);
  await order(instantOf(addDays(await today(), 30), NOON));
  await remindFacilities();
  expect(await mailsOf(house.facility.id)).toMatchObject([{ toAddress: house.facility.contactEmail, facts: { path: "/facility/site" } }]);
  const { version } = (await ownFacility(scopeOf(house.person)))!;
  valueOf(await confirmSite(house.person, { version }));
  expect(await ownFacility(scopeOf(house.person))).toMatchObject({ confirmationDueOn: addMonths(await today(), 12), site: { confirmedOn: await today() } });
  await order(instantOf(addDays(await today(), 300), NOON));
  expect(await mailsOf(house.facility.id)).toHaveLength(1);
  await order(instantOf(addDays(await today(), 400), NOON));
  expect(await mailsOf(house.facility.id)).toHaveLength(2);
});

test("what somebody changed since the page was shown is not confirmed unseen, and no other house is", async () => {
  const [house, other] = [await confirmedBefore(400), await confirmedBefore(400)];
  const { version } = (await ownFacility(scopeOf(house.person)))!;
  expect(refusalOf(await confirmSite(house.person, { version: version + 1 })).code).toBe("stale");
  valueOf(await confirmSite(house.person, { version }));
  expect((await ownFacility(scopeOf(other.person)))!.confirmationDueOn < (await today())).toBe(true);
});

test("there is nothing to confirm before the house has said anything", async () => {
  const facility = aFacility();
  await store(database.prisma(), { facility: [facility] });
  const { person } = await signedIn(database.prisma(), "FACILITY_STAFF", { facility });
  expect(refusalOf(await confirmSite(person, { version: facility.version })).code).toBe("notFound");
});

test("the office sees which houses are overdue", async () => {
  const [late, fresh] = [await confirmedBefore(366), await confirmedBefore(300)];
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  const lines = await directory(scopeOf(lead));
  const isDue = (id: string) => lines.find((line) => line.id === id)?.isConfirmationDue;
  expect([isDue(late.facility.id), isDue(fresh.facility.id)]).toEqual([true, false]);
});
