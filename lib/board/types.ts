import type { Service } from "@/lib/cases/types";
import type { KitFacts } from "@/lib/kits/types";
import type { ParameterValues } from "@/lib/law/parameters";
import type { BlockedTime, WishWindow } from "@/lib/requests/types";
import type { Resource } from "@/lib/reservations/types";
import type { StaffFacts } from "@/lib/staff/types";
import type { CivilDate } from "@/lib/time/calendar";
import type { Range } from "@/lib/time/range";
import type { DepartureRefusal, Placement, PlacementRefusal, TourState, TourStop, VisitToPlace } from "@/lib/tours/types";
import type { Vehicle } from "@/lib/vehicles/types";
import type { Closure, DateQuestionReason, VisitState } from "@/lib/visits/types";

/** A way between two stops, or between the depot and a stop. */
export type Travel = Range<Date> & { readonly minutes: number };

/** What keeps a tour from going as planned, or soon will. `crew.released`: somebody on it is absent. */
export type TourWarning =
  | DepartureRefusal
  | { readonly code: "crew.released"; readonly label: string }
  | { readonly code: "visit.questioned"; readonly visitId: string; readonly place: string; readonly reason: DateQuestionReason }
  | { readonly code: "visit.inBlockedTime"; readonly visitId: string; readonly place: string }
  | { readonly code: "visit.outsideWishes"; readonly visitId: string; readonly place: string }
  | { readonly code: "visit.unconfirmed"; readonly visitId: string; readonly place: string; readonly daysLeft: number };

/** Where a visit takes place, as it was when the visit was made. */
export type VisitAddress = { readonly facilityId: string; readonly isPrison: boolean; readonly street: string; readonly postalCode: string; readonly city: string };
export type ServiceCount = { readonly service: Service; readonly count: number };

/** A visit on a tour, in the order of the day. */
export type TourStopView = TourStop & {
  readonly reference: string;
  readonly version: number;
  readonly state: VisitState;
  readonly address: VisitAddress;
  readonly personCount: number;
  readonly services: readonly ServiceCount[];
  readonly questionReason: DateQuestionReason | null;
  /** When the prison's clearance was recorded (R57). */
  readonly clearedAt: Date | null;
};

/** A tour with its resources. `isHeld` is false where the reservation was released: the gap that has to be filled. */
export type TourView = {
  readonly id: string;
  readonly reference: string;
  readonly state: TourState;
  readonly version: number;
  readonly date: CivilDate;
  readonly departsAt: Date;
  readonly returnsAt: Date;
  readonly kit: KitFacts & { readonly id: string; readonly version: number; readonly isHeld: boolean };
  readonly vehicle: Vehicle & { readonly isHeld: boolean };
  readonly crew: readonly (StaffFacts & { readonly initials: string; readonly isHeld: boolean })[];
  readonly stops: readonly TourStopView[];
  readonly travels: readonly Travel[];
  readonly warnings: readonly TourWarning[];
};

/** A visit with what planning asks of it: how long, how pressing, when wished. Counts instead of names. */
export type PlannableVisit = VisitToPlace & {
  readonly reference: string;
  readonly version: number;
  readonly state: VisitState;
  readonly startsAt: Date | null;
  readonly address: VisitAddress;
  readonly personCount: number;
  readonly services: readonly ServiceCount[];
  readonly wishes: readonly WishWindow[];
  readonly blocked: readonly BlockedTime[];
  readonly dueOn: CivilDate | null;
  readonly daysLeft: number | null;
};

/** A closure and, where only one facility is closed, which. */
export type ClosureLine = Closure & { readonly facilityId: string | null };

/** The moment and the numbers with which the desk plans. */
export type PlanningFacts = { readonly now: Date; readonly parameters: ParameterValues };
export type Surroundings = { readonly taken: readonly (Range<Date> & { readonly resource: Resource; readonly tour: { readonly id: string } | null })[]; readonly closures: readonly ClosureLine[] };

/** A tour that may take visits, with what else its resources do and what is closed that day. */
export type Candidate = { readonly tour: TourView; readonly elsewhere: readonly Range<Date>[]; readonly closures: readonly ClosureLine[] };

/** What the way to a visit costs a tour, or what is in the way. */
export type Fit =
  | { readonly fits: true; readonly placement: Placement; readonly extraTravelMinutes: number; readonly isWished: boolean; /** In a time in which the house takes no visit. */ readonly isBlocked: boolean }
  | { readonly fits: false; readonly refusal: PlacementRefusal | null };
export type TourForVisit = { readonly tour: TourView; readonly fit: Extract<Fit, { fits: true }> };
export type VisitForTour = { readonly visit: PlannableVisit; readonly fit: Fit };
