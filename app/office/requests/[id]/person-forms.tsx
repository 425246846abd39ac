import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form, formName } from "@/app/_shell/form";
import { feeDecisionReasons, feeDecisions } from "@/lib/cases/types";
import type { FormEcho } from "@/lib/forms/types";
import type { RequestPerson } from "@/lib/intake/queries";
import { caseFacts as words } from "@/lib/messages/case-facts";
import { formatDate, formatEuro } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";

type FormProps<K extends "authorisation" | "reduction"> = { readonly of: NonNullable<RequestPerson[K]>; readonly person: string; readonly path: string; readonly echo: FormEcho };

/** R19: the authorisation of the authority that is competent: since when it is there. */
export function AuthorisationForm({ of, person, path, echo }: FormProps<"authorisation">) {
  const { caseId, version, authorisedOn } = of;
  if (authorisedOn !== null) return <p>{words.authorisedSince(formatDate(authorisedOn))}</p>;
  const idPrefix = `authorise-${caseId}`;
  return (
    <Form action="intake.authorise" from={path} echo={echo} version={version} instance={caseId} idPrefix={idPrefix} label={`${words.authorisationTitle}, ${person}`}>
      <p>
        <strong>{words.authorisationTitle}.</strong> {words.authorisationText}
      </p>
      <Hidden name="id" value={caseId} />
      <DateField echo={echoOf(echo, formName("intake.authorise", caseId))} idPrefix={idPrefix} name="authorisedOn" label={words.authorisedOn} required />
      <SubmitButton variant="secondary" size="small" context={person}>
        {words.recordAuthorisation}
      </SubmitButton>
    </Form>
  );
}

/** R33: the decision about a fee in hardship, by hand and with a reason. It can be decided anew. */
export function ReductionForm({ of, person, path, echo }: FormProps<"reduction">) {
  const { caseId, version, wholeCents, decision, reason } = of;
  const idPrefix = `fee-${caseId}`;
  const common = { echo: echoOf(echo, formName("intake.decideFee", caseId)), idPrefix };
  return (
    <Form action="intake.decideFee" from={path} echo={echo} version={version} instance={caseId} idPrefix={idPrefix} label={`${words.reductionTitle}, ${person}`}>
      <p>
        <strong>{words.reductionTitle}.</strong> {words.reductionText(formatEuro(wholeCents))}
      </p>
      {decision && reason ? <p>{words.decided(labels.feeDecision[decision], labels.feeDecisionReason[reason])}</p> : null}
      <Hidden name="id" value={caseId} />
      <SelectField {...common} name="decision" label={words.decision} required options={feeDecisions.map((value) => ({ value, label: labels.feeDecision[value] }))} />
      <SelectField {...common} name="reason" label={words.decisionReason} required options={feeDecisionReasons.map((value) => ({ value, label: labels.feeDecisionReason[value] }))} />
      <TextField {...common} name="reducedCents" label={words.reducedCents} hint={words.reducedHint} />
      <SubmitButton variant="secondary" size="small" context={person}>
        {words.decide}
      </SubmitButton>
    </Form>
  );
}
