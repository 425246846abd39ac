import { seedParameters } from "@/lib/law/parameters";
import { parameterSource, parameterSources } from "@/lib/messages/parameter-sources";

/** A law and where in it; needs no translation. */
const PART_OF_A_CITATION = /^(?:§§?|\d+[a-z]?|\d{4}\/\d+|Abs\.|Art\.|Satz|Nr\.|I|BGBl\.|Verordnung|\(EU\)|[A-Z][A-Za-z]*[GV])$/;
const isCitation = (text: string): boolean => text.split(/[ ,]+/).every((word) => PART_OF_A_CITATION.test(word));

test("what stands beside a dated value is German, or cites a law", () => {
  const texts = [...new Set(seedParameters.flatMap(({ source, note }) => (note === null ? [source] : [source, note])))];
  expect(texts.filter((text) => !Object.hasOwn(parameterSources, text) && !isCitation(text))).toEqual([]);
});

test("no translation is left over from a value that is gone", () => {
  const texts = new Set(seedParameters.flatMap(({ source, note }) => [source, note]));
  expect(Object.keys(parameterSources).filter((text) => !texts.has(text))).toEqual([]);
});

test("source and note stand side by side; a law stands as it is", () => {
  expect(parameterSource({ source: "BMG § 27 Abs. 4", note: "registered nowhere" })).toBe("BMG § 27 Abs. 4 · nirgends gemeldet");
  expect(parameterSource({ source: "PAuswG § 6", note: null })).toBe("PAuswG § 6");
});
