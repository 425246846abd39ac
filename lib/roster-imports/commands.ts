import type { AuditAction, AuditDraft } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/types";
import { sealFor } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { carriedOut, transact } from "@/lib/db/transact";
import type { FacilityKind } from "@/lib/facilities/types";
import { checkUpload, checkWorkbook, isWorkbookName, type Upload, type UploadFault } from "@/lib/forms/uploads";
import { refused, type Outcome } from "@/lib/outcome";
import { recognitionKey } from "@/lib/recognition/queries";
import type { Listed } from "@/lib/recognition/types";
import type { Refusal } from "@/lib/refusals";
import { lockOwnFacility } from "@/lib/residents/commands";
import { expiryOf } from "@/lib/residents/rules";
import { nothingStated } from "@/lib/residents/types";
import { packed, waitingImport } from "@/lib/roster-imports/queries";
import { DRAFT_HOURS, hasUnseenSimilar, headingsOf, judged, newcomersOf, personsOf } from "@/lib/roster-imports/rules";
import type { DropListInput, TakeListInput } from "@/lib/roster-imports/schema";
import { MOST_FAULTS, MOST_ROWS, type ImportDraft, type ImportedPerson, type ImportRefusal, type Judged } from "@/lib/roster-imports/types";
import { readCsv } from "@/lib/sheets/read-csv";
import { readWorkbook } from "@/lib/sheets/read-workbook";
import type { SheetRow } from "@/lib/sheets/types";
import { civilDateOf } from "@/lib/time/calendar";

const HOUR_MS = 3_600_000;

/**
 * Reads a list of people and keeps it, sealed, until somebody says yes; nobody is added. Refuses a file that is no list, and headings that do not say who is who. What is
 * wrong in its rows is no refusal: the list waits with its faults, and without its people. An earlier list of the same person is forgotten.
 */
export async function readList(actor: Actor, _input: unknown, upload: Upload | null): Promise<Outcome<{ readonly id: string }, Refusal>> {
  const sheet = await sheetOf(upload);
  if (!sheet.ok) return sheet;
  return transact(actor, async ({ tx, now, scope }) => {
    const facility = await lockOwnFacility(tx, scope);
    if (!facility || scope.userId === null) return refused({ code: "notFound" });
    const draft = draftOf(sheet, facility.kind, civilDateOf(now), await listedIn(tx, facility.id));
    if ("code" in draft) return refused(draft);
    await tx.rosterImport.deleteMany({ where: { userId: scope.userId } });
    const id = newId(now);
    await tx.rosterImport.create({
      data: { id, facilityId: facility.id, userId: scope.userId, sealed: sealFor("RosterImport.sealed", id, packed(draft)), createdAt: now, expiresAt: new Date(now.getTime() + DRAFT_HOURS * HOUR_MS) },
      select: { id: true },
    });
    return carriedOut({ id }, { audit: [entry("rosterListRead", facility.id, { persons: draft.persons.length, faults: draft.faultCount })], mails: [] });
  });
}

/**
 * Adds everybody of a list that was read who is not in the roster yet, all or nobody, and confirms the entries of those who are. Refuses a list with faults, one
 * with similar names about which nobody has said that they are other people, and one whose roster has got somebody similar meanwhile.
 */
