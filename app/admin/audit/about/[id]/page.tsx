import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DataTable } from "@/app/_ui/data-table";
import { PageLayout } from "@/app/_ui/page-layout";
import { page } from "@/app/_shell/page";
import { accessesTo } from "@/lib/audit/queries";
import { auditAccessWords as words, auditWords } from "@/lib/messages/audit";
import { formatDateTime } from "@/lib/messages/format";
import { roleLabels } from "@/lib/messages/roles";

export const metadata = { title: words.title };

export default page("admin.audit.view", async ({ actor, params, notice }) => {
  const accesses = await accessesTo(actor, params.id);
  if (!accesses || !params.id) notFound();
  return (
    <PageLayout title={words.title} lead={words.lead(params.id)} breadcrumb={[{ href: "/admin/audit", label: auditWords.title }]} notice={notice} width="wide">
      <DataTable
        caption={words.caption}
        columns={[
          { key: "who", label: words.who },
          { key: "role", label: words.role },
          { key: "views", label: words.views, isNumeric: true },
          { key: "changes", label: words.changes, isNumeric: true },
          { key: "lastAt", label: words.lastAt },
        ]}
        rows={accesses.map(({ userId, name, role, views, changes, lastAt }) => ({
          id: `${userId} ${role}`,
          cells: {
            who: userId === null ? auditWords.portal : (name ?? auditWords.unknownUser),
            role: role && roleLabels[role],
            views: String(views),
            changes: String(changes),
            lastAt: formatDateTime(lastAt),
          },
        }))}
      />
      <ButtonRow>
        <ButtonLink href={`/admin/audit?about=${params.id}`} variant="secondary">{words.entries}</ButtonLink>
      </ButtonRow>
    </PageLayout>
  );
});
