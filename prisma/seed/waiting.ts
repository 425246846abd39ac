import type { ScheduledVisit } from "@/lib/scheduling/types";
import { gateMinutesOf } from "@/lib/scheduling/rules";
import type { Case } from "@/prisma/generated/client/client";
import type { Appointment, Visit } from "@/tests/builders/plain";
import { idOf } from "@/tests/builders/ids";
import { anAppointment, aVisit } from "@/tests/builders/requests";
import { addressOf, newReference, type City, type House } from "./city";

/** Brings cases into the visit of a house that waits to be planned; applications and hand-overs wait apart. */
export function queue(city: City, house: House, cases: readonly Case[], kind: Appointment["kind"], at: Date): Visit | null {
  if (cases.length === 0) return null;
  const visit = waitingVisit(city, house, kind) ?? makeVisit(city, house, at);
  const before = city.rows.appointment.filter(({ visitId }) => visitId === visit.id).length;
  city.rows.appointment.push(
    ...cases.map((one, index) =>
      anAppointment({ id: idOf(`appointment ${visit.id} ${one.id}`, at), visitId: visit.id, caseId: one.id, facilityId: house.facility.id, kind, position: before + index + 1 }),
    ),
  );
  return visit;
}

/** The visit of a house that waits for its place on a tour, or null. */
export function waitingVisit(city: City, { facility }: House, kind: Appointment["kind"]): Visit | null {
  const waiting = city.rows.visit.filter(({ facilityId, state }) => facilityId === facility.id && state === "TO_PLAN");
  return waiting.find(({ id }) => city.rows.appointment.some((one) => one.visitId === id && one.kind === kind)) ?? null;
}

function makeVisit(city: City, { facility, siteSheet }: House, createdAt: Date): Visit {
  const { parameters } = city;
  const id = idOf(`visit ${city.rows.visit.length}`, createdAt);
  const visit = aVisit(facility, {
    id,
    reference: newReference(city, "B"),
    gateMinutes: gateMinutesOf({ isPrison: facility.kind === "PRISON", gateMinutes: siteSheet.gateMinutes }, parameters),
    setupMinutes: parameters.setupMinutes,
    packDownMinutes: parameters.packDownMinutes,
    visitCode: String(city.random.between(0, 10_000)).padStart(4, "0"),
    calendarUid: `${id}@buergerkoffer`,
    createdAt,
  });
  city.rows.visit.push(visit);
  return visit;
}

/** The open appointments of a visit. */
export function openAppointments(city: City, visit: Visit): readonly Appointment[] {
  return city.rows.appointment.filter((one) => one.visitId === visit.id && one.outcome === null && one.removedAt === null);
}

export function caseOf(city: City, { caseId }: Appointment): Case {
  const found = city.rows.case.find(({ id }) => id === caseId);
  if (!found) throw new RangeError("an appointment without its case");
  return found;
}

/** A visit as the rules of planning and announcing take it. */
export function scheduled(city: City, house: House, visit: Visit): ScheduledVisit {
  const open = openAppointments(city, visit);
  const residentIds = [...new Set(open.map((one) => caseOf(city, one).residentId))];
  const people = house.people.filter(({ resident }) => residentIds.includes(resident.id));
  return {
    ...visit,
    place: { label: visit.placeName, district: visit.placeDistrict, coordinates: { lat: visit.placeLatitude, lon: visit.placeLongitude } },
    isPrison: visit.placeKind === "PRISON",
    hours: [{ fromMinutes: house.siteSheet.visitsFrom, untilMinutes: house.siteSheet.visitsUntil }],
    persons: people.map(({ resident, care }) => ({
      residentId: resident.id,
      isBedside: care.mobility === "BEDSIDE",
      isDifficult: care.fingerprintObstacle !== "NONE",
      hasUnclearNationality: resident.nationality === "UNKNOWN",
      lacksRepresentative: care.appliesBy !== "SELF" && care.isRepresentativePresent !== true,
    })),
    openAppointmentCount: open.length,
    contact: addressOf(house),
  };
}
