import type { Model } from "@/lib/planning/model";
import type { Chance } from "@/lib/planning/random";
import type { Routes } from "@/lib/planning/routes";
import type { Removed } from "@/lib/planning/ruin";

/** One of so many places is overlooked, so that the same ruin does not always lead to the same plan. */
const OVERLOOKED = 100;

const wayOf = (model: Model, visit: number): number => model.travel[model.visits * model.side + visit]!;
const firstOpen = ({ windowFrom, windowOpen, kinds }: Model, visit: number): number => windowOpen[windowFrom[visit * kinds]!] ?? 0;
const lastClose = ({ windowFrom, windowClose, kinds }: Model, visit: number): number => windowClose[windowFrom[(visit + 1) * kinds]! - 1] ?? 0;

/** In which order visits that are outside look for a place; the weights are how often. */
const ORDERS: readonly { readonly weight: number; readonly key: (model: Model, visit: number) => number }[] = [
  { weight: 4, key: () => 0 },
  { weight: 4, key: ({ service, load }, visit) => -(service[visit]! + load[visit]!) },
  { weight: 3, key: ({ service, penalty }, visit) => service[visit]! / penalty[visit]! },
  { weight: 2, key: (model, visit) => -wayOf(model, visit) },
  { weight: 1, key: wayOf },
  { weight: 2, key: ({ kindFrom }, visit) => kindFrom[visit + 1]! - kindFrom[visit]! },
  { weight: 2, key: (model, visit) => -firstOpen(model, visit) },
  { weight: 2, key: lastClose },
  { weight: 2, key: (model, visit) => lastClose(model, visit) - firstOpen(model, visit) },
];

/** The keys of all orders for all visits, and which order each of so many draws means. */
export type Orders = { readonly keys: readonly Float64Array[]; readonly drawn: Uint8Array };

export function ordersOf(model: Model): Orders {
  return {
    keys: ORDERS.map(({ key }) => Float64Array.from({ length: model.visits }, (_, visit) => key(model, visit))),
    drawn: Uint8Array.from(ORDERS.flatMap(({ weight }, order) => Array.from({ length: weight }, () => order))),
  };
}

/** Sorts what is outside by a drawn order; what is equal lies by chance. */
export function sortOutside({ list, count }: Removed, { keys, drawn }: Orders, chance: Chance): void {
  for (let at = count - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1);
    const moved = list[at]!;
    list[at] = list[other]!;
    list[other] = moved;
  }
  const order = drawn[chance.below(drawn.length)]!;
  if (order === 0) return;
  const key = keys[order]!;
  for (let at = 1; at < count; at += 1) {
    const visit = list[at]!;
    const own = key[visit]!;
    let to = at;
    for (; to > 0 && key[list[to - 1]!]! > own; to -= 1) list[to] = list[to - 1]!;
    list[to] = visit;
  }
}

/** The best place found for a visit; `cost` is what it adds. */
export type Place = { before: number; open: number; close: number; cost: number };

/** Looks for the cheapest place of a visit below a cost, over used and unused shifts; `overlooks` counts down to a place that is not seen. */
export class Places {
  readonly place: Place = { before: -1, open: 0, close: 0, cost: 0 };
  private untilOverlooked: number;

  constructor(private readonly routes: Routes, private readonly chance: Chance, private readonly isThorough = false) {
    this.untilOverlooked = this.nextOverlooked();
  }

  find(visit: number, limit: number): boolean {
    const { place, routes } = this;
    place.before = -1;
    place.cost = limit;
    const { used } = routes;
    for (let at = 0; at < routes.usedCount; at += 1) this.inShift(visit, used[at]!);
    this.inUnused(visit);
    return place.before >= 0;
  }

  /** The cheapest place in one used shift. */
  inShift(visit: number, shift: number): void {
    const { routes, place } = this;
    const { model, next, earliest, latest, loaded } = routes;
    const { kinds, kind, windowFrom, windowOpen, windowClose, travel, side, row, service, visits } = model;
    if (loaded[shift]! + model.load[visit]! > model.capacity[shift]!) return;
    const pair = visit * kinds + kind[shift]!;
    const extra = model.extra[pair]!;
    const own = visit * side;
    const stay = service[visit]!;
    const end = visits + 2 * shift + 1;
    for (let window = windowFrom[pair]!; window < windowFrom[pair + 1]!; window += 1) {
      const [open, close] = [windowOpen[window]!, windowClose[window]!];
      let node = end - 1;
      while (node !== end) {
        const following = next[node]!;
        const [from, to] = [row[node]!, row[following]!];
        const there = travel[from * side + visit]!;
        const arrival = earliest[node]! + service[node]! + there;
        // Whoever comes too late after this visit comes later still after the next one.
        if (arrival > close) break;
        const onward = travel[own + to]!;
        if ((arrival > open ? arrival : open) + stay + onward <= latest[following]!) {
          const cost = there + onward - travel[from * side + to]! + extra;
          if (cost < place.cost && !this.isOverlooked()) {
            place.cost = cost;
            place.before = node;
            place.open = open;
            place.close = close;
          }
        }
        node = following;
      }
    }
  }

  /** A shift of its own. */
  private inUnused(visit: number): void {
    const { routes, place } = this;
    const { model } = routes;
    const { kindFrom, kindList, kinds, windowFrom, windowOpen, windowClose, travel, side, row, visits, fixed } = model;
    for (let at = kindFrom[visit]!; at < kindFrom[visit + 1]!; at += 1) {
      const kind = kindList[at]!;
      const pair = visit * kinds + kind;
      const first = model.shiftsOfKind[kind]![0]!;
      const depot = row[visits + 2 * first]!;
      const cost = fixed[first]! + travel[depot * side + visit]! + travel[visit * side + depot]! + model.extra[pair]!;
      if (cost >= place.cost) continue;
      const shift = routes.freeShift(kind);
      if (shift < 0 || this.isOverlooked()) continue;
      place.cost = cost;
      place.before = visits + 2 * shift;
      place.open = windowOpen[windowFrom[pair]!]!;
      place.close = windowClose[windowFrom[pair]!]!;
    }
  }

  private isOverlooked(): boolean {
    if (this.isThorough) return false;
    this.untilOverlooked -= 1;
    if (this.untilOverlooked > 0) return false;
    this.untilOverlooked = this.nextOverlooked();
    return true;
  }

  private nextOverlooked(): number {
    return 1 + Math.floor(this.chance.patience() * OVERLOOKED);
  }
}
