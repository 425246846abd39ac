import { modelOf } from "@/lib/planning/model";
import { search, type Budget } from "@/lib/planning/search";

/** The textbook problem: one depot (index 0), vehicles of one kind, one window for each visit; whole numbers in units of one's own. */
export type VrptwProblem = {
  readonly name?: string | undefined;
  readonly vehicles: number; readonly capacity: number; readonly n: number;
  readonly x?: readonly number[] | undefined; readonly y?: readonly number[] | undefined;
  readonly demand: readonly number[]; readonly ready: readonly number[]; readonly due: readonly number[]; readonly service: readonly number[];
  readonly matrix: readonly (readonly number[])[];
};

/** Leaving a visit out is never cheaper than any tour to it. */
const DEAREST_TOUR = 4;

/** The shortest routes found, each a list of visits (1 to n). */
export function solveVrptw({ vehicles, capacity, n, demand, ready, due, service, matrix }: VrptwProblem, budget: Budget): { readonly routes: readonly (readonly number[])[] } {
  const penalty = DEAREST_TOUR * matrix.reduce((most, row) => row.reduce((one, other) => Math.max(one, other), most), 1);
  const visits = Array.from({ length: n }, (_, index) => index + 1).map((place) => ({
    place, service: service[place]!, load: demand[place]!, penalty, starts: () => [[ready[place]!, due[place]!] as const], extra: () => 0,
  }));
  const shifts = Array.from({ length: Math.min(vehicles, n) }, () => ({ kind: 0, depot: 0, opens: ready[0]!, closes: due[0]!, capacity, fixed: 0, tokens: [] }));
  const { routes } = search(modelOf(visits, shifts, (from, to) => matrix[from]![to]!), budget);
  return { routes: routes.filter(({ length }) => length > 0).map((stops) => stops.map(({ visit }) => visit + 1)) };
}
