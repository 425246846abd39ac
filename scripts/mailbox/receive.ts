import { randomUUID } from "node:crypto";
import PostalMime, { type Attachment } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { MailAttachment, MailMessage } from "./types";

const largestMail = 15 * 1024 * 1024;
const readableTypes = /^(text\/|application\/(json|xml)$)/;
const calendarTypes = ["text/calendar", "application/ics"];

function attachmentFrom({ filename, mimeType, content, method }: Attachment, position: number): MailAttachment {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
  if (calendarTypes.includes(mimeType)) {
    // The parser shortens line ends; the calendar standard wants them whole.
    const entry = bytes.toString("utf8").replace(/\r?\n/g, "\r\n");
    return { name: filename || "termin.ics", type: mimeType, content: entry, encoding: "utf8", ...(method ? { method } : {}) };
  }
  const encoding = readableTypes.test(mimeType) ? "utf8" : "base64";
  return { name: filename || `anhang-${position + 1}`, type: mimeType, content: bytes.toString(encoding), encoding };
}

/** What a received mail says, as the list shows it. */
export async function readMail(raw: Buffer, envelope: { from: string; to: readonly string[] }, receivedAt: Date): Promise<MailMessage> {
  const mail = await PostalMime.parse(raw);
  return {
    id: randomUUID(),
    messageId: mail.messageId ?? "",
    from: mail.from?.address || envelope.from,
    to: envelope.to.join(", "),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    attachments: mail.attachments.map(attachmentFrom),
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    receivedAt: receivedAt.toISOString(),
  };
}

/** Reads to the end even what is too large: the sender only listens for the answer after it. */
async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<MailMessage> {
  const raw = await bytesOf(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error("Message too large"), { responseCode: 552 });
  const { mailFrom, rcptTo } = session.envelope;
  const to = rcptTo.map(({ address }) => address);
  return readMail(raw, { from: mailFrom ? mailFrom.address : "", to }, new Date());
}

/** The SMTP side of the mailbox: takes every mail, without sign-in and without encryption, and hands it to `keep`. */
export function makeReceiver(keep: (message: MailMessage) => void): SMTPServer {
  return new SMTPServer({
    name: "postfach.demo.example",
    banner: "Demo mailbox",
    size: largestMail,
    closeTimeout: 1000,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onData(stream, session, done) {
      receive(stream, session).then(keep).then(() => done(), done);
    },
  });
}
