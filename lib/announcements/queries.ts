import type { TourChange } from "@/emails/types";
import { tourChangesOf } from "@/lib/announcements/rules";
import type { Tx } from "@/lib/db/client";
import type { MailDraft, MailRecipient } from "@/lib/mail/types";
import { announcedVisitStates } from "@/lib/visits/types";

/** The addresses of members of a crew; who has no account, or a disabled one, gets no mail. */
export async function crewAddresses(tx: Tx, staffIds: readonly string[]): Promise<readonly MailRecipient[]> {
  const users = await tx.user.findMany({ where: { staffId: { in: [...staffIds] }, disabledAt: null }, select: { email: true, displayName: true }, orderBy: { id: "asc" } });
  return users.map(({ email, displayName }) => ({ address: email, name: displayName }));
}

/** A tour on which other visits stand than before, or at other times; whether a facility knew the date of the visit that came, moved or left. */
export type ChangedStops = { readonly tourId: string | null; readonly wasAnnounced: boolean };

/**
 * To the crews of tours whose visits a change has placed, moved or taken off: once for each tour and member, with its times as they are now. Nothing while no
 * facility knows a date on the tour; until then it is still being put together. Asked after the change, as somebody who may see crews.
 */
export async function changedStopsMails(tx: Tx, changes: readonly ChangedStops[], change: TourChange = "VISITS"): Promise<readonly MailDraft[]> {
  const isOn = { state: { in: [...announcedVisitStates] } };
  const tours = await tx.tour.findMany({
    where: { id: { in: changes.flatMap(({ tourId }) => tourId ?? []) } },
    select: { id: true, reference: true, departsAt: true, returnsAt: true, members: { select: { staffId: true } }, visits: { where: isOn, select: { id: true }, take: 1 } },
    orderBy: { id: "asc" },
  });
  const mails: MailDraft[] = [];
  for (const { members, visits, ...tour } of tours) {
    const isKnown = visits.length > 0 || changes.some(({ tourId, wasAnnounced }) => tourId === tour.id && wasAnnounced);
    if (isKnown) mails.push(...tourChangesOf(tour, change, await crewAddresses(tx, members.map(({ staffId }) => staffId))));
  }
  return mails;
}
