import { AsyncLocalStorage } from "node:async_hooks";

/** Whose data were read for one page or file, and of which houses they are. */
export type Seen = { readonly persons: Set<string>; readonly facilities: Set<string> };

/** The framework loads this file more than once; what a page opens, the queries below it must find. */
const holder = globalThis as { portalViewing?: AsyncLocalStorage<Seen> };
holder.portalViewing ??= new AsyncLocalStorage();
const storage = holder.portalViewing;

/** Collects what is read while the work runs. */
export async function whileViewing<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seen: Seen }> {
  const seen = nothingSeen();
  const result = await storage.run(seen, work);
  return { result, seen };
}

/** What the page or file that is being made has read so far; null outside of one. */
export function currentView(): Seen | null {
  return storage.getStore() ?? null;
}

export function nothingSeen(): Seen {
  return { persons: new Set(), facilities: new Set() };
}
