import type { Person } from "@/lib/auth/types";
import { draftRequest } from "@/lib/drafts/commands";
import type { AddResidentInput } from "@/lib/residents/schema";
import { rosterPage, type RosterLine } from "@/lib/residents/queries";
import type { Resident } from "@/prisma/generated/client/client";
import type { ResidentCare, ResidentCustody } from "@/tests/builders/plain";
import { aCare, aCustody, aResident } from "../builders/residents";
import { store } from "../builders/store";
import type { TestDatabase } from "./database";
import { valueOf, type House } from "./desk";

type Facts = { readonly resident?: Partial<Resident>; readonly care?: Partial<ResidentCare>; readonly custody?: Partial<ResidentCustody> };

/** Somebody in the roster of a house; in a prison with facts about custody. */
export async function aListedPerson(database: TestDatabase, { facility }: House, facts: Facts = {}): Promise<Resident> {
  const resident = aResident({ facilityId: facility.id, ...facts.resident });
  const custody = facility.kind === "PRISON" ? [aCustody({ residentId: resident.id, ...facts.custody })] : [];
  await store(database.prisma(), { resident: [resident], residentCare: [aCare({ residentId: resident.id, ...facts.care })], residentCustody: custody });
  return resident;
}

/** A draft for people of the house as its form makes it. */
export async function aDraftFor(database: TestDatabase, house: House, people: readonly Pick<Resident, "id">[]): Promise<{ id: string; version: number }> {
  const { id } = valueOf(await draftRequest(house.person, { residents: people.map((one) => one.id) }));
  return requestForm(database, id);
}

/** The id and version of a request, as the form of a page that was just loaded has them. */
export async function requestForm(database: TestDatabase, id: string): Promise<{ id: string; version: number }> {
  return database.prisma().visitRequest.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
}

/** The same person, pressing the button of one form. */
export function pressing(person: Person, formKey: string): Person {
  return { ...person, formKey };
}

/** What the form for a new person sends, typed in full. */
export function aTypedPerson(overrides: Partial<AddResidentInput> = {}): AddResidentInput {
  return {
    lastName: "Aumann",
    firstNames: "Hildegard",
    bornOn: "1938-03-24",
    nationality: "GERMAN",
    mainResidence: "DORTMUND",
    idCardState: "EXPIRED",
    idExpiresOn: "2026-02-28",
    hasValidPassport: false,
    isExempted: false,
    isPermanentResident: true,
    capacity: "CAPABLE",
    representation: "NONE",
    appliesBy: "SELF",
    isRepresentativePresent: null,
    mobility: "COMES_TO_ROOM",
    fingerprintObstacle: "NONE",
    custodyKind: null,
    custodySinceOn: null,
    releaseOn: null,
    isOther: false,
    back: "",
    ...overrides,
  };
}

/** The first page of a house's roster, as somebody of the house sees it. */
export async function rosterOf(person: Person): Promise<readonly RosterLine[]> {
  return (await rosterPage(person, { only: null, filter: "ALL", page: 1 }, new Date())).lines;
}
