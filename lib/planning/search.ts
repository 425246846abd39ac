import type { Model } from "@/lib/planning/model";
import { chanceOf, exponential, naturalLog, type Chance } from "@/lib/planning/random";
import { ordersOf, Places, sortOutside } from "@/lib/planning/recreate";
import { Routes } from "@/lib/planning/routes";
import { ruinShift, ruinStrings, type Removed } from "@/lib/planning/ruin";

/** What the search is to do and for how long: it ends with the first of both. */
export type Budget = {
  readonly seed: number;
  readonly iterations?: number;
  /** How much of the time that it has is over, from 0 to 1; asked now and then. Without it the iterations decide. */
  readonly elapsed?: () => number;
  /** Called with every better plan's cost. */
  readonly onBetter?: (cost: number, iterations: number) => void;
};

/** A visit in its place: when its stay begins, and in which window. */
export type Stop = { readonly visit: number; readonly start: number; readonly open: number; readonly close: number };

/** A plan: for each shift its visits in order, each and who is left out. */
export type Found = {
  readonly routes: readonly (readonly Stop[])[];
  readonly left: readonly number[];
  readonly cost: number;
  readonly iterations: number;
};

/** In units of what one step of the first plan costs on average. */
const WARMEST = 1.0;
const COLDEST = 0.01;
const BETWEEN_LOOKS = 50;

/** Ruin and recreate under a falling temperature: takes strings out, puts everything back where it is cheapest, and keeps what is hardly worse. */
export function search(model: Model, { seed, iterations = Infinity, elapsed, onBetter }: Budget): Found {
  const chance = chanceOf(seed);
  const routes = new Routes(model);
  const places = new Places(routes, chance);
  const orders = ordersOf(model);
  const outside: Removed = { list: new Int32Array(model.visits + 1), count: 0 };
  const bank = new Int32Array(model.visits + 1);
  let bankCount = model.visits;
  for (let visit = 0; visit < model.visits; visit += 1) bank[visit] = visit;
  const best = new Best(model);
  let current = Infinity;
  let [scale, temperature, progress, done] = [1, 0, 0, 0];
  for (; done < Math.max(1, iterations); done += 1) {
    if (done % BETWEEN_LOOKS === 0) {
      progress = Math.min(1, elapsed ? elapsed() : done / iterations);
      // However little time there is: the first plan is always made.
      if (progress === 1 && done > 0) break;
      temperature = scale * WARMEST * exponential(progress * naturalLog(COLDEST / WARMEST));
    }
    routes.begin();
    outside.count = bankCount;
    outside.list.set(bank.subarray(0, bankCount));
    if (done > 0) ruin(routes, chance, outside);
    sortOutside(outside, orders, chance);
    const [stillOut, penalty] = recreate(routes, places, outside);
    const cost = routes.cost + penalty;
    if (cost < current + temperature * chance.patience()) {
      if (done === 0) scale = routes.cost / (model.visits - stillOut + routes.usedCount);
      current = cost;
      bankCount = stillOut;
      bank.set(outside.list.subarray(0, stillOut));
      if (cost < best.cost) {
        best.keep(routes, cost);
        onBetter?.(cost, done);
      }
    } else routes.undo();
  }
  return { ...completed(model, best.plan(), chance), iterations: done };
}

/** Gives everybody a place who still finds one when none is overlooked. */
function completed(model: Model, { routes: plan, left }: Pick<Found, "routes" | "left">, chance: Chance): Omit<Found, "iterations"> {
  const routes = new Routes(model);
  plan.forEach((stops, shift) => {
    let before = model.visits + 2 * shift;
    for (const { visit, open, close } of stops) {
      routes.insert(visit, before, open, close);
      before = visit;
    }
  });
  const [stillOut, penalty] = recreate(routes, new Places(routes, chance, true), { list: Int32Array.from(left), count: left.length });
  const best = new Best(model);
  best.keep(routes, routes.cost + penalty);
  if (best.plan().left.length !== stillOut) throw new Error("the plan lost a visit");
  return { ...best.plan(), cost: best.cost };
}

/** One of so many ruins empties a shift instead. */
const EMPTYING = 50;

function ruin(routes: Routes, chance: Chance, outside: Removed): void {
  if (routes.usedCount > 0 && chance.below(EMPTYING) === 0) ruinShift(routes, routes.used[chance.below(routes.usedCount)]!, outside);
  else ruinStrings(routes, chance.below(routes.model.visits), chance, outside);
}

/** Puts everybody back where it is cheapest; who costs more than being left out stays outside, at the front of the list. Answers how many, and their penalty. */
function recreate(routes: Routes, places: Places, outside: Removed): readonly [count: number, penalty: number] {
  const { list, count } = outside;
  let [stillOut, penalty] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const visit = list[at]!;
    const worth = routes.model.penalty[visit]!;
    if (places.find(visit, worth)) routes.insert(visit, places.place.before, places.place.open, places.place.close);
    else {
      list[stillOut] = visit;
      stillOut += 1;
      penalty += worth;
    }
  }
  return [stillOut, penalty];
}

/** The best plan so far, as a copy. */
class Best {
  cost = Infinity;
  private readonly next: Int32Array;
  private readonly earliest: Int32Array;
  private readonly shiftOf: Int32Array;
  private readonly open: Int32Array;
  private readonly close: Int32Array;

  constructor(private readonly model: Model) {
    const nodes = model.visits + 2 * model.shifts;
    [this.next, this.earliest, this.shiftOf, this.open, this.close] = Array.from({ length: 5 }, () => new Int32Array(nodes)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  }

  keep(routes: Routes, cost: number): void {
    this.cost = cost;
    this.next.set(routes.next);
    this.earliest.set(routes.earliest);
    this.shiftOf.set(routes.shiftOf);
    this.open.set(routes.open);
    this.close.set(routes.close);
  }

  plan(): Pick<Found, "routes" | "left"> {
    const { visits, shifts } = this.model;
    const routes = Array.from({ length: shifts }, (_, shift) => {
      const stops: Stop[] = [];
      const end = visits + 2 * shift + 1;
      for (let node = this.next[end - 1]!; node !== end; node = this.next[node]!) stops.push({ visit: node, start: this.earliest[node]!, open: this.open[node]!, close: this.close[node]! });
      return stops;
    });
    return { routes, left: Array.from({ length: visits }, (_, visit) => visit).filter((visit) => this.shiftOf[visit]! < 0) };
  }
}
