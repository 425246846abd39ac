import type { Person } from "@/lib/auth/types";
import { dateColumn, civil } from "@/lib/db/civil";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { holdRefusal } from "@/lib/retention/rules";
import type { LiftHoldInput, SetHoldInput } from "@/lib/retention/schema";
import { civilDateOf } from "@/lib/time/calendar";

/** Keeps the data of one request, or of one case of it, until a day. Refuses a request that has no case left, a day that is past or too far away, and a second hold on the same. */
export async function suspendDeletion(actor: Person, input: SetHoldInput): Promise<Outcome<{ readonly id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    if (scope.reach !== "oversight") return refused({ code: "notFound" });
    const today = civilDateOf(now);
    const refusal = holdRefusal(input.untilOn, today);
    if (refusal) return refused(refusal);
    const request = await tx.visitRequest.findFirst({ where: { id: input.requestId, state: { not: "DRAFT" } }, select: { id: true, facilityId: true, cases: { select: { id: true } } } });
    if (!request) return refused({ code: "hold.noSuchRequest" });
    if (request.cases.length === 0 || (input.caseId !== null && !request.cases.some(({ id }) => id === input.caseId))) return refused({ code: "hold.nothingLeft" });
    const same = await tx.deletionHold.findFirst({ where: { requestId: request.id, caseId: input.caseId, endedAt: null, untilOn: { gt: dateColumn(today) } } });
    if (same) return refused({ code: "hold.exists", untilOn: civil(same.untilOn ?? dateColumn(input.untilOn)) });
    const { id } = await tx.deletionHold.create({
      data: { requestId: request.id, caseId: input.caseId, reason: input.reason, untilOn: dateColumn(input.untilOn), setById: actor.userId, createdAt: now },
    });
    const details = { hold: id, case: input.caseId, reason: input.reason, untilOn: input.untilOn };
    return carriedOut({ id }, { audit: [{ action: "holdSet", subject: { kind: "request", id: request.id }, facilityId: request.facilityId, details }], mails: [] });
  });
}

/** Ends a hold before its day; what has passed its period goes with the next run. */
export async function resumeDeletion(actor: Person, input: LiftHoldInput): Promise<Outcome<{ readonly id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    if (scope.reach !== "oversight") return refused({ code: "notFound" });
    const hold = await tx.deletionHold.findUnique({ where: { id: input.id } });
    if (!hold || hold.requestId === null) return refused({ code: "notFound" });
    if (hold.version !== input.version || hold.endedAt !== null) return refused({ code: "stale" });
    await tx.deletionHold.update({ where: { id: hold.id }, data: { endedAt: now, endedById: actor.userId, version: { increment: 1 } } });
    return carriedOut({ id: hold.id }, { audit: [{ action: "holdLifted", subject: { kind: "request", id: hold.requestId }, details: { hold: hold.id } }], mails: [] });
  });
}
