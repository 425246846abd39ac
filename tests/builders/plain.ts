import type { NotPossibleReason } from "@/lib/cases/types";
import { sealFor, sealNote } from "@/lib/crypto/columns";
import type { LeaveReason } from "@/lib/leaving/types";
import type { AbsenceReason } from "@/lib/reservations/types";
import type { CareFacts, CustodyFacts } from "@/lib/residents/types";
import type * as Stored from "@/prisma/generated/client/client";

/** Rows as one reads them, for builders and for the demo city: what the database holds sealed stands open in them until `store` seals it. */
export type ResidentCare = CareFacts & { readonly residentId: string };
export type ResidentCustody = CustodyFacts & { readonly residentId: string };
export type VisitRequest = Omit<Stored.VisitRequest, "facilityNoteSealed" | "officeNoteSealed"> & { facilityNote: string; officeNote: string };
export type Visit = Omit<Stored.Visit, "internalNoteSealed" | "crewNoteSealed"> & { internalNote: string; crewNote: string };
export type Appointment = Omit<Stored.Appointment, "impedimentSealed" | "leaveReasonSealed"> & { impediment: NotPossibleReason | null; leaveReason: LeaveReason | null };
export type Reservation = Omit<Stored.Reservation, "reasonSealed"> & { reason: AbsenceReason | null };

/** Each table's row as the database holds it. */
export const asStored = {
  residentCare: ({ residentId, ...facts }: ResidentCare): Stored.ResidentCare => ({ residentId, sealed: sealFor("ResidentCare.sealed", residentId, facts) }),
  residentCustody: ({ residentId, ...facts }: ResidentCustody): Stored.ResidentCustody => ({ residentId, sealed: sealFor("ResidentCustody.sealed", residentId, facts) }),
  visitRequest: ({ facilityNote, officeNote, ...row }: VisitRequest): Stored.VisitRequest => ({
    ...row,
    facilityNoteSealed: sealNote("VisitRequest.facilityNoteSealed", row.id, facilityNote),
    officeNoteSealed: sealNote("VisitRequest.officeNoteSealed", row.id, officeNote),
  }),
  visit: ({ internalNote, crewNote, ...row }: Visit): Stored.Visit => ({
    ...row,
    internalNoteSealed: sealNote("Visit.internalNoteSealed", row.id, internalNote),
    crewNoteSealed: sealNote("Visit.crewNoteSealed", row.id, crewNote),
  }),
  appointment: ({ impediment, leaveReason, ...row }: Appointment): Stored.Appointment => ({
    ...row,
    impedimentSealed: impediment && sealFor("Appointment.impedimentSealed", row.id, impediment),
    leaveReasonSealed: leaveReason && sealFor("Appointment.leaveReasonSealed", row.id, leaveReason),
  }),
  reservation: ({ reason, ...row }: Reservation): Stored.Reservation => ({ ...row, reasonSealed: reason && sealFor("Reservation.reasonSealed", row.id, reason) }),
};
