import { tourFilter } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { closeRequestIfDone } from "@/lib/cases/commands";
import { caseStateRefusal, nextCaseState, outcomeEffect } from "@/lib/cases/rules";
import type { AppointmentOutcome, NotPossibleReason, OutcomeEffect } from "@/lib/cases/types";
import { sealFor } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { asGroup } from "@/lib/db/in-scope";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { queueCases } from "@/lib/scheduling/commands";

type Recording = { readonly id: string; readonly version: number; readonly outcome: AppointmentOutcome; readonly reason: NotPossibleReason | null; readonly envelope?: boolean };

/**
 * A member of the crew records what happened with one case. "Not possible" brings the case back to planning, or closes it when the person is no longer there
 * (R49); a card that was applied for waits for its hand-over, and of its PIN envelope only a yes or no is kept (R43). Refused before the tour has begun, and a second time.
 */
export async function recordOutcome(actor: Person, input: Recording): Promise<Outcome<{ visitId: string; isBackToPlanning: boolean }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const visitOf = await tx.appointment.findFirst({ where: { id: input.id, visit: { tour: tourFilter(scope) } }, select: { visit: { select: { id: true, tourId: true } } } });
    if (scope.reach !== "crew" || !visitOf?.visit.tourId) return refused({ code: "notFound" });
    await tx.$executeRaw`SELECT id FROM "Tour" WHERE id = ${visitOf.visit.tourId}::uuid FOR UPDATE`;
    const row = await tx.appointment.findFirst({ where: { id: input.id, removedAt: null }, include: { case: true, visit: { include: { tour: true } } } });
    if (!row?.visit.tour) return refused({ code: "notFound" });
    if (row.visit.tour.state !== "UNDERWAY") return refused({ code: "appointment.tourNotUnderway", state: row.visit.tour.state });
    if (row.outcome) return refused({ code: "appointment.alreadyRecorded" });
    if (row.version !== input.version) return refused({ code: "stale" });
    const effect = outcomeEffect(row.case, input.outcome, input.reason);
    if (!effect.ok) return effect;
    await tx.appointment.update({
      where: { id: row.id },
      data: { outcome: input.outcome, impedimentSealed: input.reason && sealFor("Appointment.impedimentSealed", row.id, input.reason), outcomeAt: now, outcomeById: actor.userId, isEnvelopeRecorded: input.outcome === "APPLIED" ? (input.envelope ?? false) : null, version: { increment: 1 } },
    });
    const isBackToPlanning = effect.value.verb === "impede";
    // What follows for the case, its request and the visits that wait to be planned is the office's, and more than a crew may see.
    const refusal = await asGroup(tx, scope, "portal_office", async () => {
      const wrongState = await applyToCase(tx, now, row.case, effect.value);
      if (!wrongState && isBackToPlanning) await queueCases(tx, now, row.facilityId, [row.caseId], row.kind);
      return wrongState;
    });
    if (refusal) return refused(refusal);
    return carriedOut(
      { visitId: row.visitId, isBackToPlanning },
      {
        audit: [
          {
            action: "outcomeRecorded",
            subject: { kind: "appointment", id: row.id },
            facilityId: row.facilityId,
            // The reason says that somebody is ill or was released; the log does not keep it.
            details: { case: row.caseId, outcome: input.outcome },
          },
        ],
        mails: [],
      },
    );
  });
}

type CaseRow = { readonly id: string; readonly requestId: string; readonly state: Parameters<typeof nextCaseState>[0] };

async function applyToCase(tx: Tx, now: Date, one: CaseRow, effect: OutcomeEffect): Promise<Refusal | null> {
  const refusal = caseStateRefusal(one.state, effect.verb);
  if (refusal) return refusal;
  const state = nextCaseState(one.state, effect.verb);
  if (state === null) throw new Error("a verb without a next state was not refused");
  const closing = effect.verb === "close" ? { closeReason: effect.reason, closedAt: now } : {};
  await tx.case.update({ where: { id: one.id }, data: { state, ...closing, version: { increment: 1 } } });
  if (effect.verb === "close") await closeRequestIfDone(tx, now, one.requestId);
  return null;
}
