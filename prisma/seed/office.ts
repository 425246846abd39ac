import { DEMO_ACCOUNTS } from "@/lib/auth/demo";
import { dateColumn } from "@/lib/db/civil";
import { addDays, addMonths, instantOf, mondayOf, type CivilDate } from "@/lib/time/calendar";
import type { CaseKit, Facility, Membership, StaffMember, Training, User, Vehicle } from "@/prisma/generated/client/client";
import type { Reservation } from "@/tests/builders/plain";
import { aMembership, aUser } from "@/tests/builders/accounts";
import { idOf } from "@/tests/builders/ids";
import { aKit, aStaffMember, aVehicle, componentsOf, consumablesOf, trainingOf } from "@/tests/builders/resources";
import { anAbsence, aRepair } from "@/tests/builders/tours";
import type { WorkDays } from "./calendar";
import type { DemoPlace } from "./places";

/** The crew members whom the story names. */
export type StaffKey = "kaya" | "pieper" | "brandhoff" | "voss" | "demirci" | "wisniewski" | "adomeit" | "solms";

type DemoStaff = { readonly key: StaffKey; readonly name: string; readonly initials: string; readonly account?: string; readonly isClearedForPrison?: true };

const STAFF: readonly DemoStaff[] = [
  { key: "kaya", name: "Aylin Kaya", initials: "AK", account: "team1@demo.example", isClearedForPrison: true },
  { key: "pieper", name: "Jonas Pieper", initials: "JP", account: "team2@demo.example", isClearedForPrison: true },
  { key: "brandhoff", name: "Merle Brandhoff", initials: "MB", isClearedForPrison: true },
  { key: "voss", name: "Henning Voß", initials: "HV" },
  { key: "demirci", name: "Özlem Demirci", initials: "ÖD", isClearedForPrison: true },
  { key: "wisniewski", name: "Paul Wisniewski", initials: "PW" },
  { key: "adomeit", name: "Lukas Adomeit", initials: "LA" },
  { key: "solms", name: "Katrin Solms", initials: "KS" },
];

/** Whose certificate has run out, and since how many days before today. */
const EXPIRED = { key: "solms", daysAgo: 20 } as const;
const BROKEN = { from: -3, until: 11 } as const;

export type Office = {
  readonly staff: Readonly<Record<StaffKey, StaffMember>>;
  readonly trainings: readonly Training[];
  readonly kits: readonly [CaseKit, CaseKit, CaseKit];
  readonly vehicles: readonly [Vehicle, Vehicle];
  readonly absences: readonly Reservation[];
};

/** Staff, kits and cars with what keeps them away: one certificate has run out, one colleague is ill this week, the third kit is in repair. */
export function officeOf(days: WorkDays): Office {
  const { today } = days;
  const members = STAFF.map((one) => ({ ...one, member: aStaffMember({ id: idOf(`staff ${one.key}`), displayName: one.name, initials: one.initials, email: one.account ?? `${one.key}@stadt.example` }) }));
  const staff = Object.fromEntries(members.map(({ key, member }) => [key, member])) as Record<StaffKey, StaffMember>;
  const kit = (number: number) => aKit({ id: idOf(`kit ${number}`), label: `Koffer ${number}`, inServiceFromOn: dateColumn(addMonths(today, -20)), contractEndsOn: dateColumn(addMonths(today, 28)) });
  const kits = [kit(1), kit(2), { ...kit(3), state: "IN_REPAIR" } satisfies CaseKit] as const;
  const vehicle = (number: number) => aVehicle({ id: idOf(`vehicle ${number}`), label: `Wagen ${number}`, plate: `DO-BK ${100 + number}` });
  return {
    staff,
    trainings: members.flatMap(({ key, member, isClearedForPrison }) => [
      training(member, "KIT_OPERATION", today, key === EXPIRED.key ? addDays(today, -EXPIRED.daysAgo) : addMonths(today, 11)),
      ...(isClearedForPrison ? [training(member, "PRISON_ACCESS", today, addMonths(today, 9))] : []),
    ]),
    kits: [...kits],
    vehicles: [vehicle(1), vehicle(2)],
    absences: [illness(days, staff.adomeit), broken(today, kits[2])],
  };
}

