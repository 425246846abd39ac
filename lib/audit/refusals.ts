import { recordAudit } from "@/lib/audit/record";
import type { RefusalReason } from "@/lib/audit/types";
import { scopeOf } from "@/lib/auth/scope";
import type { Person, Role } from "@/lib/auth/types";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { logOf } from "@/lib/log";

/** Refusals of one person, one reason and one place within this time are one entry. */
export const GROUP_MS = 5 * 60_000;

const door = scopeOf({ kind: "system", job: "refusals" });
const worker = scopeOf({ kind: "system", job: "recordRefusals" });
const log = logOf("web");

/**
 * Counts a refusal. `place` is the name of a permission or form, or a status code: never anything that was sent. It answers nothing and throws nothing: what is refused stays
 * refused, and shows nobody's data, also where it cannot be counted; then the log says so.
 */
export async function countRefusal(who: Pick<Person, "userId" | "role"> | null, reason: RefusalReason, place: string, times = 1): Promise<void> {
  try {
    await inScope(door, async (tx) => {
      const startedAt = new Date(Math.floor((await databaseNow(tx)).getTime() / GROUP_MS) * GROUP_MS);
      const key = [who?.userId ?? "", who?.role ?? "", reason, place, startedAt.toISOString()].join(" ");
      await tx.$executeRaw`
        INSERT INTO "RefusalCount" ("key", "userId", "role", "reason", "place", "startedAt", "count")
        VALUES (${key}, ${who?.userId ?? null}::uuid, ${who?.role ?? null}::"Role", ${reason}, ${place}, ${startedAt}, ${times})
        ON CONFLICT ("key") DO UPDATE SET "count" = "RefusalCount"."count" + excluded."count"`;
    });
  } catch (error) {
    log.error("refusalNotCounted", error, { reason, place });
  }
}

type Counted = { readonly userId: string | null; readonly role: Role | null; readonly reason: RefusalReason; readonly place: string; readonly startedAt: Date; readonly count: number };

/** Puts the refusals of the groups that are over on record, one entry for each, in the name of the person who was refused. */
export async function recordRefusals(): Promise<void> {
  await inScope(worker, async (tx) => {
    const now = await databaseNow(tx);
    const over = await tx.$queryRaw<Counted[]>`
      DELETE FROM "RefusalCount" WHERE "startedAt" <= ${new Date(now.getTime() - GROUP_MS)} RETURNING "userId", "role"::text AS "role", "reason", "place", "startedAt", "count"`;
    for (const { userId, role, reason, place, startedAt, count } of over) {
      const actor = userId && role ? ({ kind: "person", userId, role } as const) : ({ kind: "system" } as const);
      const details = { reason, place, count, from: startedAt.toISOString() };
      await recordAudit(tx, actor, now, [{ action: "accessRefused", subject: { kind: "user", id: userId }, details }]);
    }
  });
}
