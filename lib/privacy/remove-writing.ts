/** Mails, the log, and the holds that kept something. */
import { removeAuditEntries } from "@/lib/audit/removal";
import { stepOf, type Step } from "@/lib/privacy/steps";
import { Prisma } from "@/prisma/generated/client/client";

/** What a mail said goes some days after it was sent or given up; that it was sent, when and to whom stays in the mail log. */
export const mailContents: Step = stepOf(
  "mailContent",
  ({ mailSaidBefore }) => Prisma.sql`
    SELECT m."id" FROM "MailOrder" m WHERE m."state" <> 'PENDING' AND m."contentRemovedAt" IS NULL AND coalesce(m."sentAt", m."createdAt") < ${mailSaidBefore}`,
  ({ tx, now }, ids) => tx.mailOrder.updateMany({ where: { id: { in: [...ids] } }, data: { facts: {}, calendar: Prisma.DbNull, contentRemovedAt: now } }),
);

export const mails: Step = stepOf(
  "mail",
  ({ lastVisitBefore }) => Prisma.sql`SELECT m."id" FROM "MailOrder" m WHERE m."state" <> 'PENDING' AND m."createdAt" < ${lastVisitBefore}`,
  ({ tx }, ids) => tx.mailOrder.deleteMany({ where: { id: { in: [...ids] } } }),
);

/** The log goes in whole segments of its chain, by the database's own function (decision 0007). */
export const auditEntries: Step = {
  dataClass: "audit",
  due: (tx, { auditBefore }) => tx.auditEntry.count({ where: { at: { lt: auditBefore } } }),
  remove: ({ tx, actor, now, deadlines }) => removeAuditEntries(tx, actor, now, deadlines.auditBefore),
};

export const holds: Step = stepOf(
  "hold",
  ({ auditBefore }) => Prisma.sql`SELECT h."id" FROM "DeletionHold" h WHERE h."endedAt" < ${auditBefore}`,
  ({ tx }, ids) => tx.deletionHold.deleteMany({ where: { id: { in: [...ids] } } }),
);
