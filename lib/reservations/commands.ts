import type { AuditSubject } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/types";
import { sealFor } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { lockResources } from "@/lib/db/locks";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { isPlanner } from "@/lib/reservations/queries";
import { absencePurpose, absenceRefusal, inLockOrder, takenRefusal } from "@/lib/reservations/rules";
import type { AbsenceReason, Resource } from "@/lib/reservations/types";
import { columnOf, heldByTour, takenFrom } from "@/lib/scheduling/queries";
import { instantOf, type CivilDate } from "@/lib/time/calendar";
import type { ResourceKind, ResourceRefusal, TourFrame } from "@/lib/tours/types";

/** Tour and frame as the reservations carry them. */
type ReservedTour = TourFrame & { readonly id: string };

/**
 * R52: what takes one of the resources during a tour's frame, or null. Reliable only while their locks are held (`lockResources`); a reservation that
 * got past it would meet the exclusion constraint.
 */
export async function frameTaken(tx: Tx, tour: TourFrame & { readonly id: string | null }, resources: readonly Resource[]): Promise<ResourceRefusal | null> {
  const range = { from: tour.departsAt, until: tour.returnsAt };
  return takenRefusal(range, await takenFrom(tx, resources, range, tour.id));
}

/** Reserves kit, crew and vehicle for a tour: one statement, in sorted order. */
export async function reserveTour(tx: Tx, tour: ReservedTour, resources: readonly Resource[]): Promise<void> {
  if (resources.length === 0) return;
  await tx.reservation.createMany({
    data: inLockOrder(resources).map(({ kind, id }) => ({ [columnOf[kind]]: id, purpose: "TOUR" as const, tourId: tour.id, startsAt: tour.departsAt, endsAt: tour.returnsAt })),
  });
}

/** Gives back what a tour has reserved: all of it, or the named resources. */
export async function releaseOfTour(tx: Tx, tourId: string, now: Date, only?: readonly Resource[]): Promise<void> {
  const which = only ? { OR: only.map(({ kind, id }) => ({ [columnOf[kind]]: id })) } : {};
  await tx.reservation.updateMany({ where: { tourId, releasedAt: null, ...which }, data: { releasedAt: now } });
}

/** Moves everything that a tour has reserved to another time: one statement, so that the constraint sees all of it at once. */
export async function retimeTour(tx: Tx, tourId: string, departsAt: Date, returnsAt: Date): Promise<void> {
  await tx.reservation.updateMany({ where: { tourId, releasedAt: null }, data: { startsAt: departsAt, endsAt: returnsAt } });
}

/** Lets a tour take exactly these resources of one kind: what it no longer needs is released, what it lacks is reserved - or refused, with what is in the way. */
export async function exchangeInTour(tx: Tx, tour: ReservedTour, kind: ResourceKind, resourceIds: readonly string[], now: Date): Promise<ResourceRefusal | null> {
  const held = (await heldByTour(tx, tour.id)).filter((one) => one.kind === kind);
  const lacking = resourceIds.filter((id) => !held.some((one) => one.id === id)).map((id) => ({ kind, id }));
  const needless = held.filter(({ id }) => !resourceIds.includes(id));
  const taken = await frameTaken(tx, tour, lacking);
  if (taken) return taken;
  if (needless.length > 0) await releaseOfTour(tx, tour.id, now, needless);
  await reserveTour(tx, tour, lacking);
  return null;
}

type AbsenceInput = {
  readonly resourceKind: ResourceKind;
  readonly resourceId: string;
  readonly fromOn: CivilDate;
  readonly fromMinutes: number;
  readonly untilOn: CivilDate;
  readonly untilMinutes: number;
  readonly reason: AbsenceReason;
};

const subjectOf = { KIT: "kit", STAFF: "staff", VEHICLE: "vehicle" } as const satisfies Record<ResourceKind, AuditSubject>;

/**
 * Enters an absence or a repair. It releases the resource from the planned tours that it hits, which then show a gap (`toursHit`); another absence or
 * a tour already on the road is refused. Tours themselves stay untouched, so that this takes no lock but the resource's.
 */
export async function enterAbsence(actor: Actor, input: AbsenceInput): Promise<Outcome<{ id: string; toursHit: string[] }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const { resourceKind: kind, resourceId, reason } = input;
    const range = { from: instantOf(input.fromOn, input.fromMinutes), until: instantOf(input.untilOn, input.untilMinutes) };
    if (!isPlanner(scope) || !(await resourceExists(tx, { kind, id: resourceId }))) return refused({ code: "notFound" });
    const refusal = absenceRefusal(range, now);
    if (refusal) return refused(refusal);
    await lockResources(tx, [resourceId]);
    const mine = { [columnOf[kind]]: resourceId };
    const hit = await tx.reservation.findMany({
      where: { ...mine, releasedAt: null, tour: { state: "PLANNED" }, startsAt: { lt: range.until }, endsAt: { gt: range.from } },
      select: { id: true, tourId: true },
      orderBy: { startsAt: "asc" },
    });
    await tx.reservation.updateMany({ where: { id: { in: hit.map(({ id }) => id) } }, data: { releasedAt: now } });
    const taken = takenRefusal(range, await takenFrom(tx, [{ kind, id: resourceId }], range, null));
    if (taken) return refused(taken);
    const { id } = await tx.reservation.create({ data: { ...mine, purpose: absencePurpose(kind), startsAt: range.from, endsAt: range.until }, select: { id: true } });
    await tx.reservation.update({ where: { id }, data: { reasonSealed: sealFor("Reservation.reasonSealed", id, reason) } });
    const toursHit = hit.flatMap(({ tourId }) => tourId ?? []);
    // The reason may say something about somebody's health; the log does not keep it.
    const details = { reservation: id, fromOn: input.fromOn, untilOn: input.untilOn, tours: toursHit };
    return carriedOut({ id, toursHit }, { audit: [{ action: "absenceEntered", subject: { kind: subjectOf[kind], id: resourceId }, details }], mails: [] });
  });
}

/** Ends an absence or a repair; no tour gets its resource back by itself. */
export async function endAbsence(actor: Actor, input: { readonly id: string }): Promise<Outcome<{ id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    if (!isPlanner(scope) || !isId(input.id)) return refused({ code: "notFound" });
    const row = await tx.reservation.findFirst({ where: { id: input.id, purpose: { not: "TOUR" }, releasedAt: null }, select: { kitId: true, staffId: true, vehicleId: true } });
    if (!row) return refused({ code: "notFound" });
    await lockResources(tx, [row.kitId, row.staffId, row.vehicleId].flatMap((id) => id ?? []));
    const ended = await tx.reservation.updateMany({ where: { id: input.id, releasedAt: null }, data: { releasedAt: now } });
    if (ended.count === 0) return refused({ code: "stale" });
    const kind = row.kitId ? "kit" : row.staffId ? "staff" : "vehicle";
    const subject = { kind, id: row.kitId ?? row.staffId ?? row.vehicleId } as const;
    return carriedOut({ id: input.id }, { audit: [{ action: "absenceEnded", subject, details: { reservation: input.id } }], mails: [] });
  });
}

async function resourceExists(tx: Tx, { kind, id }: Resource): Promise<boolean> {
  if (!isId(id)) return false;
  const where = { where: { id } };
  switch (kind) {
    case "KIT":
      return (await tx.caseKit.count(where)) > 0;
    case "STAFF":
      return (await tx.staffMember.count(where)) > 0;
    case "VEHICLE":
      return (await tx.vehicle.count(where)) > 0;
  }
}
