import { changedTables, contentOf } from "../../journeys/hostile-forms";
import type { Portal } from "../../journeys/portal";
import { actorsOn } from "./actors";
import { plantCanaries, type Canaries } from "./canaries";
import { formCells, pageCells, type Cell } from "./cells";
import { ask, departures, foreignNames, isForeign, shownBy, twinOf, type Seen } from "./run";

export type Stage = { readonly cells: readonly Cell[]; readonly canaries: Canaries; readonly ask: (cell: Cell) => Promise<Seen>; readonly content: () => Promise<string> };

/** Everybody in place, every name replaced by a word of its own, and all that there is to ask. */
export async function stageOf(portal: Portal): Promise<Stage> {
  const origin = portal.origins()[0]!;
  await portal.stopWorker();
  const actors = await actorsOn(origin, portal.prisma());
  const canaries = await plantCanaries(portal.prisma());
  const cells = [...(await pageCells(actors, portal.prisma())), ...(await formCells(actors, portal.prisma()))];
  return { cells, canaries, ask: (cell) => ask(cell, origin, portal.prisma()), content: () => contentOf(portal.prisma()) };
}

/** What a run of cells found: how many were asked, and where the portal did something else than what is promised. */
export type Played = { readonly asked: number; readonly faults: readonly string[] };

/** Asks for every cell of the sample and compares each answer with the access table. */
export async function play(stage: Stage, stride: number): Promise<Played> {
  const absentCells = new Map(stage.cells.filter(({ object }) => object === "absent").map((cell) => [twinOf(cell), cell]));
  const absent = new Map<string, string>();
  return walk(stage, stage.cells, stride, async (cell, answer, changed) => {
    const faults = [...departures(cell, answer, stage.canaries), ...sayingChanged(changed)];
    const twin = isForeign(cell) ? absentCells.get(twinOf(cell)) : undefined;
    if (!twin) return faults;
    if (!absent.has(twinOf(cell))) absent.set(twinOf(cell), shownBy(await stage.ask(twin)));
    return shownBy(answer) === absent.get(twinOf(cell)) ? faults : [...faults, "can be told from a row that never was"];
  });
}

/**
 * The same with the application's own checks switched off: whatever the page says then, the database alone must keep every name from those whom it
 * does not concern, and every row from everybody else's forms.
 */
export async function playWithoutChecks(stage: Stage, stride: number): Promise<Played> {
  const tenants = stage.cells.filter(({ actor, object }) => actor.standing === "signed in" && actor.role !== "TEAM_LEAD" && !["malformed", "absent"].includes(object));
  return walk(stage, tenants, stride, async (cell, answer, changed) => [...foreignNames(cell, answer, stage.canaries), ...(isForeign(cell) ? sayingChanged(changed) : [])]);
}

type Judge = (cell: Cell, answer: Seen, changed: readonly string[]) => Promise<readonly string[]>;

/** Asks for one of so many cells in turn and collects what the judge says of each answer and of the tables that a form changed. */
async function walk({ ask: asked, content }: Stage, cells: readonly Cell[], stride: number, judge: Judge): Promise<Played> {
  const chosen = cells.filter((_, index) => index % stride === 0);
  const faults: string[] = [];
  let before = await content();
  for (const cell of chosen) {
    const answer = await asked(cell);
    const after = cell.verb.startsWith("POST") ? await content() : before;
    for (const fault of await judge(cell, answer, changedTables(before, after))) faults.push(`${twinOf(cell)} (${cell.object} ${cell.target}): ${fault}`);
    before = after;
  }
  return { asked: chosen.length, faults };
}

const sayingChanged = (tables: readonly string[]): readonly string[] => (tables.length === 0 ? [] : [`changed ${tables.join(", ")}`]);
