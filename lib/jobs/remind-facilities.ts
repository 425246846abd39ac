import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { Tx } from "@/lib/db/client";
import { reminderDueOn } from "@/lib/demand/rules";
import { confirmationDueOn } from "@/lib/facilities/rules";
import { REMIND_FROM_MINUTES } from "@/lib/jobs/remind-visits";
import { orderMails } from "@/lib/mail/order";
import type { MailDraft } from "@/lib/mail/types";
import { civilDateOf, minutesOf } from "@/lib/time/calendar";

const portal = scopeOf({ kind: "system", job: "remindFacilities" });

/** Orders the yearly word to houses that have asked for nothing, and to those that have not said for a year that their site sheet still holds. */
export async function remindFacilities(): Promise<void> {
  await inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    await orderYearlyReminders(tx, now);
    await orderConfirmationReminders(tx, now);
  });
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

/** The key names the house and the day from which it is asked, so that a house gets one mail until it has confirmed. */
export async function orderConfirmationReminders(tx: Tx, now: Date): Promise<void> {
  if (minutesOf(now) < REMIND_FROM_MINUTES) return;
  const houses = await tx.facility.findMany({ where: { isActive: true }, select: { id: true, createdAt: true, contactEmail: true, contactName: true, siteSheet: { select: { confirmedAt: true } } } });
  const mails = houses.flatMap(({ id, createdAt, contactEmail, contactName, siteSheet }): MailDraft[] => {
    const dueOn = confirmationDueOn(siteSheet?.confirmedAt ? civilDateOf(siteSheet.confirmedAt) : null, civilDateOf(createdAt));
    return dueOn <= civilDateOf(now) ? [{ kind: "site-reminder", to: { address: contactEmail, name: contactName }, facts: { path: "/facility/site" }, uniqueKey: `site-reminder:${id}:${dueOn}`, facilityId: id }] : [];
  });
  await orderMails(tx, now, mails);
}
