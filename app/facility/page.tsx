import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TaskLine, TaskLines } from "@/app/_ui/task-line";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { DemandSection } from "@/app/facility/demand-section";
import { NextVisit } from "@/app/facility/next-visit";
import { requestSentence } from "@/app/facility/request-sentence";
import { RequestTag } from "@/app/_ui/request-tag";
import { tasksOf } from "@/app/facility/tasks";
import { TimeLeftSection } from "@/app/facility/time-left-section";
import { personsAtVisit } from "@/app/facility/visit-facts";
import { ownDemand } from "@/lib/demand/queries";
import { ownDraftGaps } from "@/lib/drafts/queries";
import { comingVisits, ownFacility, parametersToday } from "@/lib/facilities/queries";
import { facilityHome as words } from "@/lib/messages/facility";
import { ownRequests } from "@/lib/requests/queries";
import { timeLeftPage } from "@/lib/time-left/queries";
import { selectionOf } from "@/lib/time-left/rules";
import { civilDateOf } from "@/lib/time/calendar";

export const metadata = { title: words.title };

/** How many of the prison's list the start page shows. */
const FIRST_ON_HOME = 10;
const UNDER_WAY = ["SENT", "QUESTIONED", "ACCEPTED"];

export default page("facility.home", async ({ actor, scope, now, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  if (!facility) notFound();
  const parameters = await parametersToday(scope, now);
  const [visits, requests] = [await comingVisits(actor), await ownRequests(scope)];
  const today = civilDateOf(now);
  const place = { kind: facility.kind, today, parameters };
  const withPersons = visits.map((visit) => ({ visit, persons: personsAtVisit(visit, place) }));
  const tasks = tasksOf({ visits: withPersons, requests, drafts: await ownDraftGaps(actor), site: facility.site, confirmationDueOn: facility.confirmationDueOn, today });
  const underWay = requests.filter(({ state }) => UNDER_WAY.includes(state));
  const next = withPersons[0];
  return (
    <PageLayout title={words.title} notice={notice} width="wide" actions={<ButtonLink href="/facility/requests/new" icon="add">{words.ask}</ButtonLink>}>
      {next ? <NextVisit {...next} room={facility.site?.room ?? ""} today={today} /> : <p>{words.noVisit}</p>}
      <TaskLines title={words.tasks} emptyText={words.noTasks} isEmpty={tasks.length === 0}>
        {tasks.map((task) => (
          <TaskLine key={`${task.href} ${task.verb}`} {...task} />
        ))}
      </TaskLines>
      {facility.kind === "PRISON" ? <TimeLeftSection {...await timeLeftPage(actor, selectionOf({}), 1, FIRST_ON_HOME, now)} /> : null}
      <Section title={words.requests} actions={<TextLink href="/facility/requests">{words.allRequests}</TextLink>}>
        {underWay.length === 0 ? (
          <EmptyState text={words.noRequests} />
        ) : (
          <ol className="bk-tasks__list">
            {underWay.map((request) => (
              <TaskLine
                key={request.id}
                href={`/facility/requests/${request.id}`}
                verb={words.requestWhat(request.reference, request.persons)}
                what={requestSentence(request)}
                tag={<RequestTag state={request.state} />}
              />
            ))}
          </ol>
        )}
      </Section>
      {facility.kind === "NURSING_HOME" ? <DemandSection {...await ownDemand(actor, now)} from={path} echo={echo} /> : null}
    </PageLayout>
  );
});
