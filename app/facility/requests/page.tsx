import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { requestSentence } from "@/app/facility/request-sentence";
import { RequestTag } from "@/app/_ui/request-tag";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateNumeric } from "@/lib/messages/format";
import { ownRequests } from "@/lib/requests/queries";
import { civilDateOf } from "@/lib/time/calendar";

export const metadata = { title: words.listTitle };

export default page("facility.requests.view", async ({ scope, notice }) => {
  const requests = await ownRequests(scope);
  return (
    <PageLayout title={words.listTitle} notice={notice} width="wide" actions={<ButtonLink href="/facility/requests/new" icon="add">{words.ask}</ButtonLink>}>
      {requests.length === 0 ? (
        <EmptyState text={words.empty} />
      ) : (
        <DataTable
          caption={words.caption}
          hideCaption
          columns={[
            { key: "reference", label: words.columns.reference },
            { key: "persons", label: words.columns.persons },
            { key: "state", label: words.columns.state },
            { key: "date", label: words.columns.date },
          ]}
          rows={requests.map(({ id, reference, state, persons, createdAt, sentAt, nextVisit }) => ({
            id,
            cells: {
              reference: <TextLink href={`/facility/requests/${id}`}>{reference}</TextLink>,
              persons: words.persons(persons),
              state: (
                <div>
                  <RequestTag state={state} />
                  <br />
                  {requestSentence({ state, nextVisit })}
                </div>
              ),
              date: sentAt ? words.sentOn(formatDateNumeric(civilDateOf(sentAt))) : words.draftOf(formatDateNumeric(civilDateOf(createdAt))),
            },
          }))}
        />
      )}
    </PageLayout>
  );
});
