import type { Role } from "@/lib/auth/types";
import { facilityKindOf, type UserRefusal } from "@/lib/users/types";

/** A facility's role needs a facility of its kind, an office role none; the crew's role needs the member of staff it belongs to. */
export function roleRefusal(role: Role, facilityKind: "NURSING_HOME" | "PRISON" | null, hasStaffMember: boolean): UserRefusal | null {
  const needed = facilityKindOf[role];
  if (needed !== null && facilityKind === null) return { code: "user.facilityNeeded" };
  if (facilityKind !== needed) return { code: "user.facilityNotAllowed" };
  return role === "CREW" && !hasStaffMember ? { code: "user.staffNeeded" } : null;
}
