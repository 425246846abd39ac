import { Card } from "@/app/_ui/card";
import { Checkbox } from "@/app/_ui/checkbox";
import { DateField } from "@/app/_ui/date-field";
import { Hidden } from "@/app/_ui/hidden";
import { SelectField } from "@/app/_ui/select-field";
import { Verdicts } from "@/app/facility/law";
import { ListName } from "@/app/facility/name";
import { applicationReasons } from "@/lib/cases/types";
import { needsField } from "@/lib/drafts/schema";
import type { FormEcho } from "@/lib/forms/types";
import { appliesForDocument } from "@/lib/law/eligibility";
import { caseFacts as words } from "@/lib/messages/case-facts";
import { formatEuro } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import type { RequestDetails, RequestPerson } from "@/lib/requests/queries";

/** For everybody who applies for a document: why, until when, and how it reaches the person, with the law's answer beside it after a press of "Prüfen". All of them are one form with the services. */
export function NeedsFields({ request, echo }: { readonly request: RequestDetails; readonly echo: FormEcho }) {
  const applying = request.persons.filter(({ services }) => appliesForDocument(services));
  if (applying.length === 0) return null;
  return (
    <>
      <h2>{words.needsTitle}</h2>
      <p>{words.needsLead}</p>
      {applying.map((person) => (
        <NeedsOf key={person.residentId} person={person} request={request} echo={echo} />
      ))}
    </>
  );
}

function NeedsOf({ person, request, echo }: { readonly person: RequestPerson; readonly request: RequestDetails; readonly echo: FormEcho }) {
  const { residentId, asked, services, judgement } = person;
  const hasCard = services.includes("ID_CARD");
  const name = (field: Parameters<typeof needsField>[0]) => needsField(field, residentId);
  return (
    <Card title={<ListName {...person} />} headingLevel={3}>
      <Hidden name="stated" value={residentId} />
      {hasCard ? <SelectField echo={echo} name={name("reason")} label={words.reason} emptyLabel={words.noReason} defaultValue={asked.reason} options={applicationReasons.map((value) => ({ value, label: labels.applicationReason[value] }))} /> : null}
      <DateField echo={echo} name={name("neededBy")} label={words.neededBy} hint={words.neededByHint} defaultValue={asked.neededOn} />
      <Checkbox echo={echo} name={name("reduction")} label={words.reduction} hint={words.reductionHint} defaultChecked={asked.isReductionAsked} />
      {hasCard && request.facilityKind !== "PRISON" ? <Checkbox echo={echo} name={name("shipping")} label={words.shipping} hint={words.shippingHint} defaultChecked={asked.isShippingWanted} /> : null}
      <p>{words.fee(formatEuro(judgement.fee.totalCents))}</p>
      <Verdicts verdicts={judgement.verdicts} />
    </Card>
  );
}
