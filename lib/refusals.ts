import type { ColleagueRefusal } from "@/lib/colleagues/types";
import type { AppointmentRefusal } from "@/lib/appointments/types";
import type { AuthRefusal } from "@/lib/auth/types";
import type { CardRefusal } from "@/lib/cards/types";
import type { CaseFactRefusal } from "@/lib/case-facts/types";
import type { CaseRefusal } from "@/lib/cases/types";
import type { CorrectionRefusal } from "@/lib/corrections/types";
import type { FacilityRefusal } from "@/lib/facilities/types";
import type { FactorRefusal } from "@/lib/factors/types";
import type { KitRefusal } from "@/lib/kits/types";
import type { ResetRefusal } from "@/lib/factor-resets/types";
import type { JoiningRefusal } from "@/lib/joining/types";
import type { LeavingRefusal } from "@/lib/leaving/types";
import type { OrderRefusal } from "@/lib/people-order/types";
import type { ParameterRefusal } from "@/lib/parameters/types";
import type { RequestRefusal } from "@/lib/requests/types";
import type { ResidentRefusal } from "@/lib/residents/types";
import type { ImportRefusal } from "@/lib/roster-imports/types";
import type { ReleaseRefusal } from "@/lib/releases/types";
import type { ReviewRefusal } from "@/lib/review/types";
import type { HoldRefusal } from "@/lib/retention/types";
import type { SubjectRefusal } from "@/lib/subjects/types";
import type { StaffRefusal } from "@/lib/staff/types";
import type { ResourceRefusal, TourRefusal } from "@/lib/tours/types";
import type { UserRefusal } from "@/lib/users/types";
import type { VisitRefusal } from "@/lib/visits/types";

/** Refusals that belong to no single feature. */
export type GeneralRefusal =
  | { readonly code: "notFound" }
  | { readonly code: "stale" }
  | { readonly code: "busy" }
  | { readonly code: "form.twice" }
  | { readonly code: "resource.justTaken" }
  | { readonly code: "resource.endsBeforeStart" }
  | { readonly code: "resource.inThePast" }
  | { readonly code: "tour.justChanged" }
  | { readonly code: "case.alreadyInVisit" }
  | { readonly code: "case.alreadyInRequest" }
  | { readonly code: "mail.notResendable" };

/** Every expected "no" of the portal; `lib/messages/refusals.ts` has a sentence for each. */
export type Refusal =
  | GeneralRefusal
  | AppointmentRefusal
  | AuthRefusal
  | CardRefusal
  | CaseFactRefusal
  | CaseRefusal
  | CorrectionRefusal
  | FacilityRefusal
  | ImportRefusal
  | FactorRefusal
  | HoldRefusal
  | JoiningRefusal
  | KitRefusal
  | LeavingRefusal
  | OrderRefusal
  | ParameterRefusal
  | RequestRefusal
  | ResetRefusal
  | ResidentRefusal
  | ResourceRefusal
  | ReleaseRefusal
  | ReviewRefusal
  | StaffRefusal
  | SubjectRefusal
  | TourRefusal
  | UserRefusal
  | ColleagueRefusal
  | VisitRefusal;
export type RefusalCode = Refusal["code"];
