import { randomUUID } from "node:crypto";
import { requestActions } from "@/app/facility/request-actions";
import { civil, dateColumn } from "@/lib/db/civil";
import { discardDraft, draftRequest, setPeople, setWishes } from "@/lib/drafts/commands";
import { answerRequest, sendRequest } from "@/lib/requests/commands";
import { viewRequest } from "@/lib/requests/queries";
import type { Resident } from "@/prisma/generated/client/client";
import type { ResidentCare } from "@/tests/builders/plain";
import { requestForDecision } from "@/lib/intake/queries";
import { addDays, addMonths, civilDateOf } from "@/lib/time/calendar";
import { openDay } from "../builders/days";
import { aPrison } from "../builders/facilities";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { aHouse, refusalOf, storeParameters, valueOf, type House } from "./desk";
import { aDraftFor, aListedPerson, pressing, requestForm } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const declared = { note: "", informed: true };
const mailsOf = (requestId: string) => database.prisma().mailOrder.findMany({ where: { requestId }, orderBy: { kind: "asc" } });
const requestOf = (id: string) => database.prisma().visitRequest.findUniqueOrThrow({ where: { id }, include: { cases: true, wishes: true } });
const today = async () => civilDateOf(await database.now());

async function sendingOf(house: House, facts: { resident?: Partial<Resident>; care?: Partial<ResidentCare> }) {
  const person = await aListedPerson(database, house, facts);
  const draft = await aDraftFor(database, house, [person]);
  return { person, draft, outcome: await sendRequest(house.person, { ...draft, ...declared }) };
}

test("a request that is sent waits for the office: cases asked for, facility and office told", async () => {
  const house = await aHouse(database);
  const { draft, outcome } = await sendingOf(house, {});
  expect(valueOf(outcome)).toEqual({ id: draft.id });
  const sent = await requestOf(draft.id);
  expect(sent).toMatchObject({ state: "SENT", version: 2 });
  expect(sent.sentAt).toEqual(sent.informedAt);
  expect(sent.cases).toMatchObject([{ state: "REQUESTED", service: "ID_CARD" }]);
  const mails = await mailsOf(draft.id);
  expect(mails.map(({ kind, toAddress }) => [kind, toAddress])).toEqual([
    ["office-request-sent", "leitung@demo.example"],
    ["request-received", house.facility.contactEmail],
  ]);
});

test("R62 the mails of a sent request hold no name and no birth date", async () => {
  const house = await aHouse(database);
  const { person, draft } = await sendingOf(house, {});
  const said = JSON.stringify(await mailsOf(draft.id));
  for (const secret of [person.lastName, person.firstNames, civil(person.bornOn)]) expect(said).not.toContain(secret);
});

test("R01 nothing is sent for somebody who is not German", async () => {
  const house = await aHouse(database);
  const { draft, outcome } = await sendingOf(house, { resident: { nationality: "OTHER" } });
  expect(refusalOf(outcome)).toMatchObject({ code: "request.lawForbids", verdictCode: "eligibility.notGerman" });
  expect((await requestOf(draft.id)).state).toBe("DRAFT");
  expect(await mailsOf(draft.id)).toEqual([]);
});

test("R02 an unknown nationality can be sent and is chased", async () => {
  const { draft, outcome } = await sendingOf(await aHouse(database), { resident: { nationality: "UNKNOWN" } });
  expect(valueOf(outcome).id).toBe(draft.id);
});

test("R15 somebody who is registered elsewhere can be sent; the surcharge is shown", async () => {
  const house = await aHouse(database);
  const { draft, outcome } = await sendingOf(house, { resident: { mainResidence: "ELSEWHERE" } });
  valueOf(outcome);
  const details = await viewRequest(house.person, draft.id);
  expect(details?.persons[0]?.judgement).toMatchObject({ competence: "NOT_COMPETENT", fee: { totalCents: 4600 + 600 + 1300 } });
});

const forbidden = [
  ["R20 a child applies only through a custodian", { resident: { bornOn: dateColumn("2015-01-01") } }, "representation.custodianMustApply"],
  ["R21 somebody who cannot act does not apply alone", { care: { capacity: "INCAPABLE", representation: "POWER_CERTIFIED", appliesBy: "SELF" } }, "representation.incapableCannotApply"],
  ["R21 a guardian without residence scope does not apply", { care: { capacity: "INCAPABLE", representation: "GUARDIAN_OTHER", appliesBy: "REPRESENTATIVE_ALONE" } }, "representation.notSufficient"],
  ["R22 nobody applies for somebody who can act", { care: { representation: "GUARDIAN_RESIDENCE", appliesBy: "REPRESENTATIVE_ALONE" } }, "representation.mustApplyInPerson"],
  ["R23 a simple power of attorney is not enough", { care: { capacity: "INCAPABLE", representation: "POWER_SIMPLE", appliesBy: "REPRESENTATIVE_ALONE" } }, "representation.simplePowerNotEnough"],
] as const;
test.each(forbidden)("%s", async (_rule, facts, verdictCode) => {
  const { draft, outcome } = await sendingOf(await aHouse(database), facts);
  expect(refusalOf(outcome)).toMatchObject({ code: "request.lawForbids", verdictCode });
  expect((await requestOf(draft.id)).state).toBe("DRAFT");
});

