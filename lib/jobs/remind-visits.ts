import { scopeOf } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { orderMails } from "@/lib/mail/order";
import type { MailDraft } from "@/lib/mail/types";
import { civilDateOf, minutesOf } from "@/lib/time/calendar";
import { isReminderDue } from "@/lib/visits/rules";

/** Reminders go out when somebody is there to read them. */
export const REMIND_FROM_MINUTES = 8 * 60;

const portal = scopeOf({ kind: "system", job: "remindVisits" });

/** Orders the reminders that are due. */
export async function remindVisits(): Promise<void> {
  await inScope(portal, async (tx) => orderReminders(tx, await databaseNow(tx)));
}

/** The key of a reminder names the visit and its day: it is ordered once, and once more if the visit was moved to another day. */
export async function orderReminders(tx: Tx, now: Date): Promise<void> {
  if (minutesOf(now) < REMIND_FROM_MINUTES) return;
  const parameters = await parametersInForce(tx, civilDateOf(now));
  const visits = await upcomingVisits(tx, now);
  await orderMails(tx, now, visits.flatMap((visit) => reminderOf(visit, now, parameters)));
}

type UpcomingVisit = Awaited<ReturnType<typeof upcomingVisits>>[number];

async function upcomingVisits(tx: Tx, now: Date) {
  return tx.visit.findMany({
    where: { state: { in: ["ANNOUNCED", "CONFIRMED"] }, startsAt: { gt: now } },
    include: { facility: true, tour: { include: { reservations: { where: { staffId: { not: null }, releasedAt: null }, include: { staff: true } } } } },
  });
}

function reminderOf(visit: UpcomingVisit, now: Date, parameters: ParameterValues): readonly MailDraft[] {
  const { id, state, startsAt, endsAt, announcedAt, reference, visitCode, facility, tour } = visit;
  if (!startsAt || !endsAt || !announcedAt || !isReminderDue({ state, startsAt, announcedAt }, now, parameters)) return [];
  return [
    {
      kind: "visit-reminder",
      to: { address: facility.contactEmail, name: facility.contactName },
      facts: {
        reference,
        path: `/facility/visits/${id}`,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        crew: crewOf(tour),
        visitCode,
      },
      uniqueKey: `visit-reminder:${id}:${civilDateOf(startsAt)}`,
      facilityId: visit.facilityId,
      visitId: id,
    },
  ];
}

/** R60: those who come; somebody who is absent meanwhile no longer has a reservation. */
function crewOf(tour: UpcomingVisit["tour"]): readonly string[] {
  return (tour?.reservations ?? []).flatMap(({ staff }) => staff?.displayName ?? []).sort((a, b) => a.localeCompare(b, "de"));
}
