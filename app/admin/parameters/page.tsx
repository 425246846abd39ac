import { DataTable } from "@/app/_ui/data-table";
import { PageLayout } from "@/app/_ui/page-layout";
import { StatusTag } from "@/app/_ui/status-tag";
import { page } from "@/app/_shell/page";
import { parameterUnits, type ParameterRow } from "@/lib/law/parameters";
import { parameterHistory } from "@/lib/law/queries";
import { admin, parameterLabels, parameterValue } from "@/lib/messages/admin";
import { parameterSource } from "@/lib/messages/parameter-sources";
import { formatDateNumeric } from "@/lib/messages/format";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

const words = admin.parameters;
export const metadata = { title: words.title };

export default page("admin.parameters.view", async ({ scope, now, notice }) => {
  const rows = await parameterHistory(scope);
  const today = civilDateOf(now);
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      <DataTable
        caption={words.caption}
        hideCaption
        isDense
        columns={[
          { key: "name", label: words.name },
          { key: "value", label: words.value, isNumeric: true },
          { key: "from", label: words.from },
          { key: "state", label: words.state },
          { key: "source", label: words.source },
        ]}
        rows={rows.map((row) => ({
          id: `${row.key}-${row.validFrom}`,
          cells: {
            name: parameterLabels[row.key],
            value: parameterValue(row.value, parameterUnits[row.key]),
            from: formatDateNumeric(row.validFrom),
            state: <State row={row} rows={rows} today={today} />,
            source: parameterSource(row),
          },
        }))}
      />
    </PageLayout>
  );
});

function State({ row, rows, today }: { readonly row: ParameterRow; readonly rows: readonly ParameterRow[]; readonly today: CivilDate }) {
  if (row.validFrom > today) return <StatusTag size="small" tone="info" label={words.future} />;
  const isFollowed = rows.some((other) => other.key === row.key && other.validFrom > row.validFrom && other.validFrom <= today);
  const isOver = isFollowed || (row.validUntil !== null && row.validUntil <= today);
  return <StatusTag size="small" tone={isOver ? "neutral" : "success"} label={isOver ? words.past : words.current} />;
}
