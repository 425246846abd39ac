import type { MailKind } from "@/emails/types";
import type { MailError } from "@/lib/mail/failures";

export const mailStates = ["PENDING", "SENT", "FAILED"] as const;
export type MailState = (typeof mailStates)[number];

/** A line of the team lead's mail log: who was told what about what, and whether it arrived. What the mail says is not shown. */
export type MailOrderLine = {
  readonly id: string;
  readonly kind: MailKind;
  readonly toName: string;
  readonly toAddress: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** Only of a mail that waits. */
  readonly nextAttemptAt: Date | null;
  readonly lastError: MailError | null;
  /** Of the visit or request that the mail is about. */
  readonly reference: string | null;
  readonly visitId: string | null;
  readonly requestId: string | null;
  readonly facilityId: string | null;
  readonly canBeResent: boolean;
};

export type MailOrderPage = { readonly lines: readonly MailOrderLine[]; readonly count: number; readonly page: number; readonly pageCount: number };

/** A mail as the rule for sending it once more sees it. */
export type ResendFacts = { readonly kind: string; readonly state: MailState; readonly visitId: string | null; readonly toAddress: string; readonly createdAt: Date; readonly contentRemovedAt: Date | null };

/** A mail that told a recipient a visit's date. */
export type DateMail = { readonly visitId: string | null; readonly toAddress: string; readonly createdAt: Date };

/** It still waits, it held a secret, what it said is deleted, or its date is no longer the latest. */
export type MailOrderRefusal = { readonly code: "mail.notResendable" };
