import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/db/client";
import type { MailDraft } from "@/lib/mail/types";
import { Prisma } from "@/prisma/generated/client/client";

/** Stores the mails that a change causes, in its transaction. The Message-ID is fixed here, so that every attempt to send carries the same. */
export async function orderMails(tx: Tx, now: Date, drafts: readonly MailDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const host = new URL(env().origin).hostname;
  await tx.mailOrder.createMany({
    skipDuplicates: true,
    data: drafts.map((draft) => ({
      uniqueKey: draft.uniqueKey ?? null,
      kind: draft.kind,
      toAddress: draft.to.address,
      toName: draft.to.name,
      facts: draft.facts as unknown as Prisma.InputJsonObject,
      calendar: draft.calendar ? (draft.calendar as unknown as Prisma.InputJsonObject) : Prisma.DbNull,
      messageId: `<${randomUUID()}@${host}>`,
      facilityId: draft.facilityId ?? null,
      visitId: draft.visitId ?? null,
      requestId: draft.requestId ?? null,
      nextAttemptAt: now,
      createdAt: now,
    })),
  });
}
