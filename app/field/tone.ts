import type { TourState } from "@/lib/tours/types";

/** How loud the state of a tour speaks. */
export const TOUR_TONE = { PLANNED: "info", UNDERWAY: "warning", DONE: "success", CANCELLED: "neutral" } as const satisfies Record<TourState, string>;
