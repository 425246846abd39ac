import type { NotPossibleReason } from "@/lib/cases/types";
import type { KeyRing } from "@/lib/crypto/keys";
import { seal, unseal } from "@/lib/crypto/seal";
import type { LeaveReason } from "@/lib/leaving/types";
import type { AbsenceReason } from "@/lib/reservations/types";
import type { ForecastContent } from "@/lib/releases/types";
import type { CareFacts, CustodyFacts } from "@/lib/residents/types";
import type { PackedDraft } from "@/lib/roster-imports/types";

/**
 * Every sealed column of the database and what it holds. A column that is not here is not sealed anew when the key changes; a test compares this with the database.
 * What a column holds is JSON; a newer version may add a field to it, with a default where it is opened, and never gives an old field another meaning.
 */
type SealedContent = {
  readonly "ResidentCare.sealed": CareFacts;
  readonly "ResidentCustody.sealed": CustodyFacts;
  readonly "ReleaseForecast.sealed": ForecastContent;
  readonly "RosterImport.sealed": PackedDraft;
  readonly "VisitRequest.facilityNoteSealed": string;
  readonly "VisitRequest.officeNoteSealed": string;
  readonly "Visit.internalNoteSealed": string;
  readonly "Visit.crewNoteSealed": string;
  readonly "Appointment.impedimentSealed": NotPossibleReason;
  readonly "Appointment.leaveReasonSealed": LeaveReason;
  readonly "Reservation.reasonSealed": AbsenceReason;
  /** The secret of an authenticator app, which lib/factors seals and opens itself. */
  readonly "Factor.sealedSecret": never;
};
export type SealedColumn = keyof SealedContent;

export const sealedColumns = [
  "ResidentCare.sealed",
  "ResidentCustody.sealed",
  "ReleaseForecast.sealed",
  "RosterImport.sealed",
  "VisitRequest.facilityNoteSealed",
  "VisitRequest.officeNoteSealed",
  "Visit.internalNoteSealed",
  "Visit.crewNoteSealed",
  "Appointment.impedimentSealed",
  "Appointment.leaveReasonSealed",
  "Reservation.reasonSealed",
  "Factor.sealedSecret",
] as const satisfies readonly SealedColumn[];

/** Lengths are rounded up to this many bytes, so that a sealed code cannot be told by its length. */
export const PADDED_TO_BYTES = 512;

/** The sealed form of a value for one row. `rowId` is the row's key; the value opens in that row and column only. */
export function sealFor<C extends SealedColumn>(column: C, rowId: string, value: SealedContent[C], ring?: KeyRing): string {
  return seal(padded(JSON.stringify(value)), contextOf(column, rowId), ring);
}

/** What stands sealed in one row. Throws where it does not open (UnsealError). */
export function openFrom<C extends SealedColumn>(column: C, rowId: string, sealed: string): SealedContent[C] {
  return JSON.parse(unseal(sealed, contextOf(column, rowId))) as SealedContent[C];
}

/** A note's sealed form; an empty note is none. */
export function sealNote(column: NoteColumn, rowId: string, note: string): string | null {
  return note === "" ? null : sealFor(column, rowId, note);
}

/** A note of a row; empty where there is none. */
export function openNote(column: NoteColumn, rowId: string, sealed: string | null): string {
  return sealed === null ? "" : openFrom(column, rowId, sealed);
}

type NoteColumn = { [C in SealedColumn]: string extends SealedContent[C] ? C : never }[SealedColumn];

/** Where a value stands, as its seal is bound to. */
export function contextOf(column: SealedColumn, rowId: string): string {
  return `${column}:${rowId}`;
}

/** JSON with trailing blanks up to the next full length; JSON.parse reads past them. */
function padded(json: string): string {
  const bytes = Buffer.byteLength(json);
  return json + " ".repeat(Math.ceil(bytes / PADDED_TO_BYTES) * PADDED_TO_BYTES - bytes);
}
