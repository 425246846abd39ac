import { facilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openCaseStates } from "@/lib/cases/queries";
import { openFrom } from "@/lib/crypto/columns";
import { civil, civilOrNull, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { inScope } from "@/lib/db/in-scope";
import { demandUntil } from "@/lib/demand/rules";
import { restrictedName } from "@/lib/messages/subjects";
import { searchWords } from "@/lib/residents/rules";
import { nothingStated, type CareFacts, type CustodyFacts, type FingerprintObstacle, type IdCardState, type Mobility, type ResidentFacts, type RosterFilter } from "@/lib/residents/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import type { Prisma } from "@/prisma/generated/client/client";

/** What `residentFactsOf` needs to have been read. */
export const withFacts = { care: true, custody: true } as const satisfies Prisma.ResidentInclude;
type RowWithFacts = Prisma.ResidentGetPayload<{ include: typeof withFacts }>;

/** The facts of the law about a person, from the roster and the two sealed tables. */
export function residentFactsOf(row: RowWithFacts): ResidentFacts {
  return factsFrom(row, careOf(row.care), custodyOf(row.custody));
}

type RosterRow = Pick<RowWithFacts, "bornOn" | "nationality" | "mainResidence" | "idCardState" | "idExpiresOn" | "hasValidPassport">;

/** The facts of the law about a person, from a row of the roster and what was stated about care and custody. */
export function factsFrom(row: RosterRow, care: CareFacts, custody: CustodyFacts | null): ResidentFacts {
  return {
    bornOn: civil(row.bornOn),
    nationality: row.nationality,
    mainResidence: row.mainResidence,
    capacity: care.capacity,
    representation: care.representation,
    appliesBy: care.appliesBy,
    isRepresentativePresent: care.isRepresentativePresent,
    idCardState: row.idCardState,
    idExpiresOn: civilOrNull(row.idExpiresOn),
    hasValidPassport: row.hasValidPassport,
    isExempted: care.isExempted,
    isPermanentResident: care.isPermanentResident,
    custody,
  };
}

type SealedRow = { readonly residentId: string; readonly sealed: string };

/** What was stated about a person's care, opened. */
export function careOf(row: SealedRow | null): CareFacts {
  return row ? { ...nothingStated, ...openFrom("ResidentCare.sealed", row.residentId, row.sealed) } : nothingStated;
}

/** What was stated about a person's custody, opened; null outside of it. */
export function custodyOf(row: SealedRow | null): CustodyFacts | null {
  return row && openFrom("ResidentCustody.sealed", row.residentId, row.sealed);
}

/** How a facility's own pages name a person; never in a mail. */
export function residentLabel(row: { readonly firstNames: string; readonly lastName: string }): string {
  return `${row.firstNames} ${row.lastName}`.trim();
}

/** The names of a person as lists show them: those of one whose data must not be used (Art. 18 GDPR) stand in none. */
export function listedNames(row: { readonly firstNames: string; readonly lastName: string; readonly restrictedAt: Date | null }): { readonly firstNames: string; readonly lastName: string } {
  return row.restrictedAt === null ? { firstNames: row.firstNames, lastName: row.lastName } : { firstNames: "", lastName: restrictedName };
}

export type RosterLine = {
  readonly id: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly bornOn: CivilDate;
  readonly idCardState: IdCardState;
  readonly idExpiresOn: CivilDate | null;
  readonly isExpiryMonthOnly: boolean;
  /** Null in a home. */
  readonly custody: CustodyFacts | null;
  /** A request that is under way for this person. */
  readonly openRequest: { readonly id: string; readonly reference: string } | null;
  /** A request that nobody has sent yet. */
  readonly draft: { readonly id: string; readonly reference: string } | null;
};

const withLine = {
  custody: true,
  cases: { where: { state: { in: [...openCaseStates, "DRAFT"] } }, select: { state: true, request: { select: { id: true, reference: true } } }, orderBy: { createdAt: "desc" } },
} as const satisfies Prisma.ResidentInclude;
const byName = [{ lastName: "asc" }, { firstNames: "asc" }, { id: "asc" }] as const satisfies Prisma.ResidentOrderByWithRelationInput[];

function lineOf(row: Prisma.ResidentGetPayload<{ include: typeof withLine }>): RosterLine {
  return {
    id: row.id,
    lastName: row.lastName,
    firstNames: row.firstNames,
    bornOn: civil(row.bornOn),
    idCardState: row.idCardState,
    idExpiresOn: civilOrNull(row.idExpiresOn),
    isExpiryMonthOnly: row.isExpiryMonthOnly,
    custody: custodyOf(row.custody),
    openRequest: row.cases.find(({ state }) => state !== "DRAFT")?.request ?? null,
    draft: row.cases.find(({ state }) => state === "DRAFT")?.request ?? null,
  };
}

/** Some people of the own facility, inside a transaction; whoever has gone or must not be used is left out. */
export async function rosterLinesOf(tx: Tx, scope: Scope, ids: readonly string[]): Promise<readonly RosterLine[]> {
  if (ids.length === 0) return [];
  return (await tx.resident.findMany({ where: { ...facilityFilter(scope), id: { in: [...ids] }, goneOn: null, restrictedAt: null }, include: withLine })).map(lineOf);
}

export const PERSONS_PER_PAGE = 50;

/** More people stand in no search's answer. */
export const MOST_FOUND = 20;

/** `only`: these people alone, as a search has found them; null for everybody. `except`: these people not, because they stand there already. */
export type RosterSelection = { readonly only: readonly string[] | null; readonly filter: RosterFilter; readonly page: number; readonly except?: readonly string[] };
export type RosterPage = { readonly lines: readonly RosterLine[]; /** Persons of the selection, and of the whole roster. */ readonly found: number; readonly all: number; /** Who stands in it and must not be used (Art. 18 GDPR): no name. */ readonly restricted: readonly string[]; readonly page: number; readonly pageCount: number };

/** One page of the own roster, by name. Only who is on it is read and on record. */
export async function rosterPage(actor: Actor, { only, filter, page, except = [] }: RosterSelection, now: Date): Promise<RosterPage> {
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const house = { ...facilityFilter(scope), goneOn: null };
    const own = { ...house, restrictedAt: null };
    const restricted = await tx.resident.findMany({ where: { ...house, restrictedAt: { not: null } }, select: { id: true }, orderBy: { id: "asc" } });
    const where = { AND: [own, filtered(filter, civilDateOf(now)), ...(only ? [{ id: { in: only.filter(isId).slice(0, MOST_FOUND) } }] : []), ...(except.length > 0 ? [{ id: { notIn: [...except] } }] : [])] };
    const [all, found] = [await tx.resident.count({ where: own }), await tx.resident.count({ where })];
    const pageCount = Math.max(1, Math.ceil(found / PERSONS_PER_PAGE));
    const shown = Math.min(Math.max(1, page), pageCount);
    const rows = await tx.resident.findMany({ where, include: withLine, orderBy: [...byName], skip: (shown - 1) * PERSONS_PER_PAGE, take: PERSONS_PER_PAGE });
    return { lines: rows.map(lineOf), found, all, restricted: restricted.map(({ id }) => id), page: shown, pageCount };
  });
}

