import { scopeOf } from "@/lib/auth/scope";
import { endSessionsOf } from "@/lib/auth/sessions";
import { lockFactors } from "@/lib/auth/prove";
import type { Person } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { actingAs } from "@/lib/db/in-scope";
import { carriedOut, transact } from "@/lib/db/transact";
import { askRefusal, confirmRefusal, isOpen, RESET_DAYS } from "@/lib/factor-resets/rules";
import { withinReach } from "@/lib/factor-resets/queries";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

/** Everybody's factors are seen by the sign-in alone. */
const gate = scopeOf({ kind: "system", job: "sign-in" });
const DAY_MS = 24 * 60 * 60_000;

/**
 * Asks to reset the factors of somebody who lost them all. It takes a second person to carry it out. The person concerned learns of it by mail. Refuses the
 * own account, one that is out of reach, one without factors, and a second request while one waits.
 */
export async function askReset(actor: Person, input: { userId: string }): Promise<Outcome<{ id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const user = await tx.user.findFirst({ where: { id: input.userId, ...withinReach(scope) }, select: { id: true, email: true, displayName: true } });
    if (!user) return refused({ code: "notFound" });
    await lockFactors(tx, user.id);
    const facts = await actingAs(tx, gate, scope, async () => {
      await tx.factorReset.deleteMany({ where: { userId: user.id, decidedAt: null, expiresAt: { lte: now } } });
      return {
        factors: await tx.factor.count({ where: { userId: user.id, confirmedAt: { not: null } } }),
        isOpen: (await tx.factorReset.count({ where: { userId: user.id, decidedAt: null } })) > 0,
      };
    });
    const refusal = askRefusal({ askerId: actor.userId, userId: user.id, ...facts });
    if (refusal) return refused(refusal);
    const row = await tx.factorReset.create({ data: { userId: user.id, askedById: actor.userId, askedAt: now, expiresAt: new Date(now.getTime() + RESET_DAYS * DAY_MS) } });
    return carriedOut({ id: row.id }, { audit: [{ action: "factorResetAsked", subject: { kind: "user", id: user.id }, details: { reset: row.id } }], mails: [mailTo(user, "factor-reset-asked")] });
  });
}

/** Confirms a reset as the second person: all factors, recovery codes and sessions of the account end, and its person may set up a factor anew. */
export async function confirmReset(actor: Person, input: { id: string }): Promise<Outcome<{ id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const reset = await lockedReset(tx, input.id);
    if (!reset) return refused({ code: "notFound" });
    const refusal = confirmRefusal(reset, actor.userId, now);
    if (refusal) return refused(refusal);
    const { userId } = reset;
    await tx.factorReset.update({ where: { id: reset.id }, data: { decidedAt: now, decidedById: actor.userId, isConfirmed: true } });
    const ended = await actingAs(tx, gate, scope, async () => {
      await lockFactors(tx, userId);
      await tx.recoveryCode.deleteMany({ where: { userId } });
      await tx.factorThrottle.deleteMany({ where: { userId } });
      const { count: factors } = await tx.factor.deleteMany({ where: { userId } });
      return { factors, sessions: await endSessionsOf(tx, userId, now) };
    });
    return carriedOut({ id: reset.id }, { audit: [{ action: "factorResetConfirmed", subject: { kind: "user", id: userId }, details: { reset: reset.id, ...ended } }], mails: [mailTo(reset.user, "factor-reset")] });
  });
}

/** Ends a request for a reset without carrying it out; whoever may decide may refuse, also what he or she asked for. */
export async function refuseReset(actor: Person, input: { id: string }): Promise<Outcome<{ id: string }, Refusal>> {
  return transact(actor, async ({ tx, now }) => {
    const reset = await lockedReset(tx, input.id);
    if (!reset) return refused({ code: "notFound" });
    if (!isOpen(reset, now)) return refused({ code: "reset.over" });
    await tx.factorReset.update({ where: { id: reset.id }, data: { decidedAt: now, decidedById: actor.userId } });
    return carriedOut({ id: reset.id }, { audit: [{ action: "factorResetRefused", subject: { kind: "user", id: reset.userId }, details: { reset: reset.id } }], mails: [] });
  });
}

async function lockedReset(tx: Tx, id: string) {
  await tx.$executeRaw`SELECT id FROM "FactorReset" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.factorReset.findUnique({ where: { id }, include: { user: { select: { email: true, displayName: true } } } });
}

function mailTo(user: { readonly email: string; readonly displayName: string }, kind: "factor-reset-asked" | "factor-reset"): MailDraft {
  return { kind, to: { address: user.email, name: user.displayName }, facts: { path: "/login" } };
}