export async function takeList(actor: Actor, input: TakeListInput): Promise<Outcome<{ readonly added: number }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const facility = await lockOwnFacility(tx, scope);
    const waiting = facility && (await waitingImport(tx, scope, input.id, now));
    if (!facility || !waiting) return refused({ code: "notFound" });
    const { draft } = waiting;
    if (draft.faultCount > 0) return refused({ code: "import.hasFaults" });
    const judgement = judged(draft.persons, await listedIn(tx, facility.id));
    if (hasUnseenSimilar(draft.similar, judgement.similar)) return refused({ code: "import.rosterChanged" });
    if (judgement.similar.length > 0 && !input.areOthers) return refused({ code: "import.similarUnanswered" });
    const added = await addPeople(tx, facility, newcomersOf(draft.persons, judgement), now);
    const confirmed = judgement.listed.map(({ residentId }) => residentId);
    await confirmEntries(tx, confirmed, now);
    await tx.rosterImport.deleteMany({ where: { id: input.id } });
    const about = portions([...added, ...confirmed]).map((alsoAbout) => ({ ...entry("rosterListTaken", facility.id, { persons: alsoAbout.length }), alsoAbout }));
    const whole = entry("rosterListTaken", facility.id, { added: added.length, confirmed: confirmed.length });
    return carriedOut({ added: added.length }, { audit: [whole, ...about], mails: [] });
  });
}

/** Forgets a list that was read. */
export async function dropList(actor: Actor, { id }: DropListInput): Promise<Outcome<{ readonly id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const waiting = await waitingImport(tx, scope, id, now);
    if (!waiting) return refused({ code: "notFound" });
    await tx.rosterImport.deleteMany({ where: { id } });
    return carriedOut({ id }, { audit: [entry("rosterListDropped", waiting.facilityId, {})], mails: [] });
  });
}

type Read = { readonly ok: true; readonly name: string; readonly rows: readonly SheetRow[] };

/** The rows of a file, or why it is no list. */
async function sheetOf(upload: Upload | null): Promise<Read | { readonly ok: false; readonly refusal: ImportRefusal }> {
  if (!upload) return refused({ code: "import.noFile" });
  const checked = isWorkbookName(upload.name) ? await checkWorkbook(upload) : await checkUpload(upload);
  if (!checked.ok) return refused({ code: "import.file", fault: fileFault(checked.fault) });
  const most = MOST_ROWS + 10;
  const sheet = "workbook" in checked ? readWorkbook(checked.workbook, most) : readCsv(checked.text, most);
  if (sheet.ok) return { ok: true, name: checked.name, rows: sheet.rows };
  const { fault } = sheet;
  if (fault.code === "quoteOpen") return refused({ code: "import.quoteOpen", row: fault.row });
  return refused(fault.code === "noSheet" ? { code: "import.noSheet" } : { code: "import.tooManyRows", most: MOST_ROWS });
}

const fileFault = (fault: UploadFault) => (fault === "fileType" ? "tableType" : fault);

/** What a list becomes: who would be added, or what is wrong. */
function draftOf({ name, rows }: Read, kind: FacilityKind, today: string, roster: readonly Listed[]): ImportDraft | ImportRefusal {
  const headings = headingsOf(rows, kind);
  if ("code" in headings) return headings;
  const { persons, faults } = personsOf(rows, headings, kind, today);
  if (persons.length > MOST_ROWS) return { code: "import.tooManyRows", most: MOST_ROWS };
  if (persons.length === 0 && faults.length === 0) return { code: "import.empty" };
  const common = { fileName: name, ignored: headings.ignored, faults: faults.slice(0, MOST_FAULTS), faultCount: faults.length };
  const nobody: Judged = { listed: [], twice: [], similar: [] };
  return faults.length > 0 ? { ...common, persons: [], ...nobody } : { ...common, persons, ...judged(persons, roster) };
}

/** Everybody of the roster, as one value of the database: ten thousand rows of Prisma's would cost several times the memory. */
async function listedIn(tx: Tx, facilityId: string): Promise<readonly Listed[]> {
  const [row] = await tx.$queryRaw<{ listed: readonly Listed[] | null }[]>`
    SELECT jsonb_agg(jsonb_build_object('id', "id", 'lastName', "lastName", 'firstNames', "firstNames", 'bornOn', "bornOn") ORDER BY "id") AS listed
    FROM "Resident" WHERE "facilityId" = ${facilityId}::uuid AND "goneOn" IS NULL`;
  return row?.listed ?? [];
}

