/** A part of a mail that is not its text: text as it is, anything else as base64. */
export type MailAttachment = {
  readonly name: string;
  readonly type: string;
  readonly content: string;
  readonly encoding: "utf8" | "base64";
  /** Of a calendar entry: REQUEST, CANCEL. */
  readonly method?: string;
};

/** A mail as `GET /api/messages` shows it. `to` names who really received it, separated by commas. */
export type MailMessage = {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  readonly headers: Readonly<Record<string, string>>;
  readonly receivedAt: string;
};
