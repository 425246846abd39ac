import { cardNeedOf, demandOf, demandUntil, forecastOf, reminderDueOn } from "@/lib/demand/rules";
import type { Candidate } from "@/lib/demand/types";
import { facilityHome } from "@/lib/messages/facility";
import { addDays } from "@/lib/time/calendar";

const TODAY = "2026-11-27";
const person = (overrides: Partial<Candidate> = {}): Candidate => ({ id: "1", lastName: "Muster", firstNames: "Eva", idCardState: "VALID", idExpiresOn: null, isExpiryMonthOnly: false, nationality: "GERMAN", isExempted: false, ...overrides });

describe("a card is needed", () => {
  test.each([
    ["when there is none", { idCardState: "NONE" }, "MISSING"],
    ["when it is lost, whatever stood on it", { idCardState: "LOST", idExpiresOn: "2031-01-01" }, "LOST"],
    ["when it has expired", { idCardState: "EXPIRED" }, "EXPIRED"],
    ["when it expired yesterday and nobody has said so yet", { idExpiresOn: addDays(TODAY, -1) }, "EXPIRED"],
    ["when it is valid today for the last time", { idExpiresOn: TODAY }, "RUNS_OUT"],
    ["when it runs out on the last day of the horizon", { idExpiresOn: demandUntil(TODAY) }, "RUNS_OUT"],
    ["not when it runs out a day later", { idExpiresOn: addDays(demandUntil(TODAY), 1) }, null],
    ["not when nobody knows its expiry", {}, null],
    ["not by somebody of another nationality (R01)", { idCardState: "NONE", nationality: "OTHER" }, null],
    ["while the nationality is unclear", { idCardState: "NONE", nationality: "UNKNOWN" }, "MISSING"],
  ] as const)("%s", (_when, facts, need) => {
    expect(cardNeedOf(person(facts), TODAY)).toBe(need);
  });
});

test("a house asks for everybody in need but the exempted, the most urgent first, and hears until when", () => {
  const people = [
    person({ id: "a", lastName: "Z", idExpiresOn: "2027-03-31" }), person({ id: "b", lastName: "A", idExpiresOn: "2027-01-15" }), person({ id: "c", lastName: "B", idCardState: "LOST", idExpiresOn: "2031-01-01" }),
    person({ id: "d", idCardState: "NONE", isExempted: true }), person({ id: "f" }),
  ];
  const demand = demandOf(people, TODAY);
  expect([demand.people.map(({ id, need }) => [id, need]), demand.untilOn]).toEqual([[["c", "LOST"], ["b", "RUNS_OUT"], ["a", "RUNS_OUT"]], "2027-03-31"]);
  expect(demandOf([person({ idCardState: "EXPIRED" })], TODAY).untilOn).toBeNull();
  expect(demandOf([], TODAY)).toEqual({ people: [], untilOn: null });
});

test("the sentence counts in words, as people speak", () => {
  expect(facilityHome.demandSentence(5, "März 2027")).toBe("Fünf Bewohnerinnen und Bewohner brauchen bis März 2027 einen Ausweis.");
  expect(facilityHome.demandSentence(1, null)).toBe("Eine Bewohnerin oder ein Bewohner braucht jetzt einen Ausweis.");
  expect(facilityHome.demandSentence(13, null)).toMatch(/^13 Bewohnerinnen/);
});

describe("a house that asks for nothing is told what it may ask for", () => {
  const house = { isActive: true, knownSinceOn: "2020-02-29", lastAskedOn: null as string | null };
  test.each([
    ["a year after it last asked", { ...house, lastAskedOn: "2025-11-27" }, TODAY, "2026-11-27"],
    ["not a day earlier", { ...house, lastAskedOn: "2025-11-28" }, TODAY, null],
    ["some days later where nothing ran on the day", { ...house, lastAskedOn: "2025-11-01" }, TODAY, "2026-11-01"],
    ["not long after", { ...house, lastAskedOn: "2025-10-20" }, TODAY, null],
    ["again after the next full year", { ...house, lastAskedOn: "2023-11-20" }, TODAY, "2026-11-20"],
    ["across the turn of the year", { ...house, lastAskedOn: "2025-12-20" }, "2027-01-05", "2026-12-20"],
    ["a year after it became known, where it never asked", house, "2021-02-28", "2021-02-28"],
    ["not on the day it asked", { ...house, lastAskedOn: TODAY }, TODAY, null],
    ["not once it is no longer active", { ...house, isActive: false, lastAskedOn: "2025-11-27" }, TODAY, null],
  ] as const)("%s", (_when, facts, today, due) => {
    expect(reminderDueOn(facts, today)).toBe(due);
  });

  test("once a year: on 30 days in a row for one and the same full year", () => {
    const days = Array.from({ length: 365 }, (_, index) => reminderDueOn({ ...house, lastAskedOn: "2024-06-10" }, addDays("2026-01-01", index)));
    expect([days.filter((day) => day !== null).length, [...new Set(days)]]).toEqual([30, [null, "2026-06-10"]]);
  });
});

test("the office looks as far ahead as the houses do, by whole months", () => {
  expect(forecastOf("2026-11-30")).toEqual(["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01", "2027-05-01"]);
});
