import { dateColumn } from "@/lib/db/civil";
import { recognitionKey } from "@/lib/recognition/queries";
import { addDays, addMonths, civilDate, instantOf, type CivilDate } from "@/lib/time/calendar";
import type { Resident } from "@/prisma/generated/client/client";
import type { ResidentCare, ResidentCustody } from "@/tests/builders/plain";
import { idOf } from "@/tests/builders/ids";
import { aCare, aCustody, aResident } from "@/tests/builders/residents";
import { nameFrom, type DemoName } from "./names";
import type { Random } from "./random";

/** A person of the roster with the two guarded rows. */
export type DemoPerson = { readonly resident: Resident; readonly care: ResidentCare; readonly custody: ResidentCustody | null };

const FIRST_BIRTH_YEAR = 1926;
const LAST_BIRTH_YEAR = 1955;

/** Everybody who lives in a home; the first three quarters need a new card soon, so that the story finds its people. */
export function peopleOfHome(random: Random, today: CivilDate, home: { readonly id: string; readonly key: string }, count: number): readonly DemoPerson[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const name = unusedName(random, taken, false);
    const base = rosterEntry(random, today, home, index, name, bornBetween(random, FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR));
    const needsCard = index < count * 0.75;
    if (needsCard) return { resident: withCardToRenew(random, today, base), care: careOfCapable(random, base.id), custody: null };
    const { resident, isExempted } = withAnything(random, today, base, name);
    return { resident, care: { ...careOfAnybody(random, resident.id), isExempted }, custody: null };
  });
}

/** From today: months until the release, and days on top of them; null while the prison has not stated it. */
type Term = { readonly kind: ResidentCustody["kind"]; readonly months: number | null; readonly days: number; readonly sinceMonths: number };

const sentence = (months: number | null, days: number, sinceMonths: number): Term => ({ kind: "SENTENCE", months, days, sinceMonths });

/** The first are those whom the story visits, in its order; the rest stand around the day on which the duty begins. */
const TERMS: readonly Term[] = [
  sentence(2, 12, 14),
  sentence(2, 3, 8),
  sentence(1, 27, 26),
  sentence(2, 20, 15),
  sentence(2, 9, 7),
  sentence(2, 25, 31),
  sentence(1, 20, 13),
  sentence(1, 1, 9),
  sentence(2, 28, 18),
  sentence(3, 0, 20),
  sentence(2, 18, 5),
  sentence(3, 1, 11),
  sentence(2, 27, 16),
  sentence(7, 4, 6),
  sentence(13, 0, 10),
  sentence(null, 0, 2),
  { kind: "REMAND", months: null, days: 0, sinceMonths: 4 },
  { kind: "DEFAULT_IMPRISONMENT", months: 0, days: 31, sinceMonths: 1 },
];

/** The inmate whose release has come nearer than the prison had said, by place in the roster. */
export const SHIFTED_INMATE = 7;

/** The inmates that the prison prepares for their release. */
export function inmates(random: Random, today: CivilDate, prison: { readonly id: string; readonly key: string }): readonly DemoPerson[] {
  const taken = new Set<string>();
  return TERMS.map((term, index) => {
    const name = unusedName(random, taken, true);
    const base = rosterEntry(random, today, prison, index, name, addDays(addMonths(today, -12 * random.between(22, 58)), -random.between(1, 360)));
    const sinceOn = addMonths(today, -term.sinceMonths);
    const resident = {
      ...withCardToRenew(random, today, base),
      mainResidence: index % 4 === 1 ? "ELSEWHERE" : index % 6 === 3 ? "NONE" : "DORTMUND",
      ...(index % 3 === 0 ? { idCardState: "LOST", idExpiresOn: null } : {}),
    } satisfies Resident;
    const releaseOn = term.months === null ? null : addDays(addMonths(today, term.months), term.days);
    const custody = aCustody({ residentId: resident.id, kind: term.kind, sinceOn, releaseOn });
    return { resident, care: aCare({ residentId: resident.id, isPermanentResident: false }), custody };
  });
}

