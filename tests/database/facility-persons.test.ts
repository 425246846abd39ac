import { civil, dateColumn } from "@/lib/db/civil";
import { refusalForViolation } from "@/lib/db/constraints";
import { changeSite } from "@/lib/facilities/commands";
import { ownFacility } from "@/lib/facilities/queries";
import { scopeOf } from "@/lib/auth/scope";
import { recognitionKey, similarPersons } from "@/lib/recognition/queries";
import { sendRequest } from "@/lib/requests/commands";
import { addResident, changeResident, markGone } from "@/lib/residents/commands";
import { careOf, custodyOf, viewResident } from "@/lib/residents/queries";
import { addDays, addMonths, civilDateOf } from "@/lib/time/calendar";
import { aPrison } from "../builders/facilities";
import { aResident } from "../builders/residents";
import { useDatabase } from "./database";
import { aHouse, refusalOf, storeParameters, valueOf } from "./desk";
import { aDraftFor, aListedPerson, aTypedPerson, rosterOf } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const today = async () => civilDateOf(await database.now());

test("a person who is added stands in the roster, with the sensitive facts apart", async () => {
  const house = await aHouse(database);
  const { id } = valueOf(await addResident(house.person, aTypedPerson({ mobility: "BEDSIDE" })));
  expect((await rosterOf(house.person)).map(({ id: one, custody }) => ({ one, custody }))).toEqual([{ one: id, custody: null }]);
  const care = await database.prisma().residentCare.findUnique({ where: { residentId: id } });
  expect(care?.sealed).toMatch(/^s1\.k1\./);
  expect(careOf(care)).toMatchObject({ mobility: "BEDSIDE", isPermanentResident: true });
});

test("the same person is not added twice, in whatever spelling of the case, also at one time", async () => {
  const house = await aHouse(database);
  const outcomes = await Promise.all([addResident(house.person, aTypedPerson()), addResident(house.person, aTypedPerson({ lastName: "AUMANN" }))]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter(({ ok }) => !ok).map((outcome) => refusalOf(outcome).code)).toEqual(["resident.alreadyListed"]);
  const other = await aHouse(database);
  valueOf(await addResident(other.person, aTypedPerson()));
});

test("the same person in another spelling is refused, and in another house nobody knows of her", async () => {
  const [house, other] = [await aHouse(database), await aHouse(database)];
  valueOf(await addResident(house.person, aTypedPerson({ lastName: "Müller-Groß", firstNames: "Anna Maria" })));
  const retyped = aTypedPerson({ lastName: "MUELLER GROSS", firstNames: "Maria-Anna", isOther: true });
  expect(refusalOf(await addResident(house.person, retyped))).toEqual({ code: "resident.alreadyListed", label: "Anna Maria Müller-Groß" });
  valueOf(await addResident(other.person, retyped));
  const keys = (await database.prisma().resident.findMany({ where: { facilityId: { in: [house.facility.id, other.facility.id] } } })).map(({ recognitionKey }) => recognitionKey);
  expect(new Set(keys).size).toBe(2);
  expect(keys).not.toContain(null);
});

test("somebody similar is added once it is said that it is another person, and is not asked about again", async () => {
  const house = await aHouse(database);
  valueOf(await addResident(house.person, aTypedPerson({ lastName: "Müller" })));
  const typed = aTypedPerson({ lastName: "Muller" });
  expect(refusalOf(await addResident(house.person, typed))).toEqual({ code: "resident.maybeListed", label: "Hildegard Müller" });
  expect(await similarPersons(house.person, typed)).toMatchObject([{ lastName: "Müller" }]);
  expect(await similarPersons((await aHouse(database)).person, typed)).toEqual([]);
  const { id } = valueOf(await addResident(house.person, { ...typed, isOther: true }));
  valueOf(await changeResident(house.person, { ...typed, id, version: 1, nationality: "UNKNOWN" }));
  expect(refusalOf(await changeResident(house.person, { ...typed, lastName: "Mueler", id, version: 2 })).code).toBe("resident.maybeListed");
  expect(refusalOf(await changeResident(house.person, { ...typed, lastName: "Mueller", id, version: 2, isOther: true })).code).toBe("resident.alreadyListed");
});

