import type { Weakening } from "@/scripts/security/weaken";
import { changedTables } from "../../journeys/hostile-forms";
import type { Stage } from "./play";
import { departures, shownBy } from "./run";
import { isAllowedTo, type Cell } from "./cells";
import type { Switches } from "./switches";
import { isSignedIn, signedInVisitor } from "../../journeys/visitor";

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

/** The cells that ask each scope condition, found by asking once for all of them. */
export async function cellsByCondition(stage: Stage, controls: Switches): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const cells = stage.cells.filter(({ actor, verb, object }) => actor.standing === "signed in" && (verb === "GET" || verb === "POST") && object !== "malformed");
  const found = new Map<string, Cell[]>();
  controls.weaken("policy:*");
  controls.asked();
  for (const cell of cells) {
    await stage.ask(cell);
    for (const name of controls.asked()) if (name.startsWith("scope:")) found.set(name, [...(found.get(name) ?? []), cell]);
  }
  return found;
}

/** What may be seen of one cell: the answer without what differs by chance, and whose names it holds. */
async function signature(cell: Cell, stage: Stage): Promise<string> {
  const answer = await stage.ask(cell);
  return `${shownBy(answer)}\n${stage.canaries.foreignIn(answer.text, cell.actor).join()}`;
}

/**
 * Whether it is noticed that a scope condition is gone. The other walls are down (every role may everything, the database keeps nothing back), so that
 * the condition stands alone. A cell notices when its answer differs while the same answer before and after is equal, or when a row changes.
 */
export async function isConditionNoticed({ id }: Weakening, cells: readonly Cell[], stage: Stage, controls: Switches): Promise<boolean> {
  for (const cell of cells) {
    controls.weaken("policy:*");
    const before = await signature(cell, stage);
    const content = await stage.content();
    controls.weaken("policy:*", id);
    const without = await signature(cell, stage);
    if (changedTables(content, await stage.content()).length > 0) return true;
    if (without === before) continue;
    controls.weaken("policy:*");
    if ((await signature(cell, stage)) === before) return true;
  }
  return false;
}

/**
 * Whether it is noticed that a condition on the own session is gone: two browsers of one person and one of another are signed in, the first sends the forms
 * of its own account, and the others must be as they would have been. Ends everybody's sessions where it is not: to be asked last.
 */
export async function isOwnConditionNoticed({ id }: Weakening, origin: string, controls: Switches): Promise<boolean> {
  const after = async (form: string, ...names: readonly string[]): Promise<string> => {
    controls.weaken();
    const first = await signedInVisitor(origin, "burgholz-fort");
    const others = [await signedInVisitor(origin, "burgholz-fort"), await signedInVisitor(origin, "linde")];
    controls.weaken(...names);
    const { status } = await first.post(form, { _from: "/account" });
    controls.weaken();
    return [status, ...(await Promise.all(others.map(isSignedIn)))].join();
  };
  for (const form of ["account.signOut", "account.stay"]) if ((await after(form)) !== (await after(form, id))) return true;
  return false;
}
