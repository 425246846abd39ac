import type { Model } from "@/lib/planning/model";

/** A plan as it lies in the search's hands: every way to change it, and to take a change back. */
export class Routes {
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** The shift of a visit, or -1. */
  readonly shiftOf: Int32Array;
  /** The earliest and the latest time at which a node's stay may begin, given everything before and after it. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** The window in which a visit of a shift lies. */
  readonly open: Int32Array;
  readonly close: Int32Array;
  readonly loaded: Int32Array;
  readonly count: Int32Array;
  /** The shifts that are used, in no order. */
  readonly used: Int32Array;
  usedCount = 0;
  /** Travel, the fixed cost of used shifts, and what visits cost beside: without what is left out. */
  cost = 0;
  private readonly usedAt: Int32Array;
  private readonly free: readonly Int32Array[];
  private readonly freeCount: Int32Array;
  private readonly freeAt: Int32Array;
  private readonly tokenUse: Int32Array;
  private readonly saved: Int32Array;
  private readonly savedShifts: Int32Array;
  private readonly savedFrom: Int32Array;
  private readonly savedStamp: Int32Array;
  private savedCount = 0;
  private stamp = 0;
  private savedCost = 0;

  constructor(readonly model: Model) {
    const { visits, shifts, opens, closes, shiftsOfKind } = model;
    const nodes = visits + 2 * shifts;
    const [next, prev, shiftOf, earliest, latest, open, close] = Array.from({ length: 7 }, () => new Int32Array(nodes)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    [this.next, this.prev, this.shiftOf, this.earliest, this.latest, this.open, this.close] = [next, prev, shiftOf, earliest, latest, open, close];
    shiftOf.fill(-1, 0, visits);
    for (let shift = 0; shift < shifts; shift += 1) {
      const [start, end] = [visits + 2 * shift, visits + 2 * shift + 1];
      next[start] = end;
      prev[end] = start;
      shiftOf[start] = shiftOf[end] = shift;
      earliest[start] = earliest[end] = opens[shift]!;
      latest[start] = latest[end] = closes[shift]!;
    }
    [this.loaded, this.count, this.used, this.usedAt, this.freeAt, this.savedShifts, this.savedFrom, this.savedStamp] = Array.from({ length: 8 }, () => new Int32Array(shifts + 1)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    this.free = shiftsOfKind.map((list) => Int32Array.from([...list].reverse()));
    this.freeCount = Int32Array.from(this.free.map(({ length }) => length));
    for (const list of this.free) list.forEach((shift, at) => (this.freeAt[shift] = at));
    this.tokenUse = new Int32Array(model.tokenCount);
    this.saved = new Int32Array(5 * visits);
  }

  /** An unused shift of a kind whose kit and people are free, or -1. */
  freeShift(kind: number): number {
    const [list, count] = [this.free[kind]!, this.freeCount[kind]!];
    for (let at = count - 1; at >= 0; at -= 1) if (this.isAvailable(list[at]!)) return list[at]!;
    return -1;
  }

  /** From here on `undo` brings back what is now. */
  begin(): void {
    this.stamp += 1;
    this.savedCount = 0;
    this.savedFrom[0] = 0;
    this.savedCost = this.cost;
  }

  /** Takes a visit out of its shift. The times of the shift are wrong until `settle`. */
  remove(visit: number): void {
    const { next, prev, model } = this;
    const shift = this.shiftOf[visit]!;
    this.remember(shift);
    const [before, after] = [prev[visit]!, next[visit]!];
    next[before] = after;
    prev[after] = before;
    const { travel, row, side } = model;
    const [p, v, q] = [row[before]!, row[visit]!, row[after]!];
    this.count[shift]! -= 1;
    this.loaded[shift]! -= model.load[visit]!;
    this.shiftOf[visit] = -1;
    const isEmpty = this.count[shift] === 0;
    this.cost -= travel[p * side + v]! + travel[v * side + q]! - (isEmpty ? 0 : travel[p * side + q]!) + model.extra[visit * model.kinds + model.kind[shift]!]!;
    if (isEmpty) this.leave(shift);
  }

  /** Puts a visit behind a node of a shift, into a window, and brings the shift's times up to date. */
  insert(visit: number, before: number, open: number, close: number): void {
    const { next, prev, model } = this;
    const shift = this.shiftOf[before]!;
    this.remember(shift);
    const after = next[before]!;
    const { travel, row, side } = model;
    const [p, v, q] = [row[before]!, row[visit]!, row[after]!];
    const isFirst = this.count[shift] === 0;
    if (isFirst) this.take(shift);
    next[before] = prev[after] = visit;
    prev[visit] = before;
    next[visit] = after;
    this.shiftOf[visit] = shift;
    this.open[visit] = open;
    this.close[visit] = close;
    this.count[shift]! += 1;
    this.loaded[shift]! += model.load[visit]!;
    this.cost += travel[p * side + v]! + travel[v * side + q]! - (isFirst ? 0 : travel[p * side + q]!) + model.extra[visit * model.kinds + model.kind[shift]!]!;
    this.settle(shift);
  }

  /** Brings the times of a shift up to date. */
  settle(shift: number): void {
    const { next, prev, earliest, latest, open, close, model } = this;
    const { travel, row, side, service, visits } = model;
    const [start, end] = [visits + 2 * shift, visits + 2 * shift + 1];
    let [node, leaving] = [start, earliest[start]!];
    while (node !== end) {
      const following = next[node]!;
      const arrival = leaving + travel[row[node]! * side + row[following]!]!;
      const begin = following === end || arrival > open[following]! ? arrival : open[following]!;
      earliest[following] = begin;
      leaving = begin + service[following]!;
      node = following;
    }
    let due = latest[end]!;
    while (node !== start) {
      const previous = prev[node]!;
      due -= travel[row[previous]! * side + row[node]!]! + service[previous]!;
      if (previous === start) break;
      if (due > close[previous]!) due = close[previous]!;
      latest[previous] = due;
      node = previous;
    }
  }

  /** Takes back everything since `begin`. */
  undo(): void {
    const { model, next, prev, shiftOf, saved } = this;
    for (let index = 0; index < this.savedCount; index += 1) {
      const shift = this.savedShifts[index]!;
      const end = model.visits + 2 * shift + 1;
      for (let node = next[end - 1]!; node !== end; node = next[node]!) if (shiftOf[node] === shift) shiftOf[node] = -1;
    }
    for (let index = 0; index < this.savedCount; index += 1) {
      const shift = this.savedShifts[index]!;
      const [start, end] = [model.visits + 2 * shift, model.visits + 2 * shift + 1];
      const [from, to] = [this.savedFrom[index]!, this.savedFrom[index + 1]!];
      let [before, load] = [start, 0];
      for (let at = from; at < to; at += 5) {
        const visit = saved[at]!;
        next[before] = visit;
        prev[visit] = before;
        shiftOf[visit] = shift;
        this.open[visit] = saved[at + 1]!;
        this.close[visit] = saved[at + 2]!;
        this.earliest[visit] = saved[at + 3]!;
        this.latest[visit] = saved[at + 4]!;
        load += model.load[visit]!;
        before = visit;
      }
      next[before] = end;
      prev[end] = before;
      const count = (to - from) / 5;
      if (count > 0 && this.count[shift] === 0) this.take(shift);
      else if (count === 0 && this.count[shift]! > 0) this.leave(shift);
      this.count[shift] = count;
      this.loaded[shift] = load;
    }
    this.cost = this.savedCost;
  }

  /** Whether nobody and no kit of an unused shift is in another one. */
  isAvailable(shift: number): boolean {
    for (const token of this.model.tokens[shift]!) if (this.tokenUse[token]! > 0) return false;
    return true;
  }

  private remember(shift: number): void {
    if (this.savedStamp[shift] === this.stamp) return;
    this.savedStamp[shift] = this.stamp;
    const end = this.model.visits + 2 * shift + 1;
    let at = this.savedFrom[this.savedCount]!;
    for (let node = this.next[end - 1]!; node !== end; node = this.next[node]!) {
      this.saved[at] = node;
      this.saved[at + 1] = this.open[node]!;
      this.saved[at + 2] = this.close[node]!;
      this.saved[at + 3] = this.earliest[node]!;
      this.saved[at + 4] = this.latest[node]!;
      at += 5;
    }
    this.savedShifts[this.savedCount] = shift;
    this.savedCount += 1;
    this.savedFrom[this.savedCount] = at;
  }

  private take(shift: number): void {
    const kind = this.model.kind[shift]!;
    const list = this.free[kind]!;
    const [at, last] = [this.freeAt[shift]!, list[this.freeCount[kind]! - 1]!];
    list[at] = last;
    this.freeAt[last] = at;
    list[this.freeCount[kind]! - 1] = shift;
    this.freeAt[shift] = this.freeCount[kind]! - 1;
    this.freeCount[kind]! -= 1;
    this.usedAt[shift] = this.usedCount;
    this.used[this.usedCount] = shift;
    this.usedCount += 1;
    this.cost += this.model.fixed[shift]!;
    for (const token of this.model.tokens[shift]!) this.tokenUse[token]! += 1;
  }

  private leave(shift: number): void {
    const kind = this.model.kind[shift]!;
    const list = this.free[kind]!;
    const [at, first] = [this.freeAt[shift]!, list[this.freeCount[kind]!]!];
    list[at] = first;
    this.freeAt[first] = at;
    list[this.freeCount[kind]!] = shift;
    this.freeAt[shift] = this.freeCount[kind]!;
    this.freeCount[kind]! += 1;
    const [place, last] = [this.usedAt[shift]!, this.used[this.usedCount - 1]!];
    this.used[place] = last;
    this.usedAt[last] = place;
    this.usedCount -= 1;
    this.cost -= this.model.fixed[shift]!;
    for (const token of this.model.tokens[shift]!) this.tokenUse[token]! -= 1;
  }
}
