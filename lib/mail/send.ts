import { createTransport } from "nodemailer";
import type { WrittenMail } from "@/emails/types";
import type { Env } from "@/lib/env";
import { isMailAddress, plainName } from "@/lib/mail/address";
import { failureOf, finalFailure, type Failure } from "@/lib/mail/failures";
import { mailServerOf } from "@/lib/mail/server";
import type { MailRecipient } from "@/lib/mail/types";
import { mailFrame } from "@/lib/messages/mails";

/** A mail that is ready to go. */
export type OutgoingMail = {
  readonly to: MailRecipient;
  /** The same at every attempt, so that a mail that arrives twice is recognised. */
  readonly messageId: string;
  readonly date: Date;
  readonly words: WrittenMail;
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly file: string } | null;
};

/** Hands one mail to the mail server; answers null when it took it, else why not. */
export type SendMail = (mail: OutgoingMail) => Promise<Failure | null>;

/** No step may take longer, and no mail as a whole: the next ones wait behind it. */
const STEP_LIMIT_MS = 10_000;
export const SEND_LIMIT_MS = 30_000;

type Settings = Pick<Env, "smtpUrl" | "mode" | "mailFrom" | "officeEmail">;

/** The way to the mail server. Throws ConfigurationError when the settings cannot work. */
export function mailSender(settings: Settings, stepLimitMs = STEP_LIMIT_MS): SendMail {
  const { auth, ...server } = mailServerOf(settings);
  const options = {
    ...server,
    ...(auth ? { auth, forceAuth: true } : {}),
    connectionTimeout: stepLimitMs,
    greetingTimeout: stepLimitMs,
    socketTimeout: stepLimitMs,
    dnsTimeout: stepLimitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return async (mail) => {
    // Two addresses in one text, or a line break in it, would each make a second recipient.
    if (!isMailAddress(mail.to.address)) return finalFailure("addressInvalid");
    const transport = createTransport(options);
    let wasOffered = false;
    transport.use("stream", ({ message: node }, next) => {
      const open = node.createReadStream.bind(node);
      node.createReadStream = (...parts) => {
        wasOffered = true;
        return open(...parts);
      };
      next();
    });
    try {
      await transport.sendMail({ ...messageOf(mail, settings), signal: AbortSignal.timeout(SEND_LIMIT_MS) });
      return null;
    } catch (error) {
      return failureOf(error, wasOffered);
    }
  };
}

function messageOf({ to, messageId, date, words, calendar }: OutgoingMail, { mailFrom, officeEmail }: Settings) {
  return {
    envelope: { from: mailFrom, to: [to.address] },
    from: { name: mailFrame.office, address: mailFrom },
    replyTo: { name: mailFrame.office, address: officeEmail },
    to: { name: plainName(to.name), address: to.address },
    messageId,
    date,
    subject: words.subject,
    text: words.text,
    html: words.html,
    ...(calendar ? { icalEvent: { method: calendar.method, filename: "besuch.ics", content: calendar.file } } : {}),
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": "de" },
  };
}
