/** What is on record: past tense, ids and codes, never free text. */
export const AUDIT_ACTIONS = [
  "codeRequested", "signedIn", "signInFailed", "signedOut", "roleSwitched",
  "userInvited", "userDisabled", "userEnabled", "membershipAdded", "membershipEnded", "sessionsEnded",
  "residentAdded", "residentChanged", "residentMarkedGone", "residentsViewed", "residentViewed",
  "siteSheetChanged",
  "requestDrafted", "requestChanged", "requestSent", "requestAnswered", "requestWithdrawn", "requestViewed",
  "requestAccepted", "requestQuestioned", "requestDeclined",
  "tourMade", "tourChanged", "tourCancelled", "tourStarted", "tourFinished", "tourViewed",
  "visitPlaced", "visitMoved", "visitRemoved", "visitAnnounced", "visitConfirmed", "visitQuestioned", "visitCleared", "visitCancelled", "visitViewed",
  "absenceEntered", "absenceEnded", "resourceReplaced",
  "outcomeRecorded", "caseSettled",
  "mailResent",
  "auditViewed",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_SUBJECTS = [
  "user", "session", "facility", "resident", "request", "case", "visit", "appointment", "tour", "kit", "staff", "vehicle", "mail", "audit",
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

export type AuditDraft = {
  readonly action: AuditAction;
  readonly subject: { readonly kind: AuditSubject; readonly id: string | null };
  readonly facilityId?: string | null;
  /** Ids, codes, numbers and civil dates only. */
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};
