import type { Role } from "@/lib/auth/types";

/** The kind of facility that a role belongs to; null for the city's own roles. */
export const facilityKindOf = {
  FACILITY_STAFF: "NURSING_HOME",
  PRISON_SOCIAL_SERVICE: "PRISON",
  TEAM_LEAD: null,
  CREW: null,
  ADMINISTRATOR: null,
  DATA_PROTECTION_OFFICER: null,
} as const satisfies Record<Role, "NURSING_HOME" | "PRISON" | null>;

export type UserRefusal =
  | { readonly code: "user.membershipExists" }
  | { readonly code: "user.addressTaken" }
  | { readonly code: "user.notYourself" }
  | { readonly code: "user.facilityNeeded" }
  | { readonly code: "user.facilityNotAllowed" }
  | { readonly code: "user.staffNeeded" };
