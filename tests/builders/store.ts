import { hashOf, randomToken } from "@/lib/auth/sessions";
import type { Person, Role } from "@/lib/auth/types";
import { Prisma, type PrismaClient } from "@/prisma/generated/client/client";
import type * as Stored from "@/prisma/generated/client/client";
import { aMembership, aUser } from "./accounts";
import { idOf, nextNumber } from "./ids";
import { asStored } from "./plain";
import type * as Plain from "./plain";

/** Rows by table, as the builders make them. */
export type Rows = {
  readonly legalParameter: readonly Stored.LegalParameter[];
  readonly facility: readonly Stored.Facility[];
  readonly siteSheet: readonly Stored.SiteSheet[];
  readonly closure: readonly Stored.Closure[];
  readonly staffMember: readonly Stored.StaffMember[];
  readonly training: readonly Stored.Training[];
  readonly vehicle: readonly Stored.Vehicle[];
  readonly caseKit: readonly Stored.CaseKit[];
  readonly kitComponent: readonly Stored.KitComponent[];
  readonly kitConsumable: readonly Stored.KitConsumable[];
  readonly user: readonly Stored.User[];
  readonly membership: readonly Stored.Membership[];
  readonly session: readonly Stored.Session[];
  readonly factor: readonly Stored.Factor[];
  readonly factorThrottle: readonly Stored.FactorThrottle[];
  readonly factorReset: readonly Stored.FactorReset[];
  readonly resident: readonly Stored.Resident[];
  readonly residentCare: readonly Plain.ResidentCare[];
  readonly residentCustody: readonly Plain.ResidentCustody[];
  readonly visitRequest: readonly Plain.VisitRequest[];
  readonly wishWindow: readonly Stored.WishWindow[];
  readonly blockedTime: readonly Stored.BlockedTime[];
  readonly case: readonly Stored.Case[];
  readonly tour: readonly Stored.Tour[];
  readonly tourMember: readonly Stored.TourMember[];
  readonly reservation: readonly Plain.Reservation[];
  readonly visit: readonly Plain.Visit[];
  readonly appointment: readonly Plain.Appointment[];
  readonly mailOrder: readonly Stored.MailOrder[];
  readonly auditEntry: readonly Stored.AuditEntry[];
};

export type Table = keyof Rows;

/** Each table after those that it refers to. */
export const TABLES_IN_ORDER = [
  "legalParameter", "facility", "siteSheet", "closure", "staffMember", "training", "vehicle", "caseKit", "kitComponent", "kitConsumable", "user", "membership", "session", "factor", "factorThrottle", "factorReset",
  "resident", "residentCare", "residentCustody", "visitRequest", "wishWindow", "blockedTime", "case", "tour", "tourMember", "reservation", "visit", "appointment", "mailOrder", "auditEntry",
] as const satisfies readonly Table[];

/** No rows yet, to be filled table by table. */
export function noRows(): { -readonly [T in Table]: Rows[T][number][] } {
  return Object.fromEntries(TABLES_IN_ORDER.map((table) => [table, []])) as unknown as { -readonly [T in Table]: Rows[T][number][] };
}

type Inserter = Pick<PrismaClient, Table>;

/** Inserts rows, one statement a table, in an order that every reference allows; what the database holds sealed is sealed here. */
export async function store(prisma: Inserter, rows: Partial<Rows>): Promise<void> {
  for (const table of TABLES_IN_ORDER) {
    const data = (rows[table] ?? []).map((row) => asInput(sealed(table, row)));
    // Every delegate has the same createMany; their union cannot be called.
    if (data.length > 0) await (prisma[table] as unknown as { createMany(args: { data: unknown }): Promise<unknown> }).createMany({ data });
  }
}

function sealed(table: Table, row: object): object {
  return table in asStored ? (asStored[table as keyof typeof asStored] as (row: object) => object)(row) : row;
}

/** A row as Prisma takes it: an empty JSON column is not the JSON value null. */
function asInput(row: object): object {
  return "calendar" in row && row.calendar === null ? { ...row, calendar: Prisma.DbNull } : row;
}

export type SignedIn = { readonly person: Person; readonly token: string };

/** Stores an account in one role with an open session: the person for commands and queries, the token for requests over HTTP. */
export async function signedIn(
  prisma: PrismaClient,
  role: Role,
  more: { readonly facility?: Pick<Stored.Facility, "id" | "name">; readonly staff?: Pick<Stored.StaffMember, "id" | "displayName">; readonly email?: string } = {},
): Promise<SignedIn> {
  const user = aUser({
    ...(more.email === undefined ? {} : { email: more.email }),
    ...(more.staff === undefined ? {} : { staffId: more.staff.id, displayName: more.staff.displayName }),
  });
  const membership = aMembership({ userId: user.id, role, facilityId: more.facility?.id ?? null });
  await store(prisma, { user: [user], membership: [membership] });
  return openSession(prisma, user, membership, more.facility?.name ?? null);
}

const SESSION_HOURS = 10;

/** Stores an open session of a stored account. */
export async function openSession(prisma: PrismaClient, user: Stored.User, membership: Stored.Membership, facilityName: string | null): Promise<SignedIn> {
  const [clock] = await prisma.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  if (!clock) throw new Error("the database gave no time");
  const { now } = clock;
  const token = randomToken();
  const sessionId = idOf(`session ${nextNumber()} ${token}`, now);
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await prisma.session.create({ data: { id: sessionId, tokenHash: hashOf(token), userId: user.id, membershipId: membership.id, createdAt: now, lastSeenAt: now, expiresAt, factorAt: now, factorWay: "DEMO" } });
  const person: Person = {
    kind: "person",
    userId: user.id,
    displayName: user.displayName,
    email: user.email,
    role: membership.role,
    membershipId: membership.id,
    facilityId: membership.facilityId,
    facilityName,
    staffId: user.staffId,
    sessionId,
    provenAt: now,
    formKey: null,
  };
  return { person, token };
}
