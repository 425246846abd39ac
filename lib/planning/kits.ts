import { modelOf, type ModelShift, type ModelVisit } from "@/lib/planning/model";
import { search, type Budget } from "@/lib/planning/search";

/** Kits on days and visits to them, for a comparison from outside. All times are whole seconds since the first midnight; a window holds the whole stay. */
export type KitsProblem = {
  readonly name?: string | undefined;
  readonly days?: unknown;
  readonly locations?: unknown;
  /** Seconds from one place to another. */
  readonly travel: readonly (readonly number[])[];
  readonly shifts: readonly KitsShift[];
  readonly visits: readonly KitsVisit[];
  /** What leaving out a visit of each priority weighs. */
  readonly weights: Readonly<Record<string, number>>;
  readonly fixedShiftCost: number;
};

export type KitsShift = { readonly id: string; readonly kit: string; readonly day: number; readonly depot: number; readonly start: number; readonly end: number; readonly skills: readonly string[]; readonly maxVisits: number };

export type KitsVisit = {
  readonly id: string; readonly loc: number; readonly setup: number; readonly appointments: number; readonly perAppointment: number; readonly duration: number;
  readonly windows: readonly (readonly [from: number, to: number])[];
  readonly priority: number; readonly requires: readonly string[];
};

export type KitsAnswer = { readonly routes: readonly { readonly shift: string; readonly visits: readonly { readonly id: string; readonly start: number }[] }[] };

/** A place for one more visit may cost this many times the dearest detour; dearer ones stand for a rearrangement of many. */
const REARRANGEMENT = 1;

/** Which kit goes where on which day: as little weight as possible left out, then as little travel and as few kit-days as possible. */
export function solveKits({ travel, shifts, visits, weights, fixedShiftCost }: KitsProblem, budget: Budget): KitsAnswer {
  const kinds = kindsOf(shifts);
  const exemplars = shifts.filter((_, index) => kinds.indexOf(kinds[index]!) === index);
  const dearest = REARRANGEMENT * (fixedShiftCost + 2 * travel.reduce((most, row) => row.reduce((one, other) => Math.max(one, other), most), 1));
  const modelShifts = shifts.map(({ depot, start, end, maxVisits }, index): ModelShift => ({ kind: kinds[index]!, depot, opens: start, closes: end, capacity: maxVisits, fixed: fixedShiftCost, tokens: [] }));
  const modelVisits = visits.map(({ loc, duration, windows, priority, requires }): ModelVisit => ({
    place: loc, service: duration, load: 1, penalty: dearest * weights[priority]!, extra: () => 0,
    starts: (kind) => {
      const { start, end, skills } = exemplars[kind]!;
      if (!requires.every((skill) => skills.includes(skill))) return [];
      return windows.filter(([open, close]) => open < end && close > start).map(([open, close]) => [open, close - duration] as const);
    },
  }));
  const { routes } = search(modelOf(modelVisits, modelShifts, (from, to) => travel[from]![to]!), budget);
  return { routes: routes.flatMap((stops, index) => (stops.length === 0 ? [] : [{ shift: shifts[index]!.id, visits: stops.map(({ visit, start }) => ({ id: visits[visit]!.id, start })) }])) };
}

/** Shifts that can stand for each other have one number: the same hours of the same day, depot, skills and size. */
function kindsOf(shifts: KitsProblem["shifts"]): readonly number[] {
  const known = new Map<string, number>();
  return shifts.map(({ depot, start, end, skills, maxVisits }) => {
    const key = JSON.stringify([depot, start, end, [...skills].sort(), maxVisits]);
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key)!;
  });
}
