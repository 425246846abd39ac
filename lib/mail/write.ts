import { calendarEntry } from "@/emails/calendar";
import { isMailKind, writeMail } from "@/emails/registry";
import type { CalendarFacts, MailContext } from "@/emails/types";
import type { Env } from "@/lib/env";
import { calendarFile } from "@/lib/mail/calendar-file";
import type { OutgoingMail } from "@/lib/mail/send";
import { mailFrame } from "@/lib/messages/mails";

/** A stored order as far as it decides what the mail says. */
export type StoredMail = {
  readonly kind: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly facts: unknown;
  readonly calendar: unknown;
  readonly messageId: string;
};

type Settings = Pick<Env, "origin" | "officePhone" | "mailFrom">;

/** Makes the mail of a stored order; null when the stored facts are not those of a mail this version writes. */
export function writeOrder(order: StoredMail, settings: Settings, date: Date): OutgoingMail | null {
  if (!isMailKind(order.kind)) return null;
  const context: MailContext = { origin: settings.origin, officePhone: settings.officePhone };
  try {
    // `orderMails` stored exactly these facts for this kind; a fault in them shows as an exception here.
    const words = writeMail(order.kind, order.facts as never, context);
    const calendar = order.calendar === null ? null : calendarOf(order.calendar as CalendarFacts, order.toAddress, settings, context, date);
    return { to: { address: order.toAddress, name: order.toName }, messageId: order.messageId, date, words, calendar };
  } catch {
    return null;
  }
}

function calendarOf(facts: CalendarFacts, attendeeAddress: string, settings: Settings, context: MailContext, date: Date): NonNullable<OutgoingMail["calendar"]> {
  const entry = calendarEntry(facts, context);
  const parties = { organiserName: mailFrame.office, organiserAddress: settings.mailFrom, attendeeAddress };
  return { method: entry.method, file: calendarFile(entry, parties, date) };
}
