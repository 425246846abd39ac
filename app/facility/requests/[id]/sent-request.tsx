import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DescriptionList, type DescriptionRow } from "@/app/_ui/description-list";
import { Section } from "@/app/_ui/section";
import { StatusTag } from "@/app/_ui/status-tag";
import { TaskLine } from "@/app/_ui/task-line";
import { ListName } from "@/app/facility/name";
import { AnswerForm } from "@/app/facility/requests/[id]/answer-form";
import { caseText, wordsOfReason } from "@/app/facility/requests/[id]/words";
import { BlockedList, WishList } from "@/app/facility/requests/[id]/wish-list";
import { RequestTag } from "@/app/_ui/request-tag";
import type { FormEcho } from "@/lib/forms/types";
import { facilityVisit } from "@/lib/messages/facility";
import { historySentences, requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateTime, formatRange } from "@/lib/messages/format";
import { personsDeleted } from "@/lib/messages/retention";
import type { RequestDetails } from "@/lib/requests/queries";
import { requestVerbsFrom } from "@/lib/requests/rules";

/** A request that was sent: where it stands, what was decided, who is in it, and what can be done. */
export function SentRequest({ request, from, echo }: { readonly request: RequestDetails; readonly from: string; readonly echo: FormEcho }) {
  const page = `/facility/requests/${request.id}`;
  return (
    <>
      {request.state === "QUESTIONED" ? <AnswerForm request={request} from={from} echo={echo} /> : null}
      <DescriptionList rows={factsOf(request)} />
      {request.visits.length > 0 ? (
        <Section title={words.visitsTitle}>
          <ol className="bk-tasks__list">
            {request.visits.map(({ id, state, startsAt, endsAt }) => (
              <TaskLine key={id} href={`/facility/visits/${id}`} verb={formatRange(startsAt, endsAt)} what={facilityVisit.sentences[state]} tag={<StatusTag state={state} />} />
            ))}
          </ol>
        </Section>
      ) : null}
      <Section title={words.personsTitle}>
        {request.persons.length === 0 ? (
          <p>{personsDeleted}</p>
        ) : (
          <ul>
            {request.persons.map((person) => (
              <li key={person.residentId}>
                <ListName {...person} />: {person.cases.map(caseText).join(", ")}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={words.historyTitle}>
        <ol>
          {request.history.map(({ action, at }) => (
            <li key={`${action} ${at.toISOString()}`}>{words.history(formatDateTime(at), historySentences[action] ?? "")}</li>
          ))}
        </ol>
      </Section>
      <ButtonRow>
        <ButtonLink href={`${page}/copy`} variant="secondary">
          {words.copy}
        </ButtonLink>
        {requestVerbsFrom(request.state).includes("withdraw") ? (
          <ButtonLink href={`${page}/withdraw`} variant="tertiary">
            {words.withdraw}
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </>
  );
}

function factsOf(request: RequestDetails): readonly DescriptionRow[] {
  const reason = wordsOfReason(request);
  return [
    { term: words.state, value: <RequestTag state={request.state} /> },
    ...(reason ? [{ term: words.reason, value: reason }] : []),
    ...(request.officeNote && request.state !== "QUESTIONED" ? [{ term: words.officeNote, value: request.officeNote }] : []),
    ...(request.sentAt ? [{ term: words.sentAt, value: formatDateTime(request.sentAt) }] : []),
    { term: words.wishes, value: <WishList wishes={request.wishes} /> },
    ...(request.blocked.length > 0 ? [{ term: words.blocked, value: <BlockedList blocked={request.blocked} /> }] : []),
    ...(request.facilityNote ? [{ term: words.yourNote, value: <span className="bk-lines">{request.facilityNote}</span> }] : []),
  ];
}
