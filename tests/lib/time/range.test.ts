import fc from "fast-check";
import { contains, encloses, intersection, isEmpty, overlaps } from "@/lib/time/range";

const range = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })).map(([from, until]) => ({ from, until }));
const points = Array.from({ length: 13 }, (_, point) => point);

describe("half-open ranges", () => {
  test("what ends at noon does not meet what begins at noon", () => {
    const noon = new Date("2026-12-03T11:00:00Z");
    const morning = { from: new Date("2026-12-03T08:00:00Z"), until: noon };
    const afternoon = { from: noon, until: new Date("2026-12-03T14:00:00Z") };
    expect(overlaps(morning, afternoon)).toBe(false);
    expect(contains(morning, noon)).toBe(false);
    expect(contains(afternoon, noon)).toBe(true);
  });

  test("two ranges overlap exactly when some moment lies in both", () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const common = points.filter((point) => contains(a, point) && contains(b, point));
        expect(overlaps(a, b)).toBe(common.length > 0);
        const both = intersection(a, b);
        expect(both === null ? [] : points.filter((point) => contains(both, point))).toEqual(common);
      }),
      { numRuns: 500 },
    );
  });

  test("a range encloses another also where both begin or end together", () => {
    expect(encloses({ from: 8, until: 12 }, { from: 8, until: 11 })).toBe(true);
    expect(encloses({ from: 8, until: 12 }, { from: 9, until: 12 })).toBe(true);
    expect(encloses({ from: 8, until: 12 }, { from: 8, until: 13 })).toBe(false);
    expect(encloses({ from: 8, until: 12 }, { from: 7, until: 12 })).toBe(false);
  });

  test("a range that ends where it begins is empty and overlaps nothing", () => {
    expect(isEmpty({ from: "2026-12-03", until: "2026-12-03" })).toBe(true);
    expect(overlaps({ from: 5, until: 5 }, { from: 1, until: 9 })).toBe(false);
  });
});
