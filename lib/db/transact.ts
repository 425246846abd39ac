import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import type { AuditDraft } from "@/lib/audit/types";
import { recordAudit } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/client";
import { isWorthRetrying, refusalForOverload, refusalForViolation } from "@/lib/db/constraints";
import { databaseNow, inTransaction } from "@/lib/db/in-scope";
import { repeatedResult, rememberResult } from "@/lib/db/submissions";
import { orderMails } from "@/lib/mail/order";
import type { MailDraft } from "@/lib/mail/types";
import { done, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

export type WorkContext = { readonly tx: Tx; readonly now: Date; readonly scope: Scope };

/** What a change leaves beside itself: at least one audit entry, and the mails that it causes. */
export type Effects = { readonly audit: readonly [AuditDraft, ...AuditDraft[]]; readonly mails: readonly MailDraft[] };
export type CarriedOut<T> = { readonly ok: true; readonly value: T; readonly effects: Effects };
type Refused = { readonly ok: false; readonly refusal: Refusal };

/** The only way to end a change: its value, its audit entries and its mails together. */
export function carriedOut<T>(value: T, effects: Effects): CarriedOut<T> {
  return { ok: true, value, effects };
}

const ATTEMPTS = 4;

/** Ends a transaction without keeping anything of it. */
class RolledBack extends Error {
  constructor(readonly outcome: Refused) {
    super("rolled back");
  }
}

/**
 * Runs one change: a transaction in the actor's scope with the database's clock. Change, audit and mail orders commit together; a refusal keeps
 * nothing; a violated guard becomes its refusal; the second press of one form gets the first one's value. `T` must survive JSON.
 */
export async function transact<T>(actor: Actor, work: (context: WorkContext) => Promise<CarriedOut<T> | Refused>): Promise<Outcome<T, Refusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(actor, work);
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome;
      const refusal = refusalForViolation(error) ?? refusalForOverload(error);
      if (refusal) return { ok: false, refusal };
      if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw error;
    }
  }
}

async function attemptOnce<T>(actor: Actor, work: (context: WorkContext) => Promise<CarriedOut<T> | Refused>): Promise<Outcome<T, Refusal>> {
  const scope = scopeOf(actor);
  return inTransaction(scope, async (tx) => {
    const now = await databaseNow(tx);
    const repeated = await repeatedResult<T>(tx, actor);
    if (repeated) return done(repeated.value);
    const result = await work({ tx, now, scope });
    if (!result.ok) throw new RolledBack(result);
    await recordAudit(tx, actor, now, result.effects.audit);
    await orderMails(tx, now, result.effects.mails);
    await rememberResult(tx, actor, result.value);
    return done(result.value);
  });
}
