import type { VrptwProblem } from "@/lib/planning/vrptw";

const COLUMNS = 7;
/** Distances count to one decimal, cut off (the convention of the DIMACS challenge); everything is kept in tenths. */
const TENTHS = 10;

/** An instance in Solomon's text format: the vehicles, then a line for the depot and for each customer. */
export function solomonProblem(text: string): VrptwProblem {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/).map(Number)).filter((numbers) => numbers.every(Number.isFinite) && numbers[0] !== undefined);
  const [vehicles, capacity] = lines.find(({ length }) => length === 2) as [number, number];
  const rows = lines.filter(({ length }) => length === COLUMNS);
  const column = (index: number, factor = 1): number[] => rows.map((row) => row[index]! * factor);
  const [x, y] = [column(1), column(2)];
  return {
    vehicles, capacity, n: rows.length - 1, x, y, demand: column(3), ready: column(4, TENTHS), due: column(5, TENTHS), service: column(6, TENTHS),
    matrix: rows.map((_, from) => rows.map((__, to) => Math.floor(Math.hypot(x[from]! - x[to]!, y[from]! - y[to]!) * TENTHS))),
  };
}

/** How long routes are, from and to the depot. */
export function lengthOf({ matrix }: VrptwProblem, routes: readonly (readonly number[])[]): number {
  return routes.reduce((sum, route) => sum + [...route, 0].reduce((way, visit, at) => way + matrix[route[at - 1] ?? 0]![visit]!, 0), 0);
}
