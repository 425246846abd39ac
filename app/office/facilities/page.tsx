import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { PageLayout } from "@/app/_ui/page-layout";
import { StatusTag } from "@/app/_ui/status-tag";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { directory, type DirectoryLine } from "@/lib/directory/queries";
import { formatDate } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { office } from "@/lib/messages/office";

const words = office.facilities;
export const metadata = { title: words.title };

export default page("office.facilities.view", async ({ scope, query, notice }) => {
  const all = await directory(scope);
  const due = all.filter(({ isConfirmationDue }) => isConfirmationDue);
  const isOnlyDue = query.show === "due";
  const lines = isOnlyDue ? due : all;
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide" actions={<ButtonLink href="/office/demand" variant="secondary">{words.demand}</ButtonLink>}>
      <p>
        {isOnlyDue ? words.dueOnly(due.length) : words.dueAll(due.length)}{" "}
        {isOnlyDue ? <TextLink href="/office/facilities">{words.showAll}</TextLink> : due.length > 0 ? <TextLink href="/office/facilities?show=due">{words.showDue}</TextLink> : null}
      </p>
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
          { key: "confirmed", label: words.confirmed },
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
            confirmed: <Confirmed line={line} />,
            last: line.lastVisitOn ? formatDate(line.lastVisitOn) : words.never,
          },
        }))}
      />
    </PageLayout>
  );
});

/** When the house last confirmed its data; marked where it has been asked to again. */
function Confirmed({ line: { confirmedOn, isConfirmationDue } }: { readonly line: DirectoryLine }) {
  return (
    <>
      {confirmedOn ? formatDate(confirmedOn) : words.neverConfirmed} {isConfirmationDue ? <StatusTag tone="warning" label={words.isDue} size="small" /> : null}
    </>
  );
}
