import { DataTable, type Column } from "@/app/_ui/data-table";
import { Deadline } from "@/app/_ui/deadline";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { inbox, type InboxLine } from "@/lib/intake/queries";
import { formatDateTime } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { office } from "@/lib/messages/office";

const words = office.inbox;
export const metadata = { title: words.title };

const COLUMNS: readonly Column[] = [
  { key: "request", label: words.request },
  { key: "deadline", label: words.deadline },
  { key: "facility", label: words.facility },
  { key: "what", label: words.what },
  { key: "open", label: words.open },
  { key: "sent", label: words.sent },
];

export default page("office.requests.view", async ({ scope, notice }) => {
  const [waiting, questioned] = [await inbox(scope), await inbox(scope, "QUESTIONED")];
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      {waiting.length > 0 ? <InboxTable caption={words.caption} lines={waiting} /> : <EmptyState text={words.empty} />}
      {questioned.length > 0 ? (
        <Section title={words.questionedTitle}>
          <InboxTable caption={words.questionedCaption} lines={questioned} />
        </Section>
      ) : null}
    </PageLayout>
  );
});

function InboxTable({ caption, lines }: { readonly caption: string; readonly lines: readonly InboxLine[] }) {
  return (
    <DataTable
      caption={caption}
      isDense
      columns={COLUMNS}
      rows={lines.map((line) => ({
        id: line.id,
        isMarked: line.daysLeft !== null && line.daysLeft <= 3,
        cells: {
          request: <TextLink href={`/office/requests/${line.id}`}>{line.reference}</TextLink>,
          deadline: line.daysLeft === null ? words.noDeadline : <Deadline daysLeft={line.daysLeft} />,
          facility: (
            <>
              {line.facilityName}
              <br />
              {labels.district[line.district]}
            </>
          ),
          what: (
            <>
              {words.persons(line.persons)}
              <br />
              {line.services.map(({ service, count }) => words.times(count, labels.service[service])).join(", ")}
            </>
          ),
          open: words.openPoints(line.warnings),
          sent: formatDateTime(line.sentAt),
        },
      }))}
    />
  );
}
