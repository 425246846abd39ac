import fc from "fast-check";
import type { KitsProblem } from "@/lib/planning/kits";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const SKILLS = ["lift", "clearance"];

type Size = { readonly visits: number; readonly kits: number; readonly days: number };

/** Small random cities: also ones without visits or kits, with the same place twice, ways that differ there and back, and windows that are exactly as long as the stay. */
export function someProblem({ visits, kits, days }: Size): fc.Arbitrary<KitsProblem> {
  return fc.record({ places: fc.integer({ min: 1, max: 6 }), kits: fc.integer({ min: 0, max: kits }), days: fc.integer({ min: 1, max: days }), farthest: fc.constantFrom(0, 900, 7_200) }).chain((size) =>
    fc.record({
      travel: fc.array(fc.array(fc.integer({ min: 0, max: size.farthest }), { minLength: size.places, maxLength: size.places }), { minLength: size.places, maxLength: size.places }),
      skills: fc.array(fc.subarray(SKILLS), { minLength: size.kits, maxLength: size.kits }),
      hours: fc.array(fc.tuple(fc.integer({ min: 7, max: 10 }), fc.integer({ min: 2, max: 8 }), fc.integer({ min: 0, max: 4 })), { minLength: size.kits * size.days, maxLength: size.kits * size.days }),
      visits: fc.array(fc.record({
        loc: fc.integer({ min: 0, max: size.places - 1 }), duration: fc.integer({ min: 0, max: 3 * HOUR }), priority: fc.integer({ min: 1, max: 3 }), requires: fc.subarray(SKILLS, { maxLength: 1 }),
        windows: fc.array(fc.tuple(fc.integer({ min: 0, max: size.days - 1 }), fc.integer({ min: 8 * HOUR, max: 14 * HOUR }), fc.constantFrom(0, HOUR, 6 * HOUR)), { maxLength: 3 }),
      }), { maxLength: visits, size: "max" }),
    }).map((drawn): KitsProblem => ({
      days: size.days, locations: size.places, weights: { 1: 1, 2: 3, 3: 10 }, fixedShiftCost: HOUR,
      travel: drawn.travel.map((row, from) => row.map((way, to) => (from === to ? 0 : way))),
      shifts: drawn.hours.map(([start, length, maxVisits], index) => {
        const [kit, day] = [index % size.kits, Math.floor(index / size.kits)];
        return { id: `k${kit}-d${day}`, kit: `k${kit}`, day, depot: 0, start: day * DAY + start * HOUR, end: day * DAY + (start + length) * HOUR, skills: drawn.skills[kit]!, maxVisits };
      }),
      visits: drawn.visits.map(({ windows, ...visit }, index) => ({
        ...visit, id: `v${index}`, setup: 0, appointments: 0, perAppointment: 0, windows: windows.map(([day, from, spare]): [number, number] => [day * DAY + from, day * DAY + from + visit.duration + spare]),
      })),
    })),
  );
}
