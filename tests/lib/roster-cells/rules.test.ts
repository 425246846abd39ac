import fc from "fast-check";
import { choiceIn, dayIn, dayOrMonthIn, nameIn, neededDayIn, yesIn, type Read } from "@/lib/roster-cells/rules";
import { addDays } from "@/lib/time/calendar";

const answer = <T>(found: Read<T>): T | string => (found.ok ? found.value : `!${found.fault.code}`);

test.each([
  ["31.12.1940", "1940-12-31"], ["1.2.1940", "1940-02-01"], ["1. 2. 1940", "1940-02-01"], [" 31.12.1940 ", "1940-12-31"], ["1940-12-31", "1940-12-31"], ["1940-12-31T00:00:00.000", "1940-12-31"], ["31.12.1940 00:00", "1940-12-31"],
  ["14976", "1940-12-31"], ["", null], ["31.12.40", "!shortYear"], ["31.2.1940", "!noDate"], ["1940", "!noDate"], ["12/31/1940", "!noDate"], ["gestern", "!noDate"], ["31.12.1940 08:15", "!noDate"], ["99999999", "!noDate"],
])("the day %j is read as %j", (cell, expected) => {
  expect(answer(dayIn(cell))).toBe(expected);
});

test("every day is read in each of its three forms", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
      const day = addDays("1900-01-01", days);
      const [year, month, date] = day.split("-");
      expect([day, `${date}.${month}.${year}`, `${Number(date)}.${Number(month)}.${year}`].map((cell) => answer(dayIn(cell)))).toEqual([day, day, day]);
    }),
    { numRuns: 500 },
  );
});

test("a birth date must be there", () => {
  expect([answer(neededDayIn(" ")), answer(neededDayIn("1.2.1940"))]).toEqual(["!missing", "1940-02-01"]);
});

test.each([
  ["31.03.2027", "2027-03-31"], ["03/2027", "2027-03"], ["3.2027", "2027-03"], ["3/2027", "2027-03"], ["2027-03", "2027-03"], ["März 2027", "2027-03"], ["Mrz 27", "2027-03"], ["mär. 2027", "2027-03"], ["Dezember 2026", "2026-12"], ["Jan-28", "2028-01"],
  ["", null], ["13/2027", "!noDateOrMonth"], ["03/27", "!noDateOrMonth"], ["bald", "!noDateOrMonth"], ["31.03.27", "!shortYear"], ["Ma 2027", "!noDateOrMonth"],
])("the expiry %j is read as %j", (cell, expected) => {
  expect(answer(dayOrMonthIn(cell))).toBe(expected);
});

test("a name loses line breaks and double gaps, is needed, and has an end", () => {
  expect([nameIn(" Anna\n Maria "), nameIn("  "), nameIn("a".repeat(100)), nameIn("a".repeat(1_000_000))].map(answer)).toEqual(["Anna Maria", "!missing", "a".repeat(100), "!tooLong"]);
});

test("codes are found by the portal's words and by others, in any spelling", () => {
  expect(["Deutsch", "DEUTSCH", " d ", "GERMAN", "", "Andere", "unbekannt"].map((cell) => answer(choiceIn("nationality", cell)))).toEqual(["GERMAN", "GERMAN", "GERMAN", "GERMAN", null, "OTHER", "UNKNOWN"]);
  expect(["Dortmund", "Andere Stadt", "ofW"].map((cell) => answer(choiceIn("mainResidence", cell)))).toEqual(["DORTMUND", "ELSEWHERE", "NONE"]);
  expect(["gültig", "gueltig", "abgelaufen", "verloren", "kein"].map((cell) => answer(choiceIn("idCardState", cell)))).toEqual(["VALID", "VALID", "EXPIRED", "LOST", "NONE"]);
  expect(["U-Haft", "Strafhaft", "Untersuchungshaft", "EFS", "sonstige"].map((cell) => answer(choiceIn("custodyKind", cell)))).toEqual(["REMAND", "SENTENCE", "REMAND", "DEFAULT_IMPRISONMENT", "OTHER"]);
  expect(answer(choiceIn("nationality", "__proto__"))).toBe("!choices");
});

test("yes is said in many ways, nothing is no, and anything else is asked back", () => {
  expect(["ja", "X", "1", "WAHR", "nein", "-", "0", "", "vielleicht"].map((cell) => answer(yesIn(cell)))).toEqual([true, true, true, true, false, false, false, false, "!choices"]);
});
