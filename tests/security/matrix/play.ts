import { contentOf } from "../../journeys/hostile-forms";
import type { Portal } from "../../journeys/portal";
import { actorsOn } from "./actors";
import { plantCanaries, type Canaries } from "./canaries";
import { formCells, pageCells, type Cell } from "./cells";
import { ask, departures, isForeign, shownBy, twinOf, type Seen } from "./run";

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
export async function play({ cells, canaries, ask: asked, content }: Stage, stride: number): Promise<Played> {
  const absentCells = new Map(cells.filter(({ object }) => object === "absent").map((cell) => [twinOf(cell), cell]));
  const absent = new Map<string, string>();
  const faults: string[] = [];
  const chosen = cells.filter((_, index) => index % stride === 0);
  let before = await content();
  for (const cell of chosen) {
    const answer = await asked(cell);
    const name = `${twinOf(cell)} (${cell.object} ${cell.target})`;
    for (const departure of departures(cell, answer, canaries)) faults.push(`${name}: ${departure}`);
    const twin = isForeign(cell) ? absentCells.get(twinOf(cell)) : undefined;
    if (twin) {
      if (!absent.has(twinOf(cell))) absent.set(twinOf(cell), shownBy(await asked(twin)));
      if (shownBy(answer) !== absent.get(twinOf(cell))) faults.push(`${name}: can be told from a row that never was`);
    }
    if (cell.verb.startsWith("POST")) {
      const after = await content();
      if (after !== before) faults.push(`${name}: changed ${changedTables(before, after).join(", ")}`);
      before = after;
    }
  }
  return { asked: chosen.length, faults };
}

/** The tables of which something differs between two contents. */
export function changedTables(before: string, after: string): readonly string[] {
  const known = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !known.has(line)).map((line) => line.split(" ")[0]!);
}

/**
 * The same with the application's own checks switched off: whatever the page says then, the database alone must keep every name from those whom it
 * does not concern, and every row from everybody else's forms.
 */
export async function playWithoutChecks({ cells, canaries, ask: asked, content }: Stage, stride: number): Promise<Played> {
  const isTenant = ({ actor, object }: Cell): boolean => actor.standing === "signed in" && actor.role !== "TEAM_LEAD" && !["malformed", "absent"].includes(object);
  const chosen = cells.filter(isTenant).filter((_, index) => index % stride === 0);
  const faults: string[] = [];
  let before = await content();
  for (const cell of chosen) {
    const answer = await asked(cell);
    const foreign = canaries.foreignIn(`${answer.text} ${answer.location} ${answer.said.join(" ")}`, cell.actor);
    const name = `${twinOf(cell)} (${cell.object} ${cell.target})`;
    if (foreign.length > 0) faults.push(`${name}: shows ${foreign.length} foreign names`);
    if (cell.verb.startsWith("POST")) {
      const after = await content();
      if (after !== before && isForeign(cell)) faults.push(`${name}: changed ${changedTables(before, after).join(", ")}`);
      before = after;
    }
  }
  return { asked: chosen.length, faults };
}
