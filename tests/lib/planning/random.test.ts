import { chanceOf, exponential, naturalLog } from "@/lib/planning/random";

describe("the source of chance", () => {
  test("gives the same numbers for the same seed, and others for another", () => {
    const draw = (seed: number): readonly number[] => {
      const { below } = chanceOf(seed);
      return Array.from({ length: 20 }, () => below(1_000));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    // Written down once: a plan of last year can be made again.
    expect(draw(1).slice(0, 5)).toEqual([91, 506, 888, 487, 434]);
  });

  test("gives every number about as often as every other", () => {
    const { below } = chanceOf(3);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) counts[below(10)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test("is patient by 1 on average", () => {
    const { patience } = chanceOf(3);
    const sum = Array.from({ length: 100_000 }, () => patience()).reduce((one, other) => one + other);
    expect(sum / 100_000).toBeCloseTo(1, 1);
  });
});

test("logarithm and exponential function are those of the language to ten digits", () => {
  for (const value of [1e-9, 0.001, 0.5, 0.9999, 1, 1.5, 2, 10, 12_345.678, 1e9]) expect(Math.abs(naturalLog(value) - Math.log(value))).toBeLessThan(1e-10 * Math.max(1, Math.abs(Math.log(value))));
  for (const value of [-20, -5, -0.1, 0, 0.1, 3, 12]) expect(exponential(value) / Math.exp(value)).toBeCloseTo(1, 10);
});
