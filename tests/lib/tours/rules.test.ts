import fc from "fast-check";
import { parametersOn, seedParameters } from "@/lib/law/parameters";
import { addDays, addMinutes, instantOf, minutesOf } from "@/lib/time/calendar";
import {
  clearanceRefusal,
  crewRefusal,
  departureRefusals,
  nextTourState,
  placeVisit,
  serviceHoursOn,
  tourFrame,
  travelMinutes,
} from "@/lib/tours/rules";
import { depot, districts, tourStates, tourVerbs, type DepartureFacts, type District, type Placement, type Place, type TourState, type TourStop, type TourVerb, type VisitToPlace } from "@/lib/tours/types";

const date = "2026-12-03";
const parameters = parametersOn(seedParameters, date);
const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const time = (hours: number, minutes = 0) => instantOf(date, at(hours, minutes));
const placeIn = (district: District): Place => ({ label: `Haus ${district}`, district, coordinates: null });
const stopIn = (district: District, from: number, until: number, visitId = `${district}-${from}`): TourStop => ({ visitId, place: placeIn(district), startsAt: instantOf(date, from), endsAt: instantOf(date, until) });
const visitIn = (district: District, stayMinutes = 60, hours: VisitToPlace["hours"] = null): VisitToPlace => ({ visitId: "new", place: placeIn(district), stayMinutes, hours });
const member = (staffId: string) => ({ staffId, label: `Person ${staffId}`, isActive: true, trainings: [{ validFromOn: "2026-01-01", validUntilOn: null }] });

describe("the states of a tour", () => {
  const allowed: Record<TourState, Partial<Record<TourVerb, TourState>>> = {
    PLANNED: { change: "PLANNED", depart: "UNDERWAY", cancel: "CANCELLED" },
    UNDERWAY: { finish: "DONE" },
    DONE: {},
    CANCELLED: {},
  };

  test.each(tourStates)("from %s exactly the allowed verbs lead on", (state) => {
    for (const verb of tourVerbs) expect([verb, nextTourState(state, verb)]).toEqual([verb, allowed[state][verb] ?? null]);
  });
});

describe("crew", () => {
  test("R50: two different people are a crew, one is not", () => {
    expect(crewRefusal([member("a"), member("b")], parameters)).toBeNull();
    expect(crewRefusal([member("a")], parameters)).toEqual({ code: "tour.crewTooSmall", have: 1, need: 2 });
  });

  test("R50: one person named twice is not two", () => {
    expect(crewRefusal([member("a"), member("a")], parameters)).toEqual({ code: "tour.crewTwice", label: "Person a" });
  });
});

describe("clearance by the prison", () => {
  const monday = "2026-12-07";
  const tour = (clearedOn: string | null, hasPrisonStop = true) => clearanceRefusal({ date: monday, hasPrisonStop, clearedOn }, parameters);

  test("R57: it is recorded at least one working day before, the Friday for a Monday", () => {
    expect(tour("2026-12-04")).toBeNull();
    expect(tour("2026-12-05")).toEqual({ code: "tour.clearanceTooLate", clearedOn: "2026-12-05", neededOn: "2026-12-04" });
    expect(tour(null)).toEqual({ code: "tour.clearanceMissing", neededOn: "2026-12-04" });
  });

  test("R57: a tour without a prison needs none", () => {
    expect(tour(null, false)).toBeNull();
  });

  test("R57: how many working days is a setting", () => {
    expect(clearanceRefusal({ date: monday, hasPrisonStop: true, clearedOn: "2026-12-04" }, { ...parameters, clearanceWorkingDays: 10 })).toMatchObject({ neededOn: "2026-11-23" });
  });
});

