import { dateColumn } from "@/lib/db/civil";
import type { Resident } from "@/prisma/generated/client/client";
import type { ResidentCare, ResidentCustody } from "./plain";
import { BUILT_AT, idOf, nextNumber } from "./ids";

/** A German of Dortmund, born 1941, whose ID card has expired. */
export function aResident(overrides: Partial<Resident> & Pick<Resident, "facilityId">): Resident {
  const number = nextNumber();
  return {
    id: idOf(`resident ${number}`),
    lastName: `Muster${number}`,
    firstNames: "Erika",
    bornOn: dateColumn("1941-05-20"),
    nationality: "GERMAN",
    mainResidence: "DORTMUND",
    idCardState: "EXPIRED",
    idExpiresOn: dateColumn("2025-11-30"),
    isExpiryMonthOnly: false,
    hasValidPassport: false,
    recognitionKey: null,
    goneOn: null,
    restrictedAt: null,
    confirmedAt: BUILT_AT,
    version: 1,
    createdAt: BUILT_AT,
    ...overrides,
  };
}

/** Lives in the home for good, decides alone, comes to the room. */
export function aCare(overrides: Partial<ResidentCare> & Pick<ResidentCare, "residentId">): ResidentCare {
  return {
    isPermanentResident: true,
    capacity: "CAPABLE",
    representation: "NONE",
    appliesBy: "SELF",
    isRepresentativePresent: null,
    mobility: "COMES_TO_ROOM",
    fingerprintObstacle: "NONE",
    isExempted: false,
    ...overrides,
  };
}

/** A sentence whose end is stated. */
export function aCustody(overrides: Partial<ResidentCustody> & Pick<ResidentCustody, "residentId">): ResidentCustody {
  return { kind: "SENTENCE", sinceOn: "2025-06-01", releaseOn: "2028-05-31", ...overrides };
}
