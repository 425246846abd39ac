import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { echoOf } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Pagination } from "@/app/_ui/pagination";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { pageNumber, withQuery } from "@/app/_shell/current";
import { page } from "@/app/_shell/page";
import { cardText } from "@/app/facility/card-text";
import { ListName } from "@/app/facility/name";
import { ownFacility } from "@/lib/facilities/queries";
import { personPages as words } from "@/lib/messages/facility-persons";
import { formatDateNumeric } from "@/lib/messages/format";
import { noticeWords } from "@/lib/messages/privacy-notices";
import { restrictedName } from "@/lib/messages/subjects";
import { noticePath } from "@/lib/privacy/notices";
import { rosterPage, type RosterPage } from "@/lib/residents/queries";
import { rosterFilters } from "@/lib/residents/types";

export const metadata = { title: words.listTitle };

export default page("facility.residents.view", async ({ actor, scope, now, query, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  if (!facility) notFound();
  const filter = rosterFilters.find((one) => one === query.filter) ?? "ALL";
  const only = query.found?.split(".") ?? null;
  const list = await rosterPage(actor, { only, filter, page: pageNumber(query.page) }, now);
  const actions = (
    <>
      <ButtonLink href="/facility/residents/new" icon="add" variant={list.all === 0 ? "secondary" : "primary"}>{words.add}</ButtonLink>
      <ButtonLink href="/facility/residents/import" variant={list.all === 0 ? "primary" : "secondary"}>{words.importList}</ButtonLink>
    </>
  );
  if (list.all === 0) {
    return (
      <PageLayout title={words.listTitle} lead={words.listLead} notice={notice}>
        <EmptyState text={words.empty}>
          <p>{words.emptyImport}</p>
          <ButtonRow>
            <ButtonLink href="/facility/residents/import">{words.importList}</ButtonLink>
            <ButtonLink href="/facility/residents/new" variant="secondary">{words.add}</ButtonLink>
          </ButtonRow>
        </EmptyState>
        <Restricted ids={list.restricted} />
      </PageLayout>
    );
  }
  const isChosen = only !== null || filter !== "ALL";
  return (
    <PageLayout title={words.listTitle} lead={words.listLead} notice={notice} width="wide" actions={actions}>
      <Form action="residents.find" from={path} echo={echo}>
        <TextField echo={echoOf(echo, "residents.find")} name="name" type="search" label={words.search} required maxLength={100} autoComplete="off" spellCheck={false} />
        <SubmitButton variant="secondary">{words.find}</SubmitButton>
      </Form>
      <form method="get" action="/facility/residents" className="bk-form">
        <SelectField echo={null} hideOptional name="filter" label={words.filter} emptyLabel={null} defaultValue={filter} options={rosterFilters.map((value) => ({ value, label: words.filters[value] }))} />
        <ButtonRow>
          <SubmitButton variant="secondary">{words.show}</SubmitButton>
          {isChosen ? <ButtonLink href="/facility/residents" variant="tertiary">{words.reset}</ButtonLink> : null}
        </ButtonRow>
      </form>
      {list.found === 0 ? <EmptyState text={words.noneFound} /> : <Persons list={list} isPrison={facility.kind === "PRISON"} />}
      <Restricted ids={list.restricted} />
      <Pagination page={list.page} pageCount={list.pageCount} hrefOf={(number) => withQuery(path, { page: String(number) })} />
      <p>
        <TextLink href={noticePath(facility.kind === "PRISON" ? "inmates" : "residents")}>{noticeWords.toPrint}</TextLink>
      </p>
      <Section title={words.exportTitle}>
        <p>{words.exportText}</p>
        <ButtonRow>
          <ButtonLink href="/facility/residents/export/xlsx" variant="secondary" size="small">{words.exportXlsx}</ButtonLink>
          <ButtonLink href="/facility/residents/export/csv" variant="tertiary" size="small">{words.exportCsv}</ButtonLink>
        </ButtonRow>
      </Section>
    </PageLayout>
  );
});

/** Persons whose data must not be used (Art. 18 GDPR): that there are some, without their names. */
function Restricted({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <TextLink href={`/facility/residents/${id}`}>{restrictedName}</TextLink>
        </li>
      ))}
    </ul>
  );
}

function Persons({ list, isPrison }: { readonly list: RosterPage; readonly isPrison: boolean }) {
  return (
    <DataTable
      caption={words.found(list.found)}
      columns={[
        { key: "name", label: words.columns.name },
        { key: "born", label: words.columns.born },
        { key: "card", label: words.columns.card },
        ...(isPrison ? [{ key: "release", label: words.columns.release }] : []),
        { key: "request", label: words.columns.request },
      ]}
      rows={list.lines.map((person) => ({
        id: person.id,
        cells: {
          name: (
            <TextLink href={`/facility/residents/${person.id}`}>
              <ListName {...person} />
            </TextLink>
          ),
          born: formatDateNumeric(person.bornOn),
          card: cardText(person.idCardState, { expiresOn: person.idExpiresOn, isMonthOnly: person.isExpiryMonthOnly }),
          release: person.custody?.releaseOn ? formatDateNumeric(person.custody.releaseOn) : words.releaseUnknown,
          request: person.openRequest ? <TextLink href={`/facility/requests/${person.openRequest.id}`}>{person.openRequest.reference}</TextLink> : words.noRequest,
        },
      }))}
    />
  );
}
