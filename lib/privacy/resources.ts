/** The city's own people, kits and vehicles. */
import { columnsOf, none, typed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const staff = columnsOf("staff", "EMPLOYMENT", "staff");

export const resources = {
  StaffMember: {
    displayName: staff("planCrew", typed),
    initials: staff("planCrew", typed),
    email: staff("planCrew", typed),
    ...none("id", "isActive", "version"),
  },
  Training: { kind: staff("planCrew"), validFromOn: staff("planCrew"), validUntilOn: staff("planCrew"), ...none("id", "staffId") },
  CaseKit: none("id", "label", "state", "hasCertifiedCamera", "inServiceFromOn", "contractEndsOn", "version"),
  KitComponent: none("id", "kitId", "kind", "inventoryTag", "state"),
  KitConsumable: none("kitId", "kind", "count", "minimum", "updatedAt"),
  Vehicle: none("id", "label", "plate", "isActive", "version"),
} as const satisfies Register;