test("R05, R06, R36 in a prison the duty begins three months before the release, and the last useful day presses", async () => {
  const house = await aHouse(database, aPrison());
  const releaseOn = addMonths(await today(), 8);
  const person = await aListedPerson(database, house, { resident: { idCardState: "NONE", idExpiresOn: null }, custody: { releaseOn } });
  const draft = await aDraftFor(database, house, [person]);
  const details = await viewRequest(house.person, draft.id);
  const duty = details?.persons[0]?.judgement.verdicts.find(({ code }) => code === "duty.suspendedBySentence");
  expect(duty).toMatchObject({ dutyFromOn: addMonths(releaseOn, -3) });
  valueOf(await sendRequest(house.person, { ...draft, ...declared }));
  const [one] = (await requestOf(draft.id)).cases;
  expect(one?.dueOn && civil(one.dueOn) <= addDays(releaseOn, -24)).toBe(true);
});

test("R03, R04 a valid card or passport does not keep a request from being sent", async () => {
  const house = await aHouse(database);
  for (const resident of [{ idCardState: "VALID", idExpiresOn: dateColumn("2099-01-31") } as const, { hasValidPassport: true }]) {
    valueOf((await sendingOf(house, { resident })).outcome);
  }
});

test("R59 the case is due on the day the old card runs out, and on the day of asking where that has passed", async () => {
  const house = await aHouse(database);
  const later = addMonths(await today(), 2);
  const due = async (idExpiresOn: string) => {
    const { draft } = await sendingOf(house, { resident: { idCardState: "VALID", idExpiresOn: dateColumn(idExpiresOn) } });
    return (await requestOf(draft.id)).cases.map((one) => one.dueOn && civil(one.dueOn));
  };
  expect(await due(later)).toEqual([later]);
  expect(await due("2025-11-30")).toEqual([await today()]);
});

test("R64, R65 nothing is sent without the declaration", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  expect(refusalOf(await sendRequest(house.person, { ...draft, note: "", informed: false })).code).toBe("request.notInformed");
  expect(await requestOf(draft.id)).toMatchObject({ state: "DRAFT", sentAt: null, informedAt: null });
});

test("a request without persons is not sent", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  valueOf(await setPeople(house.person, { ...draft, chosen: [], added: [] }));
  expect(refusalOf(await sendRequest(house.person, { ...(await requestForm(database, draft.id)), ...declared })).code).toBe("request.noPersons");
});

test("a double press sends once and answers the same", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  const person = pressing(house.person, randomUUID());
  const answers = await Promise.all([sendRequest(person, { ...draft, ...declared }), sendRequest(person, { ...draft, ...declared })]);
  expect(answers.map(valueOf)).toEqual([{ id: draft.id }, { id: draft.id }]);
  expect((await requestOf(draft.id)).version).toBe(2);
  expect(await mailsOf(draft.id)).toHaveLength(2);
});

test("two requests for the same person and service at one time: one is sent, the other names it", async () => {
  const house = await aHouse(database);
  const person = await aListedPerson(database, house);
  const drafts = [await aDraftFor(database, house, [person]), await aDraftFor(database, house, [person])];
  const outcomes = await Promise.all(drafts.map((draft) => sendRequest(house.person, { ...draft, ...declared })));
  const [first, ...others] = outcomes.filter(({ ok }) => ok);
  expect(others).toEqual([]);
  const { reference } = await requestOf(first && first.ok ? first.value.id : "");
  expect(outcomes.filter(({ ok }) => !ok).map((outcome) => refusalOf(outcome))).toMatchObject([{ code: "request.duplicateCase", service: "ID_CARD", reference }]);
});

test("an outdated form changes nothing", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  valueOf(await setWishes(house.person, { ...draft, wishes: [] }));
  expect(refusalOf(await sendRequest(house.person, { ...draft, ...declared })).code).toBe("stale");
  expect(refusalOf(await setPeople(house.person, { ...draft, chosen: [], added: [] })).code).toBe("stale");
  expect(refusalOf(await discardDraft(house.person, draft)).code).toBe("stale");
});

test("R54 a wish on a weekend or in the past is refused, an open day is kept", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  const now = await today();
  const wish = (date: string) => setWishes(house.person, { ...draft, wishes: [{ date, fromMinutes: 480, untilMinutes: 720 }] });
  expect(refusalOf(await wish(now)).code).toBe("request.wishInThePast");
  const saturday = Array.from({ length: 7 }, (_one, index) => addDays(now, index + 1)).find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 6)!;
  expect(refusalOf(await wish(saturday)).code).toBe("request.wishOnClosedDay");
  valueOf(await wish(openDay(now, 5)));
  expect((await requestOf(draft.id)).wishes).toMatchObject([{ fromMinutes: 480, untilMinutes: 720 }]);
});

