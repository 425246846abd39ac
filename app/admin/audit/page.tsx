import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Pagination } from "@/app/_ui/pagination";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { withQuery } from "@/app/_shell/current";
import { page } from "@/app/_shell/page";
import { auditLog, type AuditLine } from "@/lib/audit/queries";
import { AUDIT_ACTIONS } from "@/lib/audit/types";
import { auditActionLabels, auditSubjectLabels, auditWords as words } from "@/lib/messages/audit";
import { formatDateTime } from "@/lib/messages/format";
import { roleLabels } from "@/lib/messages/roles";

export const metadata = { title: words.title };

export default page("admin.audit.view", async ({ actor, query, path, notice }) => {
  const action = AUDIT_ACTIONS.find((one) => one === query.action) ?? null;
  const wanted = Number(query.page);
  const pageNumber = Number.isSafeInteger(wanted) && wanted > 0 ? Math.min(wanted, 100_000) : 1;
  const log = await auditLog(actor, { action, page: pageNumber });
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      <form method="get" action="/admin/audit" className="bk-form bk-form--filter">
        <SelectField
          echo={null}
          hideOptional
          name="action"
          label={words.filter}
          emptyLabel={words.all}
          defaultValue={action ?? ""}
          options={AUDIT_ACTIONS.map((value) => ({ value, label: auditActionLabels[value] }))}
        />
        <SubmitButton variant="secondary">{words.show}</SubmitButton>
      </form>
      {log.lines.length === 0 ? (
        <EmptyState text={words.empty} />
      ) : (
        <DataTable
          caption={words.caption}
          isDense
          columns={[
            { key: "at", label: words.at },
            { key: "action", label: words.action },
            { key: "who", label: words.who },
            { key: "subject", label: words.subject },
            { key: "facility", label: words.facility },
            { key: "details", label: words.details },
          ]}
          rows={log.lines.map((line) => ({
            id: line.id,
            cells: {
              at: formatDateTime(line.at),
              action: auditActionLabels[line.action],
              who: line.actorName ? `${line.actorName}${line.actorRole ? `, ${roleLabels[line.actorRole]}` : ""}` : words.portal,
              subject: `${auditSubjectLabels[line.subjectKind]}${line.subjectId ? ` ${line.subjectId.slice(-8)}` : ""}`,
              facility: line.facilityName,
              details: detailsOf(line),
            },
          }))}
        />
      )}
      <Pagination page={log.page} pageCount={log.pageCount} hrefOf={(number) => withQuery(path, { page: String(number) })} />
    </PageLayout>
  );
});

/** Ids and codes as they are on record. */
function detailsOf({ details }: AuditLine): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(" ") : String(value)}`)
    .join(", ");
}
