import { notFound } from "next/navigation";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { StatusTag } from "@/app/_ui/status-tag";
import { page } from "@/app/_shell/page";
import { dataKeys } from "@/lib/crypto/queries";
import { formatDateTime } from "@/lib/messages/format";
import { keyPage as words } from "@/lib/messages/keys";

export const metadata = { title: words.title };

export default page("admin.keys.view", async ({ scope, notice }) => {
  const keys = await dataKeys(scope);
  if (!keys) notFound();
  const left = keys.filter(({ use }) => use === "OPENS").reduce((sum, { values }) => sum + values, 0);
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice}>
      {keys.length === 0 ? (
        <EmptyState text={words.none} />
      ) : (
        <DataTable
          caption={words.caption}
          columns={[
            { key: "id", label: words.id },
            { key: "use", label: words.use },
            { key: "values", label: words.values, isNumeric: true },
            { key: "countedAt", label: words.countedAt },
          ]}
          rows={keys.map(({ id, use, values, countedAt }) => ({
            id,
            cells: { id, use: <StatusTag size="small" tone={use === "SEALS" ? "success" : "neutral"} label={words.uses[use]} />, values: String(values), countedAt: formatDateTime(countedAt) },
          }))}
        />
      )}
      {keys.length === 0 ? null : <p>{left > 0 ? words.left(left) : words.allCurrent}</p>}
    </PageLayout>
  );
});
