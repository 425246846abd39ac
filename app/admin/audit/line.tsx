import { DataTable } from "@/app/_ui/data-table";
import { TextLink } from "@/app/_ui/text-link";
import { actionOf } from "@/app/_shell/registry";
import type { AuditLine } from "@/lib/audit/queries";
import { auditActionLabels, auditSubjectLabels, auditWords as words } from "@/lib/messages/audit";
import { auditCodeWords, auditDetailLabels, auditValueWords as values, doorLabels, permissionLabels } from "@/lib/messages/audit-details";
import { formatDateNumeric, formatDateTime } from "@/lib/messages/format";
import { roleLabels } from "@/lib/messages/roles";

/** Who acted, as the log's pages say it: the account of today, or the portal itself. */
export function actorText({ actorUserId, actorName, actorRole }: Pick<AuditLine, "actorUserId" | "actorName" | "actorRole">): string {
  if (actorUserId === null) return words.portal;
  return [actorName ?? words.unknownUser, actorRole && roleLabels[actorRole]].filter(Boolean).join(", ");
}

/** The values of an entry with words of ours beside them; ids stay ids. */
export function detailsOf({ details }: Pick<AuditLine, "details">): readonly { readonly term: string; readonly value: string }[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => ({ term: (auditDetailLabels as Words)[name] ?? name, value: auditValueText(name, value) }));
}

type Words = Readonly<Record<string, string>>;

/** What an entry says under a name. Entries of years ago may carry a code that no longer exists; it stays as it is. */
export function auditValueText(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? values.yes : values.no;
  if (Array.isArray(value)) return value.join(" ");
  const text = String(value);
  if (name === "place") return placeText(text);
  if (name === "from" && /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}Z$/.test(text)) return formatDateTime(new Date(text));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDateNumeric(text);
  return (auditCodeWords as Readonly<Record<string, Words>>)[name]?.[text] ?? text;
}

/** Where somebody was refused: at a page, at a form, at the front door. */
function placeText(place: string): string {
  const permission = (permissionLabels as Words)[place];
  if (permission) return permission;
  const action = actionOf(place);
  if (action) return action.permission === "public" ? values.openForm : values.form(permissionLabels[action.permission]);
  return doorLabels[place] ?? place;
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
