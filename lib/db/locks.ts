import type { Tx } from "@/lib/db/client";

/**
 * Whoever changes reservations locks in this order and never otherwise: tours, then resources, then rows. Two changes that meet wait for each other and
 * never deadlock; the exclusion constraint stays the last word.
 */

/** Locks tours until the end of the transaction, in sorted order. */
export async function lockTours(tx: Tx, tourIds: readonly string[]): Promise<void> {
  const ids = [...new Set(tourIds)].sort();
  if (ids.length > 0) await tx.$executeRaw`SELECT id FROM "Tour" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Locks kits, people and vehicles until the end of the transaction, in sorted order: the rows of an array are locked one after the other as they stand. */
export async function lockResources(tx: Tx, resourceIds: readonly string[]): Promise<void> {
  const ids = [...new Set(resourceIds)].sort();
  if (ids.length > 0) await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(id, 1)) FROM unnest(${ids}::text[]) AS id`;
}
