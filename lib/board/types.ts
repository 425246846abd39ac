import type { Range } from "@/lib/time/range";
import type { DepartureRefusal } from "@/lib/tours/types";
import type { DateQuestionReason } from "@/lib/visits/types";

/** A way between two stops, or between the depot and a stop. */
export type Travel = Range<Date> & { readonly minutes: number };

/** What keeps a tour from going as planned, or soon will. `crew.released`: somebody on it is absent. */
export type TourWarning =
  | DepartureRefusal
  | { readonly code: "crew.released"; readonly label: string }
  | { readonly code: "visit.questioned"; readonly visitId: string; readonly place: string; readonly reason: DateQuestionReason }
  | { readonly code: "visit.unconfirmed"; readonly visitId: string; readonly place: string; readonly daysLeft: number };
