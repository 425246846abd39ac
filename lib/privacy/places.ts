/** Facilities with the people to ask for, and the days on which nobody comes. */
import { columnsOf, none, typed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const contact = columnsOf("facilityContact", "PUBLIC_TASK", "contact");
const siteNote = columnsOf("anybody", "PUBLIC_TASK", "contact");
const closure = columnsOf("anybody", "PUBLIC_TASK", "closure");

export const places = {
  Facility: {
    contactName: contact("reachFacility", typed),
    contactPhone: contact("reachFacility", typed),
    contactEmail: contact("reachFacility", typed),
    ...none("id", "kind", "name", "street", "postalCode", "city", "district", "latitude", "longitude", "isActive", "version", "createdAt"),
  },
  SiteSheet: {
    room: siteNote("findWay", typed),
    parking: siteNote("findWay", typed),
    accessNote: siteNote("findWay", typed),
    ...none("facilityId", "hasTable", "hasSocket", "hasPhotoSpace", "hasStepFreeWay", "mobileReception", "gateMinutes", "visitsFrom", "visitsUntil", "confirmedAt", "version"),
  },
  Closure: { label: closure("planVisit", typed), ...none("id", "kind", "facilityId", "fromOn", "untilOn", "createdAt") },
} as const satisfies Register;
