import { recordArrivals, recordCollection } from "@/lib/cards/commands";
import { decideFee, recordAuthorisation } from "@/lib/case-facts/commands";
import type { Needs } from "@/lib/case-facts/types";
import { setPeople } from "@/lib/drafts/commands";
import { scopeOf } from "@/lib/auth/scope";
import { awaitedCards } from "@/lib/cards/queries";
import { civil } from "@/lib/db/civil";
import { inScope } from "@/lib/db/in-scope";
import { requestForDecision } from "@/lib/intake/queries";
import { sendRequest } from "@/lib/requests/commands";
import { viewRequest } from "@/lib/requests/queries";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { aPrison } from "../builders/facilities";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { acceptedCases, aHouse, refusalOf, storeParameters, valueOf, type House } from "./desk";
import { aDraftFor, aListedPerson, requestForm } from "./facility-house";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const today = civilDateOf(new Date());
const lead = async () => (await signedIn(database.prisma(), "TEAM_LEAD")).person;
const nothing = { reason: null, neededBy: null, reduction: false, shipping: false } as const;
const caseOf = (id: string) => database.prisma().case.findUniqueOrThrow({ where: { id } });
const entriesOf = (action: string, subjectId: string) => database.prisma().auditEntry.findMany({ where: { action, subjectId } });

/** The form about the people of a request as it stands, with what is said about one of them. */
async function stated(house: House, requestId: string, needs: Needs, version?: number) {
  const form = await requestForm(database, requestId);
  const chosen = (await database.prisma().case.findMany({ where: { requestId } })).map(({ residentId, service }) => ({ residentId, service }));
  return setPeople(house.person, { ...form, version: version ?? form.version, chosen, added: [], needs: [needs] });
}

async function aDraft(house: House, resident: Parameters<typeof aListedPerson>[2] = {}) {
  const person = await aListedPerson(database, house, resident);
  const draft = await aDraftFor(database, house, [person]);
  const state = async (needs: Partial<Needs>) => stated(house, draft.id, { resident: person.id, ...nothing, ...needs });
  const verdicts = async () => (await viewRequest(house.person, draft.id))!.persons[0]!.judgement.verdicts.map(({ code }) => code);
  return { person, id: draft.id, state, verdicts };
}

describe("what a house says about a person", () => {
  test("R13: a card that is still valid asks for a reason, and a legitimate one settles it", async () => {
    const draft = await aDraft(await aHouse(database), { resident: { idCardState: "VALID", idExpiresOn: new Date("2099-01-31T00:00:00Z") } });
    expect(await draft.verdicts()).toContain("replacement.interestMissing");
    valueOf(await draft.state({ reason: "DATA_CHANGED" }));
    expect(await draft.verdicts()).not.toContain("replacement.interestMissing");
  });

  test("R14: a loss that the request names asks for its report", async () => {
    const draft = await aDraft(await aHouse(database));
    valueOf(await draft.state({ reason: "STOLEN" }));
    expect(await draft.verdicts()).toContain("replacement.reportLoss");
  });

  test("R35: a provisional card is sent only once somebody has named the day", async () => {
    const house = await aHouse(database);
    const draft = await aDraft(house);
    await database.prisma().case.updateMany({ where: { requestId: draft.id }, data: { service: "PROVISIONAL_ID" } });
    const send = async () => sendRequest(house.person, { ...(await requestForm(database, draft.id)), note: "", informed: true });
    expect(refusalOf(await send())).toMatchObject({ code: "request.lawForbids", verdictCode: "provisional.needNotStated" });
    valueOf(await draft.state({ neededBy: addDays(today, 5) }));
    valueOf(await send());
    const row = await database.prisma().case.findFirstOrThrow({ where: { requestId: draft.id } });
    expect([row.neededBy && civil(row.neededBy), row.dueOn && civil(row.dueOn) <= addDays(today, 5)]).toEqual([addDays(today, 5), true]);
  });

  test("R31, R45, R46: a wish for the post costs its surcharge, and keeps a prisoner's request from being sent", async () => {
    const home = await aDraft(await aHouse(database));
    const fee = async () => (await viewRequest((await aHouseOf(home.id)).person, home.id))!.persons[0]!.judgement.fee.totalCents;
    const before = await fee();
    valueOf(await home.state({ shipping: true }));
    expect((await fee()) - before).toBe(1500);
    const prison = await aDraft(await aHouse(database, aPrison()));
    valueOf(await prison.state({ shipping: true }));
    expect(await prison.verdicts()).toContain("shipping.notInCustody");
  });

  test("only for a person who applies for a document in an own request that is not sent yet, in the version that was seen", async () => {
    const house = await aHouse(database);
    const draft = await aDraft(house);
    const form = await requestForm(database, draft.id);
    const needs = { resident: draft.person.id, ...nothing };
    expect(refusalOf(await stated(await aHouse(database), draft.id, needs)).code).toBe("notFound");
    expect(refusalOf(await stated(house, draft.id, { ...needs, resident: (await aListedPerson(database, house)).id })).code).toBe("notFound");
    expect(refusalOf(await stated(house, draft.id, needs, form.version + 1)).code).toBe("stale");
    valueOf(await sendRequest(house.person, { ...form, note: "", informed: true }));
    expect(refusalOf(await stated(house, draft.id, needs)).code).toBe("request.wrongState");
  });

  test("R13: the reason that the roster knows is not asked: it stands in the request from the beginning", async () => {
    const house = await aHouse(database);
    const reasonOf = async (resident: Parameters<typeof aListedPerson>[2]) => {
      const { id } = await aDraft(house, resident);
      return (await viewRequest(house.person, id))!.persons[0]!.asked.reason;
    };
    expect(await reasonOf({ resident: { idCardState: "LOST" } })).toBe("LOST");
    expect(await reasonOf({ resident: { idCardState: "EXPIRED" } })).toBe("EXPIRED");
    expect(await reasonOf({ resident: { idCardState: "VALID", idExpiresOn: new Date(`${addDays(today, 20)}T00:00:00Z`) } })).toBe("EXPIRING");
    expect(await reasonOf({ resident: { idCardState: "VALID", idExpiresOn: new Date("2099-01-31T00:00:00Z") } })).toBeNull();
    expect(await reasonOf({ resident: { idCardState: "NONE", idExpiresOn: null } })).toBeNull();
  });
});

