// Taken once: inside the tests' sandbox every look at a global costs more than the multiplication.
const { imul } = Math;

/** Variety that is the same at every run (mulberry32). */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number in [from, until). */
  readonly between: (from: number, until: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, until: number) => from + Math.floor(next() * (until - from));
  const pick = <T>(list: readonly T[]): T => {
    const one = list[between(0, list.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  };
  return { next, between, pick, chance: (share) => next() < share };
}
