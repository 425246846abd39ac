import { Card, CardGrid } from "@/app/_ui/card";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-area";
import { Form } from "@/app/_shell/form";
import type { FormEcho } from "@/lib/forms/types";
import type { RequestForDecision } from "@/lib/intake/queries";
import { labels } from "@/lib/messages/labels";
import { office } from "@/lib/messages/office";
import { requestVerbsFrom } from "@/lib/requests/rules";
import { declineReasons, questionReasons } from "@/lib/requests/types";

const words = office.request;

/** Accept, ask back, decline: what the request's state allows, side by side. */
export function DecisionForms({ request, path, echo }: { readonly request: RequestForDecision; readonly path: string; readonly echo: FormEcho }) {
  const verbs = requestVerbsFrom(request.state);
  const common = { from: path, echo, version: request.version };
  return (
    <Section title={words.decideTitle}>
      <CardGrid>
        {verbs.includes("accept") ? (
          <Card title={words.acceptTitle} headingLevel={3} tone="accent">
            <Form action="intake.accept" {...common} idPrefix="accept">
              <Hidden name="id" value={request.id} />
              <p>{request.openVisit ? words.acceptMerge(request.openVisit.reference, request.openVisit.persons) : words.acceptText}</p>
              {request.group ? <p>{words.group[request.group]}</p> : null}
              <SubmitButton>{words.accept}</SubmitButton>
            </Form>
          </Card>
        ) : null}
        {verbs.includes("askBack") ? (
          <Card title={words.questionTitle} headingLevel={3}>
            <Form action="intake.question" {...common} idPrefix="question">
              <Hidden name="id" value={request.id} />
              <SelectField
                echo={echoOf(echo, "intake.question")}
                idPrefix="question"
                name="reason"
                label={words.questionReason}
                required
                options={questionReasons.map((value) => ({ value, label: labels.questionReason[value] }))}
              />
              <TextArea echo={echoOf(echo, "intake.question")} idPrefix="question" name="note" label={words.noteLabel} hint={words.noteHint} rows={3} />
              <SubmitButton variant="secondary">{words.ask}</SubmitButton>
            </Form>
          </Card>
        ) : null}
        {verbs.includes("decline") ? (
          <Card title={words.declineTitle} headingLevel={3}>
            <Form action="intake.decline" {...common} idPrefix="decline">
              <Hidden name="id" value={request.id} />
              <SelectField
                echo={echoOf(echo, "intake.decline")}
                idPrefix="decline"
                name="reason"
                label={words.declineReason}
                required
                options={declineReasons.map((value) => ({ value, label: labels.declineReason[value] }))}
              />
              <TextArea echo={echoOf(echo, "intake.decline")} idPrefix="decline" name="note" label={words.noteLabel} hint={words.noteHint} rows={3} />
              <SubmitButton variant="danger">{words.decline}</SubmitButton>
            </Form>
          </Card>
        ) : null}
      </CardGrid>
    </Section>
  );
}
