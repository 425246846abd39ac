import type { TourView } from "@/lib/board/types";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { causeText, deedsOf } from "@/lib/messages/review";
import { findingsOfTour, findingsOfVisit, identityOf, reviewKinds, reviewRules, type ReviewContext, type ReviewedPerson, type ReviewedVisit } from "@/lib/review/rules";
import type { Found, ReviewKind } from "@/lib/review/types";
import { instantOf } from "@/lib/time/calendar";

const today = "2027-03-01";
const visitOn = "2027-03-10";
const context: ReviewContext = { now: instantOf(today, 10 * 60), today, parametersOn: (date) => parametersOn(seedParameters, date) };
const custody = (releaseOn: string | null) => ({ kind: "SENTENCE", sinceOn: "2025-01-01", releaseOn }) as const;

const aPerson = (overrides: Partial<ReviewedPerson> = {}): ReviewedPerson => ({
  residentId: "person",
  services: ["ID_CARD"],
  facts: { nationality: "GERMAN", mainResidence: "DORTMUND", custody: custody("2028-05-31") },
  authorisedOn: null,
  isGone: false,
  isRestricted: false,
  hasClosedCase: false,
  earlierReleases: [],
  ...overrides,
});
const released = (releaseOn: string, overrides: Partial<ReviewedPerson> = {}) => aPerson({ facts: { nationality: "GERMAN", mainResidence: "DORTMUND", custody: custody(releaseOn) }, ...overrides });

const aVisit = (overrides: Partial<ReviewedVisit> = {}): ReviewedVisit => ({
  visitId: "visit",
  tourId: "tour",
  placeLabel: "JVA",
  isPrison: true,
  startsAt: instantOf(visitOn, 9 * 60),
  endsAt: instantOf(visitOn, 11 * 60),
  neededMinutes: 120,
  gateMinutes: 30,
  gateMinutesToday: 30,
  hours: [{ fromMinutes: 8 * 60, untilMinutes: 16 * 60 }],
  siteGaps: [],
  closures: [],
  clearedAt: null,
  persons: [aPerson()],
  ...overrides,
});

const member = (staffId: string, isHeld = true) => ({ staffId, label: `Person ${staffId}`, initials: staffId, isActive: true, trainings: [{ validFromOn: "2026-01-01", validUntilOn: null }], isHeld });
const aTour = (overrides: Partial<TourView> = {}): TourView => ({
  id: "tour",
  reference: "T-1",
  state: "PLANNED",
  version: 1,
  date: visitOn,
  departsAt: instantOf(visitOn, 8 * 60),
  returnsAt: instantOf(visitOn, 12 * 60),
  kit: { id: "kit", label: "Koffer 1", state: "OPERATIONAL", inServiceFromOn: null, contractEndsOn: null, version: 1, isHeld: true },
  vehicle: { id: "vehicle", label: "Wagen 1", plate: "DO-BK 1", isActive: true, isHeld: true },
  crew: [member("a"), member("b")],
  stops: [],
  travels: [],
  warnings: [],
  ...overrides,
});

const kindsOf = (found: readonly Found[]): readonly ReviewKind[] => found.map(({ cause }) => cause.kind);
const ofVisit = (overrides: Partial<ReviewedVisit>, at = context) => kindsOf(findingsOfVisit(aVisit(overrides), at));

