import { civil, civilOrNull } from "@/lib/db/civil";
import { kitRefusal } from "@/lib/kits/rules";
import { coverRefusal } from "@/lib/scheduling/rules";
import { staffRefusal } from "@/lib/staff/rules";
import { civilDateOf } from "@/lib/time/calendar";
import { encloses, overlaps } from "@/lib/time/range";
import { clearanceNeededOn, clearanceRefusal, crewRefusal, serviceHoursOn, travelMinutes } from "@/lib/tours/rules";
import type { TourStop } from "@/lib/tours/types";
import { addMinutes } from "@/lib/time/calendar";
import { closedOn } from "@/lib/visits/rules";
import type { Tour } from "@/prisma/generated/client/client";
import type { Reservation, Visit } from "@/tests/builders/plain";
import { broken, groupedBy, type Rule, type View } from "./view";

const resourceOf = ({ kitId, staffId, vehicleId }: Reservation) => kitId ?? staffId ?? vehicleId ?? "";
const tourName = ({ reference }: Tour) => reference;

function stopsOf(city: View, tour: Tour): readonly (TourStop & { readonly visit: Visit })[] {
  return city.rows.visit
    .filter((visit) => visit.tourId === tour.id && visit.state !== "CANCELLED")
    .flatMap((visit) =>
      visit.startsAt && visit.endsAt
        ? [{ visit, visitId: visit.id, startsAt: visit.startsAt, endsAt: visit.endsAt, place: { label: visit.placeName, district: visit.placeDistrict, coordinates: { lat: visit.placeLatitude, lon: visit.placeLongitude } } }]
        : [],
    )
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function crewOf(city: View, tour: Tour) {
  const ids = city.rows.tourMember.filter(({ tourId }) => tourId === tour.id).map(({ staffId }) => staffId);
  return city.rows.staffMember
    .filter(({ id }) => ids.includes(id))
    .map(({ id, displayName, isActive }) => ({
      staffId: id,
      label: displayName,
      isActive,
      trainings: city.rows.training.filter((one) => one.staffId === id && one.kind === "KIT_OPERATION").map((one) => ({ validFromOn: civil(one.validFromOn), validUntilOn: civilOrNull(one.validUntilOn) })),
    }));
}

export const tourRules: Readonly<Record<string, Rule>> = {
  "R54: tours run on open days only": (city) => broken(city.rows.tour, (tour) => closedOn(civil(tour.tourOn), city.closuresOf("")) !== null, tourName),

  "a tour lies on its day and within the service hours": (city) =>
    broken(
      city.rows.tour,
      (tour) => civilDateOf(tour.departsAt) !== civil(tour.tourOn) || !encloses(serviceHoursOn(civil(tour.tourOn), city.parameters), { from: tour.departsAt, until: tour.returnsAt }),
      tourName,
    ),

  "R50, R51: every crew is two active people whose training is valid on the day": (city) =>
    broken(
      city.rows.tour,
      (tour) => {
        const crew = crewOf(city, tour);
        return crewRefusal(crew, city.parameters) !== null || crew.some((member) => staffRefusal(member, civil(tour.tourOn)) !== null);
      },
      tourName,
    ),

  "R57: who enters the prison has access to it on the day": (city) =>
    broken(
      city.rows.tour.filter((tour) => stopsOf(city, tour).some(({ visit }) => visit.placeKind === "PRISON")),
      (tour) => {
        const hasAccess = (staffId: string) => city.rows.training.some((one) => one.staffId === staffId && one.kind === "PRISON_ACCESS" && one.validFromOn <= tour.tourOn && (one.validUntilOn === null || tour.tourOn < one.validUntilOn));
        return !crewOf(city, tour).every(({ staffId }) => hasAccess(staffId));
      },
      tourName,
    ),

  "R50: what is still to be driven has a kit that can go out": (city) =>
    broken(
      city.rows.tour.filter(({ state }) => state === "PLANNED"),
      (tour) => {
        const kit = city.rows.caseKit.find(({ id }) => id === tour.kitId);
        return !kit || kitRefusal({ ...kit, inServiceFromOn: civilOrNull(kit.inServiceFromOn), contractEndsOn: civilOrNull(kit.contractEndsOn) }, civil(tour.tourOn)) !== null;
      },
      tourName,
    ),

  "R52: no resource is taken twice at one time": (city) => {
    const byResource = groupedBy(city.rows.reservation.filter(({ releasedAt }) => releasedAt === null), resourceOf);
    return [...byResource].flatMap(([id, rows]) => {
      const sorted = [...rows].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
      return sorted.some((one, index) => index > 0 && overlaps({ from: sorted[index - 1]!.startsAt, until: sorted[index - 1]!.endsAt }, { from: one.startsAt, until: one.endsAt })) ? [id] : [];
    });
  },

  "R52: a tour holds its kit, its car and its whole crew from departure to return": (city) =>
    broken(
      city.rows.tour,
      (tour) => {
        const held = city.rows.reservation.filter((one) => one.tourId === tour.id && one.releasedAt === null && +one.startsAt === +tour.departsAt && +one.endsAt === +tour.returnsAt).map(resourceOf);
        const needed = [tour.kitId, tour.vehicleId, ...crewOf(city, tour).map(({ staffId }) => staffId)];
        return held.length !== needed.length || !needed.every((id) => held.includes(id));
      },
      tourName,
    ),

  "R52: there is time to drive to every visit and back": (city) =>
    broken(
      city.rows.tour,
      (tour) => {
        const stops = stopsOf(city, tour);
        const late = stops.some((stop, index) => index > 0 && addMinutes(stops[index - 1]!.endsAt, travelMinutes(stops[index - 1]!.place, stop.place, city.parameters)) > stop.startsAt);
        return stops.length === 0 || late || coverRefusal(tour, stops, city.parameters) !== null;
      },
      tourName,
    ),

  "R57: a confirmed visit to the prison was cleared in time, any other one still can be": (city) =>
    broken(
      city.rows.visit.filter(({ placeKind, state }) => placeKind === "PRISON" && state !== "TO_PLAN" && state !== "CANCELLED"),
      ({ state, startsAt, clearedAt }) => {
        const date = civilDateOf(startsAt!);
        if (state === "PLANNED" || state === "ANNOUNCED") return clearedAt === null && clearanceNeededOn(date, city.parameters) < city.today;
        return clearanceRefusal({ date, hasPrisonStop: true, clearedOn: clearedAt && civilDateOf(clearedAt) }, city.parameters) !== null;
      },
      ({ reference }) => reference,
    ),

  "a tour of the past is done, one to come is planned": (city) =>
    broken(city.rows.tour, (tour) => (tour.returnsAt < city.now ? tour.state !== "DONE" || !tour.startedAt || !tour.endedAt : tour.state !== "PLANNED" || tour.startedAt !== null), tourName),
};
