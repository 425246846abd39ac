import type { Actor } from "@/lib/auth/types";
import type { Prisma } from "@/prisma/generated/client/client";
import type { Tx } from "@/lib/db/client";

/**
 * The value of an earlier press of the same form, or null. Two presses at one time wait for each other here, on a lock that the transaction holds to its end.
 */
export async function repeatedResult<T>(tx: Tx, actor: Actor): Promise<{ value: T } | null> {
  if (actor.kind !== "person" || !actor.formKey) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`form:${actor.userId}:${actor.formKey}`}, 0))`;
  const row = await tx.submission.findUnique({ where: { userId_formKey: { userId: actor.userId, formKey: actor.formKey } } });
  return row ? { value: row.result as T } : null;
}

/** Keeps the value of a form's first press, for a second one. */
export async function rememberResult(tx: Tx, actor: Actor, value: unknown): Promise<void> {
  if (actor.kind !== "person" || !actor.formKey) return;
  const result = (value ?? {}) as Prisma.InputJsonValue;
  await tx.submission.create({ data: { userId: actor.userId, formKey: actor.formKey, result } });
}