/** For each kind the smallest change that upsets a visit or tour in order. */
const UPSET: Readonly<Record<ReviewKind, () => readonly Found[]>> = {
  "visit.missed": () => findingsOfVisit(aVisit({ startsAt: instantOf(today, 8 * 60), endsAt: instantOf(today, 9 * 60) }), context),
  "visit.dayClosed": () => findingsOfVisit(aVisit({ closures: [{ of: "FACILITY", label: "Umbau", fromOn: visitOn, untilOn: "2027-03-11" }] }), context),
  "visit.outsideHours": () => findingsOfVisit(aVisit({ hours: [{ fromMinutes: 8 * 60, untilMinutes: 11 * 60 - 1 }] }), context),
  "visit.tooShort": () => findingsOfVisit(aVisit({ neededMinutes: 121 }), context),
  "site.unsuitable": () => findingsOfVisit(aVisit({ siteGaps: ["RECEPTION_NONE"] }), context),
  "site.gateSlower": () => findingsOfVisit(aVisit({ gateMinutesToday: 31 }), context),
  "clearance.missed": () => findingsOfVisit(aVisit(), { ...context, today: visitOn, now: instantOf(visitOn, 60) }),
  "person.left": () => findingsOfVisit(aVisit({ persons: [aPerson({ isGone: true })] }), context),
  "person.notGerman": () => findingsOfVisit(aVisit({ persons: [aPerson({ facts: { nationality: "OTHER", mainResidence: "DORTMUND", custody: null } })] }), context),
  "competence.lost": () => findingsOfVisit(aVisit({ persons: [aPerson({ facts: { nationality: "GERMAN", mainResidence: "ELSEWHERE", custody: null } })] }), context),
  "release.beforeVisit": () => findingsOfVisit(aVisit({ persons: [released(visitOn)] }), context),
  "release.tooLateForCard": () => findingsOfVisit(aVisit({ persons: [released("2027-04-02")] }), context),
  "release.dutyLost": () => findingsOfVisit(aVisit({ persons: [released("2027-09-01", { earlierReleases: ["2027-06-10"] })] }), context),
  "crew.absent": () => findingsOfTour(aTour({ crew: [member("a"), member("b", false)] }), context),
  "crew.unfit": () => findingsOfTour(aTour({ crew: [member("a"), { ...member("b"), trainings: [] }] }), context),
  "kit.absent": () => findingsOfTour(aTour({ kit: { ...aTour().kit, isHeld: false } }), context),
  "kit.unfit": () => findingsOfTour(aTour({ kit: { ...aTour().kit, state: "DEFECT" } }), context),
  "vehicle.absent": () => findingsOfTour(aTour({ vehicle: { ...aTour().vehicle, isActive: false } }), context),
};

describe("the review queue", () => {
  test("a visit and a tour in order give no finding", () => {
    expect(findingsOfVisit(aVisit(), context)).toEqual([]);
    expect(findingsOfTour(aTour(), context)).toEqual([]);
  });

  test.each(reviewKinds)("%s stands there once, with words and something that can be done, and is gone with its cause", (kind) => {
    const found = UPSET[kind]();
    expect(kindsOf(found)).toEqual([kind]);
    expect(causeText(found[0]!.cause)).toMatch(/\p{L}.*\.$/su);
    expect(deedsOf[kind].length).toBeGreaterThan(0);
    expect(reviewRules[kind].of).toMatch(/^(VISIT|PERSON|TOUR)$/);
  });

  test("a visit whose time is over is told once, whatever else is wrong with it", () => {
    const past = { startsAt: instantOf(today, 8 * 60), endsAt: instantOf(today, 9 * 60) };
    expect(ofVisit({ ...past, neededMinutes: 500, siteGaps: ["TABLE"], persons: [aPerson({ isGone: true })] })).toEqual(["visit.missed"]);
    expect(ofVisit({ ...past, startsAt: instantOf(today, 9 * 60), endsAt: instantOf(today, 10 * 60), neededMinutes: 60, clearedAt: instantOf("2027-02-20", 0) })).toEqual([]);
  });

  test("what nobody has said about a room upsets nothing", () => {
    expect(ofVisit({ siteGaps: ["ROOM", "RECEPTION_UNKNOWN"], hours: null })).toEqual([]);
  });

  test("two people of one visit are two findings, a left crew member and an untrained one as well", () => {
    const both = findingsOfVisit(aVisit({ persons: [aPerson({ residentId: "a", isGone: true }), aPerson({ residentId: "b", isRestricted: true })] }), context);
    expect(both.map(({ aboutId, cause }) => [aboutId, cause.facts])).toEqual([["a", { because: "GONE" }], ["b", { because: "RESTRICTED" }]]);
    expect(kindsOf(findingsOfTour(aTour({ crew: [member("a", false), { ...member("b"), trainings: [] }] }), context))).toEqual(["crew.absent", "crew.unfit"]);
  });

  test("a tour that has left, was cancelled or lies behind is not reviewed", () => {
    const gap = { kit: { ...aTour().kit, isHeld: false } };
    for (const state of ["UNDERWAY", "DONE", "CANCELLED"] as const) expect(findingsOfTour(aTour({ ...gap, state }), context)).toEqual([]);
    expect(findingsOfTour(aTour({ ...gap, date: "2027-02-28" }), context)).toEqual([]);
  });
});

