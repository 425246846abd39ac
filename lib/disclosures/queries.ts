import type { AuditAction } from "@/lib/audit/types";
import { recordShown } from "@/lib/audit/view";
import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { openFrom } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { asSubject, databaseNow, inScope } from "@/lib/db/in-scope";
import { disclosedRow, tablesOf } from "@/lib/disclosures/rules";
import type { Disclosure, DisclosedTable, Fact, PersonalPlace, PersonalTable, SubjectKind } from "@/lib/disclosures/types";
import { parametersInForce } from "@/lib/law/queries";
import { answersForCity } from "@/lib/subjects/queries";
import { civilDateOf } from "@/lib/time/calendar";

/** So many accesses are listed; how many there are stands beside them. */
export const ACCESSES_LISTED = 2_000;

type Row = Readonly<Record<string, unknown>>;
/** Whose rows: the resident, or the account with what hangs on it. */
type Subject = { readonly kind: SubjectKind; readonly id: string; readonly staffId: string | null; readonly email: string | null };
type Reader = (tx: Tx, subject: Subject) => Promise<readonly Row[]>;

const byId = { orderBy: { id: "asc" } } as const;
const own = ({ id }: Subject) => ({ where: { userId: id } });

/** The rows of each table that are about the subject. Whatever is left out of a condition here, the database's group for this document still sees nobody else. */
const readers: Readonly<Record<Exclude<PersonalTable, "AuditEntry" | "RateCount" | "FactorChallenge" | "SiteSheet" | "Closure" | "UnsealedValue">, Reader>> = {
  Resident: (tx, { id }) => tx.resident.findMany({ where: { id }, omit: { recognitionKey: true } }),
  ResidentCare: (tx, { id }) => tx.residentCare.findMany({ where: { residentId: id } }),
  ResidentCustody: (tx, { id }) => tx.residentCustody.findMany({ where: { residentId: id } }),
  VisitRequest: (tx, { id }) => tx.visitRequest.findMany({ where: { cases: { some: { residentId: id } } }, ...byId }),
  Case: (tx, { id }) => tx.case.findMany({ where: { residentId: id }, ...byId }),
  Visit: (tx, { id }) => tx.visit.findMany({ where: { appointments: { some: { case: { residentId: id } } } }, ...byId }),
  Appointment: (tx, { kind, id }) => tx.appointment.findMany({ where: kind === "resident" ? { case: { residentId: id } } : { outcomeById: id }, ...byId }),
  User: (tx, { id }) => tx.user.findMany({ where: { id }, omit: { providerKey: true } }),
  Membership: (tx, subject) => tx.membership.findMany({ ...own(subject), ...byId }),
  StaffMember: (tx, { staffId }) => (staffId ? tx.staffMember.findMany({ where: { id: staffId } }) : none()),
  Training: (tx, { staffId }) => (staffId ? tx.training.findMany({ where: { staffId }, ...byId }) : none()),
  TourMember: async (tx, { staffId }) => {
    if (!staffId) return [];
    const rows = await tx.tourMember.findMany({ where: { staffId }, select: { tour: { select: { reference: true, tourOn: true } } } });
    return rows.map(({ tour }) => tour).sort((one, other) => one.tourOn.getTime() - other.tourOn.getTime());
  },
  Reservation: (tx, { staffId }) => (staffId ? tx.reservation.findMany({ where: { staffId }, orderBy: { startsAt: "asc" } }) : none()),
  Facility: async (tx, { email }) => {
    const houses = await tx.facility.findMany({ where: { contactEmail: { not: "" } }, select: { name: true, contactName: true, contactPhone: true, contactEmail: true } });
    return houses.filter(({ contactEmail }) => contactEmail.toLowerCase() === email);
  },
  Session: (tx, subject) => tx.session.findMany({ ...own(subject), omit: { tokenHash: true }, ...byId }),
  LoginCode: (tx, subject) => tx.loginCode.findMany({ ...own(subject), omit: { emailHash: true, codeHash: true, browserHash: true }, ...byId }),
  Factor: (tx, subject) => tx.factor.findMany({ ...own(subject), omit: { sealedSecret: true, lastStep: true, credentialId: true, publicKey: true }, ...byId }),
  RecoveryCode: (tx, subject) => tx.recoveryCode.findMany({ ...own(subject), omit: { salt: true, codeHash: true }, ...byId }),
  FactorThrottle: (tx, subject) => tx.factorThrottle.findMany(own(subject)),
  FactorReset: (tx, { id }) => tx.factorReset.findMany({ where: { OR: [{ userId: id }, { askedById: id }, { decidedById: id }] }, ...byId }),
  MailOrder: (tx, { email }) => (email ? tx.mailOrder.findMany({ where: { toAddress: email }, select: { kind: true, state: true, toAddress: true, toName: true, createdAt: true, sentAt: true }, ...byId }) : none()),
  FormEcho: (tx, subject) => tx.formEcho.findMany({ ...own(subject), omit: { sealed: true }, ...byId }),
  Submission: (tx, subject) => tx.submission.findMany({ ...own(subject), omit: { result: true }, orderBy: { createdAt: "asc" } }),
  RosterImport: (tx, subject) => tx.rosterImport.findMany({ ...own(subject), omit: { sealed: true }, ...byId }),
  RefusalCount: (tx, subject) => tx.refusalCount.findMany({ ...own(subject), orderBy: { startedAt: "asc" } }),
  ReleaseForecast: (tx, { kind, id }) => tx.releaseForecast.findMany({ where: kind === "resident" ? { residentId: id } : { statedById: id }, ...(kind === "resident" ? {} : { omit: { sealed: true } }), ...byId }),
  LeftFinding: (tx, { id }) => tx.leftFinding.findMany({ where: { leftById: id }, select: { id: true, reason: true, leftById: true, leftAt: true }, ...byId }),
  DeletionHold: (tx, { kind, id }) => tx.deletionHold.findMany({ where: kind === "resident" ? { residentId: id } : { OR: [{ setById: id }, { endedById: id }] }, ...byId }),
};

