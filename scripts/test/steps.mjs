import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prisma } from "../prisma.mjs";
import { buildPages, generateClient } from "../setup/build.mjs";
import { checkout } from "../setup/checkout.mjs";
import { run } from "../setup/run.mjs";

const bin = (...path) => join(checkout, "node_modules", ...path);
const binaries = { tsc: bin("typescript", "bin", "tsc"), eslint: bin("eslint", "bin", "eslint.js"), jest: bin("jest", "bin", "jest.js"), next: bin("next", "dist", "bin", "next"), tsx: bin("tsx", "dist", "cli.mjs") };
const node = (name, args, env) => run(process.execPath, [binaries[name], ...args], { env: { ...process.env, TZ: "UTC", ...env } });

/** A step that is one case of its own: it passes or it does not. */
const asOneCase = ({ code, output }) => ({ output, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/**
 * Attacks, fuzzed inputs and checks of the build; SECURITY_SIZE says how many of each: `sample` in `npm test`, `full` in `npm run test:security`.
 * Each test leaves its figures, one `name: value` a line, in the file that SECURITY_FIGURES names.
 */
async function security({ database, chromium }) {
  const folder = mkdtempSync(join(tmpdir(), "buergerkoffer-security-"));
  const file = join(folder, "figures");
  const size = process.env.SECURITY_SIZE === "full" ? "full" : "sample";
  try {
    const result = await jest("security", { ...database.env, CHROMIUM_PATH: chromium, NODE_ENV: "test", SECURITY_SIZE: size, SECURITY_FIGURES: file }, ["--runInBand"]);
    return { ...result, notes: existsSync(file) ? readFileSync(file, "utf8").trim() : "" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cases of one jest project. A file that did not even load counts as one failed case. */
async function jest(projectName, env, more = []) {
  const folder = mkdtempSync(join(tmpdir(), "buergerkoffer-jest-"));
  const file = join(folder, "result.json");
  try {
    const args = ["--selectProjects", projectName, "--json", `--outputFile=${file}`, "--passWithNoTests", ...more];
    const { code, output } = await node("jest", args, env);
    if (!existsSync(file)) return { output, passed: 0, failed: 1 };
    const result = JSON.parse(readFileSync(file, "utf8"));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    // jest prints its JSON on stdout as well; people want the lines for people.
    return { output: output.replace(/^\{"num.*$/m, ""), passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function types() {
  // Next writes the types of the routes; without them the first run on a fresh clone would differ from the second.
  const made = await node("next", ["typegen"]);
  return asOneCase(made.code === 0 ? await node("tsc", ["--noEmit"]) : made);
}

function drift({ database }) {
  const address = { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.url };
  const args = ["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"];
  return prisma(args, { env: { ...process.env, ...address } }).then(asOneCase);
}

/**
 * What `npm test` runs, in order. `needs` names what must be there before: the tests' database, a browser, the generated
 * client, the built pages. A step whose needs failed is not run, and says so.
 */
export const steps = [
  { name: "generate", title: "Datenbankzugriff", needs: [], work: () => generateClient().then(asOneCase) },
  { name: "types", title: "Typen", needs: ["generate"], work: types },
  { name: "lint", title: "Regeln (eslint)", needs: [], work: () => node("eslint", ["--max-warnings", "0", "."]).then(asOneCase) },
  { name: "unit", title: "Einzelne Regeln", needs: ["generate"], work: () => jest("unit") },
  { name: "database", title: "Datenbank", needs: ["generate", "server"], work: ({ database }) => jest("database", database.env) },
  { name: "drift", title: "Migrationen und Modelle", needs: ["server"], work: drift },
  { name: "build", title: "Seiten bauen", needs: ["generate"], work: () => buildPages().then(asOneCase) },
  {
    name: "journeys",
    title: "Wege im Browser",
    needs: ["generate", "build", "server", "browser"],
    // Each file has a portal, a database and ports of its own, so two of them run beside each other.
    work: ({ database, chromium }) => jest("journeys", { ...database.env, CHROMIUM_PATH: chromium, NODE_ENV: "test" }, ["--maxWorkers=2"]),
  },
  // The same pages with a switch at each check: proof that each wall holds alone, and that the tests notice a missing one.
  { name: "switches", title: "Seiten mit Schaltern bauen", needs: ["generate"], work: () => node("tsx", ["scripts/security/test-build.ts"]).then(asOneCase) },
  { name: "security", title: "Angriffe und Eingaben", needs: ["generate", "build", "switches", "server", "browser"], work: security },
];