describe("a release that moves", () => {
  test("R09: from the first day on which the person may be free the visit is upset, the day itself included; the day after it is not", () => {
    expect(ofVisit({ persons: [released("2027-03-09")] })).toEqual(["release.beforeVisit"]);
    expect(ofVisit({ persons: [released(visitOn)] })).toEqual(["release.beforeVisit"]);
    expect(ofVisit({ persons: [released("2027-03-11", { services: ["HAND_OVER"] })] })).toEqual([]);
  });

  test("R10: a release on a Sunday counts from the working day before", () => {
    const friday = { startsAt: instantOf("2027-03-12", 9 * 60), endsAt: instantOf("2027-03-12", 11 * 60) };
    expect(ofVisit({ ...friday, persons: [released("2027-03-14")] })).toEqual(["release.beforeVisit"]);
    expect(ofVisit({ ...friday, persons: [released("2027-03-15", { services: ["HAND_OVER"] })] })).toEqual([]);
  });

  test("R36: a card that is applied for on its last useful day is in time, a day later it is not", () => {
    // 21 days of production and 3 of margin before Thursday, 8 April 2027.
    const on = (day: string) => ofVisit({ startsAt: instantOf(day, 9 * 60), endsAt: instantOf(day, 11 * 60), persons: [released("2027-04-08")] });
    expect(on("2027-03-15")).toEqual([]);
    expect(on("2027-03-16")).toEqual(["release.tooLateForCard"]);
    expect(ofVisit({ persons: [released("2027-04-02", { services: ["PROVISIONAL_ID"] })] })).toEqual([]);
  });

  test("R09: one that moves back clears the finding, and one that moves again is another finding", () => {
    const first = findingsOfVisit(aVisit({ persons: [released("2027-03-09")] }), context)[0]!;
    const again = findingsOfVisit(aVisit({ persons: [released("2027-03-08")] }), context)[0]!;
    expect(identityOf("visit", again)).not.toBe(identityOf("visit", first));
    expect(identityOf("visit", findingsOfVisit(aVisit({ persons: [released("2027-03-09")] }), { ...context, today: "2027-03-02" })[0]!)).toBe(identityOf("visit", first));
    expect(ofVisit({ persons: [released("2027-09-01")] })).toEqual([]);
  });
});

describe("a release that moves back", () => {
  test("R05, R09: the duty is lost only where an earlier forecast gave it on the day of the visit, the boundary day included", () => {
    const by = (earlier: string, kind: "SENTENCE" | "REMAND" = "SENTENCE") =>
      ofVisit({ persons: [aPerson({ facts: { nationality: "GERMAN", mainResidence: "DORTMUND", custody: { ...custody("2027-09-01"), kind } }, earlierReleases: [earlier] })] });
    expect(by("2027-06-10")).toEqual(["release.dutyLost"]);
    expect(by("2027-06-11")).toEqual([]);
    expect(by("2027-06-10", "REMAND")).toEqual([]);
    expect(ofVisit({ persons: [released("2027-09-01")] })).toEqual([]);
  });
});

describe("competence and clearance", () => {
  test("R17, R19: the other authority's authorisation settles it; a hand-over asks for none", () => {
    const facts = { nationality: "GERMAN", mainResidence: "ELSEWHERE", custody: null } as const;
    expect(ofVisit({ persons: [aPerson({ facts })] })).toEqual(["competence.lost"]);
    expect(ofVisit({ persons: [aPerson({ facts, authorisedOn: "2027-02-01" })] })).toEqual([]);
    expect(ofVisit({ persons: [aPerson({ facts, services: ["HAND_OVER"] })] })).toEqual([]);
  });

  test("R57: a clearance can be missed from the day after its last day on", () => {
    const on = (day: string, clearedAt: Date | null = null) => ofVisit({ clearedAt }, { ...context, today: day, now: instantOf(day, 60) });
    expect(on("2027-03-09")).toEqual([]);
    expect(on("2027-03-10")).toEqual(["clearance.missed"]);
    expect(on("2027-03-10", instantOf("2027-03-09", 12 * 60))).toEqual([]);
    expect(ofVisit({ isPrison: false }, { ...context, today: visitOn, now: instantOf(visitOn, 60) })).toEqual([]);
  });
});
