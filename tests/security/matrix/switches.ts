import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Weakening } from "@/scripts/security/weaken";

const ROOT = join(__dirname, "../../..");
/** The portal with a switch at each of its checks; `npm test` makes it before these tests. */
export const TEST_BUILD = join(ROOT, ".data/test-build");

export type Switches = {
  readonly file: string;
  /** Switches off exactly these checks, from the next request on. */
  readonly weaken: (...names: readonly string[]) => void;
  /** The checks that were asked since the last time. */
  readonly asked: () => readonly string[];
};

/** The switches of one portal that runs from the test build. */
export function switches(): Switches {
  const file = join(mkdtempSync(join(tmpdir(), "switches-")), "names");
  const note = `${file}.asked`;
  writeFileSync(file, "");
  writeFileSync(note, "");
  afterAll(() => rmSync(join(file, ".."), { recursive: true, force: true }));
  return {
    file,
    weaken: (...names) => writeFileSync(file, names.join("\n")),
    asked: () => {
      const names = [...new Set(readFileSync(note, "utf8").split("\n").filter(Boolean))];
      writeFileSync(note, "");
      return names;
    },
  };
}

/** Every check that can be switched off. */
export function weakenings(): readonly Weakening[] {
  const file = join(TEST_BUILD, "weakenings.json");
  if (!existsSync(file)) throw new Error("these tests need the test build: npm run test:security");
  return JSON.parse(readFileSync(file, "utf8")) as readonly Weakening[];
}
