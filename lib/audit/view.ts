import { recordAudit, viewOf } from "@/lib/audit/record";
import type { AuditDraft, ViewKind } from "@/lib/audit/types";
import { whileViewing } from "@/lib/audit/viewing";
import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";

/** The page must not be shown, because nobody could say afterwards that it was. */
export class NotOnRecord extends Error {
  constructor(cause: unknown) {
    super("the view could not be put on record", { cause });
  }
}

/**
 * Makes a page or file and puts on record whose data it shows: one entry for one view, with everybody in it. A page about nobody leaves none, a file always does. If the
 * entry cannot be written it throws NotOnRecord, and nothing is shown.
 */
export async function viewed<T>(actor: Person, kind: ViewKind, path: string, make: () => Promise<T>): Promise<T> {
  const { result, seen } = await whileViewing(make);
  if (seen.persons.size === 0 && (kind !== "fileDownloaded" || result === null)) return result;
  await inScope(scopeOf(actor), async (tx) => recordShown(tx, actor, viewOf(seen, kind, path))).catch(notOnRecord);
  return result;
}

/** Puts on record, in the transaction that reads it, what is about to be shown. If that cannot be written it throws NotOnRecord, and nothing is shown. */
export async function recordShown(tx: Tx, actor: Person, draft: AuditDraft): Promise<void> {
  await databaseNow(tx).then((now) => recordAudit(tx, actor, now, [draft])).catch(notOnRecord);
}

function notOnRecord(error: unknown): never {
  throw error instanceof NotOnRecord ? error : new NotOnRecord(error);
}
