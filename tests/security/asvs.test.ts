import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./packages";
import { figure } from "./size";

type Requirement = { readonly id: string; readonly level: number; readonly status: string; readonly how: string; readonly evidence: readonly string[] };
const { requirements } = JSON.parse(readFileSync(join(ROOT, "security/asvs.json"), "utf8")) as { requirements: readonly Requirement[] };

/** As many as the standard has: the number of its requirements by level and chapter. */
const LEVEL_1 = [8, 4, 8, 2, 4, 13, 6, 4, 4, 5, 3, 3, 1, 2, 3, 0, 0];
const LEVEL_2 = [19, 7, 11, 8, 5, 22, 12, 3, 3, 24, 11, 6, 12, 7, 10, 16, 7];
const STATUSES = ["met", "partly met", "not met", "does not apply", "outside the portal"];

describe("the requirements of the ASVS", () => {
  test("each of levels 1 and 2 has its row, once", () => {
    const ofLevel = (level: number): readonly number[] => LEVEL_1.map((_, index) => requirements.filter((one) => one.level === level && one.id.split(".")[0] === String(index + 1)).length);
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
    expect(ofLevel(1)).toEqual(LEVEL_1);
    expect(ofLevel(2)).toEqual(LEVEL_2);
  });

  test("each says how it stands and why", () => {
    expect(requirements.filter(({ status, how }) => !STATUSES.includes(status) || how.length < 4).map(({ id }) => id)).toEqual([]);
  });

  test("what is met names a proof that exists", () => {
    const claimed = requirements.filter(({ status }) => status === "met" || status === "partly met");
    expect(claimed.filter(({ evidence }) => evidence.length === 0).map(({ id }) => id)).toEqual([]);
    expect(requirements.flatMap(({ id, evidence }) => evidence.filter((file) => !existsSync(join(ROOT, file))).map((file) => `${id} ${file}`))).toEqual([]);
    const count = (status: string): number => requirements.filter((one) => one.status === status).length;
    for (const status of STATUSES) figure(`ASVS requirements ${status}`, count(status));
  });
});
