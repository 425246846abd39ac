import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SplitLayout } from "@/app/_ui/split-layout";
import { TextLink } from "@/app/_ui/text-link";
import { HouseFacts, Mails, PlaceFacts, PlanFacts } from "@/app/office/visits/[id]/facts";
import { AnnounceForm, ClearanceForm, PlaceForm, RemoveForm } from "@/app/office/visits/[id]/forms";
import { People } from "@/app/office/visits/[id]/people";
import { PeopleChanges } from "@/app/office/visits/[id]/people-changes";
import { page } from "@/app/_shell/page";
import { toursForVisit } from "@/lib/board/queries";
import { freePlaceOf } from "@/lib/joining/queries";
import { peopleChangesOf } from "@/lib/leaving/queries";
import { mailsOfVisit } from "@/lib/mail-orders/queries";
import { labels } from "@/lib/messages/labels";
import { planning } from "@/lib/messages/planning";
import { visitVerbsFrom } from "@/lib/visits/rules";
import { viewVisitPlan } from "@/lib/visits/queries";
import { civilDateOf } from "@/lib/time/calendar";

const words = planning.visit;
export const metadata = { title: words.name };

export default page("office.visits.view", async ({ actor, scope, now, params, path, echo, notice }) => {
  const visit = await viewVisitPlan(actor, params.id);
  if (!visit) notFound();
  const forms = { visit, path, echo };
  const placing = <PlaceForm {...forms} tours={await toursForVisit(scope, visit.id)} />;
  const { questionReason, questionedAt, tour } = visit;
  return (
    <PageLayout
      title={words.title(visit.plan.place.label)}
      lead={visit.plan.reference}
      breadcrumb={[
        { href: tour ? `/office/board?week=${tour.date}` : "/office/board", label: planning.crumb },
        ...(tour ? [{ href: `/office/tours/${tour.id}`, label: planning.tour.title(tour.reference) }] : []),
      ]}
      notice={notice}
      width="wide"
    >
      {questionReason && questionedAt ? (
        <Alert tone="danger" title={words.questionTitle}>
          <p>{words.questionText(labels.dateQuestionReason[questionReason], questionedAt)}</p>
          {placing}
        </Alert>
      ) : null}
      <SplitLayout
        main={
          <>
            <PlanFacts visit={visit} today={civilDateOf(now)} />
            {questionReason ? null : placing}
            {visit.plan.state === "UNDERWAY" || visit.plan.state === "DONE" ? (
              <p>
                <TextLink href={`/field/visits/${visit.id}`}>{words.outcomes}</TextLink>
              </p>
            ) : null}
            <Section title={words.people}>
              <People persons={visit.persons} />
            </Section>
            <PeopleChanges {...forms} changes={await peopleChangesOf(actor, visit.id)} place={visitVerbsFrom(visit.plan.state).includes("changePeople") ? await freePlaceOf(actor, visit.id) : null} />
            <Mails mails={await mailsOfVisit(scope, visit.id)} />
          </>
        }
        aside={
          <>
            <AnnounceForm {...forms} />
            <ClearanceForm {...forms} />
            <PlaceFacts visit={visit} />
            <HouseFacts visit={visit} />
            <RemoveForm {...forms} />
          </>
        }
      />
    </PageLayout>
  );
});
