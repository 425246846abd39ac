import { notFound } from "next/navigation";
import { ButtonRow } from "@/app/_ui/button-row";
import { Choice } from "@/app/_ui/choice";
import { DataTable } from "@/app/_ui/data-table";
import { DescriptionList } from "@/app/_ui/description-list";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { ListName, listName } from "@/app/facility/name";
import { NeedsFields } from "@/app/facility/requests/[id]/people/needs-fields";
import { pickedFrom, PersonPicker } from "@/app/facility/requests/person-picker";
import { services } from "@/lib/cases/types";
import { caseFacts } from "@/lib/messages/case-facts";
import { requestPages as words, serviceHints, serviceShort } from "@/lib/messages/facility-requests";
import { labels } from "@/lib/messages/labels";
import { isEditable, viewRequest } from "@/lib/requests/queries";
import { rosterPage } from "@/lib/residents/queries";

export const metadata = { title: words.peopleTitle };

export default page("facility.requests.edit", async ({ actor, params, query, now, path, echo, notice }) => {
  const request = await viewRequest(actor, params.id);
  if (!request || !isEditable(request)) notFound();
  const listed = request.persons.filter(({ cases }) => cases.some(({ state }) => state !== "CLOSED"));
  const picked = pickedFrom(query);
  const others = await rosterPage(actor, { ...picked, except: request.persons.map(({ residentId }) => residentId) }, now);
  const own = echoOf(echo, "requests.setPeople");
  const isChecked = (value: string, isStanding: boolean) => (own ? (own.values.chosen ?? []).includes(value) : isStanding);
  return (
    <PageLayout
      title={words.peopleTitle}
      lead={words.peopleLead}
      notice={notice}
      width="wide"
      breadcrumb={[
        { href: "/facility/requests", label: words.listTitle },
        { href: `/facility/requests/${request.id}`, label: words.title(request.reference) },
      ]}
    >
      <Form action="requests.setPeople" from={path} echo={echo} version={request.version}>
        <Hidden name="id" value={request.id} />
        {listed.length > 0 ? (
          <DataTable
            caption={words.gridCaption}
            hideCaption
            columns={[{ key: "person", label: words.person }, ...services.map((service) => ({ key: service, label: serviceShort[service] }))]}
            rows={listed.map((person) => ({
              id: person.residentId,
              cells: {
                person: <ListName {...person} />,
                ...Object.fromEntries(
                  services.map((service) => {
                    const value = `${person.residentId}:${service}`;
                    const label = <span className="bk-sr">{words.cell(labels.service[service], listName(person))}</span>;
                    return [service, <Choice key={service} type="checkbox" id={`cell-${value}`} name="chosen" value={value} label={label} isChecked={isChecked(value, person.services.includes(service))} />];
                  }),
                ),
              },
            }))}
          />
        ) : null}
        <NeedsFields request={request} echo={own} />
        <ButtonRow>
          <SubmitButton variant="secondary" name="press" value="STAY">{caseFacts.check}</SubmitButton>
        </ButtonRow>
        {others.all > request.persons.length ? (
          <details open={query.found !== undefined || query.page !== undefined || own !== null || listed.length === 0}>
            <summary>{words.more}</summary>
            <PersonPicker echo={own} name="added" label={words.more} hint={words.moreHint} list={others} isSearch={picked.only !== null} />
          </details>
        ) : null}
        <SubmitButton name="press" value="NEXT">{words.save}</SubmitButton>
      </Form>
      <Section title={words.servicesTitle}>
        <DescriptionList rows={services.map((service) => ({ term: labels.service[service], value: serviceHints[service] }))} />
      </Section>
    </PageLayout>
  );
});
