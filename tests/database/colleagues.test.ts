import { scopeOf } from "@/lib/auth/scope";
import { beginSession, personOf } from "@/lib/auth/sessions";
import type { Person } from "@/lib/auth/types";
import { handLeadOver, inviteColleague, removeColleague, resendInvitation } from "@/lib/colleagues/commands";
import { colleagues } from "@/lib/colleagues/queries";
import { inScope } from "@/lib/db/in-scope";
import { makeLead } from "@/lib/users/commands";
import { useDatabase } from "./database";
import { aHouse, refusalOf, storeParameters, valueOf } from "./desk";
import { aDraftFor, aListedPerson } from "./facility-house";
import { signedIn } from "../builders/store";

const database = useDatabase();
beforeAll(() => storeParameters(database));

/** A house whose signed-in person leads it. */
async function aLedHouse() {
  const house = await aHouse(database);
  await database.prisma().membership.updateMany({ where: { facilityId: house.facility.id }, data: { isLead: true } });
  return house;
}

const mailsTo = (address: string) => database.prisma().mailOrder.findMany({ where: { toAddress: address } });
const lineOf = async (person: Person, email: string) => (await colleagues(person)).people.find((one) => one.email === email);
const gate = scopeOf({ kind: "system", job: "sign-in" });

/** The colleague with a session in the house. */
async function signsIn(email: string): Promise<{ readonly person: Person; readonly token: string }> {
  const user = await database.prisma().user.findUniqueOrThrow({ where: { email } });
  const session = await inScope(gate, async (tx) => beginSession(tx, user.id, await database.now(), { way: "CODE", device: { browser: "OTHER", system: "OTHER" } }));
  return { token: session!.token, person: (await personOf(session!.token))!.person };
}

test("the lead invites somebody, who gets a mail and may sign in for this house", async () => {
  const { person, facility } = await aLedHouse();
  const { id } = valueOf(await inviteColleague(person, { name: "Neue Kraft", email: "neu@haus.example" }));
  expect(await lineOf(person, "neu@haus.example")).toEqual({ id, name: "Neue Kraft", email: "neu@haus.example", isLead: false, isSelf: false, isAwaited: true });
  expect(await mailsTo("neu@haus.example")).toMatchObject([{ kind: "invitation", toAddress: "neu@haus.example" }]);
  expect((await signsIn("neu@haus.example")).person).toMatchObject({ facilityId: facility.id, role: "FACILITY_STAFF" });
  expect(await lineOf(person, "neu@haus.example")).toMatchObject({ isAwaited: false });
  expect(await database.prisma().auditEntry.count({ where: { facilityId: facility.id, action: "membershipAdded" } })).toBe(1);
  valueOf(await resendInvitation(person, { id }));
  expect(await mailsTo("neu@haus.example")).toHaveLength(2);
});

test("an address that has an account elsewhere looks like one that has none, and the other house sees no change", async () => {
  const [here, there] = [await aLedHouse(), await aLedHouse()];
  valueOf(await inviteColleague(there.person, { name: "Erika Anders", email: "beides@haus.example" }));
  const known = valueOf(await inviteColleague(here.person, { name: "E. Muster", email: "beides@haus.example" }));
  const absent = valueOf(await inviteColleague(here.person, { name: "E. Muster", email: "niemand@haus.example" }));
  const [one, other] = [await lineOf(here.person, "beides@haus.example"), await lineOf(here.person, "niemand@haus.example")];
  expect({ ...one, id: "", email: "" }).toEqual({ ...other, id: "", email: "" });
  expect(Object.keys(known)).toEqual(Object.keys(absent));
  expect(await lineOf(there.person, "beides@haus.example")).toMatchObject({ name: "Erika Anders" });
  const mails = await database.prisma().mailOrder.findMany({ where: { toAddress: { in: ["beides@haus.example", "niemand@haus.example"] } }, orderBy: { id: "asc" } });
  expect(mails.map(({ toName }) => toName)).toEqual(["Erika Anders", "E. Muster", "E. Muster"]);
  expect(await database.prisma().user.count({ where: { email: "beides@haus.example" } })).toBe(1);
});

