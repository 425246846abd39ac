import type { Facility, SiteSheet } from "@/prisma/generated/client/client";
import { aFacility, aSiteSheet } from "@/tests/builders/facilities";
import { idOf } from "@/tests/builders/ids";
import { HOMES, PRISON, type DemoPlace } from "./places";
import type { Random } from "./random";

export type DemoFacility = { readonly place: DemoPlace; readonly facility: Facility; readonly siteSheet: SiteSheet };

/** Houses with an account of their own on the sign-in page are written to there. */
const WITH_DEMO_ACCOUNT = ["burgholz", "linde", "jva"];

/** The prison and the homes, each with what the crew must know about it. */
export function facilitiesOf(random: Random): readonly DemoFacility[] {
  return [PRISON, ...HOMES].map((place, index) => {
    const facility = aFacility({
      id: idOf(`facility ${place.key}`),
      kind: place.isPrison ? "PRISON" : "NURSING_HOME",
      name: place.name,
      street: place.street,
      postalCode: place.postalCode,
      district: place.district,
      latitude: place.at[0],
      longitude: place.at[1],
      contactName: place.contact,
      contactPhone: `0231 000-${1100 + index * 7}`,
      contactEmail: WITH_DEMO_ACCOUNT.includes(place.key) ? `${place.key}@demo.example` : `verwaltung@${place.key}.example`,
    });
    return { place, facility, siteSheet: place.isPrison ? prisonSheet(facility.id) : homeSheet(random, facility.id) };
  });
}

function prisonSheet(facilityId: string): SiteSheet {
  return aSiteSheet({
    facilityId,
    room: "Besprechungsraum im Verwaltungstrakt",
    mobileReception: "NONE",
    parking: "Besucherparkplatz vor der Pforte",
    accessNote: "Anmeldung an der Pforte mit Dienstausweis und Personalausweis. Mobiltelefone bleiben im Schließfach.",
    gateMinutes: 30,
    visitsFrom: 8 * 60,
    visitsUntil: 15 * 60,
  });
}

function homeSheet(random: Random, facilityId: string): SiteSheet {
  return aSiteSheet({
    facilityId,
    room: random.pick(["Mehrzweckraum im Erdgeschoss", "Besprechungszimmer im 1. Stock", "Café neben dem Eingang", "Therapieraum im Erdgeschoss"]),
    hasPhotoSpace: random.chance(0.85),
    mobileReception: random.pick(["GOOD", "GOOD", "GOOD", "WEAK", "UNKNOWN"]),
    parking: random.pick(["Besucherparkplatz vor dem Haus", "Im Hof, Einfahrt neben dem Haupteingang", "Am Straßenrand, mit Parkscheibe", "Lieferzufahrt hinter dem Haus"]),
    accessNote: random.pick(["", "", "Am Empfang melden.", "Bitte klingeln, die Tür ist geschlossen.", "Aufzug neben dem Speisesaal."]),
    visitsFrom: random.pick([8 * 60, 8 * 60 + 30]),
    visitsUntil: random.pick([15 * 60 + 30, 16 * 60, 16 * 60 + 30]),
  });
}
