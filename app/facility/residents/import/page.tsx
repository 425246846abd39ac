import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DataTable } from "@/app/_ui/data-table";
import { echoOf } from "@/app/_ui/field-state";
import { FileField } from "@/app/_ui/file-field";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { ownFacility } from "@/lib/facilities/queries";
import { personPages } from "@/lib/messages/facility-persons";
import { columnHeadings, importPages as words } from "@/lib/messages/roster-imports";
import { columnsFor } from "@/lib/roster-imports/rules";

export const metadata = { title: words.title };

export default page("facility.residents.edit", async ({ scope, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  if (!facility) notFound();
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} breadcrumb={[{ href: "/facility/residents", label: personPages.listTitle }]}>
      <Form action="lists.read" from={path} echo={echo} takesFile>
        <FileField echo={echoOf(echo, "lists.read")} name="file" label={words.file} hint={words.fileHint} accept=".xlsx,.csv,text/csv" required />
        <SubmitButton>{words.read}</SubmitButton>
      </Form>
      <Section title={words.templateTitle}>
        <p>{words.templateText}</p>
        <ButtonRow>
          <ButtonLink href="/facility/residents/import/template/xlsx" variant="secondary" size="small">{words.templateXlsx}</ButtonLink>
          <ButtonLink href="/facility/residents/import/template/csv" variant="tertiary" size="small">{words.templateCsv}</ButtonLink>
        </ButtonRow>
      </Section>
      <Section title={words.columnsTitle}>
        <p>{words.columnsText}</p>
        <DataTable
          caption={words.columnsCaption}
          hideCaption
          isDense
          columns={[
            { key: "column", label: words.column },
            { key: "contents", label: words.contents },
          ]}
          rows={columnsFor(facility.kind).map((column) => ({ id: column, cells: { column: columnHeadings[column], contents: words.contentsOf(column) } }))}
        />
      </Section>
    </PageLayout>
  );
});
