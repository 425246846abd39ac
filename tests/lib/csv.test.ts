import fc from "fast-check";
import { csv, type Cell } from "@/lib/csv";

const RUNS = 10_000;

/** A reader of RFC 4180 that shares nothing with the writer: one character after the other. */
function read(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ",") {
      row.push(cell);
      cell = "";
    } else if (sign === "\r" && text[at + 1] === "\n") {
      rows.push([...row, cell]);
      [row, cell] = [[], ""];
      at += 1;
    } else cell += sign;
  }
  expect([row, cell, isQuoted]).toEqual([[], "", false]);
  return rows;
}

const dangerous = fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\r\n", '"', ",", "'"), fc.string({ unit: "grapheme" })).map((parts) => parts.join(""));
const cell: fc.Arbitrary<Cell> = fc.oneof(fc.string({ unit: "grapheme" }), dangerous, fc.integer(), fc.boolean(), fc.constant(null));
const table = fc.integer({ min: 1, max: 6 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));

test("whatever stands in the cells, a reader gets the same table back, an apostrophe before formulas aside", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const columns = (rows[0] ?? [""]).map((_, index) => `c${index}`);
      const found = read(csv(columns, rows));
      expect(found).toHaveLength(rows.length + 1);
      expect(found[0]).toEqual(columns);
      rows.forEach((row, line) => {
        row.forEach((value, index) => {
          const text = value === null ? "" : String(value);
          expect([text, `'${text}`]).toContain(found[line + 1]![index]);
        });
      });
    }),
    { numRuns: RUNS },
  );
});

test("no text of any cell begins as a formula begins", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), dangerous), (text) => {
      const [, [found]] = read(csv(["a"], [[text]])) as [unknown, [string]];
      expect(found).not.toMatch(/^[=+\-@\t\r\n\0]/);
    }),
    { numRuns: RUNS },
  );
});

test("lines end with CR LF, quotes are doubled, a number stays a number and what is missing is empty", () => {
  expect(csv(["a", "b", "c"], [['say "hi"', -3, null], ["x,y", true, "=1+1"]])).toBe('a,b,c\r\n"say ""hi""",-3,\r\n"x,y",true,\'=1+1\r\n');
});
