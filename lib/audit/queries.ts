import type { AuditAction, AuditSubject } from "@/lib/audit/types";
import { recordAudit } from "@/lib/audit/record";
import { scopeOf } from "@/lib/auth/scope";
import type { Person, Role } from "@/lib/auth/types";
import { databaseNow, inScope } from "@/lib/db/in-scope";

export const AUDIT_PER_PAGE = 50;

export type AuditLine = {
  readonly id: string;
  readonly at: Date;
  readonly action: AuditAction;
  readonly actorName: string | null;
  readonly actorRole: Role | null;
  readonly subjectKind: AuditSubject;
  readonly subjectId: string | null;
  readonly facilityName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};
export type AuditPage = { readonly lines: readonly AuditLine[]; readonly page: number; readonly pageCount: number };

/** Who did or read what, the newest first; only for the oversight pages. Looking at the log is itself on record. */
export async function auditLog(actor: Person, filter: { readonly action: AuditAction | null; readonly page: number }): Promise<AuditPage> {
  const scope = scopeOf(actor);
  if (scope.reach !== "oversight") return { lines: [], page: 1, pageCount: 0 };
  return inScope(scope, async (tx) => {
    const where = filter.action ? { action: filter.action } : {};
    const count = await tx.auditEntry.count({ where });
    const pageCount = Math.max(1, Math.ceil(count / AUDIT_PER_PAGE));
    const page = Math.min(filter.page, pageCount);
    const rows = await tx.auditEntry.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], skip: (page - 1) * AUDIT_PER_PAGE, take: AUDIT_PER_PAGE });
    const users = await tx.user.findMany({ where: { id: { in: rows.flatMap((row) => row.actorUserId ?? []) } }, select: { id: true, displayName: true } });
    const facilities = await tx.facility.findMany({ where: { id: { in: rows.flatMap((row) => row.facilityId ?? []) } }, select: { id: true, name: true } });
    const nameOf = new Map(users.map(({ id, displayName }) => [id, displayName]));
    const facilityOf = new Map(facilities.map(({ id, name }) => [id, name]));
    await recordAudit(tx, actor, await databaseNow(tx), [{ action: "auditViewed", subject: { kind: "audit", id: null }, details: { page, filter: filter.action } }]);
    return {
      page,
      pageCount,
      lines: rows.map((row) => ({
        id: row.id,
        at: row.at,
        action: row.action as AuditAction,
        actorName: row.actorUserId ? (nameOf.get(row.actorUserId) ?? null) : null,
        actorRole: row.actorRole,
        subjectKind: row.subjectKind as AuditSubject,
        subjectId: row.subjectId,
        facilityName: row.facilityId ? (facilityOf.get(row.facilityId) ?? null) : null,
        details: row.details as Record<string, unknown>,
      })),
    };
  });
}
