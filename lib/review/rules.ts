import type { TourView } from "@/lib/board/types";
import type { Service } from "@/lib/cases/types";
import type { SiteGap } from "@/lib/facilities/types";
import { kitRefusal } from "@/lib/kits/rules";
import { lacksAuthorisation } from "@/lib/law/authorisation";
import { dutyFromOn, earliestRelease, lastUsefulOn } from "@/lib/law/duty";
import type { ParameterValues } from "@/lib/law/parameters";
import { hasLostDuty, visitStanding } from "@/lib/releases/rules";
import type { ResidentFacts } from "@/lib/residents/types";
import type { Found, ReviewCause, ReviewCauses, ReviewKind } from "@/lib/review/types";
import { staffRefusal } from "@/lib/staff/rules";
import { civilDateOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import { clearanceNeededOn } from "@/lib/tours/rules";
import { closedOn, visitHoursRefusal } from "@/lib/visits/rules";
import type { Closure, VisitHours } from "@/lib/visits/types";

/** Somebody with an open appointment in a booked visit. */
export type ReviewedPerson = {
  readonly residentId: string;
  /** What is done for the person at this visit. */
  readonly services: readonly Service[];
  readonly facts: Pick<ResidentFacts, "nationality" | "mainResidence" | "custody">;
  readonly authorisedOn: CivilDate | null;
  readonly isGone: boolean;
  readonly isRestricted: boolean;
  readonly hasClosedCase: boolean;
  /** The releases that were stated before today's. */
  readonly earlierReleases: readonly CivilDate[];
};

/** A visit that stands on a tour and has not begun, with today's facts of the house and of its people. */
export type ReviewedVisit = {
  readonly visitId: string;
  readonly tourId: string;
  readonly placeLabel: string;
  readonly isPrison: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What the stay takes with the people of today (R53). */
  readonly neededMinutes: number;
  /** Between gate and room: as planned, and as the house says today. */
  readonly gateMinutes: number;
  readonly gateMinutesToday: number;
  readonly hours: readonly VisitHours[] | null;
  readonly siteGaps: readonly SiteGap[];
  readonly closures: readonly Closure[];
  readonly clearedAt: Date | null;
  readonly persons: readonly ReviewedPerson[];
};

/** The moment of looking, and the values that hold on a day. */
export type ReviewContext = { readonly now: Date; readonly today: CivilDate; readonly parametersOn: (date: CivilDate) => ParameterValues };

type Answer<K extends ReviewKind> = ReviewCauses[K] | null;
type OfVisit<K extends ReviewKind> = { readonly of: "VISIT"; readonly find: (visit: ReviewedVisit, context: ReviewContext) => Answer<K> };
type OfPerson<K extends ReviewKind> = { readonly of: "PERSON"; readonly find: (person: ReviewedPerson, visit: ReviewedVisit, context: ReviewContext) => Answer<K> };
type OfTour<K extends ReviewKind> = { readonly of: "TOUR"; readonly find: (tour: TourView, context: ReviewContext) => readonly { readonly aboutId: string; readonly facts: ReviewCauses[K] }[] };
type RuleOf<K extends ReviewKind> = OfVisit<K> | OfPerson<K> | OfTour<K>;

const dayOf = (visit: ReviewedVisit): CivilDate => civilDateOf(visit.startsAt);
const plannedMinutes = ({ startsAt, endsAt }: ReviewedVisit): number => Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
const appliesForCard = ({ services }: ReviewedPerson): boolean => services.includes("ID_CARD");
const appliesForDocument = ({ services }: ReviewedPerson): boolean => services.includes("ID_CARD") || services.includes("PROVISIONAL_ID");
/** What keeps the work from being done in the room (R56); what nobody has said is asked for elsewhere. */
const unsuitable: readonly SiteGap[] = ["TABLE", "SOCKET", "PHOTO_SPACE", "RECEPTION_NONE"];

/** R09, R10: what the release of today does to somebody's visit. */
function releaseOf(person: ReviewedPerson, visit: ReviewedVisit, { parametersOn }: ReviewContext) {
  const releaseOn = person.facts.custody?.releaseOn ?? null;
  const date = dayOf(visit);
  const standing = visitStanding(releaseOn, date, appliesForCard(person), parametersOn(date));
  return releaseOn === null ? null : { date, releaseOn, earliestOn: earliestRelease(releaseOn).on, standing };
}

/** The one table of what is reviewed: each kind with what it looks at and its rule, the most pressing first. */
export const reviewRules: { readonly [K in ReviewKind]: RuleOf<K> } = {
  "visit.missed": { of: "VISIT", find: ({ endsAt }, { now }) => (endsAt < now ? { endedAt: endsAt.toISOString() } : null) },
  // R54: a holiday or a closure that was entered after the day was booked.
  "visit.dayClosed": {
    of: "VISIT",
    find: (visit) => {
      const closed = closedOn(dayOf(visit), visit.closures);
      return closed && { date: dayOf(visit), closed };
    },
  },
  // R58: the house has changed its visit hours.
  "visit.outsideHours": {
    of: "VISIT",
    find: (visit) => {
      const refusal = visitHoursRefusal({ place: visit.placeLabel, startsAt: visit.startsAt, endsAt: visit.endsAt }, visit.hours);
      return refusal && { fromMinutes: minutesOf(visit.startsAt), untilMinutes: minutesOf(visit.endsAt), hours: refusal.hours };
    },
  },
  // R53: somebody came along or needs more time than when the visit was placed.
  "visit.tooShort": {
    of: "VISIT",
    find: (visit) => (plannedMinutes(visit) < visit.neededMinutes ? { plannedMinutes: plannedMinutes(visit), neededMinutes: visit.neededMinutes } : null),
  },
  "site.unsuitable": {
    of: "VISIT",
    find: ({ siteGaps }) => {
      const gaps = siteGaps.filter((gap) => unsuitable.includes(gap));
      return gaps.length > 0 ? { gaps } : null;
    },
  },
  "site.gateSlower": {
    of: "VISIT",
    find: ({ gateMinutes, gateMinutesToday }) => (gateMinutes < gateMinutesToday ? { plannedMinutes: gateMinutes, neededMinutes: gateMinutesToday } : null),
  },
  // R57: from the day after, the tour can no longer leave for the prison.
  "clearance.missed": {
    of: "VISIT",
    find: (visit, { today, parametersOn }) => {
      const neededOn = clearanceNeededOn(dayOf(visit), parametersOn(dayOf(visit)));
      const isCleared = visit.clearedAt !== null && civilDateOf(visit.clearedAt) <= neededOn;
      return visit.isPrison && !isCleared && neededOn < today ? { neededOn } : null;
    },
  },
  // R49.
  "person.left": {
    of: "PERSON",
    find: ({ isGone, isRestricted, hasClosedCase }) => (isRestricted ? { because: "RESTRICTED" } : isGone ? { because: "GONE" } : hasClosedCase ? { because: "CASE_CLOSED" } : null),
  },
  // R01.
  "person.notGerman": { of: "PERSON", find: (person, visit) => (person.facts.nationality === "OTHER" && appliesForDocument(person) ? { date: dayOf(visit) } : null) },
  // R17 to R19.
  "competence.lost": {
    of: "PERSON",
    find: (person, visit, { parametersOn }) => (appliesForDocument(person) && lacksAuthorisation(person.facts, person.authorisedOn, dayOf(visit), parametersOn(dayOf(visit))) ? { date: dayOf(visit) } : null),
  },
  "release.beforeVisit": {
    of: "PERSON",
    find: (person, visit, context) => {
      const release = releaseOf(person, visit, context);
      return release?.standing === "BEFORE_VISIT" ? { date: release.date, releaseOn: release.releaseOn, earliestOn: release.earliestOn } : null;
    },
  },
  "release.tooLateForCard": {
    of: "PERSON",
    find: (person, visit, context) => {
      const release = releaseOf(person, visit, context);
      if (release?.standing !== "TOO_LATE_FOR_CARD") return null;
      const { date, releaseOn } = release;
      return { date, releaseOn, lastUsefulOn: lastUsefulOn(releaseOn, context.parametersOn(date)) };
    },
  },
  // R05, R09: the release has moved back; without the duty the application is voluntary, and a later visit may serve better.
  "release.dutyLost": {
    of: "PERSON",
    find: (person, visit, { parametersOn }) => {
      const [date, { custody }] = [dayOf(visit), person.facts];
      if (!custody?.releaseOn || !appliesForCard(person) || !hasLostDuty(custody, person.earlierReleases, date, parametersOn(date))) return null;
      return { date, releaseOn: custody.releaseOn, dutyFromOn: dutyFromOn(custody.releaseOn, parametersOn(date)) };
    },
  },
  // R50, R51.
  "crew.absent": { of: "TOUR", find: ({ crew }) => crew.filter(({ isHeld }) => !isHeld).map(({ staffId, label }) => ({ aboutId: staffId, facts: { label } })) },
  "crew.unfit": {
    of: "TOUR",
    find: ({ crew, date }) =>
      crew.flatMap((member) => {
        const refusal = member.isHeld ? staffRefusal(member, date) : null;
        return refusal ? [{ aboutId: member.staffId, facts: { refusal } }] : [];
      }),
  },
  "kit.absent": { of: "TOUR", find: ({ kit }) => (kit.isHeld ? [] : [{ aboutId: kit.id, facts: { label: kit.label } }]) },
  "kit.unfit": {
    of: "TOUR",
    find: ({ kit, date }) => {
      const refusal = kit.isHeld ? kitRefusal(kit, date) : null;
      return refusal ? [{ aboutId: kit.id, facts: { refusal } }] : [];
    },
  },
  "vehicle.absent": { of: "TOUR", find: ({ vehicle }) => (vehicle.isHeld && vehicle.isActive ? [] : [{ aboutId: vehicle.id, facts: { label: vehicle.label } }]) },
};

export const reviewKinds = Object.keys(reviewRules) as readonly ReviewKind[];

/** What is upset about a visit and its people. A visit whose time is over has no other fault that could still be mended. */
export function findingsOfVisit(visit: ReviewedVisit, context: ReviewContext): readonly Found[] {
  const found = reviewKinds.flatMap((kind): readonly Found[] => {
    const rule = reviewRules[kind] as RuleOf<ReviewKind>;
    if (rule.of === "VISIT") return answered(kind, rule.find(visit, context), null);
    if (rule.of === "PERSON") return visit.persons.flatMap((person) => answered(kind, rule.find(person, visit, context), person.residentId));
    return [];
  });
  const missed = found.filter(({ cause }) => cause.kind === "visit.missed");
  return missed.length > 0 ? missed : found;
}

/** What is upset about the crew, the kit and the vehicle of a tour that has not left. */
export function findingsOfTour(tour: TourView, context: ReviewContext): readonly Found[] {
  if (tour.state !== "PLANNED" || tour.date < context.today) return [];
  return reviewKinds.flatMap((kind): readonly Found[] => {
    const rule = reviewRules[kind] as RuleOf<ReviewKind>;
    return rule.of === "TOUR" ? rule.find(tour, context).flatMap(({ aboutId, facts }) => answered(kind, facts, aboutId)) : [];
  });
}

function answered(kind: ReviewKind, facts: ReviewCauses[ReviewKind] | null, aboutId: string | null): readonly Found[] {
  return facts === null ? [] : [{ cause: { kind, facts } as ReviewCause, aboutId }];
}

/** What tells one finding with its cause from every other: the same while nothing of it changes, another as soon as something does. */
export function identityOf(subjectId: string, { cause, aboutId }: Found): string {
  return JSON.stringify([cause.kind, subjectId, aboutId, cause.facts]);
}
