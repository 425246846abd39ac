import type { CivilDate } from "@/lib/time/calendar";
import type { District } from "@/lib/tours/types";

export const facilityKinds = ["NURSING_HOME", "PRISON"] as const;
export type FacilityKind = (typeof facilityKinds)[number];

export const mobileReceptions = ["GOOD", "WEAK", "NONE", "UNKNOWN"] as const;
export type MobileReception = (typeof mobileReceptions)[number];

/** What the crew must know about the house before it drives there; times are minutes since midnight. */
export type SiteSheet = {
  readonly room: string;
  readonly hasTable: boolean;
  readonly hasSocket: boolean;
  readonly hasPhotoSpace: boolean;
  readonly hasStepFreeWay: boolean;
  readonly mobileReception: MobileReception;
  readonly parking: string;
  readonly accessNote: string;
  /** Between the gate and the room; 0 for a house without a gate. */
  readonly gateMinutes: number;
  readonly visitsFrom: number;
  readonly visitsUntil: number;
  readonly confirmedOn: CivilDate | null;
};

/** What a room lacks or nobody has said about it (R56). It warns and never refuses. */
export const siteGaps = ["ROOM", "TABLE", "SOCKET", "PHOTO_SPACE", "RECEPTION_UNKNOWN", "RECEPTION_NONE"] as const;
export type SiteGap = (typeof siteGaps)[number];

export type OwnFacility = {
  readonly id: string;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly district: District;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly version: number;
  /** From when on the house is asked whether contact and site sheet still hold. */
  readonly confirmationDueOn: CivilDate;
  /** Null while nobody has filled it in. */
  readonly site: SiteSheet | null;
};

export type FacilityRefusal = { readonly code: "facility.hoursReversed" };
