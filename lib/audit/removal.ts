import { recordAudit } from "@/lib/audit/record";
import type { SystemActor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";

/**
 * Removes the entries of the log that are older than `before`, in whole segments up to an anchor, which stays; answers how many. That they went is itself an entry. The
 * database refuses every other way, and keeps what is less than 300 days older than the newest anchor, whatever `before` says.
 */
export async function removeAuditEntries(tx: Tx, actor: SystemActor, now: Date, before: Date): Promise<number> {
  const [gone] = await tx.$queryRaw<{ through: bigint; removed: bigint }[]>`SELECT through, removed FROM remove_audit_entries(${before})`;
  if (!gone) return 0;
  const removed = Number(gone.removed);
  await recordAudit(tx, actor, now, [{ action: "auditEntriesRemoved", subject: { kind: "audit", id: null }, details: { through: Number(gone.through), count: removed } }]);
  return removed;
}
