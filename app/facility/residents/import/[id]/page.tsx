import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { Checkbox } from "@/app/_ui/checkbox";
import { DataTable } from "@/app/_ui/data-table";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { listName } from "@/app/facility/name";
import { ImportedPersons } from "@/app/facility/residents/import/[id]/imported-persons";
import type { FormEcho } from "@/lib/forms/types";
import { personPages } from "@/lib/messages/facility-persons";
import { formatDateTime } from "@/lib/messages/format";
import { columnHeadings, faultSentence, importPages as words } from "@/lib/messages/roster-imports";
import { importPreview, type ImportPreview } from "@/lib/roster-imports/queries";
import { newcomersOf } from "@/lib/roster-imports/rules";

export const metadata = { title: words.previewTitle };

export default page("facility.residents.edit", async ({ actor, params, query, path, echo, notice }) => {
  const list = await importPreview(actor, params.id);
  if (!list) notFound();
  const breadcrumb = [
    { href: "/facility/residents", label: personPages.listTitle },
    { href: "/facility/residents/import", label: words.title },
  ];
  return (
    <PageLayout title={words.previewTitle} lead={<bdi>{words.previewLead(list.fileName)}</bdi>} notice={notice} breadcrumb={breadcrumb} width="wide">
      {list.faultCount > 0 ? <Faults list={list} /> : <Taking list={list} path={path} echo={echo} />}
      {list.ignored.length > 0 ? <p>{words.ignored(list.ignored.join(", "))}</p> : null}
      {list.faultCount > 0 ? null : <ImportedPersons list={list} page={query.page} path={path} />}
      <Form action="lists.drop" from={path} echo={echo}>
        <Hidden name="id" value={list.id} />
        <p>{words.keptUntil(formatDateTime(list.expiresAt))}</p>
        <SubmitButton variant="tertiary">{words.drop}</SubmitButton>
      </Form>
    </PageLayout>
  );
});

type ListProps = { readonly list: ImportPreview };

/** Everything that is wrong, with the row's number, the column and the reason. */
function Faults({ list }: ListProps) {
  return (
    <>
      <Alert tone="danger" title={words.faultsTitle(list.faultCount)}>
        <p>{words.faultsText}</p>
      </Alert>
      <DataTable
        caption={words.faultsCaption}
        hideCaption
        columns={[
          { key: "row", label: words.row },
          { key: "column", label: words.column },
          { key: "reason", label: words.reason },
        ]}
        rows={list.faults.map(({ row, column, fault }) => ({ id: `${row}-${column}-${fault.code}`, cells: { row: words.rowNumber(row), column: columnHeadings[column], reason: faultSentence(fault, column) } }))}
      />
      {list.faultCount > list.faults.length ? <p>{words.faultsMore(list.faults.length)}</p> : null}
      <p>
        <ButtonLink href="/facility/residents/import">{words.again}</ButtonLink>
      </p>
    </>
  );
}

/** What taking the list over would do, and the button for it. */
function Taking({ list, path, echo }: ListProps & { readonly path: string; readonly echo: FormEcho }) {
  const added = newcomersOf(list.persons, list).length;
  const sentences = [
    ...(added === 0 ? [words.nobodyNewText] : []),
    ...(list.listed.length > 0 ? [`${words.listedCount(list.listed.length)} ${words.confirmsText}`] : []),
    ...(list.twice.length > 0 ? [words.twiceCount(list.twice.length)] : []),
  ];
  return (
    <Form action="lists.take" from={path} echo={echo}>
      <Hidden name="id" value={list.id} />
      <Alert tone="info" title={added === 0 ? words.nobodyNew : words.newPeople(added)}>
        {sentences.length > 0 ? sentences.map((sentence) => <p key={sentence}>{sentence}</p>) : null}
      </Alert>
      {list.similar.length > 0 ? <SimilarRows list={list} echo={echo} /> : null}
      <SubmitButton>{words.take(added)}</SubmitButton>
    </Form>
  );
}

function SimilarRows({ list, echo }: ListProps & { readonly echo: FormEcho }) {
  const byRow = new Map(list.persons.map((person) => [person.row, person]));
  const nameOf = (row: number): string => {
    const person = byRow.get(row);
    return person ? listName(person) : "";
  };
  const otherOf = ({ residentId, otherRow }: ImportPreview["similar"][number]): string => {
    const listed = residentId === null ? undefined : list.similarNames[residentId];
    return listed ? words.similarListed(listName(listed)) : words.similarRow(otherRow ?? 0, nameOf(otherRow ?? 0));
  };
  return (
    <Alert tone="warning" title={words.similarTitle}>
      <p>{words.similarText}</p>
      <ul>
        {list.similar.map((one) => (
          <li key={one.row}>
            <bdi>{words.similarLine(one.row, nameOf(one.row), otherOf(one))}</bdi>
          </li>
        ))}
      </ul>
      <Checkbox echo={echoOf(echo, "lists.take")} name="areOthers" label={words.areOthers} />
    </Alert>
  );
}
