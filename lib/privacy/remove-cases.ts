/** Cases with their appointments, and what was written about requests and visits. */
import { closeRequestIfDone } from "@/lib/cases/commands";
import { keepFigures } from "@/lib/privacy/figures";
import { heldRequest, idList, restrictedPeople, stepOf, type Step } from "@/lib/privacy/steps";
import type { Deadlines } from "@/lib/retention/rules";
import { Prisma } from "@/prisma/generated/client/client";

/** By a hold on the request or the case, or because the person's data must be kept (Art. 18 GDPR). */
const HELD_CASE = (today: string): Prisma.Sql => Prisma.sql`(${heldRequest(Prisma.sql`c."requestId"`, Prisma.sql`c."id"`, today)} OR c."residentId" IN (${restrictedPeople}))`;

/**
 * R63: closed for the period; or never closed, and the last visit is longer ago than the cap, or, where nobody ever decided or planned anything, the sending. An appointment
 * that is still to come counts as a visit.
 */
function pastCases({ closedBefore, lastVisitBefore }: Deadlines): Prisma.Sql {
  return Prisma.sql`(c."closedAt" < ${closedBefore} OR (c."state" <> 'DRAFT' AND coalesce((
    SELECT max(greatest(a."outcomeAt", v."endsAt", CASE WHEN a."outcome" IS NULL THEN v."createdAt" END))
    FROM "Appointment" a JOIN "Visit" v ON v."id" = a."visitId" WHERE a."caseId" = c."id" AND a."removedAt" IS NULL),
    (SELECT r."sentAt" FROM "VisitRequest" r WHERE r."id" = c."requestId")) < ${lastVisitBefore}))`;
}

export const cases: Step = stepOf(
  "case",
  (deadlines) => Prisma.sql`SELECT c."id" FROM "Case" c WHERE ${pastCases(deadlines)} AND NOT ${HELD_CASE(deadlines.today)}`,
  async ({ tx, now }, ids) => {
    await tx.$executeRaw`SELECT "id" FROM "Case" WHERE "id" = ANY(${idList(ids)}) ORDER BY "id" FOR UPDATE`;
    await keepFigures(tx, ids);
    const open = await tx.case.findMany({ where: { id: { in: [...ids] }, state: { not: "CLOSED" } }, select: { requestId: true } });
    await tx.appointment.deleteMany({ where: { caseId: { in: [...ids] } } });
    await tx.case.deleteMany({ where: { id: { in: [...ids] } } });
    const requestIds = [...new Set(open.map((one) => one.requestId))];
    for (const requestId of requestIds) await closeRequestIfDone(tx, now, requestId);
    // Nobody decided it, and nobody is left in it: it ends without a decision.
    await tx.visitRequest.updateMany({ where: { id: { in: requestIds }, state: { in: ["SENT", "QUESTIONED"] }, cases: { none: {} } }, data: { state: "CLOSED", closedAt: now, version: { increment: 1 } } });
  },
  (deadlines) => Prisma.sql`SELECT c."id" FROM "Case" c WHERE ${pastCases(deadlines)} AND ${HELD_CASE(deadlines.today)}`,
);

const endedRequests = ({ closedBefore }: Deadlines): Prisma.Sql => Prisma.sql`
  r."state" IN ('DECLINED', 'WITHDRAWN', 'CLOSED') AND coalesce(r."closedAt", r."decidedAt", r."sentAt", r."createdAt") < ${closedBefore} AND (r."facilityNoteSealed" IS NOT NULL OR r."officeNoteSealed" IS NOT NULL)`;

/** What facility and office wrote to each other goes once no case of the request is left. The row itself names nobody and stays. */
export const requestNotes: Step = stepOf(
  "request",
  (deadlines) => Prisma.sql`
    SELECT r."id" FROM "VisitRequest" r WHERE ${endedRequests(deadlines)} AND NOT EXISTS (SELECT 1 FROM "Case" c WHERE c."requestId" = r."id")
    AND NOT ${heldRequest(Prisma.sql`r."id"`, Prisma.sql`h."caseId"`, deadlines.today)}`,
  ({ tx }, ids) => tx.visitRequest.updateMany({ where: { id: { in: [...ids] } }, data: { facilityNoteSealed: null, officeNoteSealed: null } }),
  (deadlines) => Prisma.sql`SELECT r."id" FROM "VisitRequest" r WHERE ${endedRequests(deadlines)} AND ${heldRequest(Prisma.sql`r."id"`, Prisma.sql`h."caseId"`, deadlines.today)}`,
);

/** A draft that nobody has sent for so long. */
export const drafts: Step = stepOf(
  "draft",
  ({ lastVisitBefore }) => Prisma.sql`SELECT r."id" FROM "VisitRequest" r WHERE r."state" = 'DRAFT' AND r."createdAt" < ${lastVisitBefore}
    AND NOT EXISTS (SELECT 1 FROM "Case" c WHERE c."requestId" = r."id" AND c."residentId" IN (${restrictedPeople}))`,
  async ({ tx }, ids) => {
    await tx.case.deleteMany({ where: { requestId: { in: [...ids] } } });
    await tx.visitRequest.deleteMany({ where: { id: { in: [...ids] } } });
  },
);

/** Done for the period, called off for the period, or long past whatever its state says; with a note in it. */
const overVisits = ({ closedBefore, lastVisitBefore }: Deadlines): Prisma.Sql => Prisma.sql`
  (v."internalNoteSealed" IS NOT NULL OR v."crewNoteSealed" IS NOT NULL) AND (
    (v."state" IN ('DONE', 'CANCELLED') AND coalesce(v."endsAt", v."createdAt") < ${closedBefore}) OR v."endsAt" < ${lastVisitBefore})`;
const heldVisit = (today: string): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "Appointment" a JOIN "Case" c ON c."id" = a."caseId" WHERE a."visitId" = v."id" AND ${HELD_CASE(today)})`;

export const visitNotes: Step = stepOf(
  "visit",
  (deadlines) => Prisma.sql`SELECT v."id" FROM "Visit" v WHERE ${overVisits(deadlines)} AND NOT ${heldVisit(deadlines.today)}`,
  ({ tx }, ids) => tx.visit.updateMany({ where: { id: { in: [...ids] } }, data: { internalNoteSealed: null, crewNoteSealed: null } }),
  (deadlines) => Prisma.sql`SELECT v."id" FROM "Visit" v WHERE ${overVisits(deadlines)} AND ${heldVisit(deadlines.today)}`,
);
