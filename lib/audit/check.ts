import { recordAudit } from "@/lib/audit/record";
import { verifyChain } from "@/lib/audit/verify";
import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { Log } from "@/lib/log";

/** The portal checks the chain by itself when the last check is this old. */
export const CHECK_EVERY_MS = 6 * 3_600_000;

const worker = scopeOf({ kind: "system", job: "verifyAudit" });

export type ChainCheck = { readonly at: Date; readonly checked: number; readonly faults: number };

/** Computes the chain anew when it is time, and puts the result on record; a break is an error in the log too. Several workers may ask; one check too many does no harm. */
export async function checkChain({ log }: { readonly log: Log }): Promise<void> {
  const { last, hasPlaces, now } = await inScope(worker, async (tx) => ({ last: await lastCheck(tx), hasPlaces: (await tx.auditSeal.findFirst()) !== null, now: await databaseNow(tx) }));
  if (!hasPlaces || (last && now.getTime() - last.at.getTime() < CHECK_EVERY_MS)) return;
  const { checked, faults, head } = await verifyChain(worker);
  if (faults.length > 0) log.error("auditChainBroken", new Error("the chain of the audit log is broken"), { checked, faults: faults.length, kind: faults[0]!.kind, place: String(faults[0]!.sequence) });
  const details = { checked, faults: faults.length, head: head && `${head.sequence}:${head.hash}` };
  await inScope(worker, async (tx) => recordAudit(tx, { kind: "system" }, await databaseNow(tx), [{ action: "auditVerified", subject: { kind: "audit", id: null }, details }]));
}

/** How the chain stands, for the page of the log: the last check and the last anchor; only for the oversight pages. */
export async function chainSummary(scope: Scope): Promise<{ readonly check: ChainCheck | null; readonly head: string | null; readonly anchoredAt: Date | null } | null> {
  if (scope.reach !== "oversight") return null;
  return inScope(scope, async (tx) => {
    const anchor = await tx.auditAnchor.findFirst({ orderBy: { sequence: "desc" } });
    return { check: await lastCheck(tx), head: anchor && `${anchor.sequence}:${anchor.hash}`, anchoredAt: anchor?.anchoredAt ?? null };
  });
}

async function lastCheck(tx: Tx): Promise<ChainCheck | null> {
  const entry = await tx.auditEntry.findFirst({ where: { action: "auditVerified" }, orderBy: { at: "desc" } });
  const { checked, faults } = (entry?.details ?? {}) as { readonly checked?: number; readonly faults?: number };
  return entry && { at: entry.at, checked: checked ?? 0, faults: faults ?? 0 };
}
