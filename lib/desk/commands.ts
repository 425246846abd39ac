import { withdrawalOf } from "@/lib/announcements/rules";
import { facilityFilter, tourFilter, type Scope } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { lockResources, lockTours } from "@/lib/db/locks";
import type { MailDraft } from "@/lib/mail/types";
import { parametersInForce } from "@/lib/law/queries";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { frameTaken, retimeTour } from "@/lib/reservations/commands";
import { closuresOn, scheduledTour, scheduledVisit } from "@/lib/scheduling/queries";
import { heldResourcesOf, isAnnounced, isSameFrame, placementOn, stayAt, widened } from "@/lib/scheduling/rules";
import type { ScheduledTour, ScheduledVisit } from "@/lib/scheduling/types";
import { tourStateRefusal } from "@/lib/tours/rules";
import type { Placement } from "@/lib/tours/types";
import { closedDayRefusal, nextVisitState } from "@/lib/visits/rules";
import type { VisitState, VisitVerb } from "@/lib/visits/types";
import type { Prisma } from "@/prisma/generated/client/client";

/** What the commands of the planning desk have in common: taking a tour or a visit in hand, and making room on a tour. */
export type Claim = { readonly id: string; readonly version: number };

/** Locks tours and then, in one go, all that they and the caller need. Which tours and resources those are does not change while the tours are locked. */
async function lockForPlanning(tx: Tx, tourIds: readonly string[], moreResourceIds: readonly string[] = []): Promise<void> {
  await lockTours(tx, tourIds);
  const tours = await tx.tour.findMany({ where: { id: { in: [...tourIds] } }, select: { kitId: true, vehicleId: true, members: { select: { staffId: true } } } });
  await lockResources(tx, [...moreResourceIds, ...tours.flatMap(({ kitId, vehicleId, members }) => [kitId, vehicleId, ...members.map(({ staffId }) => staffId)])]);
}

/** Takes a tour in hand for a change: locked with its resources and with those it may get, read afresh, unchanged since the form was made. */
export async function claimTour(tx: Tx, scope: Scope, claim: Claim, moreResourceIds: readonly string[] = []): Promise<Outcome<ScheduledTour, Refusal>> {
  if (!isId(claim.id) || !moreResourceIds.every(isId)) return refused({ code: "notFound" });
  const where = { id: claim.id, ...tourFilter(scope) };
  const before = await tx.tour.findFirst({ where, select: { version: true } });
  if (!before) return refused({ code: "notFound" });
  // Versions only rise: what is stale now need not wait for a lock to be told.
  if (before.version !== claim.version) return refused({ code: "stale" });
  await lockForPlanning(tx, [claim.id], moreResourceIds);
  const tour = await scheduledTour(tx, where);
  if (!tour) return refused({ code: "notFound" });
  return tour.version === claim.version ? done(tour) : refused({ code: "stale" });
}

export type ClaimedVisit = { readonly visit: ScheduledVisit; readonly tour: ScheduledTour | null; readonly target: ScheduledTour | null };

/** Takes a visit in hand for a change, with the tour it stands on and the one it goes to. A change of the visit in between shows at its version. */
export async function claimVisit(tx: Tx, scope: Scope, claim: Claim, targetTourId: string | null = null): Promise<Outcome<ClaimedVisit, Refusal>> {
  if (!isId(claim.id) || (targetTourId !== null && !isId(targetTourId))) return refused({ code: "notFound" });
  const where = { id: claim.id, ...facilityFilter(scope) };
  const before = await tx.visit.findFirst({ where, select: { tourId: true, version: true } });
  if (!before) return refused({ code: "notFound" });
  if (before.version !== claim.version) return refused({ code: "stale" });
  await lockForPlanning(tx, [before.tourId, targetTourId].flatMap((id) => id ?? []));
  const visit = await scheduledVisit(tx, where);
  if (!visit || visit.version !== claim.version || visit.tourId !== before.tourId) return refused({ code: "stale" });
  const tour = visit.tourId === null ? null : await scheduledTour(tx, { id: visit.tourId });
  const target = targetTourId === null || targetTourId === visit.tourId ? (targetTourId && tour) : await scheduledTour(tx, { id: targetTourId });
  return targetTourId !== null && target === null ? refused({ code: "notFound" }) : done({ visit, tour, target });
}

/**
 * Finds the place of a visit on a tour and widens the tour's frame, with its reservations, where the visit needs it (R52). Refuses a closed day (R54), a
 * tour that has left, another visit or the way to it in between, hours (R58), and a kit, person or vehicle that somebody else has by then.
 */
export async function makeRoom(tx: Tx, tour: ScheduledTour, visit: ScheduledVisit, startMinutes: number | null, now: Date): Promise<Outcome<Placement, Refusal>> {
  const refusal = tourStateRefusal(tour.state, "change") ?? closedDayRefusal(tour.date, await closuresOn(tx, tour.date, visit.facilityId));
  if (refusal) return refused(refusal);
  const placed = placementOn(tour, visit, startMinutes, now, await parametersInForce(tx, tour.date));
  if (!placed.ok) return placed;
  const frame = widened(tour, placed.value);
  if (!isSameFrame(frame, tour)) {
    const taken = await frameTaken(tx, { id: tour.id, ...frame }, heldResourcesOf(tour));
    if (taken) return refused(taken);
    await retimeTour(tx, tour.id, frame.departsAt, frame.returnsAt);
  }
  // Which visits stand on the tour has changed: a form that was made before must be looked at again.
  await tx.tour.update({ where: { id: tour.id }, data: { ...frame, version: { increment: 1 } } });
  return placed;
}

/** The state of a visit after a verb that its rule has allowed. */
export function stateAfter(visit: ScheduledVisit, verb: VisitVerb): VisitState {
  const next = nextVisitState(visit.state, verb);
  if (next === null) throw new Error(`a visit that is ${visit.state} was allowed to ${verb}`);
  return next;
}

/** Stores a change of a visit; false when somebody else changed it since it was read. */
export async function storeVisit(tx: Tx, visit: ScheduledVisit, data: Prisma.VisitUncheckedUpdateManyInput): Promise<boolean> {
  const stored = await tx.visit.updateMany({ where: { id: visit.id, version: visit.version }, data: { ...data, version: { increment: 1 } } });
  return stored.count === 1;
}

/** What a visit no longer has once its date is gone. */
export const withoutDate = { announcedAt: null, confirmedAt: null, questionedAt: null, questionReason: null, clearedAt: null } as const;

/** Takes a visit off its tour, back to those that wait to be planned, and tells a facility that knew the date. The rule has allowed it. */
export async function takeOffTour(tx: Tx, visit: ScheduledVisit): Promise<Outcome<readonly MailDraft[], Refusal>> {
  const stay = stayAt(visit);
  const notice = stay && isAnnounced(visit) ? withdrawalOf(visit, stay) : null;
  const gone = { state: stateAfter(visit, "remove"), tourId: null, startsAt: null, endsAt: null, ...withoutDate };
  return (await storeVisit(tx, visit, { ...gone, ...notice?.sent })) ? done(notice ? [notice.mail] : []) : refused({ code: "stale" });
}

/** Raises a tour's version: what stands on it has changed. */
export async function touchTour(tx: Tx, tourId: string): Promise<void> {
  await tx.tour.update({ where: { id: tourId }, data: { version: { increment: 1 } } });
}
