import { sealedColumns, type SealedColumn } from "@/lib/crypto/columns";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/prisma/generated/client/client";

/** Sealed values as the database holds them, without opening any: for sealing anew and for counting. */

export type SealedRow = { readonly place: SealedColumn; readonly rowId: string; readonly sealed: string };

const everySealedValue = Prisma.sql`
  SELECT 'ResidentCare.sealed' AS place, "residentId" AS "rowId", sealed FROM "ResidentCare"
  UNION ALL SELECT 'ResidentCustody.sealed', "residentId", sealed FROM "ResidentCustody"
  UNION ALL SELECT 'ReleaseForecast.sealed', id, sealed FROM "ReleaseForecast"
  UNION ALL SELECT 'RosterImport.sealed', id, sealed FROM "RosterImport"
  UNION ALL SELECT 'VisitRequest.facilityNoteSealed', id, "facilityNoteSealed" FROM "VisitRequest"
  UNION ALL SELECT 'VisitRequest.officeNoteSealed', id, "officeNoteSealed" FROM "VisitRequest"
  UNION ALL SELECT 'Visit.internalNoteSealed', id, "internalNoteSealed" FROM "Visit"
  UNION ALL SELECT 'Visit.crewNoteSealed', id, "crewNoteSealed" FROM "Visit"
  UNION ALL SELECT 'Appointment.impedimentSealed', id, "impedimentSealed" FROM "Appointment"
  UNION ALL SELECT 'Appointment.leaveReasonSealed', id, "leaveReasonSealed" FROM "Appointment"
  UNION ALL SELECT 'Reservation.reasonSealed', id, "reasonSealed" FROM "Reservation"
  UNION ALL SELECT 'Factor.sealedSecret', id, "sealedSecret" FROM "Factor"`;

/** How many values stand under each key. */
export async function valuesByKey(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ key: string; values: number }[]>`
    SELECT split_part(sealed, '.', 2) AS key, count(*)::int AS values FROM (${everySealedValue}) AS one WHERE sealed IS NOT NULL GROUP BY 1 ORDER BY 1`;
  return new Map(rows.map(({ key, values }) => [key, values]));
}

/** The next values after a place and row that do not stand under a key, in the order of both; an empty place begins at the first. */
export async function valuesNotUnder(tx: Tx, keyId: string, after: { readonly place: string; readonly rowId: string }, limit: number): Promise<readonly SealedRow[]> {
  return tx.$queryRaw<SealedRow[]>`
    SELECT place, "rowId"::text AS "rowId", sealed FROM (${everySealedValue}) AS one
    WHERE sealed IS NOT NULL AND split_part(sealed, '.', 2) <> ${keyId} AND (place, "rowId"::text) > (${after.place}, ${after.rowId})
    ORDER BY place, "rowId"::text LIMIT ${limit}`;
}

type Replace = (tx: Tx, rowId: string, was: string, sealed: string) => Promise<{ readonly count: number }>;

const replaceIn: Readonly<Record<SealedColumn, Replace>> = {
  "ResidentCare.sealed": (tx, residentId, was, sealed) => tx.residentCare.updateMany({ where: { residentId, sealed: was }, data: { sealed } }),
  "ResidentCustody.sealed": (tx, residentId, was, sealed) => tx.residentCustody.updateMany({ where: { residentId, sealed: was }, data: { sealed } }),
  "ReleaseForecast.sealed": (tx, id, was, sealed) => tx.releaseForecast.updateMany({ where: { id, sealed: was }, data: { sealed } }),
  "RosterImport.sealed": (tx, id, was, sealed) => tx.rosterImport.updateMany({ where: { id, sealed: was }, data: { sealed } }),
  "VisitRequest.facilityNoteSealed": (tx, id, was, facilityNoteSealed) => tx.visitRequest.updateMany({ where: { id, facilityNoteSealed: was }, data: { facilityNoteSealed } }),
  "VisitRequest.officeNoteSealed": (tx, id, was, officeNoteSealed) => tx.visitRequest.updateMany({ where: { id, officeNoteSealed: was }, data: { officeNoteSealed } }),
  "Visit.internalNoteSealed": (tx, id, was, internalNoteSealed) => tx.visit.updateMany({ where: { id, internalNoteSealed: was }, data: { internalNoteSealed } }),
  "Visit.crewNoteSealed": (tx, id, was, crewNoteSealed) => tx.visit.updateMany({ where: { id, crewNoteSealed: was }, data: { crewNoteSealed } }),
  "Appointment.impedimentSealed": (tx, id, was, impedimentSealed) => tx.appointment.updateMany({ where: { id, impedimentSealed: was }, data: { impedimentSealed } }),
  "Appointment.leaveReasonSealed": (tx, id, was, leaveReasonSealed) => tx.appointment.updateMany({ where: { id, leaveReasonSealed: was }, data: { leaveReasonSealed } }),
  "Reservation.reasonSealed": (tx, id, was, reasonSealed) => tx.reservation.updateMany({ where: { id, reasonSealed: was }, data: { reasonSealed } }),
  "Factor.sealedSecret": (tx, id, was, sealedSecret) => tx.factor.updateMany({ where: { id, sealedSecret: was }, data: { sealedSecret } }),
};

/** Puts another sealed value in the place of one, unless somebody has changed it meanwhile; answers whether it did. Raises no version: what the value says stays the same. */
export async function replaceSealed(tx: Tx, { place, rowId, sealed: was }: SealedRow, sealed: string): Promise<boolean> {
  return (await replaceIn[place](tx, rowId, was, sealed)).count > 0;
}

/** Whether a text names a sealed column. */
export function isSealedColumn(place: string): place is SealedColumn {
  return (sealedColumns as readonly string[]).includes(place);
}
