import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { page } from "@/app/_shell/page";
import { expectedDemand } from "@/lib/demand/queries";
import { forecastOf } from "@/lib/demand/rules";
import type { DistrictDemand } from "@/lib/demand/types";
import { formatMonthNumeric } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { office } from "@/lib/messages/office";
import { civilDateOf } from "@/lib/time/calendar";

const words = office.demand;
export const metadata = { title: words.title };

export default page("office.demand.view", async ({ scope, now, notice }) => {
  const demand = await expectedDemand(scope, now);
  const months = forecastOf(civilDateOf(now));
  const districts = [...new Set(demand.map(({ district }) => district))].sort((one, other) => labels.district[one].localeCompare(labels.district[other], "de"));
  const breadcrumb = [{ href: "/office/facilities", label: office.facilities.title }];
  const row = (id: string, name: string, some: readonly DistrictDemand[]) => ({
    id,
    cells: { district: name, total: String(sumOf(some)), ...Object.fromEntries(months.map((month) => [month, String(sumOf(some.filter((one) => one.month === month)))])) },
  });
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide" breadcrumb={breadcrumb}>
      {demand.length === 0 ? (
        <EmptyState text={words.empty} />
      ) : (
        <DataTable
          caption={words.caption}
          hideCaption
          isDense
          columns={[
            { key: "district", label: words.district },
            { key: "total", label: words.total, isNumeric: true },
            ...months.map((month) => ({ key: month, label: formatMonthNumeric(month), isNumeric: true })),
          ]}
          rows={[...districts.map((district) => row(district, labels.district[district], demand.filter((one) => one.district === district))), { ...row("city", words.city, demand), isMarked: true }]}
        />
      )}
      <Section title={words.howTitle}>
        <p>{words.how}</p>
      </Section>
    </PageLayout>
  );
});

function sumOf(some: readonly DistrictDemand[]): number {
  return some.reduce((sum, { count }) => sum + count, 0);
}
