import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { ListName } from "@/app/facility/name";
import { ownFacility } from "@/lib/facilities/queries";
import { personPages as words } from "@/lib/messages/facility-persons";
import { formatDateNumeric, formatMonthNumeric } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { roster, type RosterLine } from "@/lib/residents/queries";

export const metadata = { title: words.listTitle };

export default page("facility.residents.view", async ({ actor, scope, notice }) => {
  const facility = await ownFacility(scope);
  if (!facility) notFound();
  const people = await roster(actor);
  const isPrison = facility.kind === "PRISON";
  return (
    <PageLayout title={words.listTitle} lead={words.listLead} notice={notice} width="wide" actions={<ButtonLink href="/facility/residents/new" icon="add">{words.add}</ButtonLink>}>
      {people.length === 0 ? (
        <EmptyState text={words.empty} />
      ) : (
        <DataTable
          caption={words.caption}
          hideCaption
          columns={[
            { key: "name", label: words.columns.name },
            { key: "born", label: words.columns.born },
            { key: "card", label: words.columns.card },
            ...(isPrison ? [{ key: "release", label: words.columns.release }] : []),
            { key: "request", label: words.columns.request },
          ]}
          rows={people.map((person) => ({
            id: person.id,
            cells: {
              name: (
                <TextLink href={`/facility/residents/${person.id}`}>
                  <ListName {...person} />
                </TextLink>
              ),
              born: formatDateNumeric(person.bornOn),
              card: cardText(person),
              release: person.custody?.releaseOn ? formatDateNumeric(person.custody.releaseOn) : words.releaseUnknown,
              request: person.openRequest ? <TextLink href={`/facility/requests/${person.openRequest.id}`}>{person.openRequest.reference}</TextLink> : words.noRequest,
            },
          }))}
        />
      )}
    </PageLayout>
  );
});

function cardText({ idCardState, idExpiresOn, isExpiryMonthOnly }: RosterLine): string {
  const state = labels.idCardState[idCardState];
  if (!idExpiresOn || idCardState === "LOST") return state;
  return isExpiryMonthOnly ? words.cardMonth(state, formatMonthNumeric(idExpiresOn)) : words.cardUntil(state, formatDateNumeric(idExpiresOn));
}
