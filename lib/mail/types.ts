import type { CalendarFacts, MailFactsByKind, MailKind } from "@/emails/types";

export type MailRecipient = { readonly address: string; readonly name: string };

/** A mail that a command orders. It is written and sent later by the worker; the order commits or fails with the change. */
export type MailDraft = {
  readonly [K in MailKind]: {
    readonly kind: K;
    readonly to: MailRecipient;
    readonly facts: MailFactsByKind[K];
    readonly calendar?: CalendarFacts;
    /** The same recurring mail is ordered once. */
    readonly uniqueKey?: string;
    readonly facilityId?: string;
    readonly visitId?: string;
    readonly requestId?: string;
  };
}[MailKind];
