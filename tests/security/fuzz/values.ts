/** A source of chance that gives the same again for the same seed (mulberry32), so that every find can be repeated. */
export type Chance = {
  /** A whole number from 0 below the limit. */
  readonly below: (limit: number) => number;
  readonly isOneIn: (count: number) => boolean;
  readonly of: <T>(many: readonly T[]) => T;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, isOneIn: (count) => below(count) === 0, of: (many) => many[below(many.length)]! };
}

/** What a field may hold beside words: each is a thing that some program somewhere has stumbled over. */
const ODD = [
  "\u0000", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u009b", "\ud800", "\udfff", "\ud83d", "\u202e", "\u2066", "\u200b", "\u200d", "\u2028", "\ufeff", "\ufffd", "\ufffe", "\uffff", "u\u0308", "ü", "\u1e9e", "İ", "ı", "ﬁ", "Å", "A\u030a", "👩‍🚀", "🇩🇪", "\u0301\u0301\u0301\u0301",
  "\r", "\n", "\r\n", "\t", " ", "\u00a0", "\u3000", "'", "\"", "\\", "`", "<script>", "&amp;", "%00", "%2e", "+", "&", "=", ";", "--", "${7*7}", "{{7*7}}", "../", "NaN", "null", "-0", "1e309", "0x10", "٣", "０",
] as const;
const WHOLE = [
  "", " ", "-0", "0", "-1", "1e309", "1e3", "01", "9007199254740993", "99999999999999999999", "NaN", "Infinity", "null", "undefined", "true", "[]", "{}", "0000-00-00", "9999-12-31", "2026-02-30", "2024-02-29", "24:00", "23:59", "9:00", "25.10.2026 02:30", "' OR 1=1 --", "__proto__",
  "01890000-0000-7000-8000-000000000000", "01890000-0000-7000-8000-000000000000 ", "01890000-0000-7000-8000-00000000000G", "a@b.example", "A@B.EXAMPLE", "a@b.example,c@d.example", "a@b", "https://evil.example", "//evil.example", "/facility", "/\\evil.example",
] as const;

/** A value that nobody would type on purpose. */
export function hostileValue(chance: Chance): string {
  if (chance.isOneIn(3)) return chance.of(WHOLE);
  if (chance.isOneIn(400)) return chance.of(ODD).repeat(20_000 + chance.below(20_000));
  if (chance.isOneIn(12)) return "x".repeat(chance.of([99, 100, 101, 120, 121, 200, 201, 254, 255, 300, 301, 1_000, 1_001, 2_000, 2_001, 19_999, 20_001]));
  const words = ["Müller", "Erika", "O'Brien", "Nguyễn", "de la Cruz", "Čapek", "", "Straße 1"];
  return Array.from({ length: 1 + chance.below(5) }, () => (chance.isOneIn(2) ? chance.of(ODD) : chance.of(words))).join("");
}
