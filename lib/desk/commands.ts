import { withdrawalOf } from "@/lib/announcements/rules";
import { facilityFilter, tourFilter, type Scope } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { civil } from "@/lib/db/civil";
import { isId } from "@/lib/db/id";
import { lockResources, lockTours } from "@/lib/db/locks";
import type { MailDraft } from "@/lib/mail/types";
import { parametersInForce } from "@/lib/law/queries";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { frameTaken, retimeTour } from "@/lib/reservations/commands";
import type { Resource } from "@/lib/reservations/types";
import { closuresOn, heldByTour, scheduledTour, scheduledVisit } from "@/lib/scheduling/queries";
import { heldResourcesOf, isAnnounced, isSameFrame, placementOn, stayAt, widened } from "@/lib/scheduling/rules";
import type { ScheduledTour, ScheduledVisit } from "@/lib/scheduling/types";
import { addMinutes, instantOf, type CivilDate } from "@/lib/time/calendar";
import { tourStateRefusal } from "@/lib/tours/rules";
import type { Placement, TourFrame } from "@/lib/tours/types";
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

/** What a tour is to get: other resources, or all that it holds in another frame. */
export type Wants = { readonly resources: readonly Resource[] } | { readonly frameOn: (date: CivilDate) => TourFrame };

/**
 * Takes a tour in hand for a change: locked with its resources and with those it may get, read afresh, unchanged since the form was made. What is stale or
 * taken already is told before the locks, so that those who lose a race do not queue for them; behind the locks the command asks again, reliably.
 */
export async function claimTour(tx: Tx, scope: Scope, claim: Claim, wants: Wants = { resources: [] }): Promise<Outcome<ScheduledTour, Refusal>> {
  const more = "resources" in wants ? wants.resources.map(({ id }) => id) : [];
  if (!isId(claim.id) || !more.every(isId)) return refused({ code: "notFound" });
  const where = { id: claim.id, ...tourFilter(scope) };
  const before = await tx.tour.findFirst({ where, select: { id: true, version: true, tourOn: true, departsAt: true, returnsAt: true } });
  if (!before) return refused({ code: "notFound" });
  if (before.version !== claim.version) return refused({ code: "stale" });
  const taken = "resources" in wants ? await frameTaken(tx, before, wants.resources) : await frameTaken(tx, { id: before.id, ...wants.frameOn(civil(before.tourOn)) }, await heldByTour(tx, before.id));
  if (taken) return refused(taken);
  await lockForPlanning(tx, [claim.id], more);
  const tour = await scheduledTour(tx, where);
  if (!tour) return refused({ code: "notFound" });
  return tour.version === claim.version ? done(tour) : refused({ code: "stale" });
}

export type ClaimedVisit = { readonly visit: ScheduledVisit; readonly tour: ScheduledTour | null; readonly target: ScheduledTour | null };

/** The tour that a visit is to stand on, and when it is to begin; null is the earliest time that fits. */
export type Target = { readonly tourId: string; readonly startMinutes: number | null };

/** Takes a visit in hand for a change, with the tour it stands on and the one it goes to; as `claimTour` does. A change in between shows at its version. */
export async function claimVisit(tx: Tx, scope: Scope, claim: Claim, goal: Target | null = null): Promise<Outcome<ClaimedVisit, Refusal>> {
  if (!isId(claim.id) || (goal && !isId(goal.tourId))) return refused({ code: "notFound" });
  const where = { id: claim.id, ...facilityFilter(scope) };
  const before = await tx.visit.findFirst({ where, select: { tourId: true, version: true } });
  if (!before) return refused({ code: "notFound" });
  if (before.version !== claim.version) return refused({ code: "stale" });
  const taken = goal && (await startTaken(tx, goal));
  if (taken) return refused(taken);
  await lockForPlanning(tx, [before.tourId, goal?.tourId].flatMap((id) => id ?? []));
  const visit = await scheduledVisit(tx, where);
  if (!visit || visit.version !== claim.version || visit.tourId !== before.tourId) return refused({ code: "stale" });
  const tour = visit.tourId === null ? null : await scheduledTour(tx, { id: visit.tourId });
  if (!goal) return done({ visit, tour, target: null });
  const target = goal.tourId === visit.tourId ? tour : await scheduledTour(tx, { id: goal.tourId });
  return target ? done({ visit, tour, target }) : refused({ code: "notFound" });
}

/** Whether somebody else has what the tour holds when a visit is to begin. */
async function startTaken(tx: Tx, { tourId, startMinutes }: Target): Promise<Refusal | null> {
  const tour = startMinutes === null ? null : await tx.tour.findUnique({ where: { id: tourId }, select: { tourOn: true } });
  if (!tour || startMinutes === null) return null;
  const startsAt = instantOf(civil(tour.tourOn), startMinutes);
  return frameTaken(tx, { id: tourId, departsAt: startsAt, returnsAt: addMinutes(startsAt, 1) }, await heldByTour(tx, tourId));
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
