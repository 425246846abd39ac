import { Card } from "@/app/_ui/card";
import { Checkbox } from "@/app/_ui/checkbox";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form, formName } from "@/app/_shell/form";
import { Verdicts } from "@/app/facility/law";
import { ListName, listName } from "@/app/facility/name";
import { applicationReasons } from "@/lib/cases/types";
import type { FormEcho } from "@/lib/forms/types";
import { appliesForDocument } from "@/lib/law/eligibility";
import { caseFacts as words } from "@/lib/messages/case-facts";
import { formatEuro } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import type { RequestDetails, RequestPerson } from "@/lib/requests/queries";

type NeedsProps = { readonly request: RequestDetails; readonly path: string; readonly echo: FormEcho };

/** For everybody who applies for a document: why, until when, and how it reaches the person, with the law's answer beside it after a press of "Prüfen". */
export function Needs({ request, path, echo }: NeedsProps) {
  const applying = request.persons.filter(({ services }) => appliesForDocument(services));
  if (applying.length === 0) return null;
  return (
    <Section title={words.needsTitle}>
      <p>{words.needsLead}</p>
      {applying.map((person) => (
        <NeedsOf key={person.residentId} person={person} request={request} path={path} echo={echo} />
      ))}
    </Section>
  );
}

function NeedsOf({ person, request, path, echo }: NeedsProps & { readonly person: RequestPerson }) {
  const { residentId, asked, services, judgement } = person;
  const own = echoOf(echo, formName("requests.stateNeeds", residentId));
  const common = { echo: own, idPrefix: `needs-${residentId}` };
  const hasCard = services.includes("ID_CARD");
  return (
    <Card title={<ListName {...person} />} headingLevel={3}>
      <Form action="requests.stateNeeds" from={path} echo={echo} version={request.version} instance={residentId} idPrefix={common.idPrefix} label={words.checkFor(listName(person))}>
        <Hidden name="id" value={request.id} />
        <Hidden name="resident" value={residentId} />
        {hasCard ? <SelectField {...common} name="reason" label={words.reason} emptyLabel={words.noReason} defaultValue={asked.reason} options={applicationReasons.map((value) => ({ value, label: labels.applicationReason[value] }))} /> : null}
        <DateField {...common} name="neededBy" label={words.neededBy} hint={words.neededByHint} defaultValue={asked.neededOn} />
        <Checkbox {...common} name="reduction" label={words.reduction} hint={words.reductionHint} defaultChecked={asked.isReductionAsked} />
        {hasCard && request.facilityKind !== "PRISON" ? <Checkbox {...common} name="shipping" label={words.shipping} hint={words.shippingHint} defaultChecked={asked.isShippingWanted} /> : null}
        <SubmitButton variant="secondary" context={listName(person)}>
          {words.check}
        </SubmitButton>
      </Form>
      <p>{words.fee(formatEuro(judgement.fee.totalCents))}</p>
      <Verdicts verdicts={judgement.verdicts} />
    </Card>
  );
}
