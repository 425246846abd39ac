import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageLayout } from "@/app/_ui/page-layout";
import { RequestTag } from "@/app/_ui/request-tag";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { requestForDecision, type RequestForDecision } from "@/lib/intake/queries";
import { formatDateTime, formatDate, formatMinuteRange } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { office } from "@/lib/messages/office";
import { blockedText } from "@/lib/messages/planning";
import { personsDeleted } from "@/lib/messages/retention";
import { DecisionForms } from "./decision-forms";
import { PersonCard } from "./person-card";

const words = office.request;
export const metadata = { title: office.inbox.request };

export default page("office.requests.view", async ({ actor, params, path, echo, notice }) => {
  const request = await requestForDecision(actor, params.id);
  if (!request) notFound();
  return (
    <PageLayout
      title={words.title(request.reference)}
      lead={request.facility.name}
      notice={notice}
      width="wide"
      breadcrumb={[{ href: "/office/inbox", label: words.inbox }]}
    >
      <DescriptionList rows={factsOf(request)} />
      <Section title={words.personsTitle}>
        {request.persons.length === 0 ? <p>{personsDeleted}</p> : null}
        {request.persons.map((person) => (
          <PersonCard key={person.residentId} person={person} path={path} echo={echo} />
        ))}
      </Section>
      {request.state === "SENT" || request.state === "QUESTIONED" ? <DecisionForms request={request} path={path} echo={echo} /> : null}
      {request.visits.length > 0 ? (
        <Section title={words.visits}>
          <ul>
            {request.visits.map(({ id, reference }) => (
              <li key={id}>
                <TextLink href={`/office/visits/${id}`}>{reference}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {request.facilityNote ? (
        <Card title={words.note} headingLevel={2}>
          <p className="bk-typed-text">{request.facilityNote}</p>
        </Card>
      ) : null}
    </PageLayout>
  );
});

function factsOf(request: RequestForDecision) {
  const { facility } = request;
  const reason = request.questionReason && request.state === "QUESTIONED" ? labels.questionReason[request.questionReason] : request.declineReason ? labels.declineReason[request.declineReason] : request.withdrawReason ? labels.withdrawReason[request.withdrawReason] : null;
  return [
    { term: words.state, value: <RequestTag state={request.state} /> },
    ...(reason ? [{ term: words.reason, value: reason }] : []),
    { term: words.facility, value: `${facility.name}, ${facility.address}, ${labels.district[facility.district]}` },
    { term: words.contact, value: `${facility.contactName}, ${facility.contactPhone}` },
    ...(request.sentAt ? [{ term: words.sent, value: formatDateTime(request.sentAt) }] : []),
    ...(request.decidedAt ? [{ term: words.decided, value: formatDateTime(request.decidedAt) }] : []),
    {
      term: words.wishes,
      value: request.wishes.length === 0 ? words.noWishes : request.wishes.map((wish) => `${formatDate(wish.date)}, ${formatMinuteRange(wish.fromMinutes, wish.untilMinutes)}`).join(" · "),
    },
    ...(request.blocked.length > 0 ? [{ term: words.blocked, value: request.blocked.map(blockedText).join(" · ") }] : []),
    ...(request.officeNote ? [{ term: words.yourNote, value: request.officeNote }] : []),
  ];
}