/** The first people of the own roster, by name, whose names hold these words in any order and spelling: at most one more than a search answers. */
export async function residentsNamed(scope: Scope, name: string): Promise<readonly string[]> {
  const own = { ...facilityFilter(scope), goneOn: null, restrictedAt: null };
  return inScope(scope, async (tx) => {
    const rows = await tx.resident.findMany({ where: { AND: [own, ...searchWords(name).map(namedLike)] }, select: { id: true }, orderBy: [...byName], take: MOST_FOUND + 1 });
    return rows.map(({ id }) => id);
  });
}

/** A case that somebody waits for. */
export const askedWhere = { state: { in: [...openCaseStates] } } as const satisfies Prisma.CaseWhereInput;
const asked = { some: askedWhere } as const satisfies Prisma.CaseListRelationFilter;

function filtered(filter: RosterFilter, today: CivilDate): Prisma.ResidentWhereInput {
  switch (filter) {
    case "ALL": return {};
    case "NEEDS_CARD": return needsCard(today);
    case "VALID": return { idCardState: "VALID", OR: [{ idExpiresOn: null }, { idExpiresOn: { gte: dateColumn(today) } }] };
    case "ASKED": return { cases: asked };
    case "NOT_ASKED": return { cases: { none: asked.some } };
  }
}

