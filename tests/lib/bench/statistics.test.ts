import { mannWhitney, median } from "../../bench/statistics";

const series = (count: number, shift: number): number[] => Array.from({ length: count }, (_, index) => ((index * 7919) % 1000) / 100 + shift);

test("equal samples are told apart by chance alone, shifted ones are noticed", () => {
  expect(mannWhitney(series(500, 0), series(500, 0))).toBeCloseTo(1, 5);
  expect(mannWhitney([1, 1, 1], [1, 1, 1])).toBe(1);
  expect(mannWhitney(series(500, 0), series(500, 1))).toBeLessThan(1e-4);
  // Ranks 1, 2, 3, 4 and 9 sum to 19, so U = 4 of 25: z = 8.5 / 4.787 = 1.776, p = 0.0758.
  expect(mannWhitney([1, 2, 3, 4, 9], [5, 6, 7, 8, 10])).toBeCloseTo(0.0758, 2);
});

test("the median of an even number of values lies between the middle two", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
});
