import type { Chance } from "@/lib/planning/random";
import type { Routes } from "@/lib/planning/routes";

/** How many visits a ruin takes out on average, and how long a string of them may be at most (Christiaens and Vanden Berghe, 2020). */
const MEAN_REMOVED = 10;
const LONGEST_STRING = 10;
const SPLIT_SHARE = 0.5;
const SPLIT_DEEPER = 0.01;

/** What a ruin took out. The list has room for every visit. */
export type Removed = { readonly list: Int32Array; count: number };

/** Takes strings of visits that follow each other out of the shifts around a visit, and leaves what remains with right times. */
export function ruinStrings(routes: Routes, seed: number, chance: Chance, removed: Removed): void {
  const { model, count, shiftOf, used } = routes;
  const { near, reach } = model;
  if (routes.usedCount === 0) return;
  let served = 0;
  for (let at = 0; at < routes.usedCount; at += 1) served += count[used[at]!]!;
  const longest = Math.min(LONGEST_STRING, served / routes.usedCount);
  const strings = Math.floor(1 + chance.share() * ((4 * MEAN_REMOVED) / (1 + longest) - 1));
  const ruined: number[] = [];
  for (let rank = 0; rank < reach && ruined.length < strings; rank += 1) {
    const visit = near[seed * reach + rank]!;
    const shift = shiftOf[visit]!;
    if (shift < 0 || ruined.includes(shift)) continue;
    ruined.push(shift);
    const length = Math.floor(1 + chance.share() * Math.min(count[shift]!, longest));
    removeString(routes, visit, Math.min(length, count[shift]!), chance, removed);
  }
  for (const shift of ruined) routes.settle(shift);
}

/** Takes a string that holds the visit out of its shift: in one piece, or with a part in the middle that stays. */
function removeString(routes: Routes, visit: number, length: number, chance: Chance, removed: Removed): void {
  const { model, next, prev, count, shiftOf } = routes;
  const shift = shiftOf[visit]!;
  const size = count[shift]!;
  let kept = 0;
  if (length > 1 && length < size && chance.share() < SPLIT_SHARE) for (kept = 1; length + kept < size && chance.share() < SPLIT_DEEPER; ) kept += 1;
  const span = length + kept;
  const start = model.visits + 2 * shift;
  let [before, after] = [0, 0];
  for (let node = prev[visit]!; node !== start && before < span; node = prev[node]!) before += 1;
  for (let node = next[visit]!; node !== start + 1 && after < span; node = next[node]!) after += 1;
  const [least, most] = [Math.max(0, span - 1 - after), Math.min(before, span - 1)];
  let node = visit;
  for (let back = least + chance.below(most - least + 1); back > 0; back -= 1) node = prev[node]!;
  const keptFrom = kept === 0 ? span : 1 + chance.below(length - 1);
  for (let at = 0; at < span; at += 1) {
    const following = next[node]!;
    if (at < keptFrom || at >= keptFrom + kept) {
      routes.remove(node);
      removed.list[removed.count] = node;
      removed.count += 1;
    }
    node = following;
  }
}

/** Empties one shift: the way to need one fewer. */
export function ruinShift(routes: Routes, shift: number, removed: Removed): void {
  const end = routes.model.visits + 2 * shift + 1;
  for (let node = routes.next[end - 1]!; node !== end; ) {
    const following = routes.next[node]!;
    routes.remove(node);
    removed.list[removed.count] = node;
    removed.count += 1;
    node = following;
  }
  routes.settle(shift);
}
