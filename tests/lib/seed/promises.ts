import { civil, civilOrNull } from "@/lib/db/civil";
import { kitRefusal } from "@/lib/kits/rules";
import { judge } from "@/lib/law/rules";
import { requestStates } from "@/lib/requests/types";
import { staffRefusal } from "@/lib/staff/rules";
import { addDays, civilDateOf, type CivilDate } from "@/lib/time/calendar";
import { overlaps } from "@/lib/time/range";
import { serviceHoursOn } from "@/lib/tours/rules";
import { districts } from "@/lib/tours/types";
import { closedOn } from "@/lib/visits/rules";
import { openDayFrom } from "@/tests/builders/days";
import type { Rule, View } from "./view";

const SOON_DAYS = 14;
const holds = (isKept: boolean, promise: string): readonly string[] => (isKept ? [] : [promise]);

/** Days after today on which the office works. */
function soon(city: View): readonly CivilDate[] {
  return Array.from({ length: SOON_DAYS }, (_, index) => addDays(city.today, index + 1)).filter((day) => closedOn(day, city.closuresOf("")) === null);
}

function freeOn(city: View, day: CivilDate) {
  const hours = serviceHoursOn(day, city.parameters);
  const isFree = (id: string) => !city.rows.reservation.some((one) => one.releasedAt === null && (one.kitId ?? one.staffId ?? one.vehicleId) === id && overlaps(hours, { from: one.startsAt, until: one.endsAt }));
  const isTrained = ({ id, displayName, isActive }: View["rows"]["staffMember"][number]) => {
    const trainings = city.rows.training.filter((one) => one.staffId === id && one.kind === "KIT_OPERATION").map((one) => ({ validFromOn: civil(one.validFromOn), validUntilOn: civilOrNull(one.validUntilOn) }));
    return staffRefusal({ staffId: id, label: displayName, isActive, trainings }, day) === null;
  };
  return {
    kits: city.rows.caseKit.filter((kit) => isFree(kit.id) && kitRefusal({ ...kit, inServiceFromOn: civilOrNull(kit.inServiceFromOn), contractEndsOn: civilOrNull(kit.contractEndsOn) }, day) === null).length,
    staff: city.rows.staffMember.filter((one) => isFree(one.id) && isTrained(one)).length,
    vehicles: city.rows.vehicle.filter(({ id }) => isFree(id)).length,
  };
}

