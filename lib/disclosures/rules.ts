import type { DisclosedRow, Fact, PersonalPlace, PersonalTable, Showing, SubjectKind, TablePart } from "@/lib/disclosures/types";
import { personalColumns, type PersonalEntry } from "@/lib/privacy/register";

/** Whose document a table belongs to. A table with personal data that is not here does not compile. */
export const partOf = {
  Resident: "resident", ResidentCare: "resident", ResidentCustody: "resident", VisitRequest: "resident", Case: "resident", Visit: "resident",
  Appointment: "both", DeletionHold: "both", ReleaseForecast: "both", AuditEntry: "both",
  User: "account", Membership: "account", StaffMember: "account", Training: "account", TourMember: "account", Reservation: "account", Facility: "account", Session: "account",
  LoginCode: "account", Factor: "account", RecoveryCode: "account", FactorThrottle: "account", FactorReset: "account", MailOrder: "account", FormEcho: "account",
  Submission: "account", RosterImport: "account", RefusalCount: "account", LeftFinding: "account",
  // Keyed hashes and a challenge of minutes; texts about houses and days; values on their way through one migration.
  RateCount: "outside", FactorChallenge: "outside", SiteSheet: "outside", Closure: "outside", UnsealedValue: "outside",
} as const satisfies Record<PersonalTable, TablePart>;

/** How each column is shown. A personal column that is not here does not compile, so nobody can forget to answer for a new one. */
export const showing = {
  "Resident.lastName": "fact", "Resident.firstNames": "fact", "Resident.bornOn": "fact", "Resident.nationality": "fact", "Resident.mainResidence": "fact", "Resident.idCardState": "fact",
  "Resident.idExpiresOn": "fact", "Resident.hasValidPassport": "fact", "Resident.goneOn": "fact", "Resident.restrictedAt": "fact", "Resident.confirmedAt": "fact", "Resident.isExpiryMonthOnly": "fact", "Resident.recognitionKey": "proof",
  "ResidentCare.sealed": "opened", "ResidentCustody.sealed": "opened",
  "VisitRequest.facilityNoteSealed": "note", "VisitRequest.officeNoteSealed": "note",
  "Case.residentId": "link", "Case.service": "fact", "Case.state": "fact", "Case.closeReason": "fact", "Case.closedAt": "fact", "Case.neededBy": "fact", "Case.dueOn": "fact",
  "Case.reason": "fact", "Case.isReductionAsked": "fact", "Case.isShippingWanted": "fact", "Case.authorisedOn": "fact", "Case.feeDecision": "fact", "Case.feeDecisionReason": "fact", "Case.reducedFeeCents": "fact",
  "Visit.internalNoteSealed": "note", "Visit.crewNoteSealed": "note",
  "Appointment.caseId": "link", "Appointment.kind": "fact", "Appointment.outcome": "fact", "Appointment.impedimentSealed": "opened", "Appointment.leaveReasonSealed": "opened", "Appointment.outcomeAt": "fact", "Appointment.outcomeById": "link", "Appointment.isEnvelopeRecorded": "fact",
  "User.email": "fact", "User.displayName": "fact", "User.disabledAt": "fact", "User.providerKey": "proof",
  "Membership.role": "fact", "Membership.facilityId": "link", "Membership.isLead": "fact", "Membership.calledName": "fact", "Membership.endedAt": "fact",
  "StaffMember.displayName": "fact", "StaffMember.initials": "fact", "StaffMember.email": "fact",
  "Training.kind": "fact", "Training.validFromOn": "fact", "Training.validUntilOn": "fact",
  "TourMember.staffId": "link", "Reservation.staffId": "link", "Reservation.reasonSealed": "opened",
  "Facility.contactName": "fact", "Facility.contactPhone": "fact", "Facility.contactEmail": "fact",
  "Session.tokenHash": "proof", "Session.userId": "link", "Session.lastSeenAt": "fact", "Session.factorAt": "fact", "Session.factorWay": "fact", "Session.browser": "fact", "Session.system": "fact",
  "LoginCode.userId": "link", "LoginCode.emailHash": "proof", "LoginCode.codeHash": "proof", "LoginCode.browserHash": "proof",
  "Factor.userId": "link", "Factor.name": "fact", "Factor.sealedSecret": "proof", "Factor.credentialId": "proof", "Factor.publicKey": "proof", "Factor.signCount": "fact", "Factor.transports": "fact", "Factor.lastUsedAt": "fact",
  "RecoveryCode.userId": "link", "RecoveryCode.codeHash": "proof", "RecoveryCode.salt": "proof", "RecoveryCode.usedAt": "fact",
  "FactorThrottle.userId": "link", "FactorThrottle.failures": "fact",
  "FactorReset.userId": "link", "FactorReset.askedById": "link", "FactorReset.decidedById": "link",
  "MailOrder.toAddress": "fact", "MailOrder.toName": "fact", "MailOrder.facts": "none", "MailOrder.calendar": "none",
  "FormEcho.userId": "link", "FormEcho.sealed": "proof",
  "RosterImport.userId": "link", "RosterImport.sealed": "none",
  "Submission.userId": "link", "Submission.result": "none",
  "LeftFinding.leftById": "link", "ReleaseForecast.sealed": "opened", "ReleaseForecast.statedById": "link",
  "DeletionHold.residentId": "link", "DeletionHold.setById": "link", "DeletionHold.endedById": "link",
  "RefusalCount.key": "none", "RefusalCount.userId": "link", "RefusalCount.role": "fact", "RefusalCount.reason": "fact", "RefusalCount.place": "fact",
  "AuditEntry.actorUserId": "link", "AuditEntry.actorRole": "fact", "AuditEntry.subjectId": "link", "AuditEntry.subjectIds": "link", "AuditEntry.details": "none",
  "RateCount.key": "none", "FactorChallenge.challenge": "none", "SiteSheet.room": "none", "SiteSheet.parking": "none", "SiteSheet.accessNote": "none", "Closure.label": "none", "UnsealedValue.content": "none",
} as const satisfies Record<PersonalPlace, Showing>;

