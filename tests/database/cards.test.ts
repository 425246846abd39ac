import { recordArrivals, recordCollection } from "@/lib/cards/commands";
import { scopeOf } from "@/lib/auth/scope";
import { awaitedCards } from "@/lib/cards/queries";
import { placeVisit } from "@/lib/visits/commands";
import { signedIn } from "../builders/store";
import { aPrison } from "../builders/facilities";
import { useDatabase } from "./database";
import { acceptedCases, aDesk, aHouse, aMadeTour, refusalOf, storeParameters, valueOf, visitForm, type House } from "./desk";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const lead = async () => (await signedIn(database.prisma(), "TEAM_LEAD")).person;
const applied = async (house: House, count = 1, resident = {}) => (await acceptedCases(database, house, { count, resident, case: { state: "APPLIED" } })).map(({ id }) => id);
const caseOf = (id: string) => database.prisma().case.findUniqueOrThrow({ where: { id }, include: { request: true, appointments: { include: { visit: true } } } });
const collected = { way: "APPLICANT", oldCard: "RETURNED" } as const;

test("several cards that arrive together wait for their hand-over, pooled by facility", async () => {
  const houses = [await aHouse(database), await aHouse(database)];
  const cards = [...(await applied(houses[0]!, 2)), ...(await applied(houses[1]!))];
  expect(valueOf(await recordArrivals(await lead(), { cards }))).toEqual({ count: 3 });
  const rows = await Promise.all(cards.map(caseOf));
  expect(rows.map(({ state, appointments }) => [state, appointments.map(({ kind, visit }) => [kind, visit.state])])).toEqual(cards.map(() => ["APPLIED", [["HAND_OVER", "TO_PLAN"]]]));
  const visits = rows.map(({ appointments }) => appointments[0]!.visitId);
  expect([visits[0] === visits[1], visits[0] === visits[2]]).toEqual([true, false]);
});

test("each arrival is on record", async () => {
  const cards = await applied(await aHouse(database), 2);
  valueOf(await recordArrivals(await lead(), { cards }));
  expect(await database.prisma().auditEntry.count({ where: { action: "cardArrived", subjectId: { in: cards } } })).toBe(2);
});

test("cards arrive all together or not at all, and once", async () => {
  const house = await aHouse(database);
  const cards = await applied(house, 2);
  const office = await lead();
  valueOf(await recordArrivals(office, { cards: [cards[0]!] }));
  expect(refusalOf(await recordArrivals(office, { cards }))).toEqual({ code: "card.notWaiting", count: 1 });
  expect((await caseOf(cards[1]!)).appointments).toEqual([]);
  const accepted = (await acceptedCases(database, house, { count: 1 }))[0]!.id;
  expect(refusalOf(await recordArrivals(office, { cards: [accepted] }))).toEqual({ code: "card.notWaiting", count: 1 });
});

test("two people who record the same arrival at one moment queue one hand-over", async () => {
  const cards = await applied(await aHouse(database));
  const results = await Promise.all([await lead(), await lead()].map((person) => recordArrivals(person, { cards })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await caseOf(cards[0]!)).appointments).toHaveLength(1);
});

test("R49: for a person who is gone no hand-over is queued", async () => {
  const cards = await applied(await aHouse(database), 1, { goneOn: new Date("2026-01-01T00:00:00Z") });
  expect(refusalOf(await recordArrivals(await lead(), { cards }))).toEqual({ code: "card.personGone", count: 1 });
  expect((await awaitedCards(scopeOf(await lead()))).find(({ caseId }) => caseId === cards[0])).toMatchObject({ isGone: true, handOver: null });
});

test("R44, R48: a card that was collected ends its case and its request, with who took it and what became of the old one", async () => {
  const [card] = await applied(await aHouse(database));
  valueOf(await recordCollection(await lead(), { card: card!, way: "AUTHORISED", oldCard: "LOSS_REPORTED" }));
  expect(await caseOf(card!)).toMatchObject({ state: "CLOSED", closeReason: "DONE", request: { state: "CLOSED" } });
  expect(await database.prisma().auditEntry.findFirstOrThrow({ where: { action: "cardCollected", subjectId: card } })).toMatchObject({ details: { way: "AUTHORISED", oldCard: "LOSS_REPORTED" } });
});

test("a hand-over that waited to be planned goes when the card is collected, and its visit with the last one", async () => {
  const cards = await applied(await aHouse(database), 2);
  const office = await lead();
  valueOf(await recordArrivals(office, { cards }));
  for (const [index, card] of cards.entries()) {
    valueOf(await recordCollection(office, { card, ...collected }));
    const [appointment] = (await caseOf(card)).appointments;
    expect([appointment!.removedAt !== null, appointment!.visit.state]).toEqual([true, index === 0 ? "TO_PLAN" : "CANCELLED"]);
  }
});

test("a card whose hand-over stands on a tour is first taken off it", async () => {
  const [card] = await applied(await aHouse(database));
  const desk = await aDesk(database);
  valueOf(await recordArrivals(desk.lead, { cards: [card!] }));
  const [appointment] = (await caseOf(card!)).appointments;
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, appointment!.visitId)), tourId: await aMadeTour(desk), startMinutes: null }));
  expect(refusalOf(await recordCollection(desk.lead, { card: card!, ...collected }))).toEqual({ code: "card.onTour" });
});

test("R45, R46: nothing is shipped to somebody in custody or under 16", async () => {
  const office = await lead();
  const [inmate] = await applied(await aHouse(database, aPrison()));
  const [child] = await applied(await aHouse(database), 1, { bornOn: new Date(Date.UTC((await database.now()).getUTCFullYear() - 10, 0, 1)) });
  expect(refusalOf(await recordCollection(office, { card: inmate!, way: "SHIPPED", oldCard: "NONE" }))).toEqual({ code: "card.noShippingInCustody" });
  expect(refusalOf(await recordCollection(office, { card: child!, way: "SHIPPED", oldCard: "NONE" }))).toEqual({ code: "card.noShippingUnderSixteen" });
  valueOf(await recordCollection(office, { card: inmate!, way: "ENTITLED", oldCard: "NONE" }));
});

test("R61: only the office sees the cards and records what became of them", async () => {
  const house = await aHouse(database);
  const [card] = await applied(house);
  const { person: admin } = await signedIn(database.prisma(), "ADMINISTRATOR");
  for (const actor of [house.person, admin]) {
    expect(await awaitedCards(scopeOf(actor))).toEqual([]);
    expect(refusalOf(await recordArrivals(actor, { cards: [card!] }))).toEqual({ code: "notFound" });
    expect(refusalOf(await recordCollection(actor, { card: card!, ...collected }))).toEqual({ code: "notFound" });
  }
  const office = await lead();
  expect((await awaitedCards(scopeOf(office))).map(({ caseId }) => caseId)).toContain(card);
});
