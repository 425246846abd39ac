import fc from "fast-check";
import { solveVrptw, type VrptwProblem } from "@/lib/planning/vrptw";
import { vrptwSchema } from "@/scripts/solve/schemas";

const SEED = 20_261_128;

/** Points on a square with windows that can be met from the depot, enough vehicles, and a little of everything else. */
const someProblem: fc.Arbitrary<VrptwProblem> = fc.array(fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }), demand: fc.integer({ min: 0, max: 20 }), ready: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 0, max: 400 }), service: fc.integer({ min: 0, max: 30 }) }), { minLength: 1, maxLength: 25, size: "max" }).map((visits) => {
  const points = [{ x: 50, y: 50 }, ...visits];
  return {
    vehicles: visits.length, capacity: 40, n: visits.length,
    demand: [0, ...visits.map(({ demand }) => demand)], ready: [0, ...visits.map(({ ready }) => ready + 100)], due: [2_000, ...visits.map(({ ready, width }) => ready + 100 + width)], service: [0, ...visits.map(({ service }) => service)],
    matrix: points.map((from) => points.map((to) => Math.floor(Math.hypot(from.x - to.x, from.y - to.y)))),
  };
});

/** The length of the routes, and what is wrong with them. */
function checked({ capacity, vehicles, n, demand, ready, due, service, matrix }: VrptwProblem, routes: readonly (readonly number[])[]): { readonly faults: readonly string[]; readonly length: number } {
  const faults: string[] = [];
  let length = 0;
  for (const route of routes) {
    let [clock, place, load] = [ready[0]!, 0, 0];
    for (const visit of route) {
      const way = matrix[place]![visit]!;
      const start = Math.max(clock + way, ready[visit]!);
      if (start > due[visit]!) faults.push(`visit ${visit} is reached too late`);
      [clock, place, load, length] = [start + service[visit]!, visit, load + demand[visit]!, length + way];
    }
    length += matrix[place]![0]!;
    if (clock + matrix[place]![0]! > due[0]!) faults.push("a route is back too late");
    if (load > capacity) faults.push("a vehicle is too full");
  }
  const seen = routes.flat();
  if (seen.length !== n || new Set(seen).size !== n) faults.push("not every visit is made exactly once");
  if (routes.length > vehicles) faults.push("too many vehicles");
  return { faults, length };
}

test("routes of the textbook problem visit everybody once, in time and not too full", () => {
  fc.assert(fc.property(someProblem, (problem) => {
    expect(vrptwSchema.safeParse(problem).success).toBe(true);
    expect(checked(problem, solveVrptw(problem, { seed: 1, iterations: 60 }).routes).faults).toEqual([]);
  }), { numRuns: 500, seed: SEED });
});

test("more steps make no longer routes on the way", () => {
  fc.assert(fc.property(someProblem, (problem) => {
    const [short, long] = [1, 300].map((iterations) => checked(problem, solveVrptw(problem, { seed: 1, iterations }).routes).length);
    expect(long).toBeLessThanOrEqual(short!);
  }), { numRuns: 100, seed: SEED });
});

test("lists that do not belong together are refused", () => {
  const [problem] = fc.sample(someProblem, { numRuns: 1, seed: SEED });
  expect(vrptwSchema.safeParse({ ...problem, ready: problem!.ready.slice(1) }).success).toBe(false);
});
