import { Prisma } from "@/prisma/generated/client/client";

/**
 * Which rows of "MailOrder" due may be sent now. A mail about a visit waits while an older one about the same visit to the same recipient is
 * pending, so that calendar entries arrive in their sequence.
 */
export function isDue(now: Date): Prisma.Sql {
  return Prisma.sql`due."state" = 'PENDING' AND due."nextAttemptAt" <= ${now} AND (due."lockedUntil" IS NULL OR due."lockedUntil" <= ${now})
    AND NOT EXISTS (
      SELECT 1 FROM "MailOrder" older
      WHERE older."visitId" = due."visitId" AND older."toAddress" = due."toAddress" AND older."state" = 'PENDING'
        AND (older."createdAt", older."id") < (due."createdAt", due."id"))`;
}
