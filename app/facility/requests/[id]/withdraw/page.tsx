import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form, formName } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { listName } from "@/app/facility/name";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { labels } from "@/lib/messages/labels";
import { viewRequest } from "@/lib/requests/queries";
import { requestVerbsFrom } from "@/lib/requests/rules";
import { withdrawReasons } from "@/lib/requests/types";

export const metadata = { title: words.withdrawTitle };

const REASONS = withdrawReasons.map((value) => ({ value, label: labels.withdrawReason[value] }));

export default page("facility.requests.withdraw", async ({ actor, params, path, echo, notice }) => {
  const request = await viewRequest(actor, params.id);
  if (!request || !requestVerbsFrom(request.state).includes("withdraw")) notFound();
  const open = request.persons.flatMap((person) => person.cases.filter(({ state }) => state !== "CLOSED").map((one) => ({ ...one, name: listName(person) })));
  return (
    <PageLayout
      title={words.withdrawTitle}
      lead={words.withdrawLead}
      notice={notice}
      breadcrumb={[
        { href: "/facility/requests", label: words.listTitle },
        { href: `/facility/requests/${request.id}`, label: words.title(request.reference) },
      ]}
    >
      <Section title={words.withdrawAll}>
        <Form action="requests.withdraw" from={path} echo={echo} version={request.version}>
          <Hidden name="id" value={request.id} />
          <RadioGroup echo={echoOf(echo, "requests.withdraw")} name="reason" label={words.reason} options={REASONS} required />
          <SubmitButton variant="danger">{words.withdrawAllButton}</SubmitButton>
        </Form>
      </Section>
      {open.length > 1 ? (
        <Section title={words.withdrawOne}>
          {open.map(({ id, service, version, name }) => (
            <Card key={id} title={<bdi>{words.oneOf(labels.service[service], name)}</bdi>} tone="plain">
              <Form action="requests.withdrawCase" from={path} echo={echo} version={version} instance={id} idPrefix={`case-${id}`}>
                <Hidden name="id" value={id} />
                <SelectField echo={echoOf(echo, formName("requests.withdrawCase", id))} name="reason" label={words.reason} options={REASONS} required idPrefix={`case-${id}`} />
                <SubmitButton variant="danger" size="small" context={words.oneOf(labels.service[service], name)}>
                  {words.withdrawOneButton}
                </SubmitButton>
              </Form>
            </Card>
          ))}
        </Section>
      ) : null}
    </PageLayout>
  );
});