/** What the demo must offer to whoever tries it, whatever the day. */
export const promises: Readonly<Record<string, Rule>> = {
  "both demo crew accounts drive a tour today or on the next open day, to a demo home among others": (city) => {
    const day = openDayFrom(city.today, city.closuresOf(""));
    return ["team1@demo.example", "team2@demo.example"].flatMap((email) => {
      const staffId = city.rows.user.find((one) => one.email === email)?.staffId;
      const mine = city.rows.tour.filter(({ id, tourOn }) => civil(tourOn) === day && city.rows.tourMember.some((one) => one.tourId === id && one.staffId === staffId));
      const visits = city.rows.visit.filter(({ tourId }) => mine.some(({ id }) => id === tourId));
      const isTold = visits.length > 0 && visits.every(({ state }) => state === "ANNOUNCED" || state === "CONFIRMED");
      return holds(isTold && visits.some(({ facilityId }) => ["burgholz@demo.example", "linde@demo.example"].includes(city.facility(facilityId).contactEmail)), `${email} ${day}`);
    });
  },

  "soon there is a day with a free kit, two free trained people and a free car": (city) => holds(soon(city).some((day) => { const free = freeOn(city, day); return free.kits >= 1 && free.staff >= 2 && free.vehicles >= 1; }), "no free day"),

  "the home in Burgholzstraße has people for whom a visit can still be asked for": (city) => {
    const home = city.rows.facility.find(({ contactEmail }) => contactEmail === "burgholz@demo.example");
    const busy = new Set(city.rows.case.filter(({ state }) => state !== "CLOSED").map(({ residentId }) => residentId));
    const context = { today: city.today, visitOn: null, parameters: city.parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false } as const;
    const free = city.rows.resident.filter(({ id, facilityId }) => facilityId === home?.id && !busy.has(id) && city.facts(id).nationality === "GERMAN" && judge(city.facts(id), ["ID_CARD"], context).blockers.length === 0);
    return holds(free.length >= 4, `only ${free.length} people`);
  },

  "the home in Burgholzstraße has a date to confirm": (city) =>
    holds(city.rows.visit.some(({ state, facilityId, startsAt, questionedAt }) => state === "ANNOUNCED" && questionedAt === null && city.facility(facilityId).contactEmail === "burgholz@demo.example" && startsAt! >= city.now), "none"),

  "requests are there in every state, visits in every state but on the road": (city) => [
    ...requestStates.filter((state) => !city.rows.visitRequest.some((one) => one.state === state)),
    ...(["TO_PLAN", "PLANNED", "ANNOUNCED", "CONFIRMED", "DONE", "CANCELLED"] as const).filter((state) => !city.rows.visit.some((one) => one.state === state)),
  ],

  "cards are there at every step: being made, overdue, waiting for a tour, on a tour, handed over, handed over in vain": (city) => {
    const earliest = addDays(city.today, -city.parameters.productionDays);
    const cards = city.rows.case.filter(({ service, state }) => service === "ID_CARD" && state === "APPLIED");
    const all = city.rows.appointment.filter(({ removedAt }) => removedAt === null);
    const open = new Map(all.filter(({ outcome }) => outcome === null).map((one) => [one.caseId, city.visit(one.visitId)]));
    const appliedOn = (id: string) => civilDateOf(all.find(({ caseId, outcome }) => caseId === id && outcome === "APPLIED")!.outcomeAt!);
    const made = cards.filter(({ id }) => !open.has(id));
    const handedOver = all.filter(({ kind, outcome }) => kind === "HAND_OVER" && outcome === "HANDED_OVER");
    return [
      ...holds(made.filter(({ id }) => appliedOn(id) >= earliest).length >= 3, "being made"),
      ...holds(made.some(({ id }) => appliedOn(id) < earliest), "overdue"),
      ...holds(cards.filter(({ id }) => open.get(id)?.state === "TO_PLAN").length >= 3, "waiting for a tour"),
      ...holds(cards.filter(({ id }) => open.get(id)?.tourId).length >= 3, "on a tour"),
      ...holds(handedOver.length >= 3, "handed over"),
      ...holds(all.some(({ kind, outcome }) => kind === "HAND_OVER" && outcome === "NOT_POSSIBLE"), "in vain"),
    ];
  },

  "about 25 houses in all twelve districts, about 200 people": (city) => [
    ...districts.filter((one) => !city.rows.facility.some(({ district }) => district === one)),
    ...holds(city.rows.facility.length === 25 && city.rows.resident.length >= 190 && city.rows.resident.length <= 220, `${city.rows.facility.length} houses, ${city.rows.resident.length} people`),
  ],

  "an inmate's release has come nearer than the planned visit": (city) =>
    holds(
      city.rows.appointment.some(({ caseId, visitId, outcome }) => {
        const { startsAt, placeKind, state } = city.visit(visitId);
        const { dueOn } = city.case(caseId);
        return outcome === null && state === "PLANNED" && placeKind === "PRISON" && dueOn !== null && startsAt !== null && dueOn < startsAt;
      }),
      "none",
    ),

  "a date is questioned, a colleague is ill, a kit is in repair, a certificate has run out": (city) => [
    ...holds(city.rows.visit.some(({ state, questionedAt, startsAt }) => state === "ANNOUNCED" && questionedAt !== null && startsAt! >= city.now), "no question"),
    ...holds(city.rows.reservation.some(({ purpose, startsAt, endsAt }) => purpose === "ABSENCE" && startsAt <= city.now && endsAt > city.now), "nobody ill"),
    ...holds(city.rows.reservation.some(({ purpose, startsAt, endsAt }) => purpose === "REPAIR" && startsAt <= city.now && endsAt > city.now), "no repair"),
    ...holds(city.rows.training.some(({ validUntilOn }) => validUntilOn !== null && civil(validUntilOn) <= city.today), "none ran out"),
  ],
};
