import type { AuditDraft } from "@/lib/audit/types";
import type { Person } from "@/lib/auth/types";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { isPlanner } from "@/lib/reservations/queries";
import { groupsIn, type Finding } from "@/lib/review/queries";
import type { LeaveFindingInput, ShowFindingInput } from "@/lib/review/schema";
import type { LeaveReason } from "@/lib/review/types";

type Answer = Promise<Outcome<Record<string, never>, Refusal>>;

/**
 * Leaves a finding as it is, with a reason. It is looked for anew: what has cleared itself meanwhile, or hangs on something else by now, is refused (`review.gone`), so that nobody
 * waves through what he or she has not seen.
 */
export async function leaveFinding(actor: Person, input: LeaveFindingInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    if (!isPlanner(scope)) return refused({ code: "notFound" });
    const found = (await groupsIn(tx, scope)).flatMap(({ findings }) => findings).find(({ names }) => names.includes(input.finding));
    if (!found) return refused({ code: "review.gone" });
    const hash = found.names[0]!;
    const { tourId } = found.subject;
    // Somebody else may have done the same a moment ago: then it is left already, and the first reason stands.
    await tx.leftFinding.createMany({ data: [{ hash, tourId, reason: input.reason, leftById: actor.userId, leftAt: now }], skipDuplicates: true });
    return carriedOut({}, { audit: [leftEntry(found, input.reason)], mails: [] });
  });
}

/** Shows again what somebody has left as it is. */
export async function showFinding(actor: Person, input: ShowFindingInput): Answer {
  return transact(actor, async ({ tx, scope }) => {
    if (!isPlanner(scope)) return refused({ code: "notFound" });
    const row = await tx.leftFinding.findUnique({ where: { hash: input.finding }, select: { id: true, tourId: true } });
    if (!row) return refused({ code: "review.gone" });
    await tx.leftFinding.delete({ where: { id: row.id } });
    return carriedOut({}, { audit: [{ action: "findingShown", subject: { kind: "tour", id: row.tourId } }], mails: [] });
  });
}

/** Of a finding about a person the log keeps only that there was one: its kind would say something of custody. */
function leftEntry({ subject, person, cause }: Finding, reason: LeaveReason): AuditDraft {
  const about = { kind: subject.of === "TOUR" ? "tour" : "visit", id: subject.id } as const;
  return person ? { action: "findingLeft", subject: about, alsoAbout: [person.id], details: { reason } } : { action: "findingLeft", subject: about, details: { finding: cause.kind, reason } };
}
