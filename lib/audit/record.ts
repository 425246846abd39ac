import type { Actor } from "@/lib/auth/types";
import type { AuditDraft } from "@/lib/audit/types";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/prisma/generated/client/client";

/** Appends audit entries in the transaction of what they report. If they cannot be written, the change does not happen. */
export async function recordAudit(tx: Tx, actor: Actor, now: Date, drafts: readonly AuditDraft[]): Promise<void> {
  await tx.auditEntry.createMany({
    data: drafts.map((draft) => ({
      at: now,
      action: draft.action,
      actorUserId: actor.kind === "person" ? actor.userId : null,
      actorRole: actor.kind === "person" ? actor.role : null,
      subjectKind: draft.subject.kind,
      subjectId: draft.subject.id,
      subjectIds: aboutOf(draft),
      facilityId: draft.facilityId ?? null,
      details: (draft.details ?? {}) as Prisma.InputJsonObject,
    })),
  });
}

/** Everybody and everything that an entry is about, each once. */
export function aboutOf({ subject, alsoAbout = [] }: AuditDraft): string[] {
  return [...new Set([...(subject.id === null ? [] : [subject.id]), ...alsoAbout])];
}
