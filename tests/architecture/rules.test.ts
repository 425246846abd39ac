import { join } from "node:path";
import { rulePlaces, rulesIn, rulesPage, testNames } from "@/scripts/rules/table";
import { ruleIds } from "@/scripts/rules/titles";
import { fileText } from "./source";

const places = rulePlaces(join(__dirname, "../.."));

describe("the rule table", () => {
  test("knows every rule from R01 to R70", () => {
    expect(ruleIds).toEqual(Array.from({ length: 70 }, (_, index) => `R${String(index + 1).padStart(2, "0")}`));
  });

  test("every rule has a test that bears its name", () => {
    expect(places.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test("every rule has a place in the code that says it keeps it", () => {
    expect(places.filter((one) => one.places.length === 0).map(({ id }) => id)).toEqual(KEPT_ELSEWHERE);
  });

  test("docs/rules.md is up to date: npm run rules:table", () => {
    expect(fileText("docs/rules.md")).toBe(rulesPage(places));
  });

  test("rules are read from a text one by one and in a row", () => {
    expect(rulesIn("R01, R20 to R23: nothing")).toEqual(["R01", "R20", "R21", "R22", "R23"]);
    expect(rulesIn("the rule 30, R1 and XR99")).toEqual([]);
    expect(testNames('test("R07: a day", () => { expect(said("no R08 here")).toBe("R2"); }); const rows = [["R20 a child applies", {}]];')).toEqual(["R07: a day", "R20 a child applies"]);
  });
});

/** No single file keeps it, because every page must: the test of every page does. */
const KEPT_ELSEWHERE: readonly string[] = ["R67"];
