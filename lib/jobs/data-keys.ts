import { scopeOf } from "@/lib/auth/scope";
import { contextOf } from "@/lib/crypto/columns";
import { seal, unseal, UnsealError } from "@/lib/crypto/seal";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { replaceSealed, valuesByKey, valuesNotUnder } from "@/lib/db/sealed-rows";
import { ConfigurationError, env } from "@/lib/env";
import type { JobContext } from "@/lib/jobs/types";
import { keyWords } from "@/lib/messages/keys";

/** At the start both processes look as the gate; the rest is the worker's. */
const gate = scopeOf({ kind: "system", job: "data-keys" });
const worker = scopeOf({ kind: "system", job: "rotateKeys" });
const PROBE = "buergerkoffer";
const probeContext = (id: string): string => `DataKey.probe:${id}`;

/** What stands under one key: how many values, and whether it seals now, only opens, or is missing from the ring. */
export type KeyFigure = { readonly id: string; readonly values: number; readonly use: "SEALS" | "OPENS" | "MISSING" };

/**
 * Refuses to start (ConfigurationError, one sentence) where values still wait to be sealed, where a key of the ring is another one than that which once
 * sealed under its name, and where a key is missing under which something is sealed.
 */
export async function assertKeysFit(): Promise<void> {
  const ring = env().dataKeys;
  const { isHeld, known } = await inScope(gate, async (tx) => ({
    isHeld: (await tx.unsealedValue.findFirst({ select: { place: true } })) !== null,
    known: await tx.dataKey.findMany({ orderBy: { id: "asc" } }),
  }));
  if (isHeld) throw new ConfigurationError(keyWords.held);
  for (const { id, probe } of known) {
    if (!ring.all.has(id)) throw new ConfigurationError(keyWords.missing(id));
    if (!opens(probe, id)) throw new ConfigurationError(keyWords.other(id));
  }
}

function opens(probe: string, id: string): boolean {
  try {
    return unseal(probe, probeContext(id)) === PROBE;
  } catch (error) {
    if (error instanceof UnsealError) return false;
    throw error;
  }
}

const BATCH = 100;

/** How a walk over the values under old keys went: `unopened` did not open and stay as they are. */
export type Resealing = { readonly resealed: number; readonly unopened: number };

/**
 * Seals everything anew that does not stand under the current key, in small transactions. Cut off, the next run goes on with what is left. A value that
 * somebody changes meanwhile is left to them: they seal with the current key.
 */
export async function resealOldValues(isStopping: () => boolean = () => false): Promise<Resealing> {
  let [resealed, unopened] = [0, 0];
  for (let after = { place: "", rowId: "" }; !isStopping(); ) {
    const batch = await inScope(worker, (tx) => resealSome(tx, after));
    resealed += batch.resealed;
    unopened += batch.unopened;
    if (!batch.last) break;
    after = batch.last;
  }
  return { resealed, unopened };
}

async function resealSome(tx: Tx, after: { readonly place: string; readonly rowId: string }) {
  const rows = await valuesNotUnder(tx, env().dataKeys.current.id, after, BATCH);
  let [resealed, unopened] = [0, 0];
  for (const row of rows) {
    const anew = sealedAnew(row.sealed, contextOf(row.place, row.rowId));
    if (anew === null) unopened += 1;
    else if (await replaceSealed(tx, row, anew)) resealed += 1;
  }
  return { resealed, unopened, last: rows.length < BATCH ? null : (rows.at(-1) ?? null) };
}

function sealedAnew(sealed: string, context: string): string | null {
  try {
    return seal(unseal(sealed, context), context);
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}

/**
 * Counts what stands under each key and writes it down for the page of the administration and for the next start. A key of the ring that seals nothing any
 * more is forgotten: from then on a start does without it.
 */
export async function countKeys(): Promise<readonly KeyFigure[]> {
  const ring = env().dataKeys;
  return inScope(worker, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('data-keys', 0))`;
    const countedAt = await databaseNow(tx);
    const values = await valuesByKey(tx);
    for (const id of ring.all.keys()) {
      const count = { values: values.get(id) ?? 0, countedAt };
      if (count.values === 0 && id !== ring.current.id) await tx.dataKey.deleteMany({ where: { id } });
      else await tx.dataKey.upsert({ where: { id }, create: { id, probe: probeOf(id), ...count }, update: count });
    }
    const ids = [...new Set([...ring.all.keys(), ...values.keys()])];
    return ids.map((id) => ({ id, values: values.get(id) ?? 0, use: id === ring.current.id ? "SEALS" : ring.all.has(id) ? "OPENS" : "MISSING" }) as const);
  });
}

/** A known text under one key of the ring, which need not be the current one. */
function probeOf(id: string): string {
  const ring = env().dataKeys;
  const current = ring.all.get(id);
  if (!current) throw new RangeError("a key that the ring does not have");
  return seal(PROBE, probeContext(id), { ...ring, current });
}

/** The recurring job: seals anew what an old key sealed, then counts. Says in the log how many values stand under which key whenever it did something. */
export async function rotateKeys({ log, isStopping }: Pick<JobContext, "log" | "isStopping">): Promise<void> {
  const { resealed, unopened } = await resealOldValues(isStopping);
  const figures = await countKeys();
  if (unopened > 0) log.warn("sealedValuesDoNotOpen", { values: unopened });
  if (resealed > 0) for (const { id, values, use } of figures) log.info("valuesUnderKey", { key: id, values, use });
}
