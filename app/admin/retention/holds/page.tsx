import { Alert } from "@/app/_ui/alert";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import type { FormEcho } from "@/lib/forms/types";
import { formatDate } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { holdReasonLabels, retentionWords as words } from "@/lib/messages/retention";
import { holdableRequest, type HoldableCase, type HoldableRequest } from "@/lib/retention/queries";
import { holdReasons } from "@/lib/retention/types";

export const metadata = { title: words.newHold };

const LONGEST_REFERENCE = 20;

/** Two steps: the request is found by its short name, then what of it is kept, why and until when. */
export default page("admin.holds.edit", async ({ scope, path, query, echo, notice }) => {
  const reference = (query.reference ?? "").trim().toUpperCase().slice(0, LONGEST_REFERENCE);
  const request = reference === "" ? null : await holdableRequest(scope, reference);
  return (
    <PageLayout title={words.newHold} lead={words.newHoldLead} notice={notice} breadcrumb={[{ href: "/admin/retention", label: words.title }]}>
      <form method="get" action="/admin/retention/holds" className="bk-form">
        <TextField echo={null} name="reference" label={words.reference} hint={words.referenceHint} defaultValue={reference} maxLength={LONGEST_REFERENCE} width={10} required spellCheck={false} />
        <SubmitButton variant={request ? "secondary" : "primary"}>{words.find}</SubmitButton>
      </form>
      {reference !== "" && !request ? (
        <Alert tone="warning" title={words.notFound(reference)} role="status" />
      ) : null}
      {request ? <HoldForm request={request} from={path} echo={echo} /> : null}
    </PageLayout>
  );
});

function HoldForm({ request, from, echo }: { readonly request: HoldableRequest; readonly from: string; readonly echo: FormEcho }) {
  const own = echoOf(echo, "holds.set");
  return (
    <Form action="holds.set" from={from} echo={echo}>
      <p>{words.facility(request.facilityName)}</p>
      <Hidden name="requestId" value={request.id} />
      <RadioGroup echo={own} name="caseId" label={words.scope} defaultValue="" options={[{ value: "", label: words.wholeRequest, hint: words.wholeHint(request.cases.length) }, ...request.cases.map(caseOption)]} />
      <SelectField echo={own} name="reason" label={words.reason} required options={holdReasons.map((value) => ({ value, label: holdReasonLabels[value] }))} />
      <DateField echo={own} name="untilOn" label={words.until} hint={words.untilHint} required />
      <SubmitButton>{words.set}</SubmitButton>
    </Form>
  );
}

function caseOption({ id, service, closedOn }: HoldableCase, index: number) {
  return { value: id, label: words.oneCase(labels.service[service], index + 1), hint: closedOn ? words.caseClosed(formatDate(closedOn)) : words.caseOpen };
}
