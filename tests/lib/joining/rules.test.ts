import { byOffer, freeMinutesOf, isFitting, needsDecision, serviceRefusal } from "@/lib/joining/rules";
import type { Candidate } from "@/lib/joining/types";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { judge } from "@/lib/law/rules";
import { nothingStated, type ResidentFacts } from "@/lib/residents/types";
import { gapsOf } from "@/lib/residents/rules";
import { addMinutes, instantOf } from "@/lib/time/calendar";

const parameters = parametersOn(seedParameters, "2026-11-22");
const startsAt = instantOf("2026-12-03", 9 * 60);
const person = { isBedside: false, isDifficult: false };
const visitOf = (minutes: number, persons: number) => ({ startsAt, endsAt: addMinutes(startsAt, minutes), gateMinutes: 0, setupMinutes: 20, packDownMinutes: 15, persons: Array.from({ length: persons }, () => person) });

test("R53 what nobody uses of the announced time is free", () => {
  expect(freeMinutesOf(visitOf(85, 2), parameters)).toBe(0);
  expect(freeMinutesOf(visitOf(85, 1), parameters)).toBe(25);
  expect(freeMinutesOf(visitOf(60, 2), parameters)).toBe(0);
});

test("somebody at the bedside does not fit into the place of somebody who comes to the room", () => {
  expect(isFitting(person, 25, parameters)).toBe(true);
  expect(isFitting(person, 24, parameters)).toBe(false);
  expect(isFitting({ isBedside: true, isDifficult: false }, 25, parameters)).toBe(false);
});

test("R47 a card is handed over at the earliest two weeks after its application", () => {
  expect(serviceRefusal("2026-11-19", "2026-12-03", parameters)).toBeNull();
  expect(serviceRefusal("2026-11-20", "2026-12-03", parameters)).toEqual({ code: "joining.cardNotReady", fromOn: "2026-12-04" });
  expect(serviceRefusal(null, "2026-12-03", parameters)).toBeNull();
});

test("R59 who fits is offered first, then by deadline, whoever has none last", () => {
  const one = (lastName: string, isFits: boolean, dueOn: string | null): Candidate => ({ residentId: lastName, lastName, firstNames: "", services: [], minutes: 25, dueOn, isFitting: isFits });
  const order = [one("D", false, "2026-12-01"), one("C", true, null), one("B", true, "2027-01-01"), one("A", true, "2027-01-01")].sort(byOffer);
  expect(order.map(({ lastName }) => lastName)).toEqual(["A", "B", "C", "D"]);
});

const clear: ResidentFacts = { ...nothingStated, bornOn: "1940-02-01", nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "EXPIRED", idExpiresOn: "2026-01-31", hasValidPassport: false, custody: null };
const decided = (facts: ResidentFacts) => needsDecision(judge(facts, ["ID_CARD"], { today: "2026-11-28", visitOn: "2026-12-03", parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false }), gapsOf(facts, ["ID_CARD"]));

test("somebody with whom nothing is to be decided joins without a request", () => {
  expect(decided(clear)).toBe(false);
});

test.each<[string, Partial<ResidentFacts>]>([
  ["R01 is no German", { nationality: "OTHER" }],
  ["R02 has an unclear nationality", { nationality: "UNKNOWN" }],
  ["R15 is registered nobody knows where", { mainResidence: "UNKNOWN" }],
  ["R17 is registered elsewhere", { mainResidence: "ELSEWHERE" }],
  ["R13 holds a valid card and gives no reason", { idCardState: "VALID", idExpiresOn: "2031-01-31" }],
  ["R21 cannot act and has nobody who may", { capacity: "INCAPABLE" }],
  ["R24 needs a representative who has not said yes", { capacity: "INCAPABLE", representation: "GUARDIAN_RESIDENCE", appliesBy: "WITH_REPRESENTATIVE", isRepresentativePresent: false }],
])("whoever %s goes the way of a request", (_what, facts) => {
  expect(decided({ ...clear, ...facts })).toBe(true);
});
