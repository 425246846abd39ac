import { impedimentOf } from "@/lib/appointments/queries";
import { tourFilter, type Scope } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { closeRequestIfDone, reopenRequestIfClosed } from "@/lib/cases/commands";
import { nextCaseState, outcomeEffect, retractionOf, stateAtVisit } from "@/lib/cases/rules";
import type { AppointmentOutcome, NotPossibleReason, OutcomeEffect } from "@/lib/cases/types";
import { correctionRefusal, correctorOf } from "@/lib/corrections/rules";
import type { CorrectionReason } from "@/lib/corrections/types";
import { sealFor } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { lockTours } from "@/lib/db/locks";
import { asGroup } from "@/lib/db/in-scope";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { queueCases, unqueueCase } from "@/lib/scheduling/commands";
import { civilDateOf } from "@/lib/time/calendar";
import type { Prisma } from "@/prisma/generated/client/client";

type Correction = {
  readonly id: string;
  readonly version: number;
  readonly result: { readonly outcome: AppointmentOutcome; readonly reason: NotPossibleReason | null };
  readonly because: CorrectionReason;
};

/**
 * Replaces a recorded outcome by the right one. The case first goes back to where the visit found it and then forward again, so that it stands as if the right
 * outcome had been recorded at once: out of the planning or back into it, closed or open, its request with it. The crew corrects on its day, the team lead
 * afterwards. Refused where something rests on the old outcome: a later visit, a new date, a withdrawal.
 */
export async function correctOutcome(actor: Person, input: Correction): Promise<Outcome<{ visitId: string; isBackToPlanning: boolean }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const by = correctorOf(scope.role);
    const row = by && (await lockedAppointment(tx, scope, input.id));
    if (!by || !row?.visit.tour) return refused({ code: "notFound" });
    if (row.outcome === null || row.outcomeAt === null) return refused({ code: "correction.nothingRecorded" });
    if (row.version !== input.version) return refused({ code: "stale" });
    const { outcome, reason } = input.result;
    const refusal = correctionRefusal({ by, tourState: row.visit.tour.state, isRecordedToday: civilDateOf(row.outcomeAt) === civilDateOf(now) });
    if (refusal) return refused(refusal);
    if (row.outcome === outcome && impedimentOf(row) === reason) return refused({ code: "correction.nothingChanged" });
    // As in recording: what follows for the case and its request is the office's, and more than a crew may see.
    const replayed = await asGroup(tx, scope, "portal_office", () => replay(tx, now, row, { outcome, reason }));
    if (!replayed.ok) return replayed;
    await tx.appointment.update({ where: { id: row.id }, data: { outcome, impedimentSealed: reason && sealFor("Appointment.impedimentSealed", row.id, reason), outcomeById: actor.userId, isEnvelopeRecorded: outcome === "APPLIED" ? false : null, version: { increment: 1 } } });
    // The reasons say that somebody is ill or was released; the log does not keep them.
    const details = { case: row.caseId, before: row.outcome, outcome, because: input.because };
    return carriedOut(
      { visitId: row.visitId, isBackToPlanning: replayed.value.verb === "impede" },
      { audit: [{ action: "outcomeCorrected", subject: { kind: "appointment", id: row.id }, alsoAbout: [row.caseId], facilityId: row.facilityId, details }], mails: [] },
    );
  });
}

const withCase = { case: true, visit: { select: { tour: { select: { state: true } } } } } as const satisfies Prisma.AppointmentInclude;
type AppointmentRow = Prisma.AppointmentGetPayload<{ include: typeof withCase }>;

/** The appointment as it stands behind its tour's lock, or null where it is none of the actor's. */
async function lockedAppointment(tx: Tx, scope: Scope, id: string): Promise<AppointmentRow | null> {
  const where = { id, removedAt: null, visit: { tourId: { not: null }, tour: tourFilter(scope) } };
  const found = await tx.appointment.findFirst({ where, select: { visit: { select: { tourId: true } } } });
  if (!found?.visit.tourId) return null;
  await lockTours(tx, [found.visit.tourId]);
  return tx.appointment.findFirst({ where, include: withCase });
}

type Recorded = { readonly outcome: AppointmentOutcome; readonly reason: NotPossibleReason | null };

/** Takes the effect of the old outcome back from the case and gives it that of the new one. */
async function replay(tx: Tx, now: Date, row: AppointmentRow, next: Recorded): Promise<Outcome<OutcomeEffect, Refusal>> {
  const found = stateAtVisit(row.case.service, row.kind === "HAND_OVER");
  const atVisit = { service: row.case.service, state: found };
  const before = outcomeEffect(atVisit, row.outcome!, impedimentOf(row));
  const effect = outcomeEffect(atVisit, next.outcome, next.reason);
  if (!before.ok) return before;
  if (!effect.ok) return effect;
  // Another reason for the same return to planning: the case waits where it waits.
  if (before.value.verb === "impede" && effect.value.verb === "impede") return effect;
  const refusal = await takeBack(tx, now, row, before.value, found);
  if (refusal) return refused(refusal);
  const state = nextCaseState(found, effect.value.verb);
  if (state === null) throw new Error("a verb without a next state was not refused");
  const closing = effect.value.verb === "close" ? { closeReason: effect.value.reason, closedAt: now } : { closeReason: null, closedAt: null };
  const stored = await tx.case.updateMany({ where: { id: row.caseId, version: row.case.version }, data: { state, ...closing, version: { increment: 1 } } });
  if (stored.count === 0) return refused({ code: "stale" });
  if (effect.value.verb === "close") await closeRequestIfDone(tx, now, row.case.requestId);
  if (effect.value.verb === "impede") await queueCases(tx, now, row.facilityId, [row.caseId], row.kind);
  return effect;
}

/** Undoes what the old outcome did beside the case's state; a refusal where something rests on it. */
async function takeBack(tx: Tx, now: Date, row: AppointmentRow, effect: OutcomeEffect, found: "ACCEPTED" | "APPLIED"): Promise<Refusal | null> {
  const isAsLeft = nextCaseState(found, effect.verb) === row.case.state && (effect.verb !== "close" || row.case.closeReason === effect.reason);
  const later = await tx.appointment.count({ where: { caseId: row.caseId, id: { not: row.id }, outcomeAt: { gte: row.outcomeAt! } } });
  if (!isAsLeft || later > 0 || nextCaseState(row.case.state, retractionOf(effect, found)) !== found) return { code: "correction.caseWentOn" };
  if (effect.verb === "close") return (await reopenRequestIfClosed(tx, row.case.requestId)) ? null : { code: "correction.caseWentOn" };
  if (effect.verb === "apply") {
    // The card has arrived and its hand-over waits: the application was real.
    const waiting = await tx.appointment.count({ where: { caseId: row.caseId, outcome: null, removedAt: null } });
    return waiting > 0 ? { code: "correction.caseWentOn" } : null;
  }
  return (await unqueueCase(tx, now, row.facilityId, row.caseId)) === "ON_TOUR" ? { code: "correction.plannedAgain" } : null;
}
