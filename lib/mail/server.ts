import { ConfigurationError, type Env } from "@/lib/env";
import { isMailAddress } from "@/lib/mail/address";

/** How the mail server is reached. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte (smtps). */
  readonly secure: boolean;
  /** Without STARTTLS nothing is sent. */
  readonly requireTLS: boolean;
  /** On the same machine nothing leaves it, and the demo's mailbox has no certificate. */
  readonly ignoreTLS: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
};

const DEFAULT_PORTS: Readonly<Record<string, number>> = { "smtp:": 587, "smtps:": 465 };
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The mail server of SMTP_URL, for example smtp://name:password@mail.example:587. In production an unencrypted connection to another machine is
 * refused, unless the address says `?requireTLS=false` for a mail server in the same closed network.
 */
export function mailServerOf({ smtpUrl, mode, mailFrom, officeEmail }: Pick<Env, "smtpUrl" | "mode" | "mailFrom" | "officeEmail">): MailServer {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  const defaultPort = url ? DEFAULT_PORTS[url.protocol] : undefined;
  if (!url || !defaultPort || !url.hostname) throw new ConfigurationError("SMTP_URL muss eine Adresse wie smtp://mail.example:587 sein.");
  if (!isMailAddress(mailFrom)) throw new ConfigurationError("MAIL_FROM muss eine E-Mail-Adresse ohne Namen sein, zum Beispiel buergerkoffer@stadt.example.");
  if (!isMailAddress(officeEmail)) throw new ConfigurationError("OFFICE_EMAIL muss eine E-Mail-Adresse ohne Namen sein.");
  const isLocal = LOOPBACK.includes(url.hostname);
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || defaultPort,
    secure,
    requireTLS: !secure && !isLocal && mode === "production" && url.searchParams.get("requireTLS") !== "false",
    ignoreTLS: !secure && isLocal,
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : null,
  };
}
