import type { AuditDraft, ViewKind } from "@/lib/audit/types";
import type { Seen } from "@/lib/audit/viewing";
import type { Role } from "@/lib/auth/types";
import { isId } from "@/lib/db/id";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/prisma/generated/client/client";

/** Who acts: a person in a role, or the portal itself. */
type RecordedActor = { readonly kind: "person"; readonly userId: string; readonly role: Role } | { readonly kind: "system" };

/** Appends audit entries in the transaction of what they report. If they cannot be written, the change does not happen. */
export async function recordAudit(tx: Tx, actor: RecordedActor, now: Date, drafts: readonly AuditDraft[]): Promise<void> {
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

/** Everybody and everything that an entry is about, each once: its subject, who else it says, and every id in its details. A look into the log is about the log alone. */
export function aboutOf({ subject, alsoAbout = [], details = {} }: AuditDraft): string[] {
  const named = subject.kind === "audit" ? [] : Object.values(details).flat().flatMap((value) => (typeof value === "string" && isId(value) ? [value] : []));
  return [...new Set([...(subject.id === null ? [] : [subject.id]), ...alsoAbout, ...named])];
}

/** The entry about a view. The path is kept as a route: what is no id and no word of ours does not belong into the log. */
export function viewOf(seen: Seen, action: ViewKind, path: string | null): AuditDraft {
  const persons = [...seen.persons].sort();
  const [facilityId = null, ...others] = seen.facilities;
  return {
    action,
    subject: { kind: "resident", id: persons.length === 1 ? persons[0]! : null },
    alsoAbout: persons,
    facilityId: others.length === 0 ? facilityId : null,
    details: { route: path && routeOf(path), persons: persons.length },
  };
}

function routeOf(path: string): string {
  const [pathname = ""] = path.split(/[?#]/);
  return pathname.split("/").map((part) => (/^[a-z0-9-]{0,40}$/.test(part) ? part : "*")).slice(0, 8).join("/");
}