test("an entry from before, which has no key, is recognised by its name", async () => {
  const house = await aHouse(database);
  const listed = await aListedPerson(database, house, { resident: { lastName: "Groß", firstNames: "Eva", bornOn: dateColumn("1938-03-24") } });
  expect(listed.recognitionKey).toBeNull();
  expect(refusalOf(await addResident(house.person, aTypedPerson({ lastName: "Gross", firstNames: "Eva" }))).code).toBe("resident.alreadyListed");
});

test("the database lists nobody twice, even where a change would forget to look, and lets somebody come back", async () => {
  const house = await aHouse(database);
  const facilityId = house.facility.id;
  const twice = { facilityId, recognitionKey: recognitionKey(facilityId, { lastName: "Groß", firstNames: "Eva", bornOn: "1938-03-24" }) };
  await database.prisma().resident.create({ data: aResident({ ...twice, goneOn: dateColumn("2026-01-31") }) });
  await database.prisma().resident.create({ data: aResident(twice) });
  const second = await database.prisma().resident.create({ data: aResident(twice) }).then(() => null, (error: unknown) => error);
  expect(refusalForViolation(second)).toEqual({ code: "resident.justListed" });
});

test("of a card the month is enough; its first day stands for it", async () => {
  const house = await aHouse(database);
  const { id } = valueOf(await addResident(house.person, aTypedPerson({ idCardState: "VALID", idExpiresOn: "2027-03" })));
  expect(await viewResident(house.person, id)).toMatchObject({ isExpiryMonthOnly: true, facts: { idExpiresOn: "2027-03-01" } });
  valueOf(await changeResident(house.person, { ...aTypedPerson({ idCardState: "VALID", idExpiresOn: "2027-03-17" }), id, version: 1 }));
  expect(await viewResident(house.person, id)).toMatchObject({ isExpiryMonthOnly: false, facts: { idExpiresOn: "2027-03-17" } });
});

test("a birth date in the future is refused", async () => {
  const house = await aHouse(database);
  const outcome = await addResident(house.person, aTypedPerson({ bornOn: addDays(await today(), 1) }));
  expect(refusalOf(outcome).code).toBe("resident.bornInTheFuture");
});

test("a prison names the kind of custody, a home keeps none", async () => {
  const prison = await aHouse(database, aPrison());
  expect(refusalOf(await addResident(prison.person, aTypedPerson())).code).toBe("resident.custodyKindMissing");
  const { id } = valueOf(await addResident(prison.person, aTypedPerson({ custodyKind: "SENTENCE", releaseOn: addMonths(await today(), 12) })));
  expect(custodyOf(await database.prisma().residentCustody.findUnique({ where: { residentId: id } }))).toMatchObject({ kind: "SENTENCE" });
  const home = await aHouse(database);
  const homeResident = valueOf(await addResident(home.person, aTypedPerson({ custodyKind: "SENTENCE" })));
  expect(await database.prisma().residentCustody.findUnique({ where: { residentId: homeResident.id } })).toBeNull();
});

test("R61 a foreign person is not found, neither read nor changed nor marked as gone", async () => {
  const [house, other] = [await aHouse(database), await aHouse(database)];
  const { id, version } = await aListedPerson(database, house);
  expect(await viewResident(other.person, id)).toBeNull();
  expect(await rosterOf(other.person)).toEqual([]);
  expect(refusalOf(await changeResident(other.person, { ...aTypedPerson(), id, version })).code).toBe("notFound");
  expect(refusalOf(await markGone(other.person, { id, version })).code).toBe("notFound");
});

