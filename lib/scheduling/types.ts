import type { KitFacts } from "@/lib/kits/types";
import type { StaffFacts } from "@/lib/staff/types";
import type { CivilDate } from "@/lib/time/calendar";
import type { Place, TourFrame, TourState } from "@/lib/tours/types";
import type { VisitHours, VisitPerson, VisitState } from "@/lib/visits/types";

/** Somebody with open appointments in a visit: only what planning and confirming ask, no name. */
export type ScheduledPerson = VisitPerson & { readonly residentId: string; readonly hasUnclearNationality: boolean; readonly lacksRepresentative: boolean };

/** A visit as the planning desk's rules and mails need it. */
export type ScheduledVisit = {
  readonly id: string;
  readonly reference: string;
  readonly state: VisitState;
  readonly version: number;
  readonly facilityId: string;
  readonly tourId: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly place: Place;
  readonly isPrison: boolean;
  /** Copied when the visit was made; they outlive a change of the master data. */
  readonly gateMinutes: number;
  readonly setupMinutes: number;
  readonly packDownMinutes: number;
  readonly hours: readonly VisitHours[] | null;
  readonly persons: readonly ScheduledPerson[];
  readonly openAppointmentCount: number;
  readonly visitCode: string;
  readonly calendarUid: string;
  readonly calendarSequence: number;
  readonly hasCalendarEntry: boolean;
  readonly clearedAt: Date | null;
  readonly contact: { readonly address: string; readonly name: string };
};

/** Whether the tour's own reservation of the resource still holds; false is a gap. */
type Held = { readonly isHeld: boolean };

/** A tour with its kit, crew, vehicle and visits that stand, in the order of time. */
export type ScheduledTour = TourFrame & {
  readonly id: string;
  readonly reference: string;
  readonly state: TourState;
  readonly date: CivilDate;
  readonly version: number;
  readonly kit: KitFacts & Held & { readonly id: string };
  readonly vehicle: Held & { readonly id: string; readonly label: string };
  readonly crew: readonly (StaffFacts & Held)[];
  readonly visits: readonly ScheduledVisit[];
};