/** Columns without personal data of their own that say which request, visit or day a row is about. */
export const besides = {
  VisitRequest: ["reference", "sentAt", "informedAt"],
  Case: ["createdAt"],
  Visit: ["reference", "state", "startsAt", "endsAt", "placeName"],
  Appointment: ["outcomeAt"],
  User: ["createdAt"],
  Membership: ["createdAt"],
  Session: ["createdAt", "expiresAt", "endedAt", "way"],
  LoginCode: ["createdAt", "expiresAt", "usedAt"],
  Factor: ["kind", "createdAt"],
  RecoveryCode: ["createdAt"],
  FactorThrottle: ["lastAt", "waitUntil"],
  FactorReset: ["askedAt", "expiresAt", "decidedAt", "isConfirmed"],
  Reservation: ["purpose", "startsAt", "endsAt"],
  TourMember: ["reference", "tourOn"],
  Facility: ["name"],
  MailOrder: ["kind", "state", "createdAt", "sentAt"],
  FormEcho: ["action", "createdAt", "expiresAt"],
  Submission: ["createdAt"],
  RosterImport: ["createdAt", "expiresAt"],
  DeletionHold: ["reason", "untilOn", "createdAt", "announcedAt", "endedAt"],
  RefusalCount: ["startedAt", "count"],
  LeftFinding: ["reason", "leftAt"],
  ReleaseForecast: ["statedAt"],
} as const satisfies Partial<Record<PersonalTable, readonly string[]>>;

/** The table's entries that a document of this kind answers for. What an outcome says about a resident is not about whoever recorded it. */
export function entriesOf(kind: SubjectKind, table: PersonalTable): readonly PersonalEntry[] {
  const isAboutResident = (about: string): boolean => about === "resident" || about === "anybody";
  return personalColumns.filter((entry) => entry.table === table && (partOf[table] === kind || isAboutResident(entry.about) === (kind === "resident")));
}

/** The tables of a document, in the order of `partOf`; the log stands apart. */
export function tablesOf(kind: SubjectKind): readonly PersonalTable[] {
  return (Object.keys(partOf) as PersonalTable[]).filter((table) => table !== "AuditEntry" && (partOf[table] === kind || partOf[table] === "both"));
}

/** What the document shows of a row: the columns beside it, and its personal ones as `showing` says; `open` opens a seal. Columns that nobody filled in are there and empty. */
export function disclosedRow(kind: SubjectKind, table: PersonalTable, row: Readonly<Record<string, unknown>>, open: (place: PersonalPlace, value: string) => Fact): DisclosedRow {
  const shown: Record<string, Fact> = {};
  for (const column of (besides as Partial<Record<PersonalTable, readonly string[]>>)[table] ?? []) shown[column] = plain(row[column]);
  for (const { column } of entriesOf(kind, table)) {
    const place = `${table}.${column}` as PersonalPlace;
    const way: Showing = showing[place];
    if (way === "fact") shown[column] = plain(row[column]);
    if (way === "opened" || way === "note") shown[column] = typeof row[column] === "string" ? open(place, row[column]) : null;
  }
  return shown;
}

function plain(value: unknown): Fact {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(String);
  throw new Error("a column of the document holds something that it cannot show");
}
