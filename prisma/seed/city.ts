import { aboutOf } from "@/lib/audit/record";
import type { AuditDraft } from "@/lib/audit/types";
import { parametersOn, seedParameters, type ParameterValues } from "@/lib/law/parameters";
import type { MailDraft } from "@/lib/mail/types";
import { addDays, addMinutes, instantOf, type CivilDate } from "@/lib/time/calendar";
import type { AuditEntry, MailOrder, Membership, User } from "@/prisma/generated/client/client";
import { idOf } from "@/tests/builders/ids";
import { aMailOrder, anAuditEntry, legalParameters } from "@/tests/builders/records";
import { noRows } from "@/tests/builders/store";
import { aClosure } from "@/tests/builders/facilities";
import { dateColumn } from "@/lib/db/civil";
import { workDays, type WorkDays } from "./calendar";
import { facilitiesOf, type DemoFacility } from "./facilities";
import { accountsOf, contentsOf, officeOf, type Accounts, type Office } from "./office";
import { inmates, peopleOfHome, type DemoPerson } from "./people";
import { randomFrom, type Random } from "./random";

/** A house with its people. */
export type House = DemoFacility & { readonly people: readonly DemoPerson[] };

/** The city while its weeks are being told: rows come to it and change. */
export type City = {
  readonly random: Random;
  readonly days: WorkDays;
  readonly parameters: ParameterValues;
  readonly office: Office;
  readonly accounts: Accounts;
  readonly houses: ReadonlyMap<string, House>;
  /** People who have been asked for already. */
  readonly asked: Set<string>;
  readonly references: Set<string>;
  readonly rows: ReturnType<typeof noRows>;
};

const SEED = 4411;
const PEOPLE_PER_HOME = 7;
const MORE_PEOPLE: Readonly<Record<string, number>> = { burgholz: 18, linde: 13 };

const OVERDUE_HOUSE = 7;

/** Every house has confirmed its data in the last year, but for one. */
function confirmedAt(today: CivilDate, index: number): Date {
  return instantOf(addDays(today, index === OVERDUE_HOUSE ? -400 : -(20 + ((index * 37) % 300))), 10 * 60);
}

/** The city before anything has happened: houses, people, accounts, kits, staff, cars, closures, the law's numbers. */
export function foundCity(today: CivilDate): City {
  const random = randomFrom(SEED);
  const days = workDays(today);
  const office = officeOf(days);
  const places = facilitiesOf(random);
  const accounts = accountsOf(office, places);
  const houses = places.map((one): House => ({ ...one, people: peopleOf(random, today, one) }));
  const rows = noRows();
  const contents = contentsOf(office.kits);
  const people = houses.flatMap((house) => house.people);
  rows.legalParameter.push(...legalParameters());
  rows.facility.push(...houses.map(({ facility }) => facility));
  rows.siteSheet.push(...houses.map(({ siteSheet }, index) => ({ ...siteSheet, confirmedAt: confirmedAt(today, index) })));
  rows.closure.push(...days.closures, ...houseClosures(days, houses));
  rows.staffMember.push(...Object.values(office.staff));
  rows.training.push(...office.trainings);
  rows.vehicle.push(...office.vehicles);
  rows.caseKit.push(...office.kits);
  rows.kitComponent.push(...contents.components);
  rows.kitConsumable.push(...contents.consumables);
  rows.reservation.push(...office.absences);
  rows.user.push(...accounts.users);
  rows.membership.push(...accounts.memberships);
  rows.resident.push(...people.map(({ resident }) => resident));
  rows.residentCare.push(...people.map(({ care }) => care));
  rows.residentCustody.push(...people.flatMap(({ custody }) => custody ?? []));
  const parameters = parametersOn(seedParameters, today);
  return { random, days, parameters, office, accounts, houses: new Map(houses.map((one) => [one.place.key, one])), asked: new Set(), references: new Set(), rows };
}