async function none(): Promise<readonly Row[]> {
  return [];
}

/** What is stored about one resident, for the office that answers whoever asks for it (Art. 15 GDPR); null for others and where there is nobody. That it was made is on record. */
export async function disclosureOfResident(actor: Person, id: string | undefined): Promise<Disclosure | null> {
  const scope = scopeOf(actor);
  if (!answersForCity(scope) || !isId(id)) return null;
  return inScope(scope, async (tx) => {
    const resident = await tx.resident.findUnique({ where: { id }, select: { id: true, facilityId: true, facility: { select: { name: true, kind: true } } } });
    if (!resident) return null;
    const nobodyElse = await rowsOfNobodyElse(tx, id);
    const disclosure = await made(tx, scope, { kind: "resident", id, staffId: null, email: null }, nobodyElse);
    await recordShown(tx, actor, { action: "disclosureMade", subject: { kind: "resident", id }, facilityId: resident.facilityId });
    return { ...disclosure, facility: resident.facility };
  });
}

/** What is stored about the account of whoever asks, and as a member of the city's teams. */
export async function disclosureOfAccount(actor: Person): Promise<Disclosure> {
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { id: true, email: true, staffId: true } });
    const disclosure = await made(tx, scope, { kind: "account", id: user.id, staffId: user.staffId, email: user.email }, new Set());
    await recordShown(tx, actor, { action: "disclosureMade", subject: { kind: "user", id: user.id } });
    return { ...disclosure, facility: null };
  });
}

async function made(tx: Tx, scope: Scope, subject: Subject, nobodyElse: ReadonlySet<string>): Promise<Omit<Disclosure, "facility">> {
  const madeAt = await databaseNow(tx);
  const parameters = await parametersInForce(tx, civilDateOf(madeAt));
  return asSubject(tx, scope, subject.id, async () => {
    const tables: DisclosedTable[] = [];
    for (const table of tablesOf(subject.kind)) {
      const rows = await readers[table as keyof typeof readers](tx, subject);
      tables.push({ table, rows: rows.map((row) => disclosedRow(subject.kind, table, row, (place, value) => opened(place, row, value, nobodyElse))) });
    }
    const about = subject.kind === "resident" ? await idsAbout(tx, subject.id) : [subject.id];
    const where = subject.kind === "resident" ? { subjectIds: { hasSome: about } } : { OR: [{ actorUserId: subject.id }, { subjectIds: { hasSome: about } }] };
    const accessCount = await tx.auditEntry.count({ where });
    const entries = await tx.auditEntry.findMany({ where, select: { at: true, action: true, actorRole: true, actorUserId: true }, orderBy: [{ at: "desc" }, { id: "desc" }], take: ACCESSES_LISTED });
    const accesses = entries.map(({ at, action, actorRole, actorUserId }) => ({ at, action: action as AuditAction, role: actorRole, isOwn: actorUserId === subject.id }));
    return { kind: subject.kind, id: subject.id, madeAt, parameters, tables, accesses, accessCount };
  });
}

/** The resident, and everything that hangs on the resident's cases: entries of the log speak of either. */
async function idsAbout(tx: Tx, id: string): Promise<string[]> {
  const cases = await tx.case.findMany({ where: { residentId: id }, select: { id: true, requestId: true } });
  const appointments = await tx.appointment.findMany({ where: { case: { residentId: id } }, select: { id: true, visitId: true } });
  return [...new Set([id, ...cases.flatMap((one) => [one.id, one.requestId]), ...appointments.flatMap((one) => [one.id, one.visitId])])];
}

/** Requests and visits in which there is nobody but the resident: the notes of all others may speak of somebody else. Drafts are not among them. */
async function rowsOfNobodyElse(tx: Tx, id: string): Promise<ReadonlySet<string>> {
  const requests = await tx.visitRequest.findMany({ where: { cases: { some: { residentId: id }, every: { residentId: id } } }, select: { id: true } });
  const visits = await tx.visit.findMany({ where: { appointments: { some: { case: { residentId: id } }, every: { case: { residentId: id } } } }, select: { id: true } });
  return new Set([...requests, ...visits].map((row) => row.id));
}

function opened(place: PersonalPlace, row: Row, sealed: string, nobodyElse: ReadonlySet<string>): Fact {
  const rowId = String(row.id ?? row.residentId);
  switch (place) {
    case "ResidentCare.sealed":
    case "ResidentCustody.sealed":
    case "ReleaseForecast.sealed":
      return { ...openFrom(place, rowId, sealed) };
    case "Appointment.impedimentSealed":
    case "Appointment.leaveReasonSealed":
    case "Reservation.reasonSealed":
      return openFrom(place, rowId, sealed);
    case "VisitRequest.facilityNoteSealed":
    case "VisitRequest.officeNoteSealed":
    case "Visit.internalNoteSealed":
    case "Visit.crewNoteSealed":
      return nobodyElse.has(rowId) ? openFrom(place, rowId, sealed) : { withheld: true };
    default:
      throw new Error("a sealed column of the document is opened nowhere");
  }
}