async function aHouseOf(requestId: string): Promise<House> {
  const { facility } = await database.prisma().visitRequest.findUniqueOrThrow({ where: { id: requestId }, include: { facility: true } });
  return { facility, person: (await signedIn(database.prisma(), "FACILITY_STAFF", { facility })).person };
}

describe("R19: the authorisation of the competent authority", () => {
  const elsewhere = async (house: House) => (await acceptedCases(database, house, { count: 1, resident: { mainResidence: "ELSEWHERE" }, case: { state: "APPLIED" } }))[0]!;
  const record = async (id: string, authorisedOn = today) => recordAuthorisation(await lead(), { id, version: (await caseOf(id)).version, authorisedOn });

  test("R19: without it the card neither arrives for its hand-over nor is collected; with it both go on", async () => {
    const card = await elsewhere(await aHouse(database));
    const other = await elsewhere(await aHouse(database));
    const office = await lead();
    expect(refusalOf(await recordArrivals(office, { cards: [card.id] }))).toEqual({ code: "card.notAuthorised", count: 1 });
    expect(refusalOf(await recordCollection(office, { card: other.id, way: "APPLICANT", oldCard: "RETURNED" }))).toEqual({ code: "card.notAuthorised", count: 1 });
    expect((await awaitedCards(scopeOf(office))).find(({ caseId }) => caseId === card.id)).toMatchObject({ lacksAuthorisation: true });
    for (const { id } of [card, other]) valueOf(await record(id));
    valueOf(await recordArrivals(office, { cards: [card.id] }));
    valueOf(await recordCollection(office, { card: other.id, way: "APPLICANT", oldCard: "RETURNED" }));
    expect(await entriesOf("authorisationRecorded", card.id)).toMatchObject([{ details: { authorisedOn: today } }]);
  });

  test("R19: it is not recorded for a day to come, nor where Dortmund is competent", async () => {
    const house = await aHouse(database);
    expect(refusalOf(await record((await elsewhere(house)).id, addDays(today, 1))).code).toBe("authorisation.inTheFuture");
    expect(refusalOf(await record((await acceptedCases(database, house, { count: 1 }))[0]!.id)).code).toBe("authorisation.notNeeded");
  });

  test("R19: the office is asked for it in the request, and the facility can write it neither by a form nor past the application", async () => {
    const house = await aHouse(database);
    const card = await elsewhere(house);
    expect((await requestForDecision(await lead(), (await caseOf(card.id)).requestId))!.persons[0]!.authorisation).toMatchObject({ caseId: card.id, authorisedOn: null });
    expect(refusalOf(await recordAuthorisation(house.person, { id: card.id, version: card.version, authorisedOn: today })).code).toBe("notFound");
    for (const set of [`"authorisedOn" = CURRENT_DATE`, `"feeDecision" = 'WAIVED', "feeDecisionReason" = 'NO_OWN_MEANS'`]) {
      await expect(inScope(scopeOf(house.person), (tx) => tx.$executeRawUnsafe(`UPDATE "Case" SET ${set} WHERE id = '${card.id}'`))).rejects.toThrow(/permission denied/);
    }
  });
});

describe("R33: a fee in hardship", () => {
  const asked = async () => (await acceptedCases(database, await aHouse(database), { count: 1, case: { isReductionAsked: true } }))[0]!;
  const decide = async (id: string, decision: Omit<Parameters<typeof decideFee>[1], "id" | "version">) => decideFee(await lead(), { id, version: (await caseOf(id)).version, ...decision });

  test("R33: the office decides by hand with a reason, may decide anew, and the facility sees what is left to pay", async () => {
    const one = await asked();
    valueOf(await decide(one.id, { decision: "REDUCED", reason: "NO_OWN_MEANS", reducedCents: 2000 }));
    const { requestId } = await caseOf(one.id);
    expect((await requestForDecision(await lead(), requestId))!.persons[0]).toMatchObject({ feeCents: 2000, reduction: { wholeCents: 5200, decision: "REDUCED" } });
    valueOf(await decide(one.id, { decision: "FULL", reason: "NOT_NEEDY", reducedCents: null }));
    expect((await viewRequest((await aHouseOf(requestId)).person, requestId))!.persons[0]!.judgement.fee.totalCents).toBe(5200);
    expect(await entriesOf("feeDecided", one.id)).toHaveLength(2);
  });

  test("R33: nothing is decided that nobody asked for, and no amount that is not less", async () => {
    const one = await asked();
    expect(refusalOf(await decide(one.id, { decision: "REDUCED", reason: "NO_OWN_MEANS", reducedCents: 5200 }))).toEqual({ code: "fee.amountNotLess", fullCents: 5200 });
    const [unasked] = await acceptedCases(database, await aHouse(database), { count: 1 });
    expect(refusalOf(await decide(unasked!.id, { decision: "WAIVED", reason: "NO_OWN_MEANS", reducedCents: null })).code).toBe("fee.notAsked");
  });
});
