import type { MailKind } from "@/emails/types";
import type { Scope } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { resendRefusal } from "@/lib/mail-orders/rules";
import type { DateMail, MailOrderLine, MailOrderPage, MailState } from "@/lib/mail-orders/types";
import { isDue } from "@/lib/mail/due";
import { mailErrorFrom } from "@/lib/mail/failures";
import { Prisma } from "@/prisma/generated/client/client";

export const MAILS_PER_PAGE = 25;

/** The mail log is the office's: addresses of every facility stand in it. */
export function seesMailLog(scope: Scope): boolean {
  return scope.reach === "office" || scope.reach === "system";
}

/** One page of the mail log, newest first. */
export async function listMailOrders(scope: Scope, { state, page }: { readonly state?: MailState; readonly page: number }): Promise<MailOrderPage> {
  if (!seesMailLog(scope)) return { lines: [], count: 0, page: 1, pageCount: 1 };
  return inScope(scope, async (tx) => {
    const where = state ? { state } : {};
    const count = await tx.mailOrder.count({ where });
    const pageCount = Math.max(1, Math.ceil(count / MAILS_PER_PAGE));
    const shown = Math.min(Math.max(1, page), pageCount);
    const rows = await tx.mailOrder.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: (shown - 1) * MAILS_PER_PAGE, take: MAILS_PER_PAGE, omit: SAID });
    return { lines: await linesOf(tx, rows), count, page: shown, pageCount };
  });
}

/** Every mail about one visit, oldest first. */
export async function mailsOfVisit(scope: Scope, visitId: string): Promise<readonly MailOrderLine[]> {
  if (!seesMailLog(scope)) return [];
  return inScope(scope, async (tx) => {
    const rows = await tx.mailOrder.findMany({ where: { visitId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], omit: SAID });
    return linesOf(tx, rows);
  });
}

/** How many seconds the mail that should have been tried first is overdue; 0 when none is. More than a minute means that no worker runs. */
export async function outboxLag(scope: Scope): Promise<number> {
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const rows = await tx.$queryRaw<{ since: Date | null }[]>`SELECT min(due."nextAttemptAt") AS since FROM "MailOrder" due WHERE ${isDue(now)}`;
    const since = rows[0]?.since ?? null;
    return since ? Math.floor((now.getTime() - since.getTime()) / 1000) : 0;
  });
}

/** The mails that told recipients the dates of these visits. */
export async function dateMailsOf(tx: Tx, visitIds: readonly string[]): Promise<readonly DateMail[]> {
  if (visitIds.length === 0) return [];
  const select = { visitId: true, toAddress: true, createdAt: true };
  return tx.mailOrder.findMany({ where: { visitId: { in: [...visitIds] }, calendar: { not: Prisma.DbNull } }, select });
}

/** The log does not show what a mail says. */
const SAID = { facts: true, calendar: true } as const;
type Row = Omit<Prisma.MailOrderGetPayload<Record<string, never>>, keyof typeof SAID>;

async function linesOf(tx: Tx, rows: readonly Row[]): Promise<readonly MailOrderLine[]> {
  const visitIds = rows.flatMap(({ visitId }) => visitId ?? []);
  const requestIds = rows.flatMap(({ requestId }) => requestId ?? []);
  const visits = await tx.visit.findMany({ where: { id: { in: visitIds } }, select: { id: true, reference: true } });
  const requests = await tx.visitRequest.findMany({ where: { id: { in: requestIds } }, select: { id: true, reference: true } });
  const references = new Map([...visits, ...requests].map(({ id, reference }) => [id, reference]));
  const dateMails = await dateMailsOf(tx, visitIds);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as MailKind,
    toName: row.toName,
    toAddress: row.toAddress,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    nextAttemptAt: row.state === "PENDING" ? row.nextAttemptAt : null,
    lastError: mailErrorFrom(row.lastError),
    reference: references.get(row.visitId ?? row.requestId ?? "") ?? null,
    visitId: row.visitId,
    requestId: row.requestId,
    facilityId: row.facilityId,
    canBeResent: resendRefusal(row, dateMails) === null,
  }));
}
