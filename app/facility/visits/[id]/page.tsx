import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DescriptionList } from "@/app/_ui/description-list";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Section } from "@/app/_ui/section";
import { StatusTag } from "@/app/_ui/status-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { FreePlaceSection } from "@/app/facility/visits/[id]/free-place";
import { VisitPersons } from "@/app/facility/visits/[id]/persons";
import { personsAtVisit, windowOf } from "@/app/facility/visit-facts";
import { ownFacility, parametersOnDay, viewVisit } from "@/lib/facilities/queries";
import { freePlaceOf } from "@/lib/joining/queries";
import { leaveReasonsNow } from "@/lib/leaving/rules";
import { facilityHome, facilityVisit as words } from "@/lib/messages/facility";
import { formatDate, formatDuration } from "@/lib/messages/format";
import { gate } from "@/lib/messages/gate";
import { labels } from "@/lib/messages/labels";
import { civilDateOf } from "@/lib/time/calendar";
import { announcedVisitStates, dateQuestionReasons, type VisitState } from "@/lib/visits/types";
import { visitVerbsFrom } from "@/lib/visits/rules";

export const metadata = { title: words.metaTitle };

const announced: readonly VisitState[] = announcedVisitStates;

export default page("facility.visits.view", async ({ actor, scope, now, params, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  const visit = facility && (await viewVisit(actor, params.id));
  if (!facility || !visit) notFound();
  const today = civilDateOf(now);
  const on = civilDateOf(visit.startsAt);
  const onTheDay = await parametersOnDay(scope, on);
  const persons = personsAtVisit(visit, { kind: facility.kind, today, parameters: onTheDay });
  const { from, until } = windowOf(visit);
  const verbs = visitVerbsFrom(visit.state);
  const isCancelled = visit.state === "CANCELLED";
  const place = verbs.includes("changePeople") ? await freePlaceOf(actor, visit.id) : null;
  const question = echoOf(echo, "visits.question");
  return (
    <PageLayout title={words.title(formatDate(on))} lead={words.sentences[visit.state]} notice={notice} breadcrumb={[{ href: "/facility", label: facilityHome.title }]}>
      {visit.questionReason && verbs.includes("question") ? (
        <Alert tone="info" title={words.questioned(labels.dateQuestionReason[visit.questionReason])}>
          <p>{words.questionedText}</p>
        </Alert>
      ) : null}
      <DescriptionList
        rows={[
          { term: words.state, value: <StatusTag state={visit.state} /> },
          { term: words.when, value: words.arrives(from, until) },
          ...(visit.gateMinutes > 0 ? [{ term: words.atGate, value: formatDuration(visit.gateMinutes) }] : []),
          ...(isCancelled
            ? []
            : [
                { term: words.crew, value: visit.crew.join(", ") },
                {
                  term: words.visitCode,
                  value: (
                    <span>
                      <strong>{visit.visitCode}</strong>
                      <br />
                      {words.visitCodeHint}
                    </span>
                  ),
                },
              ]),
          { term: words.place, value: facility.site?.room ? facility.site.room : <TextLink href={`/facility/site?back=${encodeURIComponent(path)}`}>{words.noRoom}</TextLink> },
          { term: words.reference, value: visit.reference },
        ]}
      />
      {verbs.includes("confirm") ? (
        <Section title={words.confirmTitle}>
          <p>{words.confirmLead}</p>
          <Form action="visits.confirm" from={path} echo={echo} version={visit.version}>
            <Hidden name="id" value={visit.id} />
            <SubmitButton>{words.confirm}</SubmitButton>
          </Form>
        </Section>
      ) : null}
      {isCancelled ? null : (
        <>
          <VisitPersons persons={persons} forms={{ visit, kind: facility.kind, path, echo }} reasons={leaveReasonsNow(visit, now, onTheDay)} isOrderable={verbs.includes("changePeople") && now < visit.startsAt} />
          {place ? <FreePlaceSection place={place} visit={visit} path={path} echo={echo} /> : null}
          <Section title={words.roomTitle}>
            <ul>
              {words.roomItems.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Section>
          <ButtonRow>
            <ButtonLink href={`/facility/visits/${visit.id}/list`} variant="secondary">{words.list}</ButtonLink>
            {facility.kind === "PRISON" && announced.includes(visit.state) ? <ButtonLink href={`/facility/visits/${visit.id}/gate/print`} variant="secondary">{gate.link}</ButtonLink> : null}
            <ButtonLink href={`/facility/visits/${visit.id}/calendar`} variant="secondary" icon="calendar-today">
              {words.calendar}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
      {verbs.includes("question") && visit.questionedAt === null ? (
        <Section title={words.questionTitle}>
          <p>{words.questionLead}</p>
          <Form action="visits.question" from={path} echo={echo} version={visit.version}>
            <Hidden name="id" value={visit.id} />
            <RadioGroup echo={question} name="reason" label={words.reason} options={dateQuestionReasons.map((value) => ({ value, label: labels.dateQuestionReason[value] }))} required />
            <SubmitButton variant="secondary">{words.question}</SubmitButton>
          </Form>
        </Section>
      ) : null}
    </PageLayout>
  );
});
