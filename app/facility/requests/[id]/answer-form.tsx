import { Alert } from "@/app/_ui/alert";
import { Checkbox } from "@/app/_ui/checkbox";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-area";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { PersonsToClear } from "@/app/facility/requests/[id]/persons-to-clear";
import type { FormEcho } from "@/lib/forms/types";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { questionSentences } from "@/lib/messages/mails";
import type { RequestDetails } from "@/lib/requests/queries";

/** The office's question, the ways to set right what it asks about, and the answer. */
export function AnswerForm({ request, from, echo }: { readonly request: RequestDetails; readonly from: string; readonly echo: FormEcho }) {
  const page = `/facility/requests/${request.id}`;
  const own = echoOf(echo, "requests.answer");
  return (
    <Section title={words.questionTitle}>
      <Alert tone="warning" title={request.questionReason ? questionSentences[request.questionReason] : words.questionTitle}>
        {request.officeNote ? <p className="bk-lines">{request.officeNote}</p> : null}
      </Alert>
      <p>{words.questionLead}</p>
      <ul>
        <li>
          <TextLink href={`${page}/people`}>{words.changePeople}</TextLink>
        </li>
        <li>
          <TextLink href={`${page}/dates`}>{words.changeDates}</TextLink>
        </li>
        <li>
          <TextLink href={`/facility/site?back=${encodeURIComponent(page)}`}>{words.changeSite}</TextLink>
        </li>
      </ul>
      <PersonsToClear request={request} back={page} />
      <Form action="requests.answer" from={from} echo={echo} version={request.version}>
        <Hidden name="id" value={request.id} />
        <TextArea echo={own} name="note" label={words.answer} hint={words.noteHint} rows={4} maxLength={2000} />
        <Checkbox echo={own} name="informed" label={words.informed} hint={<TextLink href="/privacy">{words.privacy}</TextLink>} required />
        <SubmitButton>{words.sendAnswer}</SubmitButton>
      </Form>
    </Section>
  );
}
