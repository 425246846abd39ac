import type { KitFacts, KitRefusal } from "@/lib/kits/types";
import type { StaffFacts, StaffRefusal } from "@/lib/staff/types";
import type { CivilDate } from "@/lib/time/calendar";
import type { VisitHours, VisitRefusal } from "@/lib/visits/types";

export const tourStates = ["PLANNED", "UNDERWAY", "DONE", "CANCELLED"] as const;
export type TourState = (typeof tourStates)[number];

export const tourVerbs = ["change", "depart", "finish", "cancel"] as const;
export type TourVerb = (typeof tourVerbs)[number];

export const tourTransitions = {
  change: { PLANNED: "PLANNED" },
  depart: { PLANNED: "UNDERWAY" },
  finish: { UNDERWAY: "DONE" },
  cancel: { PLANNED: "CANCELLED" },
} as const satisfies Record<TourVerb, Partial<Record<TourState, TourState>>>;

/** The twelve city districts of Dortmund with their approximate centres (domain.md section 7). */
export const districtCentres = {
  INNENSTADT_WEST: { lat: 51.5139, lon: 7.4653 },
  INNENSTADT_NORD: { lat: 51.5292, lon: 7.4717 },
  INNENSTADT_OST: { lat: 51.5117, lon: 7.4939 },
  EVING: { lat: 51.5528, lon: 7.4744 },
  SCHARNHORST: { lat: 51.55, lon: 7.5333 },
  BRACKEL: { lat: 51.5167, lon: 7.55 },
  APLERBECK: { lat: 51.4917, lon: 7.5667 },
  HOERDE: { lat: 51.4833, lon: 7.5 },
  HOMBRUCH: { lat: 51.4758, lon: 7.4394 },
  LUETGENDORTMUND: { lat: 51.5, lon: 7.35 },
  HUCKARDE: { lat: 51.537, lon: 7.408 },
  MENGEDE: { lat: 51.575, lon: 7.383 },
} as const satisfies Record<string, Coordinates>;
export type District = keyof typeof districtCentres;
export const districts = Object.keys(districtCentres) as readonly District[];

export type Coordinates = { readonly lat: number; readonly lon: number };

/** Where something lies; without coordinates the centre of its district counts. */
export type Site = { readonly district: District; readonly coordinates: Coordinates | null };
export type Place = Site & { readonly label: string };

/** Where every tour begins and ends: the service centre of the Buergerdienste in the city centre. */
export const depot: Site = { district: "INNENSTADT_WEST", coordinates: { lat: 51.5139, lon: 7.4653 } };

/** A visit that stands on a tour, half-open [startsAt, endsAt) with gate time, set-up and pack-down. */
export type TourStop = { readonly visitId: string; readonly place: Place; readonly startsAt: Date; readonly endsAt: Date };

/** A visit that looks for its time on a tour; `hours` are the facility's visit hours that day, null without limits. */
export type VisitToPlace = {
  readonly visitId: string;
  readonly place: Place;
  readonly stayMinutes: number;
  readonly hours: readonly VisitHours[] | null;
};

/** From leaving the depot until being back, half-open: the range in which kit, crew and vehicle are taken. */
export type TourFrame = { readonly departsAt: Date; readonly returnsAt: Date };

export type Placement = TourFrame & { readonly startsAt: Date; readonly endsAt: Date; readonly position: number };

export const resourceKinds = ["KIT", "STAFF", "VEHICLE"] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const reservationPurposes = ["TOUR", "ABSENCE", "REPAIR"] as const;
export type ReservationPurpose = (typeof reservationPurposes)[number];

/** What decides whether a tour may leave; a resource whose reservation was released is missing here. */
export type DepartureFacts = {
  readonly state: TourState;
  readonly date: CivilDate;
  readonly kit: KitFacts | null;
  readonly vehicleLabel: string | null;
  readonly crew: readonly StaffFacts[];
  readonly hasPrisonStop: boolean;
  /** The day on which the prison's clearance was recorded. */
  readonly clearedOn: CivilDate | null;
  readonly visitCount: number;
  readonly unannouncedPlaces: readonly string[];
};

export type TourRefusal =
  | { readonly code: "tour.wrongState"; readonly state: TourState; readonly verb: TourVerb }
  | { readonly code: "tour.wrongDay"; readonly date: CivilDate; readonly today: CivilDate }
  | { readonly code: "tour.justChanged" }
  | { readonly code: "tour.noVisits" }
  | { readonly code: "tour.visitNotAnnounced"; readonly place: string }
  | { readonly code: "tour.crewTooSmall"; readonly have: number; readonly need: number }
  | { readonly code: "tour.crewTwice"; readonly label: string }
  | { readonly code: "tour.kitMissing" }
  | { readonly code: "tour.vehicleMissing" }
  | { readonly code: "tour.clearanceMissing"; readonly neededOn: CivilDate }
  | { readonly code: "tour.clearanceTooLate"; readonly clearedOn: CivilDate; readonly neededOn: CivilDate }
  | {
      readonly code: "tour.visitInTheWay";
      readonly otherVisitId: string;
      readonly place: string;
      readonly from: Date;
      readonly until: Date;
      readonly travelMinutes: number;
      readonly earliestStartsAt: Date | null;
    }
  | { readonly code: "tour.outsideServiceHours"; readonly departsAt: Date; readonly returnsAt: Date; readonly from: Date; readonly until: Date; readonly earliestStartsAt: Date | null }
  | { readonly code: "tour.noRoom"; readonly date: CivilDate; readonly place: string; readonly stayMinutes: number };

/** Another reservation is in the way; `place` only where that tour visits somewhere. `justTaken`: the database saw it first. */
export type ResourceRefusal =
  | {
      readonly code: "resource.taken";
      readonly resourceKind: ResourceKind;
      readonly label: string;
      readonly from: Date;
      readonly until: Date;
      readonly place: string | null;
      readonly purpose: ReservationPurpose;
    }
  | { readonly code: "resource.justTaken" };

/** Everything that can keep a tour from leaving. */
export type DepartureRefusal = TourRefusal | KitRefusal | StaffRefusal;

/** What stands in the way of a start on a tour; each carries the nearest start that works, or null. */
export type PlacementObstacle =
  | Extract<TourRefusal, { code: "tour.visitInTheWay" | "tour.outsideServiceHours" }>
  | Extract<VisitRefusal, { code: "visit.outsideVisitHours" }>;

/** Everything that can keep a visit from its place on a tour. */
export type PlacementRefusal = PlacementObstacle | Extract<TourRefusal, { code: "tour.noRoom" }>;
