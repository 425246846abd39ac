import type { AuditDetails } from "@/lib/audit/details";

/** What is on record, by what it is about: past tense, ids and codes, never free text. The one table of kinds; its German words stand in lib/messages/audit.ts. */
export const AUDIT_KINDS = {
  signIn: ["codeRequested", "signedIn", "signInFailed", "slowedDown", "signedOut", "roleSwitched", "factorProven", "factorFailed", "recoveryCodeUsed"],
  account: [
    "userInvited", "userDisabled", "userEnabled", "membershipAdded", "membershipEnded", "invitationResent", "leadSet", "sessionsEnded",
    "factorBegun", "factorAdded", "factorRenamed", "factorRemoved", "recoveryCodesMade", "factorResetAsked", "factorResetConfirmed", "factorResetRefused",
  ],
  change: [
    "residentAdded", "residentChanged", "releaseMoved", "residentMarkedGone", "rosterListRead", "rosterListTaken", "rosterListDropped",
    "siteSheetChanged", "siteSheetConfirmed",
    "requestDrafted", "requestChanged", "requestSent", "requestAnswered", "requestWithdrawn",
    "requestAccepted", "requestQuestioned", "requestDeclined",
    "tourMade", "tourChanged", "tourCancelled", "tourStarted", "tourFinished",
    "visitPlaced", "visitMoved", "visitRemoved", "visitAnnounced", "visitConfirmed", "visitQuestioned", "visitCleared", "visitCancelled", "personLeftVisit", "personJoinedVisit", "peopleOrdered",
    "findingLeft", "findingShown",
    "absenceEntered", "absenceEnded", "resourceReplaced",
    "outcomeRecorded", "outcomeCorrected", "cardArrived", "cardCollected", "caseSettled", "authorisationRecorded", "feeDecided",
    "mailResent",
    "parameterAdded", "parameterWithdrawn",
  ],
  /** One entry for each page, print or file that showed somebody's data, with everybody in it. */
  view: ["personsViewed", "printViewed", "fileDownloaded", "auditViewed"],
  refusal: ["accessRefused"],
  audit: ["auditExported", "auditVerified", "auditEntriesRemoved"],
  /** What the law gives whoever the data is about (Art. 15 to 18 GDPR). */
  rights: ["subjectFound", "disclosureMade", "residentCorrected", "restrictionSet", "restrictionLiftAnnounced", "restrictionLifted"],
  retention: ["dataRemoved", "holdSet", "holdLifted", "holdExpired"],
} as const;
export type AuditGroup = keyof typeof AUDIT_KINDS;
export type AuditAction = (typeof AUDIT_KINDS)[AuditGroup][number];
export const AUDIT_GROUPS = Object.keys(AUDIT_KINDS) as readonly AuditGroup[];
export const AUDIT_ACTIONS: readonly AuditAction[] = Object.values(AUDIT_KINDS).flat();

/** How data of persons left the portal towards somebody's screen or disk. */
export type ViewKind = Exclude<(typeof AUDIT_KINDS)["view"][number], "auditViewed">;

/** Why somebody was refused: not allowed; nothing there or not theirs; not signed in; turned away by the front door. */
export const REFUSAL_REASONS = ["permission", "row", "signedOut", "door"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const AUDIT_SUBJECTS = [
  "user", "session", "facility", "resident", "request", "case", "visit", "appointment", "tour", "kit", "staff", "vehicle", "mail", "audit", "retention", "parameter",
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

export type AuditDraft = {
  readonly action: AuditAction;
  readonly subject: { readonly kind: AuditSubject; readonly id: string | null };
  /** Persons and rows that the entry is about beside its subject. */
  readonly alsoAbout?: readonly string[];
  readonly facilityId?: string | null;
  /** Ids, codes, numbers and civil dates only. */
  readonly details?: AuditDetails;
};
