import type { Weakening } from "@/scripts/security/weaken";
import { changedTables } from "../../journeys/hostile-forms";
import { inTurns } from "../attacks/ground";
import type { Stage } from "./play";
import { departures, shownBy } from "./run";
import { isAllowedTo, type Cell, type Standing } from "./cells";
import type { Switches } from "./switches";

/**
 * Whether the matrix notices that a permission is given to everybody: first with every other wall standing, then with the scope conditions away, for
 * pages that are empty for strangers anyhow.
 */
export async function isPolicyNoticed({ id }: Weakening, stage: Stage, controls: Switches): Promise<"at once" | "behind the scope" | "never"> {
  const permission = id.slice("policy:".length);
  const forbidden = stage.cells.filter((cell) => cell.permission === permission && cell.actor.standing === "signed in" && !isAllowedTo(cell.actor, cell.permission) && (cell.verb === "GET" || cell.verb === "POST"));
  const departs = async (cell: Cell): Promise<boolean> => departures(cell, await stage.ask(cell), stage.canaries).length > 0;
  controls.weaken(id);
  for (const cell of forbidden) if (await departs(cell)) return "at once";
  for (const cell of forbidden) {
    controls.weaken("scope:*");
    if (await departs(cell)) continue;
    controls.weaken("scope:*", id);
    if (await departs(cell)) return "behind the scope";
  }
  return "never";
}

/** Permissions that every role has: given to everybody they are the same. */
export function isEverybodys({ id }: Weakening, stage: Stage): boolean {
  const permission = id.slice("policy:".length);
  return stage.cells.every((cell) => cell.permission !== permission || cell.actor.standing !== "signed in" || isAllowedTo(cell.actor, cell.permission));
}

/** Whose answers tell the most about a condition: first those of strangers. */
const TELLING: Readonly<Record<Standing, number>> = { foreign: 0, "foreign kind": 1, none: 2, colleague: 3, own: 4, absent: 5, malformed: 6 };
const AT_ONCE = 4;
/** So many cells are asked before, with and after a weakening at one time. */
const GROUP = 8;

/** The cells that can tell something of a scope condition, for one endpoint and role after the other. */
export function tellingCells(stage: Stage): ReadonlyMap<string, readonly Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of stage.cells) {
    const { actor, verb, object, endpoint } = cell;
    if (actor.standing !== "signed in" || (verb !== "GET" && verb !== "POST") || object === "malformed") continue;
    const key = `${endpoint} ${actor.role}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  for (const cells of groups.values()) cells.sort((one, other) => TELLING[one.object] - TELLING[other.object]);
  return groups;
}

/** The cells that ask each scope condition, found by asking each group of them once; of every group the most telling first. */
export async function cellsByCondition(groups: Iterable<readonly Cell[]>, stage: Stage, controls: Switches): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const found = new Map<string, (readonly Cell[])[]>();
  await stage.renew();
  controls.weaken(...BEHIND_THE_POLICY);
  controls.asked();
  for (const cells of groups) {
    await inTurns(cells, AT_ONCE, async (cell) => void (await stage.ask(cell)));
    for (const name of controls.asked()) if (name.startsWith("scope:")) found.set(name, [...(found.get(name) ?? []), cells]);
  }
  return new Map([...found].map(([name, askedBy]) => [name, inRounds(askedBy)]));
}

/** The first of each group, then the second of each, and so on. */
function inRounds(groups: readonly (readonly Cell[])[]): readonly Cell[] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) => groups.flatMap((cells) => cells.slice(round, round + 1))).flat();
}

/** What was seen when a group of cells was asked: each answer without what differs by chance, and the tables that changed meanwhile. */
async function look(cells: readonly Cell[], stage: Stage, before: string): Promise<{ readonly answers: readonly string[]; readonly content: string; readonly changed: readonly string[] }> {
  const answers: string[] = [];
  await inTurns(cells, AT_ONCE, async (cell, index) => {
    const answer = await stage.ask(cell);
    answers[index] = `${shownBy(answer)}\n${stage.canaries.foreignIn(answer.text, cell.actor).join()}`;
  });
  const content = await stage.content();
  return { answers, content, changed: changedTables(before, content) };
}

/**
 * Whether it is noticed that a scope condition is gone while the walls of `down` are down. A group of cells notices when an answer differs while the same answer
 * before and after is equal, or when a table changes that did not change before.
 */
export async function isConditionNoticed({ id }: Weakening, cells: readonly Cell[], down: readonly string[], stage: Stage, controls: Switches): Promise<boolean> {
  await stage.renew();
  for (let begin = 0; begin < cells.length; begin += GROUP) {
    const group = cells.slice(begin, begin + GROUP);
    controls.weaken(...down);
    const before = await look(group, stage, await stage.content());
    controls.weaken(...down, id);
    const without = await look(group, stage, before.content);
    if (without.changed.some((table) => !before.changed.includes(table))) return true;
    const differing = group.filter((_, index) => without.answers[index] !== before.answers[index]);
    if (differing.length === 0) continue;
    controls.weaken(...down);
    const after = await look(differing, stage, without.content);
    if (differing.some((cell, index) => after.answers[index] === before.answers[group.indexOf(cell)])) return true;
  }
  return false;
}

/** Every role may everything, and the database keeps nothing back (see the test): what is left are the conditions. */
export const BEHIND_THE_POLICY = ["policy:*"];

/** The same, and all other conditions are down as well, but for an alternative in the same line: one that stands behind another is noticed only alone. */
export function allBut({ file, line }: Weakening, conditions: readonly Weakening[]): readonly string[] {
  return [...BEHIND_THE_POLICY, ...conditions.filter((one) => one.file !== file || one.line !== line).map(({ id }) => id)];
}

/** All telling cells of the endpoints that ask a condition: whoever is stopped before it when all others stand may come to it when it stands alone. */
export function cellsOfEndpoints(asking: readonly Cell[], groups: ReadonlyMap<string, readonly Cell[]>): readonly Cell[] {
  const endpoints = new Set(asking.map(({ endpoint }) => endpoint));
  return inRounds([...groups.values()].filter(([first]) => first && endpoints.has(first.endpoint)));
}
