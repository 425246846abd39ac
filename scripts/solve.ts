/**
 * `npm run --silent solve -- vrptw` and `-- kits`: reads a problem as JSON from standard input and prints the plan as JSON on the last line. TIME_LIMIT (seconds of the
 * processor, what the start took included) and SEED come from the environment. A problem that is none is refused with the path of the field (exit code 65).
 */
import { readFileSync } from "node:fs";
import type { z } from "zod";
import { solveKits } from "@/lib/planning/kits";
import type { Budget } from "@/lib/planning/search";
import { solveVrptw } from "@/lib/planning/vrptw";
import { kitsSchema, vrptwSchema } from "./solve/schemas";

const DEFAULT_SECONDS = 10;
const LEAST_SHARE = 0.5;
const NO_PROBLEM = 65;
const USAGE = 64;

function end(code: number, sentence: string): never {
  console.error(sentence);
  process.exit(code);
}

/** A number from the environment, or how the process ends without one. */
function numberFrom(name: "TIME_LIMIT" | "SEED", otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  return Number.isFinite(value) && value >= 0 ? value : end(USAGE, `${name} must be a number from 0 on`);
}

function problemOf<T>(schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(0, "utf8"));
  } catch {
    end(NO_PROBLEM, "standard input is no JSON");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  end(NO_PROBLEM, parsed.error.issues.map(({ path, message }) => `${path.join(".") || "problem"}: ${message}`).join("\n"));
}

/** The processor's seconds that this process has used. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function main(name: string | undefined): void {
  const [limit, seed] = [numberFrom("TIME_LIMIT", DEFAULT_SECONDS), numberFrom("SEED", 1)];
  const budget = (): Budget => {
    const begin = used();
    // Reading a large problem must not leave nothing for the search.
    const most = Math.max(limit - begin, limit * LEAST_SHARE);
    return { seed, elapsed: () => (used() - begin) / most };
  };
  if (name === "vrptw") console.log(JSON.stringify(solveVrptw(problemOf(vrptwSchema), budget())));
  else if (name === "kits") console.log(JSON.stringify(solveKits(problemOf(kitsSchema), budget())));
  else end(USAGE, "npm run --silent solve -- vrptw|kits < problem.json");
}

main(process.argv[2]);
