import type { PrismaClient } from "@/prisma/generated/client/client";
import { changedTables, contentOf } from "../../journeys/hostile-forms";
import type { Portal } from "../../journeys/portal";
import { inTurns } from "../attacks/ground";
import { actorsOn } from "./actors";
import { plantCanaries, type Canaries } from "./canaries";
import { formCells, pageCells, type Cell } from "./cells";
import { ask, departures, foreignNames, isForeign, shownBy, twinOf, type Seen } from "./run";

export type Stage = {
  readonly cells: readonly Cell[];
  readonly canaries: Canaries;
  readonly ask: (cell: Cell) => Promise<Seen>;
  readonly content: () => Promise<string>;
  /** Everybody's session, factors, codes and lists as they were in the beginning, with a proof of the second factor that is fresh. */
  readonly renew: () => Promise<void>;
};

/** How many are asked at one time, and how many forms are sent between two looks at all tables. */
const AT_ONCE = 4;
const GROUP = 8;
/** Well below the ten minutes after which what is essential asks for a proof again, and no longer for the row. */
const RENEWED_AFTER_MS = 240_000;

/** Everybody in place, every name replaced by a word of its own, and all that there is to ask. */
export async function stageOf(portal: Portal): Promise<Stage> {
  const origin = portal.origins()[0]!;
  await portal.stopWorker();
  const actors = await actorsOn(origin, portal.prisma());
  const canaries = await plantCanaries(portal.prisma());
  const cells = [...(await pageCells(actors, portal.prisma())), ...(await formCells(actors, portal.prisma()))];
  const renew = await renewal(portal.prisma());
  let renewedAt = performance.now();
  const asked = async (cell: Cell): Promise<Seen> => {
    if (performance.now() - renewedAt > RENEWED_AFTER_MS) {
      renewedAt = performance.now();
      await renew();
    }
    return ask(cell, origin, portal.prisma());
  };
  return { cells, canaries, ask: asked, content: () => contentOf(portal.prisma()), renew };
}

/** Puts back what a weakened form may have taken from everybody: the sessions, the open resets, and the rows of each account. */
async function renewal(prisma: PrismaClient): Promise<() => Promise<void>> {
  const sessions = await prisma.session.findMany({ select: { id: true, tokenHash: true, membershipId: true, endedAt: true } });
  const resets = await prisma.factorReset.findMany({ where: { decidedAt: null }, select: { id: true } });
  const [factors, codes, lists] = [await prisma.factor.findMany(), await prisma.recoveryCode.findMany(), await prisma.rosterImport.findMany()];
  return async () => {
    const now = new Date();
    for (const { id, ...before } of sessions) await prisma.session.update({ where: { id }, data: { ...before, factorAt: now, lastSeenAt: now } });
    await prisma.factorReset.updateMany({ where: { id: { in: resets.map(({ id }) => id) } }, data: { decidedAt: null, decidedById: null, isConfirmed: false } });
    await prisma.factor.createMany({ data: factors, skipDuplicates: true });
    await prisma.recoveryCode.createMany({ data: codes, skipDuplicates: true });
    await prisma.rosterImport.createMany({ data: lists, skipDuplicates: true });
  };
}

/** What a run of cells found: how many were asked, and where the portal did something else than what is promised. */
export type Played = { readonly asked: number; readonly faults: readonly string[] };

/** Asks for every cell of the sample and compares each answer with the access table. */
export async function play(stage: Stage, stride: number): Promise<Played> {
  const absentCells = new Map(stage.cells.filter(({ object }) => object === "absent").map((cell) => [twinOf(cell), cell]));
  const absent = new Map<string, Promise<string>>();
  const shown = async (cell: Cell): Promise<string> => shownBy(await stage.ask(cell));
  const judge: Judge = async (cell, answer) => {
    const faults = departures(cell, answer, stage.canaries);
    const twin = isForeign(cell) ? absentCells.get(twinOf(cell)) : undefined;
    if (!twin) return faults;
    const key = twinOf(cell);
    if (!absent.has(key)) absent.set(key, shown(twin));
    const [one, other] = [shownBy(answer), await absent.get(key)!];
    // The two were asked at different times: what the row makes differ does so too when they are asked one after the other.
    if (one === other || (await shown(cell)) === (await shown(twin))) return faults;
    return [...faults, `can be told from a row that never was: ${difference(one, other)}`];
  };
  return walk(stage, stage.cells, stride, { judge, mayChange: () => false });
}

/** Where two answers begin to differ, with a little of both. */
function difference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return [one, other].map((text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 120))).join(" / ");
}

/**
 * The same with the application's own checks switched off: whatever the page says then, the database alone must keep every name from those whom it
 * does not concern, and every row from everybody else's forms.
 */
export async function playWithoutChecks(stage: Stage, stride: number): Promise<Played> {
  const tenants = stage.cells.filter((cell) => cell.actor.standing === "signed in" && cell.actor.role !== "TEAM_LEAD" && !["malformed", "absent"].includes(cell.object) && !isAdministration(cell));
  return walk(stage, tenants, stride, { judge: async (cell, answer) => foreignNames(cell, answer, stage.canaries), mayChange: (cell) => !isForeign(cell) });
}

/** Anybody's session is the administrator's to end, by a form of its own: the database cannot keep that from the form for the own ones. */
const isAdministration = ({ actor, endpoint }: Cell): boolean => actor.role === "ADMINISTRATOR" && endpoint === "/do/account.endSession";

type Judge = (cell: Cell, answer: Seen) => Promise<readonly string[]>;

/**
 * Asks for one of so many cells in turn, a few at a time, and collects what the judge says of each answer. Forms that must not change anything are sent in
 * groups, with a look at all tables after each group.
 */
async function walk({ ask: asked, content }: Stage, cells: readonly Cell[], stride: number, { judge, mayChange }: { readonly judge: Judge; readonly mayChange: (cell: Cell) => boolean }): Promise<Played> {
  const chosen = cells.filter((_, index) => index % stride === 0);
  const isQuiet = (cell: Cell): boolean => cell.verb.startsWith("POST") && !mayChange(cell);
  const faults: string[] = [];
  const one = async (cell: Cell): Promise<void> => {
    for (const fault of await judge(cell, await asked(cell))) faults.push(`${nameOf(cell)}: ${fault}`);
  };
  await inTurns(chosen.filter((cell) => !isQuiet(cell)), AT_ONCE, one);
  const quiet = chosen.filter(isQuiet);
  let before = await content();
  for (let begin = 0; begin < quiet.length; begin += GROUP) {
    const group = quiet.slice(begin, begin + GROUP);
    await inTurns(group, AT_ONCE, one);
    const after = await content();
    const tables = changedTables(before, after);
    if (tables.length > 0) faults.push(`one of ${group.map(nameOf).join(", ")}: changed ${tables.join(", ")}`);
    before = after;
  }
  return { asked: chosen.length, faults };
}

const nameOf = (cell: Cell): string => `${twinOf(cell)} (${cell.object} ${cell.target})`;
