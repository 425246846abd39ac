import fc from "fast-check";
import { comparisonOf, isSamePerson, isSimilarPerson, recognise, slipsBetween, wordsOf } from "@/lib/recognition/rules";
import type { Named } from "@/lib/recognition/types";

const person = (lastName: string, firstNames: string, bornOn = "1938-03-24"): Named => ({ lastName, firstNames, bornOn });

describe("the same person is recognised", () => {
  test.each([
    ["umlauts", person("Müller", "Jürgen"), person("Mueller", "Juergen")],
    ["an umlaut as letter and mark", person("Müller", "Änne"), person("Mu\u0308ller", "A\u0308nne")],
    ["ß and its capital", person("Groß", "Eva"), person("GROẞ", "Eva")],
    ["ß as ss", person("Weiß", "Eva"), person("Weiss", "Eva")],
    ["hyphens", person("Müller-Lüdenscheidt", "Anna-Maria"), person("Müller Lüdenscheidt", "Anna Maria")],
    ["a long hyphen", person("Schmidt–Ott", "Eva"), person("Schmidt-Ott", "Eva")],
    ["accents", person("Lefèvre", "René"), person("Lefevre", "Rene")],
    ["letters of other alphabets of Europe", person("Łukaszewski", "Đorđe"), person("Lukaszewski", "Dorde")],
    ["the order of first names", person("Muster", "Anna Maria"), person("Muster", "Maria Anna")],
    ["case", person("MUSTER", "erika"), person("Muster", "Erika")],
    ["white space", person("  von  der Heide ", "Eva"), person("Von der\u00a0Heide", "Eva")],
    ["gaps in a surname", person("von der Heide", "Eva"), person("Vonderheide", "Eva")],
    ["apostrophes", person("O’Neill", "Pat"), person("ONeill", "Pat")],
    ["a title", person("Dr. Muster", "Eva"), person("Muster", "Eva")],
    ["a Turkish capital", person("İnan", "Işıl"), person("inan", "Isil")],
    ["a Greek final letter", person("Παπαδόπουλος", "Νίκος"), person("ΠΑΠΑΔΟΠΟΥΛΟΣ", "ΝΙΚΟΣ")],
  ])("whatever becomes of %s", (_what, one, other) => {
    expect(isSamePerson(one, other)).toBe(true);
  });

  test.each([
    ["another birth date", person("Muster", "Eva"), person("Muster", "Eva", "1938-03-25")],
    ["another first name", person("Muster", "Eva"), person("Muster", "Anna")],
    ["a second first name", person("Muster", "Eva"), person("Muster", "Eva Maria")],
    ["the order of a double surname", person("Schmidt-Ott", "Eva"), person("Ott-Schmidt", "Eva")],
    ["a missing umlaut", person("Müller", "Eva"), person("Muller", "Eva")],
    ["twins whose first names have the same letters", person("Muster", "Arne"), person("Muster", "Erna")],
    ["names of which no letter is left", person("-", "-"), person("--", "--")],
  ])("but not with %s", (_what, one, other) => {
    expect(isSamePerson(one, other)).toBe(false);
  });
});

const name = fc.oneof(
  fc.constantFrom("Müller", "Mueller", "Muller", "Groß", "Gross", "Anna-Maria", "Maria Anna", "von der Heide", "O'Neill", "Łuka", "Dr. Groß", "İnan", "", "-", "王芳"),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const anybody = fc.record({ lastName: name, firstNames: name, bornOn: fc.constantFrom("1938-03-24", "1938-03-25") });

/** What people do to a name without meaning anybody else. */
const retyped: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFD"),
  (text) => text.replaceAll("-", " "),
  (text) => text.replaceAll(" ", "  "),
  (text) => ` ${text}\t`,
  (text) => text.replaceAll("ü", "ue").replaceAll("ö", "oe").replaceAll("ä", "ae"),
  (text) => text.replaceAll("ß", "ss"),
];
const german = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüßé]{1,9}([ -][A-ZÄÖÜ][a-zäöüßé]{1,9}){0,2}$/);