function peopleOf(random: Random, today: CivilDate, { place, facility }: DemoFacility): readonly DemoPerson[] {
  const one = { id: facility.id, key: place.key };
  return place.isPrison ? inmates(random, today, one) : peopleOfHome(random, today, one, MORE_PEOPLE[place.key] ?? PEOPLE_PER_HOME);
}

/** A home that receives nobody for some days, and one with a closed ward. */
function houseClosures({ today, day }: WorkDays, houses: readonly House[]) {
  const idAt = (key: string) => houses.find(({ place }) => place.key === key)?.facility.id ?? null;
  return [
    aClosure({ id: idOf("closure bodel"), kind: "FACILITY_CLOSED", facilityId: idAt("bodel"), label: "Umbau des Eingangs", fromOn: dateColumn(day(2)), untilOn: dateColumn(addDays(day(4), 1)) }),
    aClosure({ id: idOf("closure sonne"), kind: "WARD_CLOSED", facilityId: idAt("sonne"), label: "Wohnbereich 2", fromOn: dateColumn(addDays(today, -2)), untilOn: dateColumn(addDays(today, 9)) }),
  ];
}

export function houseAt(city: City, key: string): House {
  const house = city.houses.get(key);
  if (!house) throw new RangeError(`no house ${key}`);
  return house;
}

/** An instant of office hours on a working day by its index, a little different each time. */
export function workHour(city: City, index: number, minutes: number): Date {
  return instantOf(city.days.day(index), minutes + city.random.between(0, 45));
}

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A short name that nobody has yet. */
export function newReference(city: City, prefix: "A" | "B" | "T"): string {
  for (;;) {
    const reference = `${prefix}-${Array.from({ length: 6 }, () => city.random.pick([...ALPHABET])).join("")}`;
    if (city.references.has(reference)) continue;
    city.references.add(reference);
    return reference;
  }
}

const DELIVERY_MINUTES = 1;

/** A mail that went out back then. */
export function tell(city: City, at: Date, draft: MailDraft): MailOrder {
  const id = idOf(`mail ${city.rows.mailOrder.length}`, at);
  const mail = aMailOrder({
    id,
    uniqueKey: draft.uniqueKey ?? null,
    kind: draft.kind,
    toAddress: draft.to.address,
    toName: draft.to.name,
    facts: draft.facts,
    calendar: draft.calendar ?? null,
    state: "SENT",
    attempts: 1,
    nextAttemptAt: at,
    messageId: `<${id}@demo.example>`,
    facilityId: draft.facilityId ?? null,
    visitId: draft.visitId ?? null,
    requestId: draft.requestId ?? null,
    createdAt: at,
    sentAt: addMinutes(at, DELIVERY_MINUTES),
  });
  city.rows.mailOrder.push(mail);
  return mail;
}

/** What went on record back then; nobody means the portal itself. */
export function record(city: City, at: Date, who: User | null, draft: AuditDraft): AuditEntry {
  const membership: Membership | null = who && (city.rows.membership.find(({ userId }) => userId === who.id) ?? null);
  const entry = anAuditEntry({
    id: idOf(`audit ${city.rows.auditEntry.length}`, at),
    at,
    action: draft.action,
    actorUserId: who?.id ?? null,
    actorRole: membership?.role ?? null,
    subjectKind: draft.subject.kind,
    subjectId: draft.subject.id,
    subjectIds: aboutOf(draft),
    facilityId: draft.facilityId ?? null,
    details: draft.details ?? {},
  });
  city.rows.auditEntry.push(entry);
  return entry;
}

/** The team lead, who decides and plans. */
export function lead(city: City): User {
  return city.accounts.userOf(OFFICE.address);
}

/** The person who asks for a house. */
export function contactOf(city: City, house: House): User {
  return city.accounts.userOf(house.facility.contactEmail);
}

/** Where mails to the office go. */
export const OFFICE = { address: "leitung@demo.example", name: "" } as const;

/** Where mails to a house go. */
export function addressOf({ facility }: House) {
  return { address: facility.contactEmail, name: facility.contactName };
}
