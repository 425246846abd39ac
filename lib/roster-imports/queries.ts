import { deflateRawSync, inflateRawSync } from "node:zlib";
import { facilityFilter, ownFacilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openFrom } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { civil } from "@/lib/db/civil";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { labels } from "@/lib/messages/labels";
import { formatDateNumeric, formatExpiry } from "@/lib/messages/format";
import { choiceSynonyms } from "@/lib/messages/roster-imports";
import { careOf, custodyOf, withFacts } from "@/lib/residents/queries";
import type { ImportDraft, PackedDraft, RosterColumn } from "@/lib/roster-imports/types";

export type ImportPreview = ImportDraft & {
  readonly id: string;
  readonly expiresAt: Date;
  /** Names of the entries of the roster that somebody of the file resembles, by id. */
  readonly similarNames: Readonly<Record<string, { readonly lastName: string; readonly firstNames: string }>>;
};

/** A list that this person has read and that waits for a yes; null for everybody else's, a used and an old one. Whose names of the roster it shows is on record. */
export async function importPreview(actor: Actor, id: string | undefined): Promise<ImportPreview | null> {
  if (!isId(id)) return null;
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const found = await waitingImport(tx, scope, id, await databaseNow(tx));
    if (!found) return null;
    const ids = found.draft.similar.flatMap(({ residentId }) => residentId ?? []);
    const rows = await tx.resident.findMany({ where: { id: { in: ids } }, select: { id: true, facilityId: true, lastName: true, firstNames: true } });
    const similarNames = Object.fromEntries(rows.map(({ id: one, lastName, firstNames }) => [one, { lastName, firstNames }]));
    return { ...found.draft, id, expiresAt: found.expiresAt, similarNames };
  });
}

/** The same inside of a transaction. */
export async function waitingImport(tx: Tx, scope: Scope, id: string, now: Date): Promise<{ readonly facilityId: string; readonly expiresAt: Date; readonly draft: ImportDraft } | null> {
  const facility = ownFacilityFilter(scope);
  if (!("id" in facility) || scope.userId === null) return null;
  const row = await tx.rosterImport.findFirst({ where: { id, facilityId: facility.id, userId: scope.userId, expiresAt: { gt: now } } });
  return row && { facilityId: row.facilityId, expiresAt: row.expiresAt, draft: unpacked(openFrom("RosterImport.sealed", row.id, row.sealed)) };
}

/** A draft as it is kept. */
export function packed(draft: ImportDraft): PackedDraft {
  return { deflated: deflateRawSync(JSON.stringify(draft)).toString("base64") };
}

function unpacked({ deflated }: PackedDraft): ImportDraft {
  return JSON.parse(inflateRawSync(Buffer.from(deflated, "base64")).toString("utf8")) as ImportDraft;
}

const answer = (is: boolean): string => (is ? choiceSynonyms.yes[0] : choiceSynonyms.no[0]);

/** Everybody of the own roster in the words in which a list is read again. The reading is on record with the file that it becomes. */
export async function rosterForExport(actor: Actor): Promise<readonly Readonly<Record<RosterColumn, string>>[]> {
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const rows = await tx.resident.findMany({ where: { ...facilityFilter(scope), goneOn: null, restrictedAt: null }, include: withFacts, orderBy: [{ lastName: "asc" }, { firstNames: "asc" }, { id: "asc" }] });
    return rows.map((row) => {
      const [care, custody] = [careOf(row.care), custodyOf(row.custody)];
      return {
        lastName: row.lastName,
        firstNames: row.firstNames,
        bornOn: formatDateNumeric(civil(row.bornOn)),
        nationality: labels.nationality[row.nationality],
        mainResidence: labels.mainResidence[row.mainResidence],
        idCardState: labels.idCardState[row.idCardState],
        idExpiresOn: row.idExpiresOn ? formatExpiry(civil(row.idExpiresOn), row.isExpiryMonthOnly) : "",
        hasValidPassport: answer(row.hasValidPassport),
        isPermanentResident: answer(care.isPermanentResident),
        isExempted: answer(care.isExempted),
        custodyKind: custody ? labels.custodyKind[custody.kind] : "",
        custodySinceOn: custody?.sinceOn ? formatDateNumeric(custody.sinceOn) : "",
        releaseOn: custody?.releaseOn ? formatDateNumeric(custody.releaseOn) : "",
      };
    });
  });
}