test("several windows and blocked times are kept with the request, replace those before, and are named to house and office", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  const [one, two] = [openDay(await today(), 5), openDay(await today(), 9)];
  const wishes = [{ date: one, fromMinutes: 540, untilMinutes: 660 }, { date: one, fromMinutes: 720, untilMinutes: 840 }, { date: two, fromMinutes: 480, untilMinutes: 960 }];
  const blocked = [{ firstOn: one, lastOn: two, fromMinutes: 660, untilMinutes: 720 }];
  valueOf(await setWishes(house.person, { ...draft, wishes: [wishes[2]!], blocked: [{ ...blocked[0]!, untilMinutes: 700 }] }));
  valueOf(await setWishes(house.person, { ...(await requestForm(database, draft.id)), wishes, blocked }));
  expect(await viewRequest(house.person, draft.id)).toMatchObject({ wishes, blocked });
  const swallowed = { ...(await requestForm(database, draft.id)), wishes: [wishes[0]!], blocked: [{ ...blocked[0]!, fromMinutes: 0, untilMinutes: 1440 }] };
  expect(refusalOf(await setWishes(house.person, swallowed))).toEqual({ code: "request.wishBlocked", date: one });
  valueOf(await sendRequest(house.person, { ...(await requestForm(database, draft.id)), ...declared }));
  const { person: lead } = await signedIn(database.prisma(), "TEAM_LEAD");
  expect(await requestForDecision(lead, draft.id)).toMatchObject({ wishes, blocked });
});

test("R54 a refused wish says so at its own row", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  const [year, month, day] = (await today()).split("-");
  const action = requestActions["requests.setWishes"];
  if (action.permission === "public") throw new Error("a wish is nobody's but the house's");
  const answer = await action.submit(house.person, { id: [draft.id], version: [String(draft.version)], "wish2.day": [day!], "wish2.month": [month!], "wish2.year": [year!] });
  expect(answer).toMatchObject({ ok: false, errors: [{ field: "wish2" }] });
});

test("R61 a foreign facility neither sees nor changes a request, and asks for nobody of another house", async () => {
  const [house, other] = [await aHouse(database), await aHouse(database)];
  const person = await aListedPerson(database, house);
  const draft = await aDraftFor(database, house, [person]);
  expect(await viewRequest(other.person, draft.id)).toBeNull();
  const attempts = [
    await sendRequest(other.person, { ...draft, ...declared }),
    await setPeople(other.person, { ...draft, chosen: [], added: [] }),
    await setWishes(other.person, { ...draft, wishes: [] }),
    await discardDraft(other.person, draft),
    await draftRequest(other.person, { residents: [person.id] }),
  ];
  expect(attempts.map((outcome) => refusalOf(outcome).code)).toEqual(Array(5).fill("notFound"));
  expect((await requestOf(draft.id)).version).toBe(1);
});

test("the reading of a request is on record with its persons", async () => {
  const house = await aHouse(database);
  const listed = [await aListedPerson(database, house), await aListedPerson(database, house)];
  const draft = await aDraftFor(database, house, listed);
  await viewRequest(house.person, draft.id);
  const entries = await database.prisma().auditEntry.findMany({ where: { actorUserId: house.person.userId, action: "personsViewed" } });
  expect(entries).toMatchObject([{ subjectIds: listed.map(({ id }) => id).sort(), facilityId: house.facility.id }]);
});

test("while the office asks back, persons can change; the answer gives the request back with a note", async () => {
  const house = await aHouse(database);
  const { person, draft } = await sendingOf(house, {});
  await database.prisma().visitRequest.update({ where: { id: draft.id }, data: { state: "QUESTIONED", questionReason: "PERSON_DATA_UNCLEAR" } });
  const second = await aListedPerson(database, house);
  const form = await requestForm(database, draft.id);
  valueOf(await setPeople(house.person, { ...form, chosen: [{ residentId: person.id, service: "ID_CARD" }], added: [second.id] }));
  expect((await requestOf(draft.id)).cases.map(({ state }) => state)).toEqual(["REQUESTED", "REQUESTED"]);
  const again = await requestForm(database, draft.id);
  expect(refusalOf(await answerRequest(house.person, { ...again, note: "Ja", informed: false })).code).toBe("request.notInformed");
  valueOf(await answerRequest(house.person, { ...again, note: "Jetzt vollständig", informed: true }));
  expect(await requestOf(draft.id)).toMatchObject({ state: "SENT" });
  expect((await viewRequest(house.person, draft.id))?.facilityNote).toBe("Jetzt vollständig");
  expect((await mailsOf(draft.id)).map(({ kind }) => kind)).toContain("office-request-answered");
});

test("a discarded draft leaves nothing but its entry in the audit", async () => {
  const house = await aHouse(database);
  const draft = await aDraftFor(database, house, [await aListedPerson(database, house)]);
  valueOf(await discardDraft(house.person, draft));
  expect(await database.prisma().visitRequest.findUnique({ where: { id: draft.id } })).toBeNull();
  expect(await database.prisma().case.count({ where: { requestId: draft.id } })).toBe(0);
});
