import type { CivilDate } from "@/lib/time/calendar";
import type { HolidayCode } from "@/lib/time/holidays";

export const visitStates = ["TO_PLAN", "PLANNED", "ANNOUNCED", "CONFIRMED", "UNDERWAY", "DONE", "CANCELLED"] as const;
export type VisitState = (typeof visitStates)[number];

export const visitVerbs = ["place", "announce", "confirm", "question", "changePeople", "move", "remove", "depart", "finish", "cancel"] as const;
export type VisitVerb = (typeof visitVerbs)[number];

/** A moved visit must be confirmed anew; a questioned one stays ANNOUNCED and only carries the question. Who comes is the house's to say, so a change of people asks for no new confirmation. */
export const visitTransitions = {
  place: { TO_PLAN: "PLANNED" },
  announce: { PLANNED: "ANNOUNCED" },
  confirm: { ANNOUNCED: "CONFIRMED" },
  question: { ANNOUNCED: "ANNOUNCED" },
  changePeople: { ANNOUNCED: "ANNOUNCED", CONFIRMED: "CONFIRMED" },
  move: { PLANNED: "PLANNED", ANNOUNCED: "ANNOUNCED", CONFIRMED: "ANNOUNCED" },
  remove: { PLANNED: "TO_PLAN", ANNOUNCED: "TO_PLAN", CONFIRMED: "TO_PLAN" },
  depart: { ANNOUNCED: "UNDERWAY", CONFIRMED: "UNDERWAY" },
  finish: { UNDERWAY: "DONE" },
  cancel: { TO_PLAN: "CANCELLED", PLANNED: "CANCELLED", ANNOUNCED: "CANCELLED", CONFIRMED: "CANCELLED" },
} as const satisfies Record<VisitVerb, Partial<Record<VisitState, VisitState>>>;

/** The states of which the facility knows date and crew. */
export const announcedVisitStates = ["ANNOUNCED", "CONFIRMED", "UNDERWAY"] as const satisfies readonly VisitState[];

/** Why a facility questions an announced date. */
export const dateQuestionReasons = ["STAFF_MISSING", "ROOM_TAKEN", "PERSON_ABSENT", "TOO_LATE", "OTHER"] as const;
export type DateQuestionReason = (typeof dateQuestionReasons)[number];

/** One person at a visit as the length of the stay sees it (R53). */
export type VisitPerson = { readonly isBedside: boolean; readonly isDifficult: boolean };

/** Days of the city or of the visited facility on which nothing takes place, half-open [fromOn, untilOn). */
export type Closure = { readonly fromOn: CivilDate; readonly untilOn: CivilDate; readonly of: "CITY" | "FACILITY"; readonly label: string };

/** Why nothing can be booked on a day (R54). */
export type ClosedReason =
  | { readonly reason: "WEEKEND" }
  | { readonly reason: "HOLIDAY"; readonly holiday: HolidayCode }
  | { readonly reason: "CLOSURE"; readonly of: "CITY" | "FACILITY"; readonly label: string; readonly untilOn: CivilDate };

/** When a facility receives visits on a day, minutes since midnight, half-open (R58). */
export type VisitHours = { readonly fromMinutes: number; readonly untilMinutes: number };

export type VisitRefusal =
  | { readonly code: "visit.wrongState"; readonly state: VisitState; readonly verb: VisitVerb }
  | { readonly code: "visit.inThePast"; readonly startsAt: Date }
  | { readonly code: "visit.alreadyBegun"; readonly startsAt: Date }
  | { readonly code: "visit.peopleFixed"; readonly since: Date }
  | { readonly code: "visit.closedDay"; readonly date: CivilDate; readonly closed: ClosedReason }
  | {
      readonly code: "visit.outsideVisitHours";
      readonly place: string;
      readonly startsAt: Date;
      readonly endsAt: Date;
      readonly hours: readonly VisitHours[];
      readonly earliestStartsAt: Date | null;
    }
  | { readonly code: "visit.nobodyToVisit" }
  | { readonly code: "visit.personsLeft"; readonly count: number }
  | { readonly code: "visit.notOnTour" }
  | { readonly code: "visit.crewTooSmall"; readonly have: number; readonly need: number }
  | { readonly code: "visit.vehicleMissing" }
  | { readonly code: "visit.nationalityUnclear"; readonly count: number }
  | { readonly code: "visit.representativeMissing"; readonly count: number }
  | { readonly code: "visit.outcomesMissing"; readonly count: number };
