import { link } from "@/emails/link";
import type { CalendarFacts, MailContext } from "@/emails/types";
import { calendarWords } from "@/lib/messages/mails";

/** What a calendar entry says. No place: in a prison's calendar it would say enough. */
export type CalendarEntry = {
  readonly method: CalendarFacts["method"];
  readonly status: CalendarFacts["status"];
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
};

/** The calendar entry of a visit, in words. `lib/mail/calendar-file` makes the file of it. */
export function calendarEntry(facts: CalendarFacts, { origin }: MailContext): CalendarEntry {
  return {
    method: facts.method,
    status: facts.status,
    uid: facts.uid,
    sequence: facts.sequence,
    startsAt: new Date(facts.startsAt),
    endsAt: new Date(facts.endsAt),
    summary: calendarWords.summary(facts.reference),
    description: `${calendarWords.status[facts.status]}\n${link(facts.path, origin)}`,
  };
}
