import { checkSync } from "recheck";
import { patternsOfSources } from "./patterns";
import { figure } from "./size";

const LIMIT_MS = 10_000;

describe("the regular expressions of the sources", () => {
  const patterns = patternsOfSources();
  const fixed = patterns.flatMap(({ place, source, flags }) => (source === null ? [] : [{ place, source, flags }]));

  test("take time in proportion to the text, whatever the text is", () => {
    const faults = fixed.flatMap(({ place, source, flags }) => {
      const { status } = checkSync(source, flags, { timeout: LIMIT_MS });
      return status === "safe" ? [] : [`${place} /${source}/${flags} ${status}`];
    });
    figure("regular expressions that can be made slow", `${faults.length} of ${fixed.length}`);
    expect(fixed.length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  test("a slow one would be noticed", () => {
    expect(["^(a+)+$", "^\\s+|\\s+$"].map((source) => checkSync(source, "", { timeout: LIMIT_MS }).status)).toEqual(["vulnerable", "vulnerable"]);
  });

  test("are written down, and not put together from what somebody sent", () => {
    expect(patterns.filter(({ source, place }) => source === null && /^(app|lib|emails|server|proxy)/.test(place)).map(({ place }) => place)).toEqual([]);
  });
});
