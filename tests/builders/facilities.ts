import { dateColumn } from "@/lib/db/civil";
import { districtCentres, type District } from "@/lib/tours/types";
import type { Closure, Facility, SiteSheet } from "@/prisma/generated/client/client";
import type { Visit } from "./plain";
import { BUILT_AT, BUILT_DAY, idOf, nextNumber } from "./ids";

/** A nursing home in Hörde. */
export function aFacility(overrides: Partial<Facility> = {}): Facility {
  const number = nextNumber();
  const district: District = overrides.district ?? "HOERDE";
  return {
    id: idOf(`facility ${number}`),
    kind: "NURSING_HOME",
    name: `Haus Nummer ${number}`,
    street: `Musterstraße ${number}`,
    postalCode: "44263",
    city: "Dortmund",
    district,
    latitude: districtCentres[district].lat,
    longitude: districtCentres[district].lon,
    contactName: "Eva Muster",
    contactPhone: "0231 50-00000",
    contactEmail: `haus${number}@haus.example`,
    isActive: true,
    version: 1,
    createdAt: BUILT_AT,
    ...overrides,
  };
}

/** A prison in Innenstadt-Ost. */
export function aPrison(overrides: Partial<Facility> = {}): Facility {
  return aFacility({ kind: "PRISON", name: `JVA Nummer ${nextNumber()}`, district: "INNENSTADT_OST", postalCode: "44135", ...overrides });
}

/** A site where everything is there; visits from 8:00 to 16:00. */
export function aSiteSheet(overrides: Partial<SiteSheet> & Pick<SiteSheet, "facilityId">): SiteSheet {
  return {
    room: "Mehrzweckraum im Erdgeschoss",
    hasTable: true,
    hasSocket: true,
    hasPhotoSpace: true,
    hasStepFreeWay: true,
    mobileReception: "GOOD",
    parking: "Vor dem Haus",
    accessNote: "",
    gateMinutes: 0,
    visitsFrom: 8 * 60,
    visitsUntil: 16 * 60,
    confirmedAt: BUILT_AT,
    version: 1,
    ...overrides,
  };
}

/** A day on which the whole office is closed; with a facilityId give the kind too. */
export function aClosure(overrides: Partial<Closure> = {}): Closure {
  return {
    id: idOf(`closure ${nextNumber()}`),
    kind: "OFFICE_CLOSED",
    facilityId: null,
    label: "Personalversammlung",
    fromOn: dateColumn(BUILT_DAY),
    untilOn: dateColumn("2027-03-10"),
    createdAt: BUILT_AT,
    ...overrides,
  };
}

/** The columns in which a visit keeps its place. */
export function placeOf(facility: Facility) {
  return {
    facilityId: facility.id,
    placeKind: facility.kind,
    placeName: facility.name,
    placeStreet: facility.street,
    placePostalCode: facility.postalCode,
    placeCity: facility.city,
    placeDistrict: facility.district,
    placeLatitude: facility.latitude,
    placeLongitude: facility.longitude,
  } satisfies Partial<Visit>;
}
