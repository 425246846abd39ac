import type { Candidate, Fit, PlannableVisit, PlanningFacts, Surroundings, TourForVisit, TourView, Travel } from "@/lib/board/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { dateConflict } from "@/lib/requests/rules";
import { placementAmong } from "@/lib/scheduling/rules";
import { addMinutes, civilDateOf } from "@/lib/time/calendar";
import { overlaps } from "@/lib/time/range";
import { travelMinutes, tourStateRefusal } from "@/lib/tours/rules";
import { depot, type TourStop } from "@/lib/tours/types";
import { closedOn } from "@/lib/visits/rules";

/** The ways of a tour: to the first stop, between stops, back; each ends when the stop begins, the last begins when it ends. */
export function travelsOf(stops: readonly TourStop[], parameters: ParameterValues): readonly Travel[] {
  const ways = stops.map((stop, index): Travel => {
    const minutes = travelMinutes(stops[index - 1]?.place ?? depot, stop.place, parameters);
    return { minutes, from: addMinutes(stop.startsAt, -minutes), until: stop.startsAt };
  });
  const last = stops.at(-1);
  if (!last) return [];
  const minutes = travelMinutes(last.place, depot, parameters);
  return [...ways, { minutes, from: last.endsAt, until: addMinutes(last.endsAt, minutes) }];
}

export const noFit: Fit = { fits: false, refusal: null };

/** The tours that can still be changed on days on which the city works. Worked out once for all visits that ask. */
export function candidatesOf(tours: readonly TourView[], { taken, closures }: Surroundings): readonly Candidate[] {
  const byResource = new Map<string, Surroundings["taken"][number][]>();
  for (const one of taken) byResource.set(one.resource.id, [...(byResource.get(one.resource.id) ?? []), one]);
  return tours.flatMap((tour): Candidate[] => {
    const ofDay = closures.filter(({ fromOn, untilOn }) => fromOn <= tour.date && tour.date < untilOn);
    if (tourStateRefusal(tour.state, "change") !== null || closedOn(tour.date, ofDay.filter(({ facilityId }) => facilityId === null)) !== null) return [];
    const held = [tour.kit, tour.vehicle, ...tour.crew.map(({ staffId, isHeld }) => ({ id: staffId, isHeld }))].filter(({ isHeld }) => isHeld);
    const elsewhere = held.flatMap(({ id }) => byResource.get(id) ?? []).filter((one) => one.tour?.id !== tour.id);
    return [{ tour, elsewhere, closures: ofDay }];
  });
}

/** R52, R54: whether a tour can take a visit at its earliest free time, and what the way costs it. */
export function fitOf(visit: PlannableVisit, { tour, elsewhere, closures }: Candidate, { now, parameters }: PlanningFacts): Fit {
  if (closures.some(({ facilityId }) => facilityId === visit.address.facilityId)) return noFit;
  const outcome = placementAmong(tour, tour.stops, visit, null, now, parameters);
  if (!outcome.ok) return { fits: false, refusal: outcome.refusal };
  const { startsAt, endsAt, departsAt, returnsAt } = outcome.value;
  if (startsAt <= now || elsewhere.some((one) => overlaps(one, { from: departsAt, until: returnsAt }))) return noFit;
  const others = tour.stops.filter(({ visitId }) => visitId !== visit.visitId);
  const withVisit = [...others, { visitId: visit.visitId, place: visit.place, startsAt, endsAt }].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const conflict = dateConflict({ startsAt, endsAt }, visit, civilDateOf(now));
  const isWished = conflict === null && visit.wishes.some(({ date }) => date === tour.date);
  return { fits: true, placement: outcome.value, extraTravelMinutes: travelTotal(withVisit, parameters) - travelTotal(others, parameters), isWished, isBlocked: conflict === "BLOCKED" };
}

function travelTotal(stops: readonly TourStop[], parameters: ParameterValues): number {
  return travelsOf(stops, parameters).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The candidates that can take a visit, in their order. */
export function fittingTours(visit: PlannableVisit, candidates: readonly Candidate[], facts: PlanningFacts): readonly TourForVisit[] {
  return candidates.flatMap((candidate) => {
    const fit = fitOf(visit, candidate, facts);
    return fit.fits ? [{ tour: candidate.tour, fit }] : [];
  });
}

/** Of the tours that can take a visit the one to suggest: in time first, then not in a blocked time, then wished, then the least driving, then the earliest; null without any. */
export function bestOf(visit: PlannableVisit, offers: readonly TourForVisit[]): TourForVisit | null {
  const rank = ({ tour, fit }: TourForVisit): readonly number[] => [visit.dueOn !== null && tour.date > visit.dueOn ? 1 : 0, fit.isBlocked ? 1 : 0, fit.isWished ? 0 : 1, fit.extraTravelMinutes, fit.placement.startsAt.getTime()];
  const ranked = offers.map((one) => ({ one, rank: rank(one) })).sort((a, b) => a.rank.reduce((order, value, index) => order || value - b.rank[index]!, 0));
  return ranked[0]?.one ?? null;
}
