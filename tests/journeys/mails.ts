import ICAL from "ical.js";

export type Mail = {
  readonly id: string;
  readonly from: string;
  readonly to: string | readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[];
};

/** Everything that the demo mailbox has, newest first. */
export async function mailsAt(mailbox: string): Promise<readonly Mail[]> {
  return (await fetch(`${mailbox}/api/messages`)).json() as Promise<readonly Mail[]>;
}

const MAIL_LIMIT_MS = 60_000;

/** Waits until a mail about something arrived, and answers the newest. */
export async function mailThat(mailbox: string, fits: (mail: Mail) => boolean): Promise<Mail> {
  const until = performance.now() + MAIL_LIMIT_MS;
  while (performance.now() < until) {
    const found = (await mailsAt(mailbox).catch(() => [])).find(fits);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error("the mail did not arrive in time");
}

export type Entry = { readonly method: string; readonly uid: string; readonly sequence: number; readonly status: string; readonly startsAt: Date; readonly endsAt: Date };

/** The calendar entry of a mail, read by another program's parser. */
export function entryOf(mail: Mail): Entry {
  const file = mail.attachments.find(({ type }) => type.startsWith("text/calendar")) ?? mail.attachments.find(({ name }) => name.endsWith(".ics"));
  if (!file) throw new Error("the mail has no calendar entry");
  const calendar = new ICAL.Component(ICAL.parse(file.content) as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length !== 1) throw new Error(`${events.length} entries in one mail`);
  const event = new ICAL.Event(events[0]!);
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    uid: event.uid,
    sequence: Number(events[0]!.getFirstPropertyValue("sequence") ?? 0),
    status: String(events[0]!.getFirstPropertyValue("status")),
    startsAt: event.startDate.toJSDate(),
    endsAt: event.endDate.toJSDate(),
  };
}
