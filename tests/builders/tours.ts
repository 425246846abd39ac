import { dateColumn } from "@/lib/db/civil";
import { instantOf } from "@/lib/time/calendar";
import type { CaseKit, StaffMember, Tour, TourMember, Vehicle } from "@/prisma/generated/client/client";
import type { Reservation } from "./plain";
import { BUILT_AT, BUILT_DAY, idOf, nextNumber } from "./ids";

/** A planned tour from 8:00 to 13:00, without its crew and reservations; `aBookedTour` gives all of them. */
export function aTour(overrides: Partial<Tour> & Pick<Tour, "kitId" | "vehicleId">): Tour {
  const number = nextNumber();
  return {
    id: idOf(`tour ${number}`),
    reference: `T-TEST${number}`,
    state: "PLANNED",
    tourOn: dateColumn(BUILT_DAY),
    departsAt: instantOf(BUILT_DAY, 8 * 60),
    returnsAt: instantOf(BUILT_DAY, 13 * 60),
    startedAt: null,
    endedAt: null,
    version: 1,
    createdAt: BUILT_AT,
    ...overrides,
  };
}

export type BookedTour = { readonly tour: Tour; readonly members: readonly TourMember[]; readonly reservations: readonly Reservation[] };

/** A tour with its crew, and the reservations of kit, crew and vehicle from departure to return. */
export function aBookedTour(
  booked: { readonly kit: Pick<CaseKit, "id">; readonly vehicle: Pick<Vehicle, "id">; readonly crew: readonly Pick<StaffMember, "id">[] },
  overrides: Partial<Tour> = {},
): BookedTour {
  const tour = aTour({ kitId: booked.kit.id, vehicleId: booked.vehicle.id, ...overrides });
  const members = booked.crew.map(({ id }) => ({ tourId: tour.id, staffId: id }));
  const resources = [{ kitId: tour.kitId }, { vehicleId: tour.vehicleId }, ...members.map(({ staffId }) => ({ staffId }))];
  return { tour, members, reservations: resources.map((resource) => reservationOf(tour, resource)) };
}

/** The reservation of one resource for a tour. */
export function reservationOf(tour: Tour, resource: Resource): Reservation {
  const key = Object.values(resource).join("");
  return aReservation({
    id: idOf(`reservation ${tour.id} ${key}`, tour.createdAt),
    ...resource,
    purpose: "TOUR",
    tourId: tour.id,
    startsAt: tour.departsAt,
    endsAt: tour.returnsAt,
    releasedAt: tour.state === "CANCELLED" ? tour.createdAt : null,
    createdAt: tour.createdAt,
  });
}

type Resource = { readonly kitId: string } | { readonly staffId: string } | { readonly vehicleId: string };

/** Somebody is ill for a day; give a staffId, or with another resource the reason that fits. */
export function anAbsence(overrides: Partial<Reservation> & Resource): Reservation {
  return aReservation({ purpose: "ABSENCE", reason: "ILLNESS", ...overrides });
}

/** A kit is in repair for a day. */
export function aRepair(overrides: Partial<Reservation> & { readonly kitId: string }): Reservation {
  return aReservation({ purpose: "REPAIR", reason: "DEFECT", ...overrides });
}

function aReservation(overrides: Partial<Reservation> & Pick<Reservation, "purpose">): Reservation {
  return {
    id: idOf(`reservation ${nextNumber()}`),
    kitId: null,
    staffId: null,
    vehicleId: null,
    reason: null,
    tourId: null,
    startsAt: instantOf(BUILT_DAY, 0),
    endsAt: instantOf(BUILT_DAY, 24 * 60),
    releasedAt: null,
    createdAt: BUILT_AT,
    ...overrides,
  };
}