test("the reading of a person's page is on record, and a malformed id reads nothing", async () => {
  const house = await aHouse(database);
  const { id } = await aListedPerson(database, house);
  expect((await viewResident(house.person, id))?.id).toBe(id);
  expect(await viewResident(house.person, "no-id")).toBeNull();
  const entries = await database.prisma().auditEntry.findMany({ where: { subjectId: id, action: "personsViewed" } });
  expect(entries).toMatchObject([{ actorUserId: house.person.userId }]);
});

test("an outdated form changes nothing about a person", async () => {
  const house = await aHouse(database);
  const { id, version } = await aListedPerson(database, house);
  valueOf(await changeResident(house.person, { ...aTypedPerson(), id, version }));
  expect(refusalOf(await changeResident(house.person, { ...aTypedPerson({ lastName: "Other" }), id, version })).code).toBe("stale");
  expect(await viewResident(house.person, id)).toHaveProperty("lastName", "Aumann");
});

test("R09, R59 a release that shifts moves the deadline of what is already asked for", async () => {
  const prison = await aHouse(database, aPrison());
  const releaseOn = addMonths(await today(), 9);
  const person = await aListedPerson(database, prison, { resident: { idCardState: "NONE", idExpiresOn: null }, custody: { releaseOn } });
  const draft = await aDraftFor(database, prison, [person]);
  valueOf(await sendRequest(prison.person, { ...draft, note: "", informed: true }));
  const due = async () => (await database.prisma().case.findFirstOrThrow({ where: { requestId: draft.id } })).dueOn;
  const before = await due();
  const typed = aTypedPerson({ idCardState: "NONE", idExpiresOn: null, custodyKind: "SENTENCE", releaseOn: addMonths(releaseOn, -3) });
  valueOf(await changeResident(prison.person, { ...typed, id: person.id, version: person.version }));
  const after = await due();
  expect(before && after && civil(after) < civil(before)).toBe(true);
});

test("somebody with a request under way is not marked as gone; a draft just loses the person", async () => {
  const house = await aHouse(database);
  const [asked, drafted] = [await aListedPerson(database, house), await aListedPerson(database, house)];
  const sent = await aDraftFor(database, house, [asked]);
  valueOf(await sendRequest(house.person, { ...sent, note: "", informed: true }));
  const draft = await aDraftFor(database, house, [asked, drafted]);
  expect(refusalOf(await markGone(house.person, { id: asked.id, version: asked.version })).code).toBe("resident.hasOpenCase");
  valueOf(await markGone(house.person, { id: drafted.id, version: drafted.version }));
  expect(await database.prisma().case.count({ where: { requestId: draft.id } })).toBe(1);
  expect((await rosterOf(house.person)).map(({ id }) => id)).toEqual([asked.id]);
});

test("R56 the site sheet is confirmed with every change, and visit hours run forward", async () => {
  const house = await aHouse(database);
  const own = await ownFacility(scopeOf(house.person));
  const form = {
    version: own!.version,
    contactName: "Eva Muster",
    contactPhone: "0231 1",
    contactEmail: "neu@haus.example",
    room: "Saal",
    hasTable: true,
    hasSocket: true,
    hasPhotoSpace: true,
    hasStepFreeWay: false,
    mobileReception: "WEAK" as const,
    parking: "",
    accessNote: "",
    gateMinutes: 45,
    visitsFrom: 600,
    visitsUntil: 900,
    back: "",
  };
  expect(refusalOf(await changeSite(house.person, { ...form, visitsUntil: 600 })).code).toBe("facility.hoursReversed");
  valueOf(await changeSite(house.person, form));
  expect(await ownFacility(scopeOf(house.person))).toMatchObject({ contactEmail: "neu@haus.example", site: { room: "Saal", gateMinutes: 0, confirmedOn: await today() } });
  expect(refusalOf(await changeSite(house.person, form)).code).toBe("stale");
});
