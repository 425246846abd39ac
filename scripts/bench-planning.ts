/**
 * `npm run bench:planning [-- folder [seconds]]`: plans the instances of a folder with `solomon`, `homberger`, `kits` and `best-known.json` (by default ../shared/vrptw) and
 * prints each result beside the best one known. Where the data is absent, it says so. Prints and asserts nothing: a machine is no rule.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { solveKits } from "@/lib/planning/kits";
import type { Budget } from "@/lib/planning/search";
import { solveVrptw } from "@/lib/planning/vrptw";
import { checked } from "@/tests/lib/planning/check";
import { kitsSchema } from "./solve/schemas";
import { lengthOf, solomonProblem } from "./bench/solomon";

const folder = process.argv[2] ?? join(__dirname, "../../shared/vrptw");
const seconds = Number(process.argv[3] ?? 2);
const KITS = { "city-s": 1, "city-m": 2, "city-tight": 5 } as const;
const HOUR = 3_600;

/** A budget in seconds of the processor, and how many were used. */
function budgetOf(limit: number): { readonly budget: Budget; readonly used: () => number } {
  const begin = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1_000_000;
  };
  return { budget: { seed: 1, elapsed: () => used() / limit }, used };
}

function benchVrptw(kind: string, limit: number): void {
  const best = JSON.parse(readFileSync(join(folder, "best-known.json"), "utf8")) as Readonly<Record<string, { readonly distance: number }>>;
  const gaps: number[] = [];
  for (const file of readdirSync(join(folder, kind)).sort()) {
    const name = file.replace(/\.\w+$/, "");
    const problem = solomonProblem(readFileSync(join(folder, kind, file), "utf8"));
    const { budget, used } = budgetOf(limit);
    const length = lengthOf(problem, solveVrptw(problem, budget).routes);
    const known = best[name]?.distance;
    const gap = known === undefined ? NaN : (100 * length) / 10 / known - 100;
    if (known !== undefined) gaps.push(gap);
    console.log(`${name.padEnd(10)} ${(length / 10).toFixed(1).padStart(9)}  best known ${String(known ?? "-").padStart(9)}  gap ${gap.toFixed(2).padStart(6)} %  ${used().toFixed(1)} s`);
  }
  if (gaps.length > 0) console.log(`${kind}: mean gap ${(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toFixed(3)} %, worst ${Math.max(...gaps).toFixed(2)} %, optimal ${gaps.filter((gap) => gap < 0.005).length} of ${gaps.length}`);
}

function benchKits(): void {
  for (const [name, limit] of Object.entries(KITS)) {
    const file = join(folder, "kits", `${name}.json`);
    if (!existsSync(file)) continue;
    const problem = kitsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    const { budget, used } = budgetOf(limit);
    const answer = solveKits(problem, budget);
    const { faults, left, weightLeft, cost } = checked(problem, answer);
    console.log(`${name.padEnd(10)} left out ${left.length} (weight ${weightLeft}), travel and kit-days ${(cost / HOUR).toFixed(2)} h, ${answer.routes.length} kit-days, broken rules ${faults.length}, ${used().toFixed(1)} s`);
  }
}

if (!existsSync(folder)) console.log(`Es gibt keine Vergleichsdaten in ${folder}; ein anderer Ordner: npm run bench:planning -- ORDNER`);
else {
  for (const [kind, limit] of [["solomon", seconds], ["homberger", seconds * 15]] as const) if (existsSync(join(folder, kind))) benchVrptw(kind, limit);
  benchKits();
}