function rosterEntry(random: Random, today: CivilDate, place: { readonly id: string; readonly key: string }, index: number, name: DemoName, bornOn: CivilDate): Resident {
  const listedAt = instantOf(addDays(today, -random.between(60, 240)), 8 * 60 + random.between(0, 480));
  const { lastName, firstNames } = name;
  return aResident({
    id: idOf(`resident ${place.key} ${index}`, listedAt),
    facilityId: place.id,
    lastName,
    firstNames,
    bornOn: dateColumn(bornOn),
    recognitionKey: recognitionKey(place.id, { lastName, firstNames, bornOn }),
    confirmedAt: listedAt,
    createdAt: listedAt,
  });
}

function unusedName(random: Random, taken: Set<string>, isInmate: boolean): DemoName {
  for (;;) {
    const name = nameFrom(random, isInmate);
    if (taken.has(name.lastName)) continue;
    taken.add(name.lastName);
    return name;
  }
}

function bornBetween(random: Random, fromYear: number, untilYear: number): CivilDate {
  return civilDate(random.between(fromYear, untilYear + 1), random.between(1, 13), random.between(1, 29));
}

/** Expired within the last year, or about to. */
function withCardToRenew(random: Random, today: CivilDate, base: Resident): Resident {
  if (random.chance(0.08)) return { ...base, idCardState: "NONE", idExpiresOn: null };
  return withExpiry(today, base, addDays(today, random.between(-200, 100)));
}

function withExpiry(today: CivilDate, base: Resident, expiresOn: CivilDate): Resident {
  return { ...base, idCardState: expiresOn < today ? "EXPIRED" : "VALID", idExpiresOn: dateColumn(expiresOn) };
}

/** A card that lasts for years, no German passport, an exemption: people for whom nothing is to be done, or not this. */
function withAnything(random: Random, today: CivilDate, base: Resident, name: DemoName): { readonly resident: Resident; readonly isExempted: boolean } {
  const as = (resident: Resident, isExempted = false) => ({ resident, isExempted });
  if (name.origin !== "german" && random.chance(0.6)) return as({ ...base, nationality: random.chance(0.7) ? "OTHER" : "UNKNOWN", idCardState: "NONE", idExpiresOn: null });
  if (random.chance(0.2)) return as(withExpiry(today, base, addDays(today, -random.between(30, 900))), true);
  return as({ ...asFarAsKnown(withExpiry(today, base, addDays(today, random.between(150, 3200)))), hasValidPassport: random.chance(0.1), mainResidence: random.chance(0.9) ? "DORTMUND" : "ELSEWHERE" });
}

/** Of some cards the house knows the month alone. */
function asFarAsKnown(resident: Resident): Resident {
  const expiresOn = resident.idExpiresOn?.toISOString().slice(0, 10) ?? "";
  return Number(expiresOn.slice(-2)) > 8 ? resident : { ...resident, idExpiresOn: dateColumn(`${expiresOn.slice(0, 7)}-01`), isExpiryMonthOnly: true };
}

function careOfCapable(random: Random, residentId: string): ResidentCare {
  return aCare({
    residentId,
    mobility: random.chance(0.25) ? "BEDSIDE" : "COMES_TO_ROOM",
    fingerprintObstacle: random.chance(0.15) ? random.pick(["SUBSTITUTE_FINGER", "TEMPORARY_ALL"]) : "NONE",
    ...(random.chance(0.2) ? { capacity: "INCAPABLE", representation: random.pick(["GUARDIAN_RESIDENCE", "POWER_CERTIFIED"]), appliesBy: "WITH_REPRESENTATIVE", isRepresentativePresent: true } : {}),
  });
}

function careOfAnybody(random: Random, residentId: string): ResidentCare {
  if (random.chance(0.7)) return careOfCapable(random, residentId);
  const representation = random.pick(["POWER_SIMPLE", "GUARDIAN_OTHER", "GUARDIAN_RESIDENCE"] as const);
  return aCare({ residentId, capacity: "INCAPABLE", representation, appliesBy: "WITH_REPRESENTATIVE", isRepresentativePresent: null, mobility: "BEDSIDE" });
}