describe("recognition", () => {
  test("is an equivalence: everybody is the same as herself, it goes both ways and on to a third", () => {
    fc.assert(
      fc.property(anybody, anybody, anybody, (one, other, third) => {
        expect(isSamePerson(one, one)).toBe(true);
        expect(isSamePerson(one, other)).toBe(isSamePerson(other, one));
        if (isSamePerson(one, other) && isSamePerson(other, third)) expect(isSamePerson(one, third)).toBe(true);
        expect(isSamePerson(one, other)).toBe(comparisonOf(one) === comparisonOf(other));
      }),
      { numRuns: 3_000 },
    );
  });

  test("does not change however often and in whatever order a name is retyped", () => {
    fc.assert(
      fc.property(german, german, fc.array(fc.constantFrom(...retyped), { maxLength: 6 }), (lastName, firstNames, changes) => {
        const again = (text: string): string => changes.reduce((typed, change) => change(typed), text);
        expect(comparisonOf(person(again(lastName), again(firstNames)))).toBe(comparisonOf(person(lastName, firstNames)));
        expect(comparisonOf(person(lastName, firstNames.split(" ").reverse().join(" ")))).toBe(comparisonOf(person(lastName, firstNames)));
      }),
      { numRuns: 2_000 },
    );
  });

  test("of the similar goes both ways and holds for whoever is the same", () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        expect(isSimilarPerson(one, other)).toBe(isSimilarPerson(other, one));
        if (isSamePerson(one, other)) expect(isSimilarPerson(one, other)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("somebody similar", () => {
  test.each([
    ["a dropped umlaut", person("Müller", "Eva"), person("Muller", "Eva")],
    ["a slip", person("Kowalski", "Hildegard"), person("Kowalsky", "Hildegart")],
    ["two swapped letters", person("Lehmann", "Ursula"), person("Lehamnn", "Ursula")],
    ["a second first name", person("Muster", "Eva"), person("Muster", "Eva Maria")],
    ["a name of marriage", person("Muster", "Eva"), person("Muster-Schmidt", "Eva")],
    ["a double surname the other way round", person("Schmidt-Ott", "Eva"), person("Ott-Schmidt", "Eva")],
    ["a doubled letter", person("Hoffmann", "Otto"), person("Hofmann", "Otto")],
    ["first names written together", person("Muster", "Karl-Heinz"), person("Muster", "Karlheinz")],
  ])("with %s is asked about", (_what, one, other) => {
    expect([isSamePerson(one, other), isSimilarPerson(one, other)]).toEqual([false, true]);
  });

  test.each([
    ["another birthday", person("Müller", "Eva"), person("Muller", "Eva", "1938-03-25")],
    ["a twin", person("Muster", "Eva"), person("Muster", "Paul")],
    ["somebody of the same first name", person("Muster", "Eva"), person("Schmidt", "Eva")],
    ["two short names one letter apart", person("Öz", "Eva"), person("Oy", "Eva")],
  ])("is nobody with %s", (_what, one, other) => {
    expect(isSimilarPerson(one, other)).toBe(false);
  });

  test("is not named where the same person stands there", () => {
    const [same, similar] = [{ ...person("Mueller", "Eva"), id: "1" }, { ...person("Muller", "Eva"), id: "2" }];
    expect(recognise(person("Müller", "Eva"), [similar, same])).toEqual({ same, similar: [] });
    expect(recognise(person("Müler", "Eva"), [similar])).toEqual({ same: null, similar: [similar] });
    expect(recognise(person("Schulz", "Eva"), [similar, same])).toEqual({ same: null, similar: [] });
  });
});

test("words are told apart whatever stands between them, and a name keeps at least one", () => {
  expect(wordsOf("Prof. Dr. Müller-Lüdenscheidt")).toEqual(["mueller", "luedenscheidt"]);
  expect(wordsOf("Dr.")).toEqual(["dr"]);
  expect(wordsOf(" - ")).toEqual(["-"]);
});

test("a slip is a letter put in, left out, replaced or swapped", () => {
  expect(["", "a", "ab", "abcd", "abdc", "axbc"].map((word) => slipsBetween(word, "abc"))).toEqual([3, 2, 1, 1, 1, 1]);
  expect([slipsBetween("bac", "abc"), slipsBetween("abdc", "abcd"), slipsBetween("cab", "abc")]).toEqual([1, 1, 2]);
});
