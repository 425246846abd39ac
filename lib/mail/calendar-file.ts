import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { CalendarEntry } from "@/emails/calendar";

/** The mailbox that sends is the organiser; the addressee is the one who is asked. Addresses only: a name would be text that somebody typed. */
export type CalendarParties = { readonly organiserName: string; readonly organiserAddress: string; readonly attendeeAddress: string };

const METHODS = { REQUEST: ICalCalendarMethod.REQUEST, CANCEL: ICalCalendarMethod.CANCEL } as const;
const STATUSES = { TENTATIVE: ICalEventStatus.TENTATIVE, CONFIRMED: ICalEventStatus.CONFIRMED, CANCELLED: ICalEventStatus.CANCELLED } as const;

/** The iCalendar file of an entry (RFC 5545, 5546). All times in UTC: with a zone name this library writes wrong ones. */
export function calendarFile(entry: CalendarEntry, parties: CalendarParties, stamp: Date): string {
  const calendar = ical({ prodId: { company: "Stadt Dortmund", product: "Buergerkoffer", language: "DE" }, method: METHODS[entry.method] });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    status: STATUSES[entry.status],
    stamp,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: entry.summary,
    description: entry.description,
    organizer: { name: parties.organiserName, email: parties.organiserAddress },
    // The answer is given in the portal, not by the calendar program.
    attendees: [{ email: parties.attendeeAddress, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false }],
  });
  return calendar.toString();
}
