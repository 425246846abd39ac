import { CHAIN_START, chainHash, type ChainedEntry } from "@/lib/audit/chain";
import { LOOK_BACK_MS } from "@/lib/audit/seal";
import type { Scope } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";

/** What is wrong with a place of the chain, or with an entry outside of it. */
export type ChainFault = {
  readonly kind: "changed" | "missing" | "inserted" | "reordered";
  /** The place in the chain; null for an entry that has none. */
  readonly sequence: bigint | null;
  readonly entryId: string | null;
};

export type ChainState = {
  readonly checked: number;
  /** Entries that wait for the worker. */
  readonly unsealed: number;
  /** The last place, to be kept outside and compared later. */
  readonly head: { readonly sequence: bigint; readonly hash: string } | null;
  /** Places below this one were removed after their period; 1 where nothing was. */
  readonly firstSequence: bigint;
  /** The first ones found; a chain with none is whole. */
  readonly faults: readonly ChainFault[];
};

/** A head that somebody kept outside the database. */
export type KeptHead = { readonly sequence: bigint; readonly hash: string };

const BATCH = 2_000;
/** One fault shows that something is wrong, a few show what; thousands say no more. */
const MAXIMUM_FAULTS = 20;

type Place = { readonly sequence: bigint; readonly entryId: string; readonly previousHash: string; readonly hash: string; readonly entry: ChainedEntry | null };

/**
 * Reads the whole chain and computes every hash anew: finds an entry that was changed, removed, put in or moved. `kept` must still be in the chain. Each part is a transaction of
 * its own, so that a long log holds up nobody.
 */
export async function verifyChain(scope: Scope, kept: KeptHead | null = null): Promise<ChainState> {
  const { anchors, first, start } = await inScope(scope, beginningOf);
  const expected = new Map(anchors);
  const faults: ChainFault[] = start ? [] : [{ kind: "missing", sequence: first && first - 1n, entryId: null }];
  if (kept && (first === null || kept.sequence >= first)) expected.set(kept.sequence, kept.hash);
  let last = start;
  let checked = 0;
  for (let isMore = true; isMore && faults.length < MAXIMUM_FAULTS; ) {
    const after = last?.sequence ?? 0n;
    const places = await inScope(scope, (tx) => readPlaces(tx, after));
    for (const place of places) {
      const fault = faultOf(last, place) ?? (expected.has(place.sequence) && expected.get(place.sequence) !== place.hash ? "changed" : null);
      if (fault) faults.push({ kind: fault, sequence: place.sequence, entryId: place.entryId });
      last = { sequence: place.sequence, hash: place.hash };
      checked += 1;
    }
    isMore = places.length === BATCH;
  }
  // What an anchor or a head kept outside speaks for must be there: a chain whose end was cut off is whole in itself.
  const end = last?.sequence ?? 0n;
  if (faults.length < MAXIMUM_FAULTS) for (const sequence of expected.keys()) if (sequence > end) faults.push({ kind: "missing", sequence, entryId: null });
  const outside = await inScope(scope, outsideOf);
  faults.push(...outside.inserted.map((entryId): ChainFault => ({ kind: "inserted", sequence: null, entryId })));
  return { checked, unsealed: outside.waiting, head: checked > 0 ? last : null, firstSequence: first ?? 1n, faults: faults.slice(0, MAXIMUM_FAULTS) };
}

type Head = { readonly sequence: bigint; readonly hash: string };

async function beginningOf(tx: Tx): Promise<{ readonly anchors: ReadonlyMap<bigint, string>; readonly first: bigint | null; readonly start: Head | null }> {
  const anchors = new Map((await tx.auditAnchor.findMany()).map(({ sequence, hash }) => [sequence, hash]));
  const first = (await tx.auditSeal.findFirst({ orderBy: { sequence: "asc" } }))?.sequence ?? null;
  return { anchors, first, start: await startOf(tx, first, anchors) };
}

/** What stands before the first place: nothing, or the anchor whose entries were removed, provided that the removal itself is on record. Null if neither. */
async function startOf(tx: Tx, first: bigint | null, anchors: ReadonlyMap<bigint, string>): Promise<Head | null> {
  if (first === null || first === 1n) return { sequence: 0n, hash: CHAIN_START };
  const hash = anchors.get(first - 1n);
  const removal = await tx.auditEntry.findFirst({ where: { action: "auditEntriesRemoved", details: { path: ["through"], equals: Number(first - 1n) } } });
  return hash && removal ? { sequence: first - 1n, hash } : null;
}

function faultOf(last: Head | null, place: Place): ChainFault["kind"] | null {
  if (last && place.sequence !== last.sequence + 1n) return "missing";
  if (last && place.previousHash !== last.hash) return "reordered";
  if (!place.entry) return "missing";
  return chainHash(place.previousHash, place.sequence, place.entry) === place.hash ? null : "changed";
}

async function readPlaces(tx: Tx, after: bigint): Promise<readonly Place[]> {
  const seals = await tx.auditSeal.findMany({ where: { sequence: { gt: after } }, orderBy: { sequence: "asc" }, take: BATCH });
  const entries = await tx.auditEntry.findMany({ where: { id: { in: seals.map(({ entryId }) => entryId) } } });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return seals.map((seal) => ({ ...seal, entry: byId.get(seal.entryId) ?? null }));
}

/** Entries without a place: those that the worker will come to, and those that are too old for that and so were put in. */
async function outsideOf(tx: Tx): Promise<{ readonly waiting: number; readonly inserted: readonly string[] }> {
  const rows = await tx.$queryRaw<{ id: string; isLate: boolean }[]>`
    SELECT e."id", e."at" < (SELECT x."at" FROM "AuditSeal" y JOIN "AuditEntry" x ON x."id" = y."entryId" ORDER BY y."sequence" DESC LIMIT 1) - ${LOOK_BACK_MS} * interval '1 millisecond' AS "isLate"
    FROM "AuditEntry" e LEFT JOIN "AuditSeal" s ON s."entryId" = e."id" WHERE s."entryId" IS NULL`;
  return { waiting: rows.filter(({ isLate }) => !isLate).length, inserted: rows.filter(({ isLate }) => isLate).map(({ id }) => id) };
}
