/**
 * What the portal's own process does with lists of people, and nothing else: reads each file, shows it, takes it over, reads and takes it a second time, and reads it with one
 * bad row. Started by `bench-import.ts`, which makes houses and files and reads the figures from the last line.
 */
import { readFileSync } from "node:fs";
import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { closeDatabase } from "@/lib/db/client";
import { ownFacility } from "@/lib/facilities/queries";
import { readList, takeList } from "@/lib/roster-imports/commands";
import { importPreview } from "@/lib/roster-imports/queries";
import type { RowFault } from "@/lib/roster-imports/types";

/** A list, the same with one bad row, and whose house they are of. */
export type ImportOrder = { readonly fileName: string; readonly path: string; readonly badPath: string; readonly person: Person };
export type ImportFigures = {
  readonly fileName: string;
  readonly seconds: { readonly read: number; readonly shown: number; readonly taken: number; readonly again: number };
  readonly added: number;
  readonly addedAgain: number;
  readonly faults: readonly RowFault[];
  readonly personsBesideFaults: number;
};
/** In megabytes: with everything loaded and connected but no file read yet, and at the highest. */
export type ProcessFigures = { readonly base: number; readonly peak: number; readonly files: readonly ImportFigures[] };

async function main(): Promise<void> {
  const orders = JSON.parse(process.argv[2] ?? "[]") as readonly ImportOrder[];
  for (const { person } of orders) await ownFacility(scopeOf(person));
  const base = process.memoryUsage().rss / 1_048_576;
  const files: ImportFigures[] = [];
  for (const order of orders) files.push(await imported(order));
  const figures: ProcessFigures = { base, peak: process.resourceUsage().maxRSS / 1024, files };
  console.log(JSON.stringify(figures));
  await closeDatabase();
}

async function imported({ fileName, path, badPath, person }: ImportOrder): Promise<ImportFigures> {
  const read = async (from: string): Promise<string> => {
    const outcome = await readList(person, {}, { name: fileName, bytes: readFileSync(from) });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value.id;
  };
  const take = async (id: string): Promise<number> => {
    const outcome = await takeList(person, { id, areOthers: true });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value.added;
  };
  const timed = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> => {
    const begin = performance.now();
    const value = await work();
    return { value, seconds: (performance.now() - begin) / 1000 };
  };
  const first = await timed(() => read(path));
  const shown = await timed(() => importPreview(person, first.value));
  const taken = await timed(() => take(first.value));
  const again = await timed(async () => take(await read(path)));
  const preview = await importPreview(person, await read(badPath));
  return {
    fileName,
    seconds: { read: first.seconds, shown: shown.seconds, taken: taken.seconds, again: again.seconds },
    added: taken.value,
    addedAgain: again.value,
    faults: preview?.faults ?? [],
    personsBesideFaults: preview?.persons.length ?? -1,
  };
}

void main();
