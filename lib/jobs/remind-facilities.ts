import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { Tx } from "@/lib/db/client";
import { reminderDueOn } from "@/lib/demand/rules";
import { REMIND_FROM_MINUTES } from "@/lib/jobs/remind-visits";
import { orderMails } from "@/lib/mail/order";
import type { MailDraft } from "@/lib/mail/types";
import { civilDateOf, minutesOf } from "@/lib/time/calendar";

const portal = scopeOf({ kind: "system", job: "remindFacilities" });

/** Orders the yearly word to houses that have asked for nothing. */
export async function remindFacilities(): Promise<void> {
  await inScope(portal, async (tx) => orderYearlyReminders(tx, await databaseNow(tx)));
}

/** The key names the house and the full year, so that a house gets one mail a year; when it asks, its year begins anew. */
export async function orderYearlyReminders(tx: Tx, now: Date): Promise<void> {
  if (minutesOf(now) < REMIND_FROM_MINUTES) return;
  const houses = await tx.facility.findMany({
    where: { isActive: true },
    select: { id: true, isActive: true, createdAt: true, contactEmail: true, contactName: true, requests: { where: { sentAt: { not: null } }, select: { sentAt: true }, orderBy: { sentAt: "desc" }, take: 1 } },
  });
  const mails = houses.flatMap(({ id, isActive, createdAt, contactEmail, contactName, requests }): MailDraft[] => {
    const lastAskedAt = requests[0]?.sentAt ?? null;
    const dueOn = reminderDueOn({ isActive, knownSinceOn: civilDateOf(createdAt), lastAskedOn: lastAskedAt && civilDateOf(lastAskedAt) }, civilDateOf(now));
    return dueOn ? [{ kind: "facility-reminder", to: { address: contactEmail, name: contactName }, facts: { path: "/facility" }, uniqueKey: `facility-reminder:${id}:${dueOn}`, facilityId: id }] : [];
  });
  await orderMails(tx, now, mails);
}
