import type { Person } from "@/lib/auth/types";
import { facilityFilter } from "@/lib/auth/scope";
import { renewDeadlines } from "@/lib/cases/commands";
import { sealFor } from "@/lib/crypto/columns";
import { civil } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { forecastsOf } from "@/lib/releases/queries";
import { currentKind, unchangedRefusal } from "@/lib/releases/rules";
import type { MoveReleaseInput } from "@/lib/releases/schema";
import type { ForecastContent } from "@/lib/releases/types";
import { custodyOf } from "@/lib/residents/queries";
import { dateRefusals } from "@/lib/residents/rules";
import { civilDateOf } from "@/lib/time/calendar";

/**
 * R09: states another release of somebody in the own prison, keeps the one before in the history, and moves the deadlines of what is asked for. Booked visits show in the office's
 * review queue by themselves. Refuses a day that cannot be true, the same forecast once more, and an outdated form.
 */
export async function moveRelease(actor: Person, input: MoveReleaseInput): Promise<Outcome<{ readonly id: string; readonly forecastId: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    await tx.$executeRaw`SELECT id FROM "Resident" WHERE id = ${input.id}::uuid FOR NO KEY UPDATE`;
    const row = await tx.resident.findFirst({ where: { id: input.id, goneOn: null, restrictedAt: null, facility: { kind: "PRISON" }, ...facilityFilter(scope) }, include: { custody: true } });
    const custody = row && custodyOf(row.custody);
    if (!row || !custody || scope.reach !== "facility") return refused({ code: "notFound" });
    if (row.version !== input.version) return refused({ code: "stale" });
    const stated = { ...custody, releaseOn: input.releaseOn };
    const before = { releaseOn: custody.releaseOn, kind: currentKind(await forecastsOf(tx, row.id)) };
    const refusal = dateRefusals({ bornOn: civil(row.bornOn), custody: stated }, civilDateOf(now))[0] ?? unchangedRefusal(before, { releaseOn: input.releaseOn, kind: input.kind });
    if (refusal) return refused(refusal);
    await tx.residentCustody.update({ where: { residentId: row.id }, data: { sealed: sealFor("ResidentCustody.sealed", row.id, stated) } });
    await tx.resident.update({ where: { id: row.id }, data: { confirmedAt: now, version: { increment: 1 } } });
    const forecastId = await noteForecast(tx, now, row.id, scope.userId, { from: custody.releaseOn, to: input.releaseOn, kind: input.kind });
    await renewDeadlines(tx, row.id);
    return carriedOut({ id: row.id, forecastId }, { audit: [{ action: "releaseMoved", subject: { kind: "resident", id: row.id }, facilityId: row.facilityId }], mails: [] });
  });
}

/** Keeps in the history that a release was stated, part of the change that states it. Answers the entry's id. */
export async function noteForecast(tx: Tx, now: Date, residentId: string, statedById: string | null, content: ForecastContent): Promise<string> {
  const id = newId(now);
  await tx.releaseForecast.create({ data: { id, residentId, statedById, statedAt: now, sealed: sealFor("ReleaseForecast.sealed", id, content) } });
  return id;
}