function training(member: StaffMember, kind: Training["kind"], today: CivilDate, untilOn: CivilDate): Training {
  return trainingOf(member, { id: idOf(`training ${member.id} ${kind}`), kind, validFromOn: dateColumn(addMonths(today, -14)), validUntilOn: dateColumn(untilOn) });
}

/** From yesterday until the end of the week in which the next working day lies. */
function illness({ today, day }: WorkDays, member: StaffMember): Reservation {
  const from = addDays(today, -1);
  const enteredAt = instantOf(from, 7 * 60 + 40);
  return anAbsence({ id: idOf("absence illness", enteredAt), staffId: member.id, startsAt: instantOf(from, 0), endsAt: instantOf(addDays(mondayOf(day(0)), 5), 0), createdAt: enteredAt });
}

function broken(today: CivilDate, kit: CaseKit): Reservation {
  const from = addDays(today, BROKEN.from);
  const enteredAt = instantOf(from, 8 * 60 + 15);
  return aRepair({ id: idOf("repair", enteredAt), kitId: kit.id, startsAt: instantOf(from, 0), endsAt: instantOf(addDays(today, BROKEN.until), 0), createdAt: enteredAt });
}

/** What stands in the kits; in the broken one the fingerprint scanner has failed, in the second one the PIN envelopes run short. */
export function contentsOf(kits: Office["kits"]) {
  const [, second, third] = kits;
  return {
    components: kits.flatMap(componentsOf).map((one) => (one.kitId === third.id && one.kind === "FINGERPRINT_SCANNER" ? { ...one, state: "DEFECT" as const } : one)),
    consumables: kits.flatMap(consumablesOf).map((one) => (one.kitId === second.id && one.kind === "PIN_ENVELOPE" ? { ...one, count: 7 } : one)),
  };
}

export type Accounts = { readonly users: readonly User[]; readonly memberships: readonly Membership[]; readonly userOf: (email: string) => User };

/** The demo accounts, one account for each other house, and one for each other crew member. */
export function accountsOf(office: Office, places: readonly { readonly place: DemoPlace; readonly facility: Facility }[]): Accounts {
  const staffByEmail = new Map(Object.values(office.staff).map((one) => [one.email, one]));
  const facilityByEmail = new Map(places.map(({ facility }) => [facility.contactEmail, facility]));
  const demo = DEMO_ACCOUNTS.map(({ email, name, role }) => ({ email, name, role }));
  const named = new Set(demo.map(({ email }) => email));
  const houses = places.map(({ place, facility }) => ({ email: facility.contactEmail, name: place.contact, role: "FACILITY_STAFF" as const }));
  const crew = Object.values(office.staff).map(({ email, displayName }) => ({ email, name: displayName, role: "CREW" as const }));
  const accounts = [...demo, ...[...houses, ...crew].filter(({ email }) => !named.has(email))];
  const users = accounts.map(({ email, name }) => aUser({ id: idOf(`user ${email}`), email, displayName: name, staffId: staffByEmail.get(email)?.id ?? null }));
  const byEmail = new Map(users.map((one) => [one.email, one]));
  const userOf = (email: string): User => {
    const user = byEmail.get(email);
    if (!user) throw new RangeError(`nobody has the address ${email}`);
    return user;
  };
  const memberships = accounts.map(({ email, role }) => {
    const facilityId = facilityByEmail.get(email)?.id ?? null;
    return aMembership({ id: idOf(`membership ${email}`), userId: userOf(email).id, role, facilityId, isLead: facilityId !== null });
  });
  return { users, memberships, userOf };
}
