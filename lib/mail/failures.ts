/** Why a mail was not sent, as the mail log keeps it: a code, with the mail server's reply number where it gave one. Never its text, which may name people. */
export const mailErrorCodes = ["serverAway", "noEncryption", "loginRefused", "interrupted", "refusedForNow", "refused", "addressInvalid", "notWritable", "expired"] as const;
export type MailErrorCode = (typeof mailErrorCodes)[number];
export type MailError = { readonly code: MailErrorCode; readonly reply: number | null };

/** What a failure means: `away` concerns every mail and passes, `deferred` this mail and passes, `final` this mail for good. */
export type Failure = { readonly kind: "away" | "deferred" | "final"; readonly error: MailError };

/** Replies that say more about our session than about the mail: bad sequence of commands, and a login that is missing. */
const SESSION_REPLIES = [503, 530];

type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown };

/**
 * What an error of the mail library means. Before the mail server was offered the mail, everything concerns the connection. After that a
 * connection that broke may have delivered it all the same, so that mail waits longer each time.
 */
export function failureOf(thrown: unknown, wasOffered: boolean): Failure {
  const { code, responseCode } = (thrown ?? {}) as SmtpError;
  const reply = typeof responseCode === "number" ? responseCode : null;
  if (!wasOffered) return { kind: "away", error: { code: connectionError(code), reply } };
  if (reply === null) return code === "EENVELOPE" ? finalFailure("addressInvalid") : { kind: "deferred", error: { code: "interrupted", reply } };
  if (reply >= 500 && !SESSION_REPLIES.includes(reply)) return { kind: "final", error: { code: "refused", reply } };
  return { kind: "deferred", error: { code: "refusedForNow", reply } };
}

function connectionError(code: unknown): MailErrorCode {
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return "loginRefused";
  return code === "ETLS" || code === "EREQUIRETLS" ? "noEncryption" : "serverAway";
}

/** A failure of our own making; trying again would not help. */
export function finalFailure(code: "addressInvalid" | "notWritable" | "expired"): Failure {
  return { kind: "final", error: { code, reply: null } };
}

/** An error as the database keeps it: `refused 550`. */
export function mailErrorText(error: MailError): string {
  return error.reply === null ? error.code : `${error.code} ${error.reply}`;
}

/** The same read back; null for nothing and for what this version does not know. */
export function mailErrorFrom(text: string | null): MailError | null {
  const [word = "", reply] = (text ?? "").split(" ");
  const code = mailErrorCodes.find((known) => known === word);
  return code ? { code, reply: reply ? Number(reply) : null } : null;
}
