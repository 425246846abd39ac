/** Mails, what was typed into forms, and the log of who did what. */
import { columnsOf, none, sealed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const recipient = columnsOf("facilityContact", "PUBLIC_TASK", "mail");
const mailContent = columnsOf("anybody", "PUBLIC_TASK", "mailContent");
const echo = columnsOf("anybody", "PUBLIC_TASK", "echo");
const submission = columnsOf("account", "PUBLIC_TASK", "submission");
const log = columnsOf("account", "SECURITY", "audit");

export const writing = {
  MailOrder: {
    toAddress: recipient("inform"),
    toName: recipient("inform"),
    facts: mailContent("inform"),
    calendar: mailContent("inform"),
    ...none("id", "uniqueKey", "kind", "state", "attempts", "nextAttemptAt", "lockedUntil", "lastError", "messageId", "facilityId", "visitId", "requestId", "createdAt", "sentAt", "contentRemovedAt"),
  },
  FormEcho: { userId: echo("keepTyped"), sealed: echo("keepTyped", { ...sealed, isFreeText: true }), ...none("id", "action", "createdAt", "expiresAt") },
  Submission: { userId: submission("repeatAnswer"), result: submission("repeatAnswer"), ...none("formKey", "createdAt") },
  AuditEntry: {
    actorUserId: log("prove"),
    actorRole: log("prove"),
    subjectId: log("prove"),
    subjectIds: log("prove"),
    details: log("prove"),
    ...none("id", "at", "action", "subjectKind", "facilityId"),
  },
  AuditSeal: none("sequence", "entryId", "previousHash", "hash"),
  AuditAnchor: none("sequence", "hash", "until", "anchoredAt"),
  RefusalCount: { key: log("prove"), userId: log("prove"), role: log("prove"), reason: log("prove"), place: log("prove"), ...none("startedAt", "count") },
} as const satisfies Register;
