import type { Role } from "@/lib/auth/types";
import type { ColleagueRefusal } from "@/lib/colleagues/types";
import type { FacilityKind } from "@/lib/facilities/types";

type Belonging = { readonly userId: string; readonly isLead: boolean };

/** Only the lead of a house lets people in and out. */
export function leadRefusal(people: readonly Belonging[], actorId: string): ColleagueRefusal | null {
  return people.some(({ userId, isLead }) => isLead && userId === actorId) ? null : { code: "colleague.leadOnly" };
}

/**
 * The lead does not remove oneself, and hands over to somebody else: so a house never loses its last lead by what its own people do.
 */
export function changeRefusal(people: readonly Belonging[], actorId: string, target: Belonging): ColleagueRefusal | null {
  return leadRefusal(people, actorId) ?? (target.userId === actorId ? { code: "colleague.yourself" } : null);
}

/** What colleagues are in a house of a kind. */
export function roleIn(kind: FacilityKind): Role {
  return kind === "PRISON" ? "PRISON_SOCIAL_SERVICE" : "FACILITY_STAFF";
}