test("who is removed is out at once, and what the person began stays with the house", async () => {
  const { person, facility } = await aLedHouse();
  const { id } = valueOf(await inviteColleague(person, { name: "Bald Weg", email: "weg@haus.example" }));
  const { person: leaving, token } = await signsIn("weg@haus.example");
  await aDraftFor(database, { facility, person: leaving }, [await aListedPerson(database, { facility, person: leaving })]);
  valueOf(await removeColleague(person, { id }));
  expect(await personOf(token)).toBeNull();
  expect(await inScope(gate, async (tx) => beginSession(tx, leaving.userId, await database.now(), { way: "CODE", device: { browser: "OTHER", system: "OTHER" } }))).toBeNull();
  expect(await database.prisma().visitRequest.count({ where: { facilityId: facility.id, state: "DRAFT" } })).toBe(1);
  expect(await lineOf(person, "weg@haus.example")).toBeUndefined();
  expect(refusalOf(await removeColleague(person, { id })).code).toBe("notFound");
  valueOf(await inviteColleague(person, { name: "Wieder Da", email: "weg@haus.example" }));
});

test("only the lead lets people in and out, also where the application is passed by", async () => {
  const { person, facility } = await aLedHouse();
  valueOf(await inviteColleague(person, { name: "Ohne Leitung", email: "ohne@haus.example" }));
  const { person: other } = await signsIn("ohne@haus.example");
  const lead = (await colleagues(other)).people.find(({ isLead }) => isLead)!;
  expect(await colleagues(other)).toMatchObject({ isLead: false });
  expect(refusalOf(await inviteColleague(other, { name: "Noch Wer", email: "noch@haus.example" })).code).toBe("colleague.leadOnly");
  for (const change of [removeColleague, handLeadOver, resendInvitation]) expect(refusalOf(await change(other, { id: lead.id })).code).toBe("colleague.leadOnly");
  await expect(inScope(scopeOf(other), (tx) => tx.membership.updateMany({ where: { facilityId: facility.id, userId: other.userId }, data: { isLead: true } }))).rejects.toThrow(/only the lead/);
  expect(await colleagues(other)).toMatchObject({ isLead: false });
});

test("the lead of one house neither sees nor changes who belongs to another", async () => {
  const [here, there] = [await aLedHouse(), await aLedHouse()];
  const { id } = valueOf(await inviteColleague(there.person, { name: "Nebenan", email: "nebenan@haus.example" }));
  for (const change of [removeColleague, handLeadOver, resendInvitation]) expect(refusalOf(await change(here.person, { id })).code).toBe("notFound");
  expect(await inScope(scopeOf(here.person), (tx) => tx.membership.updateMany({ where: { id }, data: { isLead: true } }))).toEqual({ count: 0 });
  await expect(inScope(scopeOf(here.person), (tx) => tx.membership.create({ data: { userId: here.person.userId, role: "FACILITY_STAFF", facilityId: there.facility.id } }))).rejects.toThrow(/row-level security/);
});

test("the lead goes over to a colleague, and a house never loses its last one by its own people", async () => {
  const { person } = await aLedHouse();
  const own = (await colleagues(person)).people[0]!;
  expect(refusalOf(await removeColleague(person, { id: own.id })).code).toBe("colleague.yourself");
  expect(refusalOf(await handLeadOver(person, { id: own.id })).code).toBe("colleague.yourself");
  const { id } = valueOf(await inviteColleague(person, { name: "Nächste Leitung", email: "naechste@haus.example" }));
  valueOf(await handLeadOver(person, { id }));
  expect((await colleagues(person)).people.map(({ isLead, isSelf }) => [isLead, isSelf])).toEqual([[true, false], [false, true]]);
  expect(refusalOf(await removeColleague(person, { id })).code).toBe("colleague.leadOnly");
});

test("two leads who remove one another at the same time leave one", async () => {
  const { person, facility } = await aLedHouse();
  valueOf(await inviteColleague(person, { name: "Zweite Leitung", email: "zweite@haus.example" }));
  const second = await signsIn("zweite@haus.example");
  const user = await database.prisma().user.findUniqueOrThrow({ where: { email: "zweite@haus.example" } });
  const { person: admin } = await signedIn(database.prisma(), "ADMINISTRATOR");
  valueOf(await makeLead(admin, { id: user.id, version: user.version, membershipId: second.person.membershipId }));
  const outcomes = await Promise.all([removeColleague(person, { id: second.person.membershipId }), removeColleague(second.person, { id: person.membershipId })]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.prisma().membership.count({ where: { facilityId: facility.id, isLead: true, endedAt: null } })).toBe(1);
});

test("invitations to one address are slowed down, whoever sends them", async () => {
  const { person } = await aLedHouse();
  const { id } = valueOf(await inviteColleague(person, { name: "Oft", email: "oft@haus.example" }));
  expect(id).not.toBe("");
  const tries = [];
  for (let index = 0; index < 5; index += 1) tries.push(await inviteColleague(person, { name: "Oft", email: "oft@haus.example" }));
  expect(tries.map((one) => refusalOf(one).code)).toEqual([...Array.from({ length: 4 }, () => "colleague.alreadyHere"), "auth.tooMany"]);
});
