import fc from "fast-check";
import { csv } from "@/lib/csv";
import { readCsv } from "@/lib/sheets/read-csv";

const cellsOf = (text: string, most = 100): unknown => {
  const sheet = readCsv(text, most);
  return sheet.ok ? sheet.rows.map(({ cells }) => cells) : sheet.fault;
};

test.each([
  ["semicolons", "a;b\r\nc;d\r\n"], ["commas", "a,b\r\nc,d\r\n"], ["tabs", "a\tb\nc\td"], ["a line that names them", "sep=|\na|b\nc|d"], ["no line end at the end", "a;b\nc;d"], ["line ends of old programs", "a;b\rc;d\r"],
  ["quotes around everything", '"a";"b"\r\n"c";"d"\r\n'],
])("%s are read", (_what, text) => {
  expect(cellsOf(text)).toEqual([["a", "b"], ["c", "d"]]);
});

test("the delimiter is the one that the first line has most of, outside of quotes", () => {
  expect(cellsOf('"Muster, Erika";"a,b,c";1\nx;y;z')).toEqual([["Muster, Erika", "a,b,c", "1"], ["x", "y", "z"]]);
});

test("a quoted field holds delimiters, doubled quotes and line breaks, and rows keep the numbers that a spreadsheet shows", () => {
  const sheet = readCsv('Name;Notiz\r\n\r\n"Muster";"eins ""zwei""\r\ndrei;"\r\nLetzte;x', 10);
  expect(sheet).toEqual({ ok: true, rows: [{ number: 1, cells: ["Name", "Notiz"] }, { number: 3, cells: ["Muster", 'eins "zwei"\r\ndrei;'] }, { number: 4, cells: ["Letzte", "x"] }] });
});

test("a quote that is never closed is named with its row", () => {
  expect(cellsOf('a;b\nc;"d\ne;f')).toEqual({ code: "quoteOpen", row: 2 });
});

test("more rows than allowed are refused, and columns beyond all lists are not read", () => {
  expect(cellsOf("a\n".repeat(5), 4)).toEqual({ code: "tooManyRows", most: 4 });
  expect(cellsOf("a\n".repeat(4), 4)).toHaveLength(4);
  expect((cellsOf("a;".repeat(5_000)) as string[][])[0]).toHaveLength(60);
});

test("the apostrophe that our own files write before a formula goes, any other stays", () => {
  expect(cellsOf("'=1+1;'t Hooft;'+49")).toEqual([["=1+1", "'t Hooft", "+49"]]);
});

test("what our own files say is read as it was", () => {
  const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("=1", "+49 231", "a;b", 'say "no"', "zwei\nZeilen", "@x", "-"));
  const table = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, (rows) => {
      expect(cellsOf(csv(["Nachname", "Vornamen", "Ort"], rows, ";"))).toEqual([["Nachname", "Vornamen", "Ort"], ...rows.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r\n])/, "")))]);
    }),
    { numRuns: 2_000 },
  );
});
