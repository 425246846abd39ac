import { createHmac } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import { countOnce, LIMITS, type Count, type LimitName } from "@/lib/auth/limits";
import { scopeOf } from "@/lib/auth/scope";
import type { SystemActor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { env } from "@/lib/env";

const gate: SystemActor = { kind: "system", job: "sign-in" };

/** What is counted, and for whom: an address, a person, a network. Only a keyed hash of the subject is stored. */
export type Counted = readonly [name: LimitName, subject: string];

function keyOf([name, subject]: Counted): string {
  return createHmac("sha256", env().secret).update(`rate:${name}:${subject}`).digest("base64url");
}

/**
 * Counts one time against each of these limits, for all web processes together; answers the seconds to wait, or null where all allow it. It counts in a
 * transaction of its own, so that a refusal afterwards does not take it back.
 */
export async function countAgainst(...subjects: readonly Counted[]): Promise<number | null> {
  return inScope(scopeOf(gate), async (tx) => {
    const now = await databaseNow(tx);
    const counts = await lockedCounts(tx, subjects.map(keyOf), now);
    let longest: number | null = null;
    for (const subject of subjects) {
      const key = keyOf(subject);
      const { count, wait } = countOnce(counts.get(key) ?? null, LIMITS[subject[0]], env().signIn.rateFactor, now);
      await tx.rateCount.update({ where: { key }, data: count });
      if (wait === null) continue;
      longest = Math.max(longest ?? 0, wait);
      if (count !== counts.get(key)) await recordAudit(tx, gate, now, [{ action: "slowedDown", subject: { kind: "session", id: null }, details: { limit: subject[0], seconds: wait } }]);
    }
    return longest;
  });
}

/** Forgets what was counted, after it turned out to be the right person. */
export async function forgetCounts(tx: Tx, ...subjects: readonly Counted[]): Promise<void> {
  await tx.rateCount.deleteMany({ where: { key: { in: subjects.map(keyOf) } } });
}

/** The rows of these keys, locked in one order until the transaction ends; a missing one is begun. */
async function lockedCounts(tx: Tx, keys: readonly string[], now: Date): Promise<ReadonlyMap<string, Count>> {
  const sorted = [...new Set(keys)].sort();
  await tx.rateCount.createMany({ data: sorted.map((key) => ({ key, used: 0, strikes: 0, windowEndsAt: now })), skipDuplicates: true });
  const rows = await tx.$queryRaw<(Count & { key: string })[]>`
    SELECT key, used, strikes, "windowEndsAt", "blockedUntil" FROM "RateCount" WHERE key = ANY(${sorted}) ORDER BY key FOR UPDATE`;
  return new Map(rows.map(({ key, ...count }) => [key, count]));
}
