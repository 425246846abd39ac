import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageLayout } from "@/app/_ui/page-layout";
import { PrintSheet } from "@/app/_ui/print-sheet";
import { officeContact } from "@/app/_shell/contact";
import { page } from "@/app/_shell/page";
import { copyDocument } from "@/app/facility/requests/[id]/copy/document";
import { ownFacility } from "@/lib/facilities/queries";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateTime } from "@/lib/messages/format";
import { viewRequest } from "@/lib/requests/queries";

export const metadata = { title: words.copyTitle };

export default page("facility.requests.view", async ({ actor, scope, now, params, notice }) => {
  const facility = await ownFacility(scope);
  const request = facility && (await viewRequest(actor, params.id));
  if (!facility || !request || request.state === "DRAFT") notFound();
  const { title, subtitle, facts, sections } = copyDocument(request, facility);
  return (
    <PageLayout
      title={words.copyTitle}
      notice={notice}
      breadcrumb={[
        { href: "/facility/requests", label: words.listTitle },
        { href: `/facility/requests/${request.id}`, label: words.title(request.reference) },
      ]}
      actions={
        <>
          <ButtonLink href={`/facility/requests/${request.id}/copy/pdf`} variant="secondary" icon="download">
            {words.downloadPdf}
          </ButtonLink>
          <ButtonLink href={`/facility/requests/${request.id}/copy/download`} variant="tertiary" icon="download">
            {words.download}
          </ButtonLink>
        </>
      }
    >
      <PrintSheet title={title} subtitle={subtitle} printedAt={formatDateTime(now)} contact={officeContact()}>
        <DescriptionList rows={facts} isCompact />
        {sections.map((section) => (
          <section key={section.title}>
            <h2>
              <bdi>{section.title}</bdi>
            </h2>
            <DescriptionList rows={section.facts} isCompact />
            <ul>
              {section.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </PrintSheet>
    </PageLayout>
  );
});
