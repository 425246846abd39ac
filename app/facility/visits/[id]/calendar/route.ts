import { calendarEntry } from "@/emails/calendar";
import { attachment, endpoint } from "@/app/_shell/endpoint";
import { viewVisit } from "@/lib/facilities/queries";
import { env } from "@/lib/env";
import { calendarFile } from "@/lib/mail/calendar-file";
import { mailFrame } from "@/lib/messages/mails";

/** The calendar entry of a visit as it was last sent, for those who do not read the mail themselves. */
export const GET = endpoint("facility.visits.view", async ({ actor, params, now }) => {
  const visit = await viewVisit(actor, params.id);
  if (!visit) return null;
  const { origin, officePhone, mailFrom } = env();
  const isCancelled = visit.state === "CANCELLED";
  const entry = calendarEntry(
    {
      method: isCancelled ? "CANCEL" : "REQUEST",
      status: isCancelled ? "CANCELLED" : visit.state === "ANNOUNCED" ? "TENTATIVE" : "CONFIRMED",
      uid: visit.calendarUid,
      sequence: visit.calendarSequence,
      startsAt: visit.startsAt.toISOString(),
      endsAt: visit.endsAt.toISOString(),
      reference: visit.reference,
      path: `/facility/visits/${visit.id}`,
    },
    { origin, officePhone },
  );
  const parties = { organiserName: mailFrame.office, organiserAddress: mailFrom, attendeeAddress: actor.email };
  return attachment(calendarFile(entry, parties, now), "text/calendar", `besuch-${visit.reference}.ics`);
});