describe("departure", () => {
  const ready: DepartureFacts = {
    state: "PLANNED",
    date,
    kit: { label: "Koffer 1", state: "OPERATIONAL", inServiceFromOn: null, contractEndsOn: null },
    vehicleLabel: "DO-BK 101",
    crew: [member("a"), member("b")],
    hasPrisonStop: true,
    clearedOn: addDays(date, -1),
    visitCount: 2,
    unannouncedPlaces: [],
  };
  const codes = (changes: Partial<DepartureFacts>, today = date) => departureRefusals({ ...ready, ...changes }, today, parameters).map((one) => one.code);

  test("R50, R51, R57: a complete tour departs on its day", () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, addDays(date, -1))).toEqual(["tour.wrongDay"]);
    expect(codes({}, addDays(date, 1))).toEqual(["tour.wrongDay"]);
  });

  test.each([
    ["kit", { kit: null }, "tour.kitMissing"],
    ["working kit", { kit: { ...ready.kit!, state: "DEFECT" } }, "kit.notOperational"],
    ["vehicle", { vehicleLabel: null }, "tour.vehicleMissing"],
    ["second person", { crew: [member("a")] }, "tour.crewTooSmall"],
    ["training of everybody", { crew: [member("a"), { ...member("b"), trainings: [] }] }, "staff.neverTrained"],
    ["clearance", { clearedOn: null }, "tour.clearanceMissing"],
    ["visit", { visitCount: 0 }, "tour.noVisits"],
    ["announcement of every visit", { unannouncedPlaces: ["Haus Lindenblick"] }, "tour.visitNotAnnounced"],
  ] as const)("R50, R51, R57: without %s it does not depart", (_, changes, code) => {
    expect(codes(changes)).toEqual([code]);
  });

  test("all gaps are told at once; a tour that is under way has only left already", () => {
    expect(codes({ kit: null, vehicleLabel: null, crew: [], clearedOn: null })).toEqual(["tour.kitMissing", "tour.crewTooSmall", "tour.vehicleMissing", "tour.clearanceMissing"]);
    expect(codes({ state: "UNDERWAY", kit: null })).toEqual(["tour.wrongState"]);
  });
});

describe("travel", () => {
  // domain.md section 7, in the order of the districts.
  const table = [
    [10, 10, 10, 15, 20, 20, 25, 15, 15, 25, 20, 30],
    [10, 10, 10, 10, 20, 20, 25, 20, 20, 30, 15, 25],
    [10, 10, 10, 20, 20, 15, 20, 15, 20, 30, 25, 35],
    [15, 10, 20, 10, 15, 25, 30, 25, 30, 35, 20, 25],
    [20, 20, 20, 15, 10, 15, 25, 25, 35, 40, 30, 35],
    [20, 20, 15, 25, 15, 10, 15, 20, 30, 45, 30, 40],
    [25, 25, 20, 30, 25, 15, 10, 20, 30, 45, 40, 45],
    [15, 20, 15, 25, 25, 20, 20, 10, 15, 35, 30, 40],
    [15, 20, 20, 30, 35, 30, 30, 15, 10, 25, 25, 35],
    [25, 30, 30, 35, 40, 45, 45, 35, 25, 10, 20, 30],
    [20, 15, 25, 20, 30, 30, 40, 30, 25, 20, 10, 15],
    [30, 25, 35, 25, 35, 40, 45, 40, 35, 30, 15, 10],
  ];

  test.each(districts.map((district, row) => [district, row] as const))("R52: the minutes from %s are those of the table", (from, row) => {
    expect(districts.map((to) => travelMinutes(placeIn(from), placeIn(to), parameters))).toEqual(table[row]);
  });

  test("R52: a place's own coordinates count before the centre of its district, and inside one district it is always the minimum", () => {
    const farEast: Place = { label: "Sölde", district: "APLERBECK", coordinates: { lat: 51.495, lon: 7.63 } };
    expect(travelMinutes(farEast, placeIn("INNENSTADT_OST"), parameters)).toBe(30);
    expect(travelMinutes(farEast, placeIn("APLERBECK"), parameters)).toBe(10);
  });

  test("R52: the way there is as long as the way back, in steps of five, never below the minimum", () => {
    const site = fc.record({ district: fc.constantFrom(...districts), coordinates: fc.option(fc.record({ lat: fc.double({ min: 51.4, max: 51.6, noNaN: true }), lon: fc.double({ min: 7.3, max: 7.65, noNaN: true }) })) });
    fc.assert(
      fc.property(site, site, (a, b) => {
        const minutes = travelMinutes(a, b, parameters);
        expect(minutes).toBe(travelMinutes(b, a, parameters));
        expect(minutes % 5).toBe(0);
        expect(minutes).toBeGreaterThanOrEqual(parameters.travelMinimumMinutes);
      }),
    );
  });
});

