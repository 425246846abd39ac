const TWO_TO_MINUS_32 = 2 ** -32;
const TABLE_BITS = 12;
const HALVINGS = 40;
const TERMS = 30;

/** A source of chance that gives the same numbers for the same seed on every machine (xoshiro128**, by Blackman and Vigna). */
export type Chance = {
  /** A whole number from 0 to `count` - 1. */
  readonly below: (count: number) => number;
  /** A number from 0 to below 1. */
  readonly share: () => number;
  /** How much worse something may be, in units of a temperature: exponentially distributed with mean 1. */
  readonly patience: () => number;
};

export function chanceOf(seed: number): Chance {
  let [a, b, c, d] = [0, 1, 2, 3].map((index) => scrambled(seed, index)) as [number, number, number, number];
  const next = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return {
    below: (count) => Math.floor(next() * TWO_TO_MINUS_32 * count),
    share: () => next() * TWO_TO_MINUS_32,
    patience: () => PATIENCE[next() >>> (32 - TABLE_BITS)]!,
  };
}

/** One word of the initial state (splitmix32). */
function scrambled(seed: number, index: number): number {
  let word = (seed + Math.imul(index + 1, 0x9e3779b9)) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return word ^ (word >>> 15) || 1;
}

/** The natural logarithm from the four basic operations alone: the language leaves the last digits of its own to the machine. */
export function naturalLog(value: number): number {
  let [rest, halvings] = [value, 0];
  for (; rest > 1.5 && halvings < HALVINGS; halvings += 1) rest /= 2;
  for (; rest < 0.75 && halvings > -HALVINGS; halvings -= 1) rest *= 2;
  const ratio = (rest - 1) / (rest + 1);
  let [power, sum] = [ratio, 0];
  for (let term = 0; term < TERMS; term += 1) {
    sum += power / (2 * term + 1);
    power *= ratio * ratio;
  }
  return 2 * sum + halvings * 0.6931471805599453;
}

/** The exponential function, likewise. */
export function exponential(value: number): number {
  const halved = value / 1_024;
  let [power, sum] = [1, 0];
  for (let term = 1; term < TERMS; term += 1) {
    sum += power;
    power *= halved / term;
  }
  for (let doubling = 0; doubling < 10; doubling += 1) sum *= sum;
  return sum;
}

const PATIENCE = Float64Array.from({ length: 1 << TABLE_BITS }, (_, index) => -naturalLog((index + 0.5) / (1 << TABLE_BITS)));
