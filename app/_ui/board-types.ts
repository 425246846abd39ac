import type { TourState } from "@/lib/tours/types";
import type { VisitState } from "@/lib/visits/types";

/** What the week board draws. Times are minutes since midnight. */
export type BoardVisit = {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly from: number;
  readonly until: number;
  readonly state: VisitState;
  readonly note?: string;
};

export type BoardTour = {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly from: number;
  readonly until: number;
  /** Names in full; the board shows initials. */
  readonly crew: readonly string[];
  readonly vehicle: string | null;
  readonly state: TourState;
  readonly visits: readonly BoardVisit[];
  readonly travels: readonly { readonly from: number; readonly until: number }[];
  readonly warnings: readonly string[];
  /** 0 to 1; computed from visits and travels where absent. */
  readonly load?: number;
};

export type BoardDay = {
  readonly date: string;
  readonly label: string;
  readonly isToday?: boolean;
  readonly isClosed?: boolean;
  readonly note?: string;
};

/** What a kit does on one day. `blocked`: why it cannot go ("Reparatur bis 4. Dezember"). */
export type BoardCell = {
  readonly tours: readonly BoardTour[];
  readonly newTourHref?: string;
  readonly blocked?: string;
};

/** One kit; `cells` has one entry per day, in the order of the days. */
export type BoardRow = {
  readonly id: string;
  readonly label: string;
  readonly sub?: string;
  readonly cells: readonly BoardCell[];
};

export type TrayItem = {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** "Eving · 4 Personen, 6 Leistungen" */
  readonly facts: readonly string[];
  readonly daysLeft: number | null;
  /** What the planner would suggest. */
  readonly suggestion?: string;
  readonly warnings?: readonly string[];
  readonly isSelected?: boolean;
};