/** Who needs a card within the horizon, as far as columns in clear say so; the rule is `cardNeedOf` in lib/demand. */
export function needsCard(today: CivilDate): Prisma.ResidentWhereInput {
  const runsOut = { idCardState: "VALID", idExpiresOn: { lte: dateColumn(demandUntil(today)) } } as const;
  return { restrictedAt: null, nationality: { not: "OTHER" }, OR: [{ idCardState: { in: ["NONE", "EXPIRED", "LOST"] } }, runsOut] };
}

function namedLike(spellings: readonly string[]): Prisma.ResidentWhereInput {
  // What the database takes for "anything" is a sign of the name here.
  const literal = spellings.map((spelling) => spelling.replace(/[\\%_]/g, "\\$&"));
  return { OR: literal.flatMap((contains) => [{ lastName: { contains, mode: "insensitive" as const } }, { firstNames: { contains, mode: "insensitive" as const } }]) };
}

export type ResidentDetails = {
  readonly id: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly goneOn: CivilDate | null;
  readonly version: number;
  readonly facts: ResidentFacts;
  readonly isExpiryMonthOnly: boolean;
  readonly mobility: Mobility;
  readonly fingerprintObstacle: FingerprintObstacle;
  readonly requests: readonly { readonly id: string; readonly reference: string }[];
  readonly confirmedAt: Date;
  /** The cases that are sent, with the day of their end; what is closed is deleted some days later. */
  readonly cases: readonly { readonly id: string; readonly reference: string; readonly closedAt: Date | null }[];
};

/** Somebody of the own facility of whom only this may be shown: since when the data must not be used (Art. 18 GDPR). */
export type RestrictedResident = { readonly id: string; readonly restrictedAt: Date };

/** One person of the own facility with care and custody facts, or null. Whoever reads it is on record; if that cannot be written, nothing is shown. */
export async function viewResident(actor: Actor, id: string | undefined): Promise<ResidentDetails | RestrictedResident | null> {
  if (!isId(id)) return null;
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const row = await tx.resident.findFirst({
      where: { id, ...facilityFilter(scope) },
      include: { ...withFacts, cases: { select: { id: true, state: true, closedAt: true, request: { select: { id: true, reference: true } } }, orderBy: { createdAt: "desc" } } },
    });
    if (!row) return null;
    if (row.restrictedAt !== null) return { id: row.id, restrictedAt: row.restrictedAt };
    const care = careOf(row.care);
    const requests = [...new Map(row.cases.map(({ request }) => [request.id, request])).values()];
    return {
      id: row.id,
      lastName: row.lastName,
      firstNames: row.firstNames,
      goneOn: civilOrNull(row.goneOn),
      version: row.version,
      facts: factsFrom(row, care, custodyOf(row.custody)),
      isExpiryMonthOnly: row.isExpiryMonthOnly,
      mobility: care.mobility,
      fingerprintObstacle: care.fingerprintObstacle,
      requests,
      confirmedAt: row.confirmedAt,
      cases: row.cases.filter(({ state }) => state !== "DRAFT").map(({ id: caseId, closedAt, request }) => ({ id: caseId, closedAt, reference: request.reference })),
    };
  });
}