describe("placing a visit on a tour", () => {
  const place = (stops: readonly TourStop[], visit: VisitToPlace, startMinutes: number | null) => placeVisit(date, stops, visit, startMinutes, parameters);

  test("R52: kit, crew and vehicle are taken from leaving the depot for the first visit until being back from the last", () => {
    const stops = [stopIn("MENGEDE", at(11), at(12)), stopIn("HOERDE", at(9), at(10))];
    expect(tourFrame(stops, parameters)).toEqual({ departsAt: time(8, 45), returnsAt: time(12, 30) });
    expect(tourFrame([], parameters)).toBeNull();
  });

  test("R52: a visit fits at its wish, and the frame grows with it", () => {
    const stops = [stopIn("HOERDE", at(9), at(10))];
    expect(place(stops, visitIn("MENGEDE"), at(11))).toEqual({ ok: true, value: { startsAt: time(11), endsAt: time(12), position: 1, departsAt: time(8, 45), returnsAt: time(12, 30) } });
  });

  test("R52: between two visits lies the way; arriving exactly on time is in time", () => {
    const stops = [stopIn("HOERDE", at(9), at(10))];
    const travel = travelMinutes(placeIn("HOERDE"), placeIn("MENGEDE"), parameters);
    expect(place(stops, visitIn("MENGEDE"), at(10) + travel).ok).toBe(true);
    expect(place(stops, visitIn("MENGEDE"), at(10) + travel - 5)).toEqual({
      ok: false,
      refusal: { code: "tour.visitInTheWay", otherVisitId: stops[0]?.visitId, place: "Haus HOERDE", from: time(9), until: time(10), travelMinutes: 40, earliestStartsAt: time(10, 40) },
    });
  });

  test("R52: the visit after it must still be reached", () => {
    const stops = [stopIn("HOERDE", at(12), at(13))];
    const travel = travelMinutes(placeIn("HOERDE"), placeIn("MENGEDE"), parameters);
    expect(place(stops, visitIn("MENGEDE"), at(12) - travel - 60)).toMatchObject({ ok: true, value: { position: 0 } });
    expect(place(stops, visitIn("MENGEDE"), at(12) - travel - 55)).toMatchObject({ ok: false, refusal: { code: "tour.visitInTheWay", place: "Haus HOERDE", earliestStartsAt: time(13, 40) } });
  });

  test("R52: without a wish the earliest time that fits is taken, after the way from the depot", () => {
    expect(place([], visitIn("MENGEDE"), null)).toMatchObject({ ok: true, value: { startsAt: time(8), departsAt: time(7, 30), position: 0 } });
    expect(place([stopIn("HOERDE", at(8, 30), at(9, 30))], visitIn("HOERDE"), null)).toMatchObject({ ok: true, value: { startsAt: time(9, 40) } });
    expect(place([stopIn("HOERDE", at(10), at(11))], visitIn("HOERDE"), null)).toMatchObject({ ok: true, value: { startsAt: time(7, 45), position: 0 } });
  });

  test("R58: the facility's visit hours are kept, and the nearest start that works is told", () => {
    const afternoon = [{ fromMinutes: at(13), untilMinutes: at(15) }];
    expect(place([], visitIn("HOERDE", 60, afternoon), null)).toMatchObject({ ok: true, value: { startsAt: time(13) } });
    expect(place([], visitIn("HOERDE", 60, afternoon), at(9))).toMatchObject({ ok: false, refusal: { code: "visit.outsideVisitHours", earliestStartsAt: time(13) } });
    const reversed = [...afternoon, { fromMinutes: at(8), untilMinutes: at(10) }];
    expect(place([], visitIn("HOERDE", 60, reversed), null)).toMatchObject({ ok: true, value: { startsAt: time(8) } });
    expect(place([], visitIn("HOERDE", 125, afternoon), null)).toEqual({ ok: false, refusal: { code: "tour.noRoom", date, place: "Haus HOERDE", stayMinutes: 125 } });
  });

  test("R52: leaving the depot and being back lie within service hours", () => {
    const service = serviceHoursOn(date, parameters);
    expect(service).toEqual({ from: time(7, 30), until: time(16, 30) });
    expect(place([], visitIn("MENGEDE"), at(7, 55))).toMatchObject({ ok: false, refusal: { code: "tour.outsideServiceHours", departsAt: time(7, 25), earliestStartsAt: time(8) } });
    expect(place([], visitIn("MENGEDE"), at(15)).ok).toBe(true);
    expect(place([], visitIn("MENGEDE"), at(15, 5))).toMatchObject({ ok: false, refusal: { code: "tour.outsideServiceHours", returnsAt: time(16, 35), earliestStartsAt: time(8) } });
  });

  test("R52: a full day has no room, and says so without a nearest start", () => {
    const full = [stopIn("INNENSTADT_WEST", at(7, 40), at(16, 20))];
    expect(place(full, visitIn("EVING"), null)).toMatchObject({ ok: false, refusal: { code: "tour.noRoom" } });
    expect(place(full, visitIn("EVING"), at(10))).toMatchObject({ ok: false, refusal: { code: "tour.visitInTheWay", earliestStartsAt: null } });
  });

  test("a visit is moved on its own tour without standing in its own way", () => {
    const stops = [stopIn("HOERDE", at(9), at(10), "new")];
    expect(place(stops, visitIn("HOERDE"), at(9, 30))).toMatchObject({ ok: true, value: { startsAt: time(9, 30), position: 0 } });
  });

  const visit = fc.record({ district: fc.constantFrom(...districts), stayMinutes: fc.integer({ min: 35, max: 180 }), start: fc.option(fc.integer({ min: at(6), max: at(18) })) });

  /** Puts visits on a tour one after the other as placeVisit answers. */
  function build(visits: readonly { district: District; stayMinutes: number; start: number | null }[]) {
    const stops: TourStop[] = [];
    let last: Placement | null = null;
    for (const [index, one] of visits.entries()) {
      const toPlace = { ...visitIn(one.district, one.stayMinutes), visitId: String(index) };
      const result = place(stops, toPlace, one.start);
      if (!result.ok) continue;
      stops.push({ visitId: toPlace.visitId, place: toPlace.place, startsAt: result.value.startsAt, endsAt: result.value.endsAt });
      last = result.value;
    }
    return { stops: stops.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()), last };
  }

  test("R52: however visits are placed, each is reached from the one before, and the tour stays within service hours", () => {
    fc.assert(
      fc.property(fc.array(visit, { minLength: 1, maxLength: 8 }), (visits) => {
        const { stops, last } = build(visits);
        const service = serviceHoursOn(date, parameters);
        for (const [index, stop] of stops.entries()) {
          const before = stops[index - 1];
          if (before) expect(addMinutes(before.endsAt, travelMinutes(before.place, stop.place, parameters)) <= stop.startsAt).toBe(true);
        }
        const [first] = stops;
        const end = stops.at(-1);
        if (!first || !end || !last) return;
        expect(last.departsAt).toEqual(addMinutes(first.startsAt, -travelMinutes(depot, first.place, parameters)));
        expect(last.returnsAt).toEqual(addMinutes(end.endsAt, travelMinutes(end.place, depot, parameters)));
        expect(last.departsAt >= service.from && last.returnsAt <= service.until).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("R52: a start that a refusal names works, and without a wish no earlier start does", () => {
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 4 }), visit, (before, one) => {
        const { stops } = build(before);
        const toPlace = visitIn(one.district, one.stayMinutes);
        const wished = one.start === null ? null : place(stops, toPlace, one.start);
        if (wished && !wished.ok && wished.refusal.code !== "tour.noRoom" && wished.refusal.earliestStartsAt) {
          expect(place(stops, toPlace, minutesOf(wished.refusal.earliestStartsAt)).ok).toBe(true);
        }
        const earliest = place(stops, toPlace, null);
        const until = earliest.ok ? minutesOf(earliest.value.startsAt) : at(18);
        for (let minutes = at(6); minutes < until; minutes += 5) expect(place(stops, toPlace, minutes).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
