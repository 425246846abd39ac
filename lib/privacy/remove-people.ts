/** Rosters, accounts, the city's own people, and whom to ask for in a facility. */
import { idList, stepOf, type Step } from "@/lib/privacy/steps";
import { Prisma } from "@/prisma/generated/client/client";

/** Left, or not confirmed for so long; a person with a case waits until that is gone, one whose data must be kept until that is lifted. Facts about care and custody go with the person. */
export const roster: Step = stepOf(
  "roster",
  ({ today, confirmedBefore }) => Prisma.sql`
    SELECT p."id" FROM "Resident" p WHERE p."restrictedAt" IS NULL AND (p."goneOn" < ${today}::date OR p."confirmedAt" < ${confirmedBefore})
    AND NOT EXISTS (SELECT 1 FROM "Case" c WHERE c."residentId" = p."id" AND c."state" <> 'DRAFT')`,
  async ({ tx }, ids) => {
    const drafts: Prisma.CaseWhereInput = { residentId: { in: [...ids] }, state: "DRAFT" };
    await tx.visitRequest.updateMany({ where: { cases: { some: drafts } }, data: { version: { increment: 1 } } });
    await tx.case.deleteMany({ where: drafts });
    await tx.resident.deleteMany({ where: { id: { in: [...ids] } } });
  },
);

/** Who was on a tour, and who left what as it was there; tour and visit stay without them. */
export const crew: Step = stepOf(
  "crew",
  ({ crewOnBefore }) => Prisma.sql`
    SELECT t."id" FROM "Tour" t WHERE t."tourOn" < ${crewOnBefore}::date AND (EXISTS (SELECT 1 FROM "TourMember" m WHERE m."tourId" = t."id")
    OR EXISTS (SELECT 1 FROM "Reservation" b WHERE b."tourId" = t."id" AND b."staffId" IS NOT NULL) OR EXISTS (SELECT 1 FROM "LeftFinding" l WHERE l."tourId" = t."id"))`,
  async ({ tx }, ids) => {
    await tx.leftFinding.deleteMany({ where: { tourId: { in: [...ids] } } });
    await tx.tourMember.deleteMany({ where: { tourId: { in: [...ids] } } });
    await tx.reservation.deleteMany({ where: { tourId: { in: [...ids] }, staffId: { not: null } } });
  },
);

export const absences: Step = stepOf(
  "absence",
  ({ absenceBefore }) => Prisma.sql`SELECT b."id" FROM "Reservation" b WHERE b."purpose" = 'ABSENCE' AND b."staffId" IS NOT NULL AND b."endsAt" < ${absenceBefore}`,
  ({ tx }, ids) => tx.reservation.deleteMany({ where: { id: { in: [...ids] } } }),
);

/** No longer active, and no tour and no absence of theirs is left. */
export const staff: Step = stepOf(
  "staff",
  () => Prisma.sql`
    SELECT s."id" FROM "StaffMember" s WHERE NOT s."isActive" AND NOT EXISTS (SELECT 1 FROM "TourMember" m WHERE m."staffId" = s."id")
    AND NOT EXISTS (SELECT 1 FROM "Reservation" b WHERE b."staffId" = s."id") AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."staffId" = s."id" AND u."disabledAt" IS NULL)`,
  async ({ tx }, ids) => {
    await tx.training.deleteMany({ where: { staffId: { in: [...ids] } } });
    await tx.staffMember.deleteMany({ where: { id: { in: [...ids] } } });
  },
);

export const accounts: Step = stepOf(
  "account",
  ({ accountBefore }) => Prisma.sql`SELECT u."id" FROM "User" u WHERE u."disabledAt" < ${accountBefore}`,
  async ({ tx }, ids) => {
    const userId = { in: [...ids] };
    await tx.session.deleteMany({ where: { userId } });
    await tx.loginCode.deleteMany({ where: { userId } });
    await tx.formEcho.deleteMany({ where: { userId } });
    await tx.submission.deleteMany({ where: { userId } });
    await tx.membership.deleteMany({ where: { userId } });
    await tx.user.deleteMany({ where: { id: userId } });
  },
);

/** A facility that is no longer active, has no account any more, and for so long neither asked for nor had a visit. Name and place stay for the figures. */
export const contacts: Step = stepOf(
  "contact",
  ({ accountBefore }) => Prisma.sql`
    SELECT f."id" FROM "Facility" f LEFT JOIN "SiteSheet" s ON s."facilityId" = f."id"
    WHERE NOT f."isActive" AND f."createdAt" < ${accountBefore} AND (concat(f."contactName", f."contactPhone", f."contactEmail", s."room", s."parking", s."accessNote") <> '')
    AND NOT EXISTS (SELECT 1 FROM "VisitRequest" r WHERE r."facilityId" = f."id" AND greatest(r."createdAt", r."sentAt", r."closedAt") >= ${accountBefore})
    AND NOT EXISTS (SELECT 1 FROM "Visit" v WHERE v."facilityId" = f."id" AND greatest(v."createdAt", v."endsAt") >= ${accountBefore})`,
  async ({ tx }, ids) => {
    await tx.facility.updateMany({ where: { id: { in: [...ids] } }, data: { contactName: "", contactPhone: "", contactEmail: "" } });
    await tx.siteSheet.updateMany({ where: { facilityId: { in: [...ids] } }, data: { room: "", parking: "", accessNote: "" } });
  },
);

export const closures: Step = stepOf(
  "closure",
  ({ crewOnBefore }) => Prisma.sql`SELECT d."id" FROM "Closure" d WHERE d."untilOn" < ${crewOnBefore}::date`,
  ({ tx }, ids) => tx.$executeRaw`DELETE FROM "Closure" WHERE "id" = ANY(${idList(ids)})`,
);
