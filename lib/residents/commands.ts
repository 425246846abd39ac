import type { AuditDraft } from "@/lib/audit/types";
import { facilityFilter, ownFacilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { renewDeadlines } from "@/lib/cases/commands";
import { openCaseStates } from "@/lib/cases/queries";
import { sealFor } from "@/lib/crypto/columns";
import { civil, dateColumn, dateColumnOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { carriedOut, transact, type CarriedOut } from "@/lib/db/transact";
import { done as found, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { noteForecast } from "@/lib/releases/commands";
import { custodyOf, MOST_FOUND, residentLabel, residentsNamed } from "@/lib/residents/queries";
import { recognisedIn, recognitionKey } from "@/lib/recognition/queries";
import { isSamePerson } from "@/lib/recognition/rules";
import type { Named } from "@/lib/recognition/types";
import { dateRefusals, expiryOf } from "@/lib/residents/rules";
import type { AddResidentInput, ChangeResidentInput, FindResidentsInput, MarkGoneInput } from "@/lib/residents/schema";
import type { CareFacts, CustodyFacts } from "@/lib/residents/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

type Added = { readonly id: string };

/** Adds a person to the own roster. Refuses dates that cannot be true, a person who already stands there, and one who may stand there until somebody says that it is another. */
export async function addResident(actor: Actor, input: AddResidentInput): Promise<Outcome<Added, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const facility = await lockOwnFacility(tx, scope);
    if (!facility) return refused({ code: "notFound" });
    const refusal = factRefusal(input, facility.kind, civilDateOf(now)) ?? (await listedRefusal(tx, facility.id, input, null));
    if (refusal) return refused(refusal);
    const { id } = await tx.resident.create({ data: { facilityId: facility.id, ...rosterColumns(facility.id, input), confirmedAt: now, createdAt: now } });
    await storeSealedFacts(tx, id, careFacts(input), custodyFacts(input, facility.kind));
    return done("residentAdded", id, facility.id);
  });
}

/** Changes what is known about a person; confirms the entry. Refuses the same as adding, and an outdated form. */
export async function changeResident(actor: Actor, input: ChangeResidentInput): Promise<Outcome<Added, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const facility = await lockOwnFacility(tx, scope);
    const row = facility && (await tx.resident.findFirst({ where: { id: input.id, facilityId: facility.id, goneOn: null }, include: { custody: true } }));
    if (!facility || !row) return refused({ code: "notFound" });
    if (row.version !== input.version) return refused({ code: "stale" });
    const refusal = factRefusal(input, facility.kind, civilDateOf(now)) ?? (await listedRefusal(tx, facility.id, input, row));
    if (refusal) return refused(refusal);
    await tx.resident.update({ where: { id: row.id }, data: { ...rosterColumns(facility.id, input), confirmedAt: now, version: { increment: 1 } } });
    const [custodyBefore, custody] = [custodyOf(row.custody), custodyFacts(input, facility.kind)];
    await storeSealedFacts(tx, row.id, careFacts(input), custody);
    if (custody && custodyBefore && custody.releaseOn !== custodyBefore.releaseOn) {
      await noteForecast(tx, now, row.id, scope.userId, { from: custodyBefore.releaseOn, to: custody.releaseOn, kind: "EXPECTED" });
    }
    await renewDeadlines(tx, row.id);
    return done("residentChanged", row.id, facility.id);
  });
}

/** Finds people of the own roster by words of their names. Answers ids, so that no name stands in an address; refuses when nobody or too many are called so. */
export async function findResidents(actor: Actor, { name }: FindResidentsInput): Promise<Outcome<{ readonly ids: readonly string[] }, Refusal>> {
  const ids = await residentsNamed(scopeOf(actor), name);
  if (ids.length === 0) return refused({ code: "resident.noneFound" });
  return ids.length > MOST_FOUND ? refused({ code: "resident.tooManyFound", most: MOST_FOUND }) : found({ ids });
}

/** Marks a person as gone from today. Refused while a request is under way for her; drafts just lose her. */
export async function markGone(actor: Actor, input: MarkGoneInput): Promise<Outcome<Added, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    await tx.$executeRaw`SELECT id FROM "Resident" WHERE id = ${input.id}::uuid FOR UPDATE`;
    const row = await tx.resident.findFirst({ where: { id: input.id, goneOn: null, ...facilityFilter(scope) } });
    if (!row) return refused({ code: "notFound" });
    if (row.version !== input.version) return refused({ code: "stale" });
    const open = await tx.case.findFirst({ where: { residentId: row.id, state: { in: [...openCaseStates] } }, include: { request: { select: { reference: true } } } });
    if (open) return refused({ code: "resident.hasOpenCase", label: residentLabel(row), caseReference: open.request.reference });
    return carriedOut({ id: row.id }, { audit: [await endRosterEntry(tx, now, row.id)], mails: [] });
  });
}