/** Whoever was in the list is still there; nobody touches an entry whose use is restricted (Art. 18 GDPR). */
async function confirmEntries(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  for (const some of portions(ids)) {
    await tx.$executeRaw`UPDATE "Resident" SET "confirmedAt" = ${now.toISOString()}::timestamptz WHERE "restrictedAt" IS NULL AND "id" = ANY(${some}::uuid[])`;
  }
}

/** As many rows as one statement takes. */
const PORTION = 500;

function portions<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / PORTION) }, (_, index) => all.slice(index * PORTION, (index + 1) * PORTION));
}

type House = { readonly id: string; readonly kind: FacilityKind };

/** Adds them some at a time, each time with the rows as one value: ten thousand rows as single values would cost ten times the memory. */
async function addPeople(tx: Tx, { id: facilityId, kind }: House, persons: readonly ImportedPerson[], now: Date): Promise<readonly string[]> {
  const ids: string[] = [];
  const at = now.toISOString();
  for (const some of portions(persons)) {
    const withIds = some.map((person) => ({ id: newId(now), person }));
    await tx.$executeRaw`
      INSERT INTO "Resident" ("id", "facilityId", "lastName", "firstNames", "bornOn", "nationality", "mainResidence", "idCardState", "idExpiresOn", "isExpiryMonthOnly", "hasValidPassport", "recognitionKey", "confirmedAt", "createdAt")
      SELECT "id", ${facilityId}::uuid, "lastName", "firstNames", "bornOn", "nationality", "mainResidence", "idCardState", "idExpiresOn", "isExpiryMonthOnly", "hasValidPassport", "recognitionKey", ${at}::timestamptz, ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(withIds.map(({ id, person }) => rosterRow(id, facilityId, person)))}::jsonb) AS one(
        "id" uuid, "lastName" text, "firstNames" text, "bornOn" date, "nationality" "Nationality", "mainResidence" "MainResidence", "idCardState" "IdCardState", "idExpiresOn" date, "isExpiryMonthOnly" boolean, "hasValidPassport" boolean, "recognitionKey" text)`;
    // Everybody gets sealed facts: that somebody has some would say something.
    const care = withIds.map(({ id, person: { isPermanentResident, isExempted } }) => ({ residentId: id, sealed: sealFor("ResidentCare.sealed", id, { ...nothingStated, isPermanentResident, isExempted }) }));
    await tx.$executeRaw`INSERT INTO "ResidentCare" ("residentId", "sealed") SELECT * FROM jsonb_to_recordset(${JSON.stringify(care)}::jsonb) AS one("residentId" uuid, "sealed" text)`;
    if (kind === "PRISON") {
      const custody = withIds.map(({ id, person: { custodyKind, custodySinceOn: sinceOn, releaseOn } }) => ({ residentId: id, sealed: sealFor("ResidentCustody.sealed", id, { kind: custodyKind ?? "OTHER", sinceOn, releaseOn }) }));
      await tx.$executeRaw`INSERT INTO "ResidentCustody" ("residentId", "sealed") SELECT * FROM jsonb_to_recordset(${JSON.stringify(custody)}::jsonb) AS one("residentId" uuid, "sealed" text)`;
    }
    ids.push(...withIds.map(({ id }) => id));
  }
  return ids;
}

function rosterRow(id: string, facilityId: string, person: ImportedPerson) {
  const { lastName, firstNames, bornOn, nationality, mainResidence, idCardState, hasValidPassport } = person;
  const { expiresOn, isMonthOnly } = expiryOf(idCardState === "NONE" ? null : person.idExpiresOn);
  return { id, lastName, firstNames, bornOn, nationality, mainResidence, idCardState, idExpiresOn: expiresOn, isExpiryMonthOnly: isMonthOnly, hasValidPassport, recognitionKey: recognitionKey(facilityId, person) };
}

function entry(action: AuditAction, facilityId: string, details: Readonly<Record<string, number>>): AuditDraft {
  return { action, subject: { kind: "facility", id: facilityId }, facilityId, details };
}
