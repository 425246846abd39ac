import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { newReference, newVisitCode } from "@/lib/db/reference";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { careOf } from "@/lib/residents/queries";
import { scheduledVisit } from "@/lib/scheduling/queries";
import { gateMinutesOf, longestStay, stayOf } from "@/lib/scheduling/rules";
import type { ScheduledVisit } from "@/lib/scheduling/types";
import { civilDateOf } from "@/lib/time/calendar";
import { nextVisitState, visitPersonOf } from "@/lib/visits/rules";
import type { VisitPerson } from "@/lib/visits/types";
import type { AppointmentKind } from "@/prisma/generated/client/enums";

type Durations = Pick<ScheduledVisit, "gateMinutes" | "setupMinutes" | "packDownMinutes">;
type OpenVisit = Durations & { readonly id: string; readonly persons: Map<string, VisitPerson>; lastPosition: number };

function hasRoom(visit: OpenVisit, residentId: string, person: VisitPerson, limit: number, parameters: ParameterValues): boolean {
  if (visit.persons.size === 0 || visit.persons.has(residentId)) return true;
  return stayOf({ ...visit, persons: [...visit.persons.values(), person] }, parameters) <= limit;
}

/**
 * Brings cases of one facility into its visits that wait to be planned, each case as the last appointment; a person's cases stay together. Applications and
 * hand-overs wait apart, because a card is not there for weeks. A visit that would no longer fit on one day is followed by a new one, so that every
 * visit can be placed. Two accepted requests at one time wait for each other at the facility and share a visit. The caller audits what it did.
 */
export async function queueCases(tx: Tx, now: Date, facilityId: string, caseIds: readonly string[], kind: AppointmentKind): Promise<{ visitIds: string[] }> {
  await tx.$executeRaw`SELECT id FROM "Facility" WHERE id = ${facilityId}::uuid FOR UPDATE`;
  const parameters = await parametersInForce(tx, civilDateOf(now));
  const facility = await tx.facility.findUniqueOrThrow({ where: { id: facilityId }, include: { siteSheet: true } });
  const sheet = facility.siteSheet ?? { gateMinutes: 0, visitsFrom: parameters.serviceFrom, visitsUntil: parameters.serviceUntil };
  const gateMinutes = gateMinutesOf({ isPrison: facility.kind === "PRISON", gateMinutes: sheet.gateMinutes }, parameters);
  const coordinates = { lat: facility.latitude, lon: facility.longitude };
  const limit = longestStay({ site: { district: facility.district, coordinates }, visitsFrom: sheet.visitsFrom, visitsUntil: sheet.visitsUntil }, parameters);
  const durations = { gateMinutes, setupMinutes: parameters.setupMinutes, packDownMinutes: parameters.packDownMinutes };

  const cases = await tx.case.findMany({
    where: { id: { in: [...caseIds] }, facilityId },
    select: { id: true, residentId: true, resident: { select: { care: true } } },
    orderBy: [{ residentId: "asc" }, { id: "asc" }],
  });
  const visitIds = new Set<string>();
  let visit = await openVisitOf(tx, facilityId, kind);
  for (const one of cases) {
    const person = visitPersonOf(careOf(one.resident.care));
    if (visit && !hasRoom(visit, one.residentId, person, limit, parameters)) visit = null;
    visit ??= await createVisit(tx, now, facility, durations);
    visit.persons.set(one.residentId, person);
    visit.lastPosition += 1;
    await tx.appointment.create({ data: { visitId: visit.id, caseId: one.id, facilityId, kind, position: visit.lastPosition } });
    visitIds.add(visit.id);
  }
  return { visitIds: [...visitIds] };
}

export type Unqueued = "NOT_QUEUED" | "TAKEN_OUT" | "ON_TOUR";

/**
 * Takes a case out of the visit in which it waits to be planned; a visit that is left without anybody is cancelled. A visit that stands on a tour already is
 * left alone: the planning desk decides about it. The caller audits what it did.
 */
export async function unqueueCase(tx: Tx, now: Date, facilityId: string, caseId: string): Promise<Unqueued> {
  await tx.$executeRaw`SELECT id FROM "Facility" WHERE id = ${facilityId}::uuid FOR UPDATE`;
  const open = await tx.appointment.findFirst({ where: { caseId, facilityId, outcome: null, removedAt: null }, select: { id: true, visitId: true } });
  if (!open) return "NOT_QUEUED";
  const touched = await tx.visit.updateMany({ where: { id: open.visitId, state: "TO_PLAN" }, data: { version: { increment: 1 } } });
  if (touched.count === 0) return "ON_TOUR";
  await tx.appointment.update({ where: { id: open.id }, data: { removedAt: now, version: { increment: 1 } } });
  const left = await tx.appointment.count({ where: { visitId: open.visitId, outcome: null, removedAt: null } });
  const cancelled = nextVisitState("TO_PLAN", "cancel");
  if (left === 0 && cancelled) await tx.visit.update({ where: { id: open.visitId }, data: { state: cancelled } });
  return "TAKEN_OUT";
}

/** The facility's youngest visit that waits to be planned with appointments of this kind; raising its version makes whoever is just placing it look again. */
async function openVisitOf(tx: Tx, facilityId: string, kind: AppointmentKind): Promise<OpenVisit | null> {
  const waiting = { facilityId, state: "TO_PLAN" } as const;
  const hasOther = { appointments: { some: { outcome: null, removedAt: null, kind: { not: kind } } } };
  const found = await tx.visit.findFirst({ where: { ...waiting, NOT: hasOther }, select: { id: true }, orderBy: { id: "desc" } });
  if (!found) return null;
  const touched = await tx.visit.updateMany({ where: { id: found.id, ...waiting }, data: { version: { increment: 1 } } });
  const visit = touched.count === 0 ? null : await scheduledVisit(tx, { id: found.id });
  if (!visit) return null;
  const last = await tx.appointment.aggregate({ where: { visitId: visit.id }, _max: { position: true } });
  const { id, gateMinutes, setupMinutes, packDownMinutes } = visit;
  return { id, gateMinutes, setupMinutes, packDownMinutes, persons: new Map(visit.persons.map((one) => [one.residentId, one])), lastPosition: last._max.position ?? 0 };
}

type FacilityRow = Awaited<ReturnType<Tx["facility"]["findUniqueOrThrow"]>>;

/** A visit with a copy of the facility's place and of the durations in force. */
async function createVisit(tx: Tx, now: Date, facility: FacilityRow, durations: Durations): Promise<OpenVisit> {
  const { id } = await tx.visit.create({
    data: {
      ...durations,
      reference: newReference("B"),
      facilityId: facility.id,
      placeKind: facility.kind,
      placeName: facility.name,
      placeStreet: facility.street,
      placePostalCode: facility.postalCode,
      placeCity: facility.city,
      placeDistrict: facility.district,
      placeLatitude: facility.latitude,
      placeLongitude: facility.longitude,
      visitCode: newVisitCode(),
      calendarUid: `${randomUUID()}@buergerkoffer.example`,
      createdAt: now,
    },
    select: { id: true },
  });
  return { ...durations, id, persons: new Map(), lastPosition: 0 };
}
