import { deflateRawSync } from "node:zlib";
import { checkWorkbook, MAXIMUM_UNPACKED_BYTES, type Workbook } from "@/lib/forms/uploads";
import { readWorkbook } from "@/lib/sheets/read-workbook";
import { dayOfSerial } from "@/lib/sheets/serial";
import { workbookOf } from "@/lib/sheets/write-workbook";
import { zipOf } from "../../builders/archives";

const RELATIONS = '<Relationships><Relationship Id="rId9" Target="worksheets/other.xml"/><Relationship Id="rId2" Target="/xl/worksheets/people.xml"/></Relationships>';
const BOOK = '<workbook xmlns:r="x"><sheets><sheet name="Personen" sheetId="7" r:id="rId2"/><sheet name="Andere" sheetId="8" r:id="rId9"/></sheets></workbook>';

const bookWith = (sheet: string, more: Readonly<Record<string, string>> = {}): Workbook =>
  new Map(Object.entries({ "xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS, "xl/worksheets/people.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`, ...more }));
const read = (sheet: string, more?: Readonly<Record<string, string>>): unknown => {
  const result = readWorkbook(bookWith(sheet, more), 100);
  return result.ok ? result.rows : result.fault;
};

test("what the portal writes it reads again, through its own door", async () => {
  const rows = [["Nachname", "Ort"], ["Müller & <Söhne>", ' "x" '], ["=1+1", "zwei\nZeilen"]];
  const checked = await checkWorkbook({ name: "Liste.xlsx", bytes: workbookOf("Personen", rows) });
  expect(checked.ok && readWorkbook(checked.workbook, 10)).toEqual({ ok: true, rows: rows.map((cells, index) => ({ number: index + 1, cells })) });
});

test("texts are found wherever programs put them: shared, in parts, beside the cell, as the stored value of a formula", () => {
  const shared = '<sst><si><t>Muster</t></si><si><r><t>Eri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ka </t></r><rPh sb="0" eb="1"><t>HINT</t></rPh></si><si/><si><t>a_x000D_b &amp; c&#228;</t></si></sst>';
  const sheet =
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row><row r="5" spans="1:3"><c r="A5" t="inlineStr"><is><t>Hier</t></is></c><c r="B5" t="str"><f>A1&amp;"x"</f><v>Ergebnis</v></c><c r="C5" t="s"><v>3</v></c></row><row r="6"><c r="A6" t="s"><v>2</v></c></row>';
  expect(read(sheet, { "xl/sharedstrings.xml": shared })).toEqual([
    { number: 3, cells: ["Muster", "", "Erika "] },
    { number: 5, cells: ["Hier", "Ergebnis", "a b & cä"] },
  ]);
});

test("a number is a date where its style shows one", () => {
  const styles = '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>';
  const cells = '<c r="A1"><v>14976</v></c><c r="B1" s="1"><v>14976</v></c><c r="C1" s="2"><v>14976.75</v></c><c r="D1" s="3"><v>14976</v></c><c r="E1" t="d"><v>1940-12-31T00:00:00</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="b"><v>0</v></c><c r="H1" t="e"><v>#REF!</v></c>';
  expect(read(`<row r="1">${cells}</row>`, { "xl/styles.xml": styles })).toEqual([{ number: 1, cells: ["14976", "1940-12-31", "1940-12-31", "14976", "1940-12-31", "ja", "nein", "#REF!"] }]);
});

test("Excel's numbers are days, in both of its calendars and around its 29 February that never was", () => {
  expect([1, 59, 61, 14_976, 46_112].map((serial) => dayOfSerial(serial))).toEqual(["1900-01-01", "1900-02-28", "1900-03-01", "1940-12-31", "2026-03-31"]);
  expect([dayOfSerial(0), dayOfSerial(3_000_000), dayOfSerial(13_514, true)]).toEqual([null, null, "1940-12-31"]);
});

test("names with a prefix, comments, missing references and a sheet that is not there are no matter", () => {
  const sheet = "<!-- <row> --><row><c><v>1</v></c><c/><c><v>2</v></c></row>";
  expect(read(sheet)).toEqual([{ number: 1, cells: ["1", "", "2"] }]);
  expect(readWorkbook(new Map([...bookWith(""), ["xl/worksheets/people.xml", '<x:worksheet><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row></x:worksheet>']]), 10)).toMatchObject({ ok: true, rows: [{ number: 2, cells: ["1"] }] });
  expect(readWorkbook(new Map(), 10)).toEqual({ ok: false, fault: { code: "noSheet" } });
  expect(read('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(101))).toEqual({ code: "tooManyRows", most: 100 });
});

describe("at the door", () => {
  const parts = { "xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS, "xl/worksheets/people.xml": "<worksheet/>" };
  const packed = (more: Readonly<Record<string, string | Buffer>> = {}): Buffer => zipOf(...Object.entries({ ...parts, ...more }).map(([name, content]) => ({ name, content: Buffer.from(content) })));
  const faultOf = async (bytes: Buffer, name = "liste.xlsx"): Promise<string> => {
    const checked = await checkWorkbook({ name, bytes });
    return checked.ok ? "taken" : checked.fault;
  };

  test("a workbook is taken, with whatever else it holds still packed", async () => {
    expect(await faultOf(packed())).toBe("taken");
    const checked = await checkWorkbook({ name: "liste.xlsx", bytes: packed({ "xl/media/image1.png": Buffer.from([0, 1]), "xl/externalLinks/externalLink1.xml": "<!DOCTYPE x>" }) });
    expect(checked.ok && [...checked.workbook.keys()].sort()).toEqual(Object.keys(parts).sort());
  });

  test("macros, definitions of its own, broken text and what is no archive are refused", async () => {
    for (const bytes of [packed({ "xl/vbaProject.bin": "x" }), packed({ "xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' }), packed({ "xl/styles.xml": Buffer.from([0xff]) }), packed({ "xl/styles.xml": "a\u0001" }), Buffer.from("PK\u0003\u0004"), Buffer.from("Nachname;Vorname"), packed().subarray(0, 99)]) {
      expect(await faultOf(bytes)).toBe("fileType");
    }
    expect(await faultOf(packed(), "liste.csv")).toBe("fileType");
    expect(await faultOf(packed(), "../liste.xlsx")).toBe("fileName");
    expect(await faultOf(Buffer.alloc(5_300_000, "a"))).toBe("fileTooLarge");
  });

  test("one that grows beyond all limits is refused while it is unpacked, also when several parts do it together", async () => {
    const half = Buffer.alloc(MAXIMUM_UNPACKED_BYTES / 2 + 1, " ");
    expect(deflateRawSync(half).length).toBeLessThan(100_000);
    expect(await faultOf(packed({ "xl/styles.xml": half }))).toBe("taken");
    expect(await faultOf(packed({ "xl/styles.xml": half, "xl/sharedStrings.xml": half }))).toBe("fileUnpacked");
  });
});
