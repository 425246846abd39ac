import { ownFacilityFilter, type Scope } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { confirmationDueOn } from "@/lib/facilities/rules";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import type { District } from "@/lib/tours/types";

export type DirectoryLine = {
  readonly id: string;
  readonly name: string;
  readonly kind: "NURSING_HOME" | "PRISON";
  readonly district: District;
  readonly contactName: string;
  readonly contactPhone: string;
  /** Who lets people in and out of the house; empty where nobody does. */
  readonly leads: readonly string[];
  readonly accounts: number;
  readonly openRequests: number;
  readonly visitsToPlan: number;
  readonly lastVisitOn: CivilDate | null;
  /** When the house last said that contact and site sheet hold. */
  readonly confirmedOn: CivilDate | null;
  readonly isConfirmationDue: boolean;
};

/** Every facility that may ask for visits, by name, with what is open there. */
export async function directory(scope: Scope): Promise<readonly DirectoryLine[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx.facility.findMany({
      where: { isActive: true, ...ownFacilityFilter(scope) },
      include: {
        siteSheet: { select: { confirmedAt: true } },
        _count: { select: { requests: { where: { state: { in: ["SENT", "QUESTIONED"] } } }, visits: { where: { state: "TO_PLAN" } } } },
        memberships: { where: { endedAt: null }, select: { isLead: true, user: { select: { displayName: true } } }, orderBy: { createdAt: "asc" } },
        visits: { where: { state: "DONE" }, orderBy: { endsAt: "desc" }, take: 1, select: { endsAt: true } },
      },
      orderBy: { name: "asc" },
    });
    const today = civilDateOf(await databaseNow(tx));
    return rows.map((row) => {
      const confirmedOn = row.siteSheet?.confirmedAt ? civilDateOf(row.siteSheet.confirmedAt) : null;
      const endedAt = row.visits[0]?.endsAt ?? null;
      return {
        id: row.id,
        name: row.name,
        kind: row.kind,
        district: row.district,
        contactName: row.contactName,
        contactPhone: row.contactPhone,
        leads: row.memberships.flatMap(({ isLead, user }) => (isLead ? [user.displayName] : [])),
        accounts: row.memberships.length,
        openRequests: row._count.requests,
        visitsToPlan: row._count.visits,
        lastVisitOn: endedAt ? civilDateOf(endedAt) : null,
        confirmedOn,
        isConfirmationDue: confirmationDueOn(confirmedOn, civilDateOf(row.createdAt)) <= today,
      };
    });
  });
}
