import fc from "fast-check";
import { solveKits, type KitsProblem } from "@/lib/planning/kits";
import { kitsSchema } from "@/scripts/solve/schemas";
import { checked, hasRoomFor } from "./check";
import { someProblem } from "./problems";

const SEED = 20_261_128;
const budget = { seed: 7, iterations: 60 };
/** Enough to do that a first plan is not the best one. */
const [busy] = fc.sample(someProblem({ visits: 60, kits: 3, days: 3 }).filter(({ visits, shifts }) => visits.length > 25 && shifts.length > 5), { numRuns: 1, seed: SEED }) as [KitsProblem];

describe("a plan for kits", () => {
  test("breaks no rule, and leaves nobody out for whom there is still room", () => {
    let [planned, leftOut] = [0, 0];
    fc.assert(fc.property(someProblem({ visits: 12, kits: 3, days: 3 }), (problem) => {
      expect(kitsSchema.safeParse(problem).success).toBe(true);
      const answer = solveKits(problem, budget);
      const { faults, left } = checked(problem, answer);
      expect(faults).toEqual([]);
      expect(left.filter((id) => hasRoomFor(problem, answer, id))).toEqual([]);
      planned += problem.visits.length - left.length;
      leftOut += left.length;
    }), { numRuns: 2_000, seed: SEED });
    // A run in which nothing was planned, or nothing was left out, would prove nothing.
    expect(planned).toBeGreaterThan(2_000);
    expect(leftOut).toBeGreaterThan(2_000);
  });

  test("is as good as trying out every order for a handful of visits", () => {
    fc.assert(fc.property(someProblem({ visits: 4, kits: 2, days: 1 }), (problem) => {
      const { weightLeft, cost } = checked(problem, solveKits(problem, { seed: 7, iterations: 400 }));
      expect([weightLeft, cost]).toEqual(exhaustively(problem));
    }), { numRuns: 300, seed: SEED });
  });

  test("is the same to the byte for the same seed and number of steps", () => {
    fc.assert(fc.property(someProblem({ visits: 12, kits: 3, days: 3 }), fc.integer({ min: 1, max: 1_000 }), (problem, seed) => {
      expect(JSON.stringify(solveKits(problem, { seed, iterations: 40 }))).toBe(JSON.stringify(solveKits(problem, { seed, iterations: 40 })));
    }), { numRuns: 200, seed: SEED });
  });

  test("only gets better while the search goes on", () => {
    const costs: number[] = [];
    solveKits(busy, { seed: 7, iterations: 500, onBetter: (cost) => costs.push(cost) });
    expect(costs.length).toBeGreaterThan(1);
    expect(costs).toEqual([...costs].sort((one, other) => other - one));
  });

  test("is made once even where there is no time at all", () => {
    const answer = solveKits(busy, { seed: 7, elapsed: () => 2 });
    expect(answer.routes.length).toBeGreaterThan(0);
    expect(checked(busy, answer).faults).toEqual([]);
  });
});

describe("a problem that is none", () => {
  const [problem] = fc.sample(someProblem({ visits: 6, kits: 2, days: 2 }).filter(({ visits, shifts }) => visits.length > 1 && shifts.length > 1), { numRuns: 1, seed: SEED });
  const faultsOf = (changed: unknown): readonly string[] => kitsSchema.safeParse(changed).error?.issues.map(({ path }) => path.join(".")) ?? [];

  test("is refused with the path of the field", () => {
    expect(faultsOf(problem)).toEqual([]);
    expect(faultsOf({ ...problem, travel: [...problem!.travel.slice(1), [0]] })).toEqual([`travel.${problem!.travel.length - 1}`]);
    expect(faultsOf({ ...problem, visits: [{ ...problem!.visits[0]!, loc: 99 }] })).toEqual(["visits.0.loc"]);
    expect(faultsOf({ ...problem, visits: [{ ...problem!.visits[0]!, priority: 9 }] })).toEqual(["visits.0.priority"]);
    expect(faultsOf({ ...problem, shifts: [problem!.shifts[0]!, { ...problem!.shifts[1]!, depot: 99 }] })).toEqual(["shifts.1.depot"]);
    expect(faultsOf({ ...problem, shifts: [{ ...problem!.shifts[0]!, start: -1 }] })).toEqual(["shifts.0.start"]);
  });
});

/** The least weight left out and the least cost, over every way to give a few visits to a few shifts in every order. */
function exhaustively(problem: KitsProblem): readonly [weightLeft: number, cost: number] {
  let best: readonly [number, number] = [Infinity, Infinity];
  const orders = new Map(problem.shifts.map(({ id }) => [id, [] as string[]]));
  const weigh = (): void => {
    const routes = [...orders].filter(([, visits]) => visits.length > 0).map(([shift, visits]) => ({ shift, visits: timed(problem, shift, visits) }));
    const { faults, weightLeft, cost } = checked(problem, { routes });
    if (faults.length === 0 && (weightLeft < best[0] || (weightLeft === best[0] && cost < best[1]))) best = [weightLeft, cost];
  };
  const place = (at: number): void => {
    const visit = problem.visits[at];
    if (!visit) return weigh();
    place(at + 1);
    for (const order of orders.values()) {
      for (let position = 0; position <= order.length; position += 1) {
        order.splice(position, 0, visit.id);
        place(at + 1);
        order.splice(position, 1);
      }
    }
  };
  place(0);
  return best;
}

/** The visits of an order with the earliest times that their windows allow; one that fits nowhere keeps a time that the checker refuses. */
function timed(problem: KitsProblem, shiftId: string, order: readonly string[]): readonly { readonly id: string; readonly start: number }[] {
  const shift = problem.shifts.find(({ id }) => id === shiftId)!;
  let [clock, place] = [shift.start, shift.depot];
  return order.map((id) => {
    const visit = problem.visits.find((one) => one.id === id)!;
    const arrival = clock + problem.travel[place]![visit.loc]!;
    const starts = visit.windows.map(([from, to]) => [Math.max(from, arrival), to - visit.duration] as const).flatMap(([start, latest]) => (start <= latest ? [start] : []));
    const start = starts.length > 0 ? Math.min(...starts) : -1;
    [clock, place] = [start + visit.duration, visit.loc];
    return { id, start };
  });
}
