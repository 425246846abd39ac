import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { PageLayout } from "@/app/_ui/page-layout";
import { page } from "@/app/_shell/page";
import { directory } from "@/lib/directory/queries";
import { formatDate } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { office } from "@/lib/messages/office";

const words = office.facilities;
export const metadata = { title: words.title };

export default page("office.facilities.view", async ({ scope, notice }) => {
  const lines = await directory(scope);
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide" actions={<ButtonLink href="/office/demand" variant="secondary">{words.demand}</ButtonLink>}>
      <DataTable
        caption={words.caption}
        hideCaption
        isDense
        columns={[
          { key: "name", label: words.name },
          { key: "kind", label: words.kind },
          { key: "district", label: words.district },
          { key: "contact", label: words.contact },
          { key: "people", label: words.people },
          { key: "open", label: words.open, isNumeric: true },
          { key: "toPlan", label: words.toPlan, isNumeric: true },
          { key: "last", label: words.lastVisit },
        ]}
        rows={lines.map((line) => ({
          id: line.id,
          cells: {
            name: line.name,
            kind: labels.facilityKind[line.kind],
            district: labels.district[line.district],
            contact: `${line.contactName}, ${line.contactPhone}`,
            people: words.accounts(line.accounts, line.leads),
            open: String(line.openRequests),
            toPlan: String(line.visitsToPlan),
            last: line.lastVisitOn ? formatDate(line.lastVisitOn) : words.never,
          },
        }))}
      />
    </PageLayout>
  );
});
