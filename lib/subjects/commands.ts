import type { Person } from "@/lib/auth/types";
import { openCaseStates } from "@/lib/cases/queries";
import { civil, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact } from "@/lib/db/transact";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import { recognitionKey } from "@/lib/recognition/queries";
import type { Refusal } from "@/lib/refusals";
import { dateRefusals } from "@/lib/residents/rules";
import { queueCases, unqueueCase } from "@/lib/scheduling/commands";
import { answersForCity, MOST_FOUND } from "@/lib/subjects/queries";
import type { AnnounceLiftInput, CorrectSubjectInput, FindSubjectInput, LiftRestrictionInput, RestrictSubjectInput } from "@/lib/subjects/schema";
import type { SubjectChange } from "@/lib/subjects/types";
import { civilDateOf } from "@/lib/time/calendar";

type Answer = Promise<Outcome<{ readonly id: string }, Refusal>>;

/**
 * Finds who asks for his or her rights by the whole name and the birth date, in every roster; letters may be large or small. Answers ids, so that no name
 * stands in an address. Refuses whoever is nowhere, and parts of a name: nobody browses here.
 */
export async function findSubject(actor: Person, input: FindSubjectInput): Promise<Outcome<{ readonly ids: readonly string[] }, Refusal>> {
  return transact(actor, async ({ tx, scope }) => {
    if (!answersForCity(scope)) return refused({ code: "notFound" });
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id"::text AS id FROM "Resident"
      WHERE "bornOn" = ${dateColumn(input.bornOn)}::date AND lower("lastName") = lower(${input.lastName}) AND lower("firstNames") = lower(${input.firstNames})
      ORDER BY "createdAt" DESC LIMIT ${MOST_FOUND}`;
    if (rows.length === 0) return refused({ code: "subject.unknown" });
    const ids = rows.map(({ id }) => id);
    return carriedOut({ ids }, { audit: [{ action: "subjectFound", subject: { kind: "resident", id: ids.length === 1 ? ids[0]! : null }, alsoAbout: ids, details: { count: ids.length } }], mails: [] });
  });
}

/**
 * Corrects what the roster knows readably (Art. 16 GDPR). Requests and visits keep no copy of it, so the house, the office and the crew on its way read the corrected
 * value at once; the house is told (Art. 19). The log keeps what was changed, of codes also which from and to, never a name or a date.
 */
export async function correctSubject(actor: Person, input: CorrectSubjectInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    if (!answersForCity(scope)) return refused({ code: "notFound" });
    await lockResident(tx, input.id);
    const row = await tx.resident.findUnique({ where: { id: input.id }, include: { facility: true } });
    if (!row) return refused({ code: "notFound" });
    if (row.version !== input.version) return refused({ code: "stale" });
    const wrong = dateRefusals({ bornOn: input.bornOn, custody: null }, civilDateOf(now))[0];
    if (wrong) return refused(wrong);
    const { lastName, firstNames, bornOn, nationality, mainResidence } = input;
    const typed = { lastName: lastName !== row.lastName, firstNames: firstNames !== row.firstNames, bornOn: bornOn !== civil(row.bornOn) };
    const coded = { nationality: nationality !== row.nationality, mainResidence: mainResidence !== row.mainResidence };
    if (![...Object.values(typed), ...Object.values(coded)].includes(true)) return refused({ code: "subject.nothingChanged" });
    const isOtherPerson = typed.lastName || typed.firstNames || typed.bornOn;
    await tx.resident.update({
      where: { id: row.id },
      data: { lastName, firstNames, bornOn: dateColumn(bornOn), nationality, mainResidence, version: { increment: 1 }, ...(isOtherPerson ? { recognitionKey: recognitionKey(row.facilityId, input) } : {}) },
    });
    const codes = { ...(coded.nationality ? { nationality, nationalityBefore: row.nationality } : {}), ...(coded.mainResidence ? { mainResidence, mainResidenceBefore: row.mainResidence } : {}) };
    const changed = { ...(typed.lastName || typed.firstNames ? { name: true } : {}), ...(typed.bornOn ? { birthDate: true } : {}) };
    return carriedOut({ id: row.id }, { audit: [{ action: "residentCorrected", subject: { kind: "resident", id: row.id }, facilityId: row.facilityId, details: { ...changed, ...codes } }], mails: [told(row, "CORRECTED")] });
  });
}

/**
 * Keeps a person's data and lets nobody use them (Art. 18 GDPR): they stand in no list, on no request and on no tour, and outlive their period. Cases that wait to be planned leave
 * their visits. Refused while a visit of the person stands on a tour: the planning desk takes it from there first.
 */
export async function restrictSubject(actor: Person, input: RestrictSubjectInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    if (!answersForCity(scope)) return refused({ code: "notFound" });
    await lockResident(tx, input.id);
    const row = await tx.resident.findUnique({ where: { id: input.id }, include: { facility: true } });
    if (!row) return refused({ code: "notFound" });
    if (row.version !== input.version || row.restrictedAt !== null) return refused({ code: "stale" });
    const open = await tx.case.findMany({ where: { residentId: row.id, state: { in: [...openCaseStates] } }, select: { id: true }, orderBy: { id: "asc" } });
    for (const one of open) if ((await unqueueCase(tx, now, row.facilityId, one.id)) === "ON_TOUR") return refused({ code: "subject.onTour" });
    await tx.resident.update({ where: { id: row.id }, data: { restrictedAt: now, version: { increment: 1 } } });
    const hold = await tx.deletionHold.create({ data: { residentId: row.id, reason: input.reason, setById: actor.userId, createdAt: now } });
    const details = { hold: hold.id, reason: input.reason, cases: open.length };
    return carriedOut({ id: row.id }, { audit: [{ action: "restrictionSet", subject: { kind: "resident", id: row.id }, facilityId: row.facilityId, details }], mails: [told(row, "RESTRICTED")] });
  });
}

/** Tells the house, which tells the person, that the restriction is going to be lifted; without it nothing is lifted (Art. 18 (3) GDPR). */
export async function announceLift(actor: Person, input: AnnounceLiftInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    if (!answersForCity(scope)) return refused({ code: "notFound" });
    const found = await restrictionOf(tx, input);
    if (!found.ok) return found;
    if (found.hold.announcedAt !== null) return refused({ code: "stale" });
    await tx.deletionHold.update({ where: { id: found.hold.id }, data: { announcedAt: now, version: { increment: 1 } } });
    const { row, hold } = found;
    return carriedOut({ id: row.id }, { audit: [{ action: "restrictionLiftAnnounced", subject: { kind: "resident", id: row.id }, facilityId: row.facilityId, details: { hold: hold.id } }], mails: [told(row, "LIFT_ANNOUNCED")] });
  });
}

/** Lifts a restriction that was announced before; what had left its visit waits to be planned again. */
export async function liftRestriction(actor: Person, input: LiftRestrictionInput): Answer {
  return transact(actor, async ({ tx, now, scope }) => {
    if (!answersForCity(scope)) return refused({ code: "notFound" });
    const found = await restrictionOf(tx, input);
    if (!found.ok) return found;
    const { row, hold } = found;
    if (hold.announcedAt === null) return refused({ code: "subject.notAnnounced" });
    await tx.deletionHold.update({ where: { id: hold.id }, data: { endedAt: now, endedById: actor.userId, version: { increment: 1 } } });
    await tx.resident.update({ where: { id: row.id }, data: { restrictedAt: null, version: { increment: 1 } } });
    const left = await tx.appointment.findMany({
      where: { removedAt: { gte: hold.createdAt }, case: { residentId: row.id, state: { in: ["ACCEPTED", "APPLIED"] }, appointments: { none: { outcome: null, removedAt: null } } } },
      select: { caseId: true, kind: true },
    });
    for (const kind of ["APPLICATION", "HAND_OVER"] as const) {
      const caseIds = [...new Set(left.filter((one) => one.kind === kind).map(({ caseId }) => caseId))];
      if (caseIds.length > 0) await queueCases(tx, now, row.facilityId, caseIds, kind);
    }
    const details = { hold: hold.id, reason: input.reason };
    return carriedOut({ id: row.id }, { audit: [{ action: "restrictionLifted", subject: { kind: "resident", id: row.id }, facilityId: row.facilityId, details }], mails: [told(row, "LIFTED")] });
  });
}

async function lockResident(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT id FROM "Resident" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** The restriction in force that a form is about, with its resident, locked. */
async function restrictionOf(tx: Tx, input: { readonly id: string; readonly version: number }) {
  const known = await tx.deletionHold.findUnique({ where: { id: input.id } });
  if (!known?.residentId) return refused({ code: "notFound" });
  await lockResident(tx, known.residentId);
  const hold = await tx.deletionHold.findUnique({ where: { id: input.id } });
  const row = await tx.resident.findUnique({ where: { id: known.residentId }, include: { facility: true } });
  if (!hold || !row) return refused({ code: "notFound" });
  return hold.version === input.version && hold.endedAt === null ? { ok: true as const, hold, row } : refused({ code: "stale" });
}

type Told = { readonly id: string; readonly facilityId: string; readonly facility: { readonly contactEmail: string; readonly contactName: string } };

/** To the house that told us; it names nobody and leads to where the person stands. */
function told({ id, facilityId, facility }: Told, change: SubjectChange): MailDraft {
  return { kind: "person-rights", to: { address: facility.contactEmail, name: facility.contactName }, facts: { change, path: `/facility/residents/${id}` }, facilityId };
}
