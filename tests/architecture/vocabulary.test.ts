import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "./source";

/** Folders of lib that are technique, not a feature; each has its own vocabulary and stands in lib/README.md. */
const TECHNICAL = ["auth", "audit", "crypto", "db", "decisions", "forms", "front-door", "jobs", "law", "mail", "messages", "pdf", "planning", "privacy", "sheets", "time"];
const FEATURE_FILES = ["types.ts", "rules.ts", "schema.ts", "queries.ts", "commands.ts"];
const MAXIMUM_LINES = 300;

const lib = join(__dirname, "../../lib");

describe("the vocabulary of files", () => {
  test("a feature has types, rules, schema, queries and commands, and no sixth file", () => {
    const features = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !TECHNICAL.includes(entry.name));
    const strangers = features.flatMap(({ name }) =>
      readdirSync(join(lib, name))
        .filter((file) => !FEATURE_FILES.includes(file))
        .map((file) => `lib/${name}/${file}`),
    );
    expect(features.length).toBeGreaterThan(8);
    expect(strangers).toEqual([]);
  });

  test("no file is called index, utils, helpers or service", () => {
    const vague = [...sourceFiles("lib"), ...sourceFiles("app"), ...sourceFiles("emails")].map(({ path }) => path).filter((path) => /\/(index|utils?|helpers?|service|common-utils)\.tsx?$/.test(path));
    expect(vague).toEqual([]);
  });

  test("a file stays on a few screens", () => {
    const long = [...sourceFiles("lib"), ...sourceFiles("app"), ...sourceFiles("emails")]
      .map(({ path, text }) => ({ path, lines: text.split("\n").length }))
      .filter(({ path, lines }) => lines > MAXIMUM_LINES && !path.startsWith("lib/messages/"));
    expect(long).toEqual([]);
  });

  test("no refusal, state or notice is set by a setter: commands are verbs", () => {
    const setters = sourceFiles("lib")
      .filter(({ path }) => path.endsWith("commands.ts"))
      .flatMap(({ path, text }) => [...text.matchAll(/export (?:async )?function (set|update)([A-Z]\w*)/g)].map((match) => `${path}: ${match[1]}${match[2]}`))
      .filter((name) => !/: set(People|Wishes)$/.test(name));
    expect(setters).toEqual([]);
  });
});
