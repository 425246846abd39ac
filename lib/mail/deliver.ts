import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log";
import { finalFailure, mailErrorText, type Failure } from "@/lib/mail/failures";
import { leaseNextMail, markNotSent, markSent, type LeasedMail } from "@/lib/mail/lease";
import { isExpired } from "@/lib/mail/secrets";
import type { SendMail } from "@/lib/mail/send";
import { writeOrder } from "@/lib/mail/write";

export type Delivery = { readonly send: SendMail; readonly settings: Pick<Env, "origin" | "officePhone" | "mailFrom">; readonly log: Log; readonly isStopping: () => boolean };

/** Sends what is due, one mail after the other, until nothing is due or the mail server is away. Answers how many mails the server took. */
export async function deliverDueMails(delivery: Delivery): Promise<number> {
  let sent = 0;
  while (!delivery.isStopping()) {
    const mail = await leaseNextMail();
    if (!mail) break;
    const failure = await sendOne(mail, delivery);
    await settle(mail, failure, delivery.log);
    if (failure === null) sent += 1;
    if (failure?.kind === "away") break;
  }
  return sent;
}

async function sendOne(mail: LeasedMail, { send, settings }: Delivery): Promise<Failure | null> {
  if (isExpired(mail, mail.leasedAt)) return finalFailure("expired");
  const outgoing = writeOrder(mail, settings, mail.leasedAt);
  return outgoing ? send(outgoing) : finalFailure("notWritable");
}

const SETTLE_ATTEMPTS = 4;
const SETTLE_PAUSE_MS = 1000;

/** Writes down what happened. A database that is away for a moment must not make a sent mail go out twice. */
async function settle(mail: LeasedMail, failure: Failure | null, log: Log): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await (failure ? markNotSent(mail, failure) : markSent(mail));
      break;
    } catch (error) {
      if (attempt === SETTLE_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_PAUSE_MS));
    }
  }
  const facts = { mail: mail.id, kind: mail.kind, attempt: mail.attempts };
  if (failure) log.warn("mailNotSent", { ...facts, error: mailErrorText(failure.error) });
  else log.info("mailSent", facts);
}
