import { scopeOf } from "@/lib/auth/scope";
import { civil, civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { parametersOn, type ParameterKey, type ParameterUnit, type ParameterValues } from "@/lib/law/parameters";
import { orderMails } from "@/lib/mail/order";
import type { MailDraft } from "@/lib/mail/types";
import { civilDateOf, minutesOf, type CivilDate } from "@/lib/time/calendar";
import { isReminderDue } from "@/lib/visits/rules";

/** Reminders go out when somebody is there to read them. */
export const REMIND_FROM_MINUTES = 8 * 60;

const portal = scopeOf({ kind: "system", job: "remindVisits" });

/** Orders the reminders that are due. The key of a reminder names the visit and its day: ordered once, and once more if the visit was moved. */
export async function remindVisits(): Promise<void> {
  await inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    if (minutesOf(now) < REMIND_FROM_MINUTES) return;
    const parameters = await parametersInForce(tx, civilDateOf(now));
    const visits = await upcomingVisits(tx, now);
    await orderMails(tx, now, visits.flatMap((visit) => reminderOf(visit, now, parameters)));
  });
}

type UpcomingVisit = Awaited<ReturnType<typeof upcomingVisits>>[number];

async function upcomingVisits(tx: Tx, now: Date) {
  return tx.visit.findMany({
    where: { state: { in: ["ANNOUNCED", "CONFIRMED"] }, startsAt: { gt: now } },
    include: { facility: true, tour: { include: { members: { include: { staff: true }, orderBy: { staff: { displayName: "asc" } } } } } },
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
        crew: tour?.members.map(({ staff }) => staff.displayName) ?? [],
        visitCode,
      },
      uniqueKey: `visit-reminder:${id}:${civilDateOf(startsAt)}`,
      facilityId: visit.facilityId,
      visitId: id,
    },
  ];
}

async function parametersInForce(tx: Tx, date: CivilDate): Promise<ParameterValues> {
  const rows = await tx.legalParameter.findMany();
  return parametersOn(
    rows.map((row) => ({ ...row, key: row.key as ParameterKey, unit: row.unit as ParameterUnit, validFrom: civil(row.validFromOn), validUntil: civilOrNull(row.validUntilOn) })),
    date,
  );
}