/** Ends a person's entry in the list from today, from which its period counts; drafts lose her. The caller has seen to what is open. Answers the entry for the log. */
export async function endRosterEntry(tx: Tx, now: Date, residentId: string): Promise<AuditDraft> {
  const drafts = { cases: { some: { residentId, state: "DRAFT" } } } as const;
  await tx.visitRequest.updateMany({ where: drafts, data: { version: { increment: 1 } } });
  await tx.case.deleteMany({ where: { residentId, state: "DRAFT" } });
  const { facilityId } = await tx.resident.update({ where: { id: residentId }, data: { goneOn: dateColumn(civilDateOf(now)), version: { increment: 1 } }, select: { facilityId: true } });
  return { action: "residentMarkedGone", subject: { kind: "resident", id: residentId }, facilityId };
}

function done(action: AuditDraft["action"], id: string, facilityId: string): CarriedOut<Added> {
  return carriedOut({ id }, { audit: [{ action, subject: { kind: "resident", id }, facilityId }], mails: [] });
}

/** Stores what was stated about care and custody, sealed for this person. */
async function storeSealedFacts(tx: Tx, residentId: string, care: CareFacts, custody: CustodyFacts | null): Promise<void> {
  const sealedCare = { sealed: sealFor("ResidentCare.sealed", residentId, care) };
  await tx.residentCare.upsert({ where: { residentId }, create: { residentId, ...sealedCare }, update: sealedCare });
  if (custody === null) return;
  const sealedCustody = { sealed: sealFor("ResidentCustody.sealed", residentId, custody) };
  await tx.residentCustody.upsert({ where: { residentId }, create: { residentId, ...sealedCustody }, update: sealedCustody });
}

/** Two people who add the same person at one time wait for each other here. */
export async function lockOwnFacility(tx: Tx, scope: Scope): Promise<{ id: string; kind: FacilityKind } | null> {
  if (!scope.facilityId) return null;
  await tx.$executeRaw`SELECT id FROM "Facility" WHERE id = ${scope.facilityId}::uuid FOR NO KEY UPDATE`;
  return tx.facility.findFirst({ where: ownFacilityFilter(scope), select: { id: true, kind: true } });
}

type FacilityKind = "NURSING_HOME" | "PRISON";

function factRefusal(input: AddResidentInput, kind: FacilityKind, today: CivilDate): Refusal | null {
  if (kind === "PRISON" && input.custodyKind === null) return { code: "resident.custodyKindMissing" };
  return dateRefusals({ bornOn: input.bornOn, custody: custodyFacts(input, kind) }, today)[0] ?? null;
}

type Standing = { readonly id: string; readonly lastName: string; readonly firstNames: string; readonly bornOn: Date };

/** Somebody who only may be the same is asked about once: not again while name and birth date stay as they are. */
async function listedRefusal(tx: Tx, facilityId: string, input: Named & Pick<AddResidentInput, "isOther">, standing: Standing | null): Promise<Refusal | null> {
  const { same, similar } = await recognisedIn(tx, facilityId, input, standing?.id);
  if (same) return { code: "resident.alreadyListed", label: residentLabel(same) };
  const isAsBefore = standing !== null && isSamePerson(input, { ...standing, bornOn: civil(standing.bornOn) });
  return similar[0] && !input.isOther && !isAsBefore ? { code: "resident.maybeListed", label: residentLabel(similar[0]) } : null;
}

function rosterColumns(facilityId: string, input: AddResidentInput) {
  const { lastName, firstNames, nationality, mainResidence, idCardState, hasValidPassport } = input;
  const { expiresOn, isMonthOnly } = expiryOf(idCardState === "NONE" ? null : input.idExpiresOn);
  const expiry = { idExpiresOn: dateColumnOrNull(expiresOn), isExpiryMonthOnly: isMonthOnly };
  return { lastName, firstNames, bornOn: dateColumn(input.bornOn), nationality, mainResidence, idCardState, ...expiry, hasValidPassport, recognitionKey: recognitionKey(facilityId, input) };
}

function careFacts(input: AddResidentInput): CareFacts {
  const { isPermanentResident, capacity, representation, appliesBy, isRepresentativePresent, mobility, fingerprintObstacle, isExempted } = input;
  return { isPermanentResident, capacity, representation, appliesBy, isRepresentativePresent, mobility, fingerprintObstacle, isExempted };
}

function custodyFacts({ custodyKind: kind, custodySinceOn: sinceOn, releaseOn }: AddResidentInput, facilityKind: FacilityKind): CustodyFacts | null {
  return facilityKind === "PRISON" && kind !== null ? { kind, sinceOn, releaseOn } : null;
}
