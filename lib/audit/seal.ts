import { CHAIN_START, chainHash, type ChainedEntry } from "@/lib/audit/chain";
import { scopeOf } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { Log } from "@/lib/log";

const HOUR_MS = 3_600_000;
const BATCH = 1_000;
/** A transaction that began earlier may end later: entries this much older than the last sealed one still get their place. Whatever is older still was put there by nobody of us. */
export const LOOK_BACK_MS = 24 * HOUR_MS;
/** The head is written down as an anchor when the last one is this old. */
export const ANCHOR_EVERY_MS = HOUR_MS / 4;

const portal = scopeOf({ kind: "system", job: "sealAudit" });

export type ChainHead = { readonly sequence: bigint; readonly hash: string; readonly at: Date };

/**
 * Gives the entries that have none yet their place in the chain, in the order of their time, and writes down the head now and then. It runs in the worker, so that no
 * page and no change ever waits for another one here; of several workers one does it at a time. Each anchor is also a line of the log, which is kept elsewhere.
 */
export async function sealAudit({ log, isStopping }: { readonly log: Log; readonly isStopping: () => boolean }): Promise<void> {
  for (let isMore = true; isMore && !isStopping(); ) {
    const { sealed, anchor } = await inScope(portal, async (tx) => {
      const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended('audit-chain', 0)) AS "isMine"`;
      if (!lock?.isMine) return { sealed: 0, anchor: null };
      const head = await chainHead(tx);
      const added = await sealBatch(tx, head);
      return { sealed: added.length, anchor: await anchorIfDue(tx, added.at(-1) ?? head) };
    });
    if (anchor) log.info("auditAnchor", { sequence: Number(anchor.sequence), hash: anchor.hash });
    isMore = sealed === BATCH;
  }
}

/** The last place of the chain, or null before the first. `at` is its entry's time. */
export async function chainHead(tx: Tx): Promise<ChainHead | null> {
  const rows = await tx.$queryRaw<ChainHead[]>`
    SELECT s."sequence", s."hash", coalesce(e."at", clock_timestamp()) AS "at" FROM "AuditSeal" s LEFT JOIN "AuditEntry" e ON e."id" = s."entryId" ORDER BY s."sequence" DESC LIMIT 1`;
  if (rows[0]) return rows[0];
  // Everything passed its period at once: the chain goes on from the anchor that stayed.
  const anchor = await tx.auditAnchor.findFirst({ orderBy: { sequence: "desc" } });
  return anchor && { sequence: anchor.sequence, hash: anchor.hash, at: anchor.until };
}

async function sealBatch(tx: Tx, head: ChainHead | null): Promise<readonly ChainHead[]> {
  const from = new Date(head ? head.at.getTime() - LOOK_BACK_MS : 0);
  const entries = await tx.$queryRaw<ChainedEntry[]>`
    SELECT e."id", e."at", e."action", e."actorUserId", e."actorRole"::text AS "actorRole", e."subjectKind", e."subjectId", e."subjectIds", e."facilityId", e."details"
    FROM "AuditEntry" e LEFT JOIN "AuditSeal" s ON s."entryId" = e."id"
    WHERE s."entryId" IS NULL AND e."at" >= ${from} ORDER BY e."at", e."id" LIMIT ${BATCH}`;
  let last = { sequence: head?.sequence ?? 0n, hash: head?.hash ?? CHAIN_START };
  const seals = entries.map((entry) => {
    const sequence = last.sequence + 1n;
    const seal = { sequence, entryId: entry.id, previousHash: last.hash, hash: chainHash(last.hash, sequence, entry), at: entry.at };
    last = seal;
    return seal;
  });
  await tx.auditSeal.createMany({ data: seals.map(({ sequence, entryId, previousHash, hash }) => ({ sequence, entryId, previousHash, hash })) });
  return seals;
}

async function anchorIfDue(tx: Tx, head: ChainHead | null): Promise<{ readonly sequence: bigint; readonly hash: string } | null> {
  const last = await tx.auditAnchor.findFirst({ orderBy: { sequence: "desc" } });
  if (!head || head.sequence === (last?.sequence ?? 0n)) return null;
  const now = await databaseNow(tx);
  if (last && now.getTime() - last.anchoredAt.getTime() < ANCHOR_EVERY_MS) return null;
  const [latest] = await tx.$queryRaw<{ until: Date }[]>`
    SELECT max(e."at") AS until FROM "AuditSeal" s JOIN "AuditEntry" e ON e."id" = s."entryId" WHERE s."sequence" > ${last?.sequence ?? 0n}`;
  return tx.auditAnchor.create({ data: { sequence: head.sequence, hash: head.hash, until: latest?.until ?? head.at, anchoredAt: now } });
}
