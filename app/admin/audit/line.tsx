import { DataTable } from "@/app/_ui/data-table";
import { TextLink } from "@/app/_ui/text-link";
import type { AuditLine } from "@/lib/audit/queries";
import { auditActionLabels, auditDetailLabels, auditGroupLabels, auditSubjectLabels, auditWords as words, refusalReasonLabels } from "@/lib/messages/audit";
import { formatDateTime } from "@/lib/messages/format";
import { roleLabels } from "@/lib/messages/roles";

/** Who acted, as the log's pages say it: the account of today, or the portal itself. */
export function actorText({ actorUserId, actorName, actorRole }: Pick<AuditLine, "actorUserId" | "actorName" | "actorRole">): string {
  if (actorUserId === null) return words.portal;
  return [actorName ?? words.unknownUser, actorRole && roleLabels[actorRole]].filter(Boolean).join(", ");
}

/** The values of an entry as they are on record, with words of ours beside them. */
export function detailsOf({ details }: Pick<AuditLine, "details">): readonly { readonly term: string; readonly value: string }[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => ({ term: auditDetailLabels[name] ?? name, value: valueText(name, value) }));
}

const WORDS_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reason: refusalReasonLabels,
  kind: { ...auditActionLabels, ...auditGroupLabels },
  subject: auditSubjectLabels,
  role: roleLabels,
};

function valueText(name: string, value: unknown): string {
  return WORDS_OF[name]?.[String(value)] ?? (Array.isArray(value) ? value.join(" ") : String(value));
}

/** Entries as a table; the time leads to the entry. */
export function AuditTable({ lines, caption }: { readonly lines: readonly AuditLine[]; readonly caption: string }) {
  return (
    <DataTable
      caption={caption}
      isDense
      columns={[
        { key: "at", label: words.at },
        { key: "action", label: words.action },
        { key: "who", label: words.who },
        { key: "subject", label: words.subject },
        { key: "facility", label: words.facility },
        { key: "details", label: words.details },
      ]}
      rows={lines.map((line) => ({
        id: line.id,
        cells: {
          at: <TextLink href={`/admin/audit/${line.id}`}>{formatDateTime(line.at)}</TextLink>,
          action: auditActionLabels[line.action],
          who: actorText(line),
          subject: line.subjectId ? <TextLink href={`/admin/audit/about/${line.subjectId}`}>{`${auditSubjectLabels[line.subjectKind]} …${line.subjectId.slice(-8)}`}</TextLink> : auditSubjectLabels[line.subjectKind],
          facility: line.facilityName,
          details: detailsOf(line).map(({ term, value }) => `${term}: ${value}`).join(", "),
        },
      }))}
    />
  );
}
