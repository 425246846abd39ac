import type { Named, Recognised } from "@/lib/recognition/types";

/** What German spelling writes in two ways, and letters that no rule takes apart. */
const SPELLINGS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", œ: "oe", ø: "oe", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };
const SPELT = /[äöüßæœøłđðþıς]/gu;
/** Stands before a name and is none. */
const TITLES = ["dr", "prof"];

/**
 * The words of a name as everybody would spell them: no capitals, no accents, "ä" as "ae", "ß" as "ss", hyphens and points as gaps, apostrophes as nothing,
 * without academic titles. A name without a single letter is its own word.
 */
export function wordsOf(name: string): readonly string[] {
  const small = name.normalize("NFKC").toLowerCase().normalize("NFC");
  const spelt = small.replace(SPELT, (letter) => SPELLINGS[letter]!).normalize("NFD").replace(/\p{M}/gu, "").replace(SPELT, (letter) => SPELLINGS[letter]!);
  const words = spelt.replace(/['’ʼ`´]/gu, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const names = words.some((word) => TITLES.includes(word)) ? words.filter((word) => !TITLES.includes(word)) : words;
  if (names.length > 0) return names;
  return words.length > 0 ? words : [small.replace(/\s+/gu, " ").trim()];
}

/**
 * What is equal for one and the same person and for nobody else of a house: surname, first names in any order, birth date. The gaps of a surname do not count
 * ("von der Heide" is "Vonderheide"), the order of a double surname does.
 */
export function comparisonOf({ lastName, firstNames, bornOn }: Named): string {
  const first = wordsOf(firstNames);
  return `${wordsOf(lastName).join("")}|${first.length > 1 ? [...first].sort().join(" ") : first.join(" ")}|${bornOn}`;
}

/** Whether two entries are the same person. An equivalence: it compares one text of each. */
export function isSamePerson(one: Named, other: Named): boolean {
  return comparisonOf(one) === comparisonOf(other);
}

/**
 * Whether two entries may be the same person, so that somebody should look: the same birth date, and surname and first names that differ by a slip, a dropped
 * umlaut, or a name that only one of them has. Whoever is the same is similar too.
 */
export function isSimilarPerson(one: Named, other: Named): boolean {
  if (one.bornOn !== other.bornOn) return false;
  return isSamePerson(one, other) || (areSimilar(wordsOf(one.lastName), wordsOf(other.lastName)) && areSimilar(wordsOf(one.firstNames), wordsOf(other.firstNames)));
}

/** Who of those who were born on the same day is the person, and who may be. */
export function recognise<T extends Named>(person: Named, others: readonly T[]): Recognised<T> {
  const same = others.find((other) => isSamePerson(person, other)) ?? null;
  return { same, similar: same ? [] : others.filter((other) => isSimilarPerson(person, other)) };
}

/** The first of the spellings: the German ones. */
const UMLAUTS = Object.entries(SPELLINGS).slice(0, 4);

/** A word as it is, with its umlauts written out, and with written out ones as umlauts: "Mueller" and "Mueller" with its umlaut find one another. */
export function spellingsOf(word: string): readonly string[] {
  const [out, back] = [UMLAUTS.reduce((text, [one, two]) => text.replaceAll(one, two), word.toLowerCase()), UMLAUTS.reduce((text, [one, two]) => text.replaceAll(two, one), word.toLowerCase())];
  return [...new Set([word, out, back])];
}

/** A word this short says too little to be recognised alone, or with a slip in it. */
const SHORTEST_ALONE = 3;
const SHORTEST_WITH_SLIP = 4;
const LONG = 8;

function areSimilar(some: readonly string[], others: readonly string[]): boolean {
  const [loose, looseOthers] = [some.map(loosened), others.map(loosened)];
  if (sortedText(loose) === sortedText(looseOthers) || loose.join("") === looseOthers.join("")) return true;
  return loose.some((word) => looseOthers.some((other) => isSlip(word, other))) || isSlip(loose.join(""), looseOthers.join(""));
}

const sortedText = (words: readonly string[]): string => [...words].sort().join(" ");

/** A word without what people leave out or double: "Mueller" and "Muller" become one, "Hoffmann" and "Hofman" too. */
function loosened(word: string): string {
  return word.replace(/([aou])e/gu, "$1").replace(/(.)\1/gu, "$1");
}

function isSlip(word: string, other: string): boolean {
  const [shorter, longer] = word.length <= other.length ? [word, other] : [other, word];
  if (shorter === longer) return shorter.length >= SHORTEST_ALONE;
  if (shorter.length < SHORTEST_WITH_SLIP || longer.length - shorter.length > 2) return false;
  return slipsBetween(shorter, longer) <= (shorter.length >= LONG ? 2 : 1);
}

/** How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of the other. */
export function slipsBetween(word: string, other: string): number {
  const [letters, target] = [[...word], [...other]];
  let before: number[] = [];
  let row = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (let i = 1; i <= letters.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= target.length; j += 1) {
      const replaced = row[j - 1]! + (letters[i - 1] === target[j - 1] ? 0 : 1);
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && letters[i - 1] === target[j - 2] && letters[i - 2] === target[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[target.length]!;
}
