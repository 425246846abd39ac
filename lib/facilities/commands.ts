import type { Actor } from "@/lib/auth/types";
import { carriedOut, transact } from "@/lib/db/transact";
import { hoursRefusal } from "@/lib/facilities/rules";
import type { ChangeSiteInput, ConfirmSiteInput } from "@/lib/facilities/schema";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

/** Changes contact and site sheet of the own house and confirms both. Refuses visit hours that end before they begin, and an outdated form. */
export async function changeSite(actor: Actor, input: ChangeSiteInput): Promise<Outcome<{ readonly id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const facilityId = scope.facilityId;
    if (!facilityId) return refused({ code: "notFound" });
    await tx.$executeRaw`SELECT id FROM "Facility" WHERE id = ${facilityId}::uuid FOR NO KEY UPDATE`;
    const facility = await tx.facility.findUnique({ where: { id: facilityId } });
    if (!facility) return refused({ code: "notFound" });
    if (facility.version !== input.version) return refused({ code: "stale" });
    const refusal = hoursRefusal(input);
    if (refusal) return refused(refusal);
    const { contactName, contactPhone, contactEmail } = input;
    await tx.facility.update({ where: { id: facilityId }, data: { contactName, contactPhone, contactEmail, version: { increment: 1 } } });
    const { room, hasTable, hasSocket, hasPhotoSpace, hasStepFreeWay, mobileReception, parking, accessNote, visitsFrom, visitsUntil } = input;
    const gateMinutes = facility.kind === "PRISON" ? input.gateMinutes : 0;
    const sheet = { room, hasTable, hasSocket, hasPhotoSpace, hasStepFreeWay, mobileReception, parking, accessNote, gateMinutes, visitsFrom, visitsUntil, confirmedAt: now };
    await tx.siteSheet.upsert({ where: { facilityId }, create: { facilityId, ...sheet }, update: { ...sheet, version: { increment: 1 } } });
    return carriedOut({ id: facilityId }, { audit: [{ action: "siteSheetChanged", subject: { kind: "facility", id: facilityId }, facilityId }], mails: [] });
  });
}

/** The house says that contact and site sheet still hold, as the page showed them. Refuses an outdated page; without a site sheet there is nothing to confirm. */
export async function confirmSite(actor: Actor, input: ConfirmSiteInput): Promise<Outcome<{ readonly id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const facilityId = scope.facilityId;
    if (!facilityId) return refused({ code: "notFound" });
    await tx.$executeRaw`SELECT id FROM "Facility" WHERE id = ${facilityId}::uuid FOR NO KEY UPDATE`;
    const facility = await tx.facility.findUnique({ where: { id: facilityId }, select: { version: true } });
    if (facility && facility.version !== input.version) return refused({ code: "stale" });
    const { count } = await tx.siteSheet.updateMany({ where: { facilityId }, data: { confirmedAt: now } });
    if (count === 0) return refused({ code: "notFound" });
    return carriedOut({ id: facilityId }, { audit: [{ action: "siteSheetConfirmed", subject: { kind: "facility", id: facilityId }, facilityId }], mails: [] });
  });
}
