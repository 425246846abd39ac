import type { TourState } from "@/lib/tours/types";

export type AppointmentRefusal =
  /** Outcomes are recorded while the crew is on its way. */
  | { readonly code: "appointment.tourNotUnderway"; readonly state: TourState }
  | { readonly code: "appointment.alreadyRecorded" };
