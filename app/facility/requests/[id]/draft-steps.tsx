import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TaskList, type Step } from "@/app/_ui/task-list";
import { Form } from "@/app/_shell/form";
import { PersonsToClear, personsToClear } from "@/app/facility/requests/[id]/persons-to-clear";
import { siteGapsOf } from "@/lib/facilities/rules";
import type { SiteSheet } from "@/lib/facilities/types";
import type { FormEcho } from "@/lib/forms/types";
import { requestPages as words } from "@/lib/messages/facility-requests";
import type { RequestDetails } from "@/lib/requests/queries";

type DraftStepsProps = { readonly request: RequestDetails; readonly site: SiteSheet | null; readonly from: string; readonly echo: FormEcho };

/** A draft: its steps, each of which can be left and taken up again, and what the law still asks. */
export function DraftSteps({ request, site, from, echo }: DraftStepsProps) {
  const page = `/facility/requests/${request.id}`;
  return (
    <>
      <TaskList label={words.stepsLabel} steps={stepsOf(request, site, page)} />
      <PersonsToClear request={request} back={page} />
      <Section title={words.discardTitle}>
        <p>{words.discardText}</p>
        <Form action="requests.discard" from={from} echo={echo} version={request.version}>
          <Hidden name="id" value={request.id} />
          <SubmitButton variant="danger">{words.discard}</SubmitButton>
        </Form>
      </Section>
    </>
  );
}

function stepsOf(request: RequestDetails, site: SiteSheet | null, page: string): readonly Step[] {
  const { people, law, dates, site: house, check } = words.steps;
  const asked = request.persons.filter(({ services }) => services.length > 0);
  const serviceCount = asked.reduce((sum, { services }) => sum + services.length, 0);
  const gaps = siteGapsOf(site).length;
  return [
    { label: people, href: `${page}/people`, hint: words.peopleHint(asked.length, serviceCount), state: asked.length > 0 ? "done" : "open" },
    lawStep(request, law),
    { label: dates, href: `${page}/dates`, hint: words.datesHint(request.wishes.length), state: request.wishes.length > 0 ? "done" : "open" },
    { label: house, href: `/facility/site?back=${encodeURIComponent(page)}`, hint: gaps === 0 ? words.siteDone : words.siteOpen(gaps), state: gaps === 0 ? "done" : "started" },
    asked.length > 0 ? { label: check, href: `${page}/check`, hint: words.checkHint, state: "open" } : { label: check, state: "locked" },
  ];
}

/** Leads to the persons below, and only where something is missing or in the way. */
function lawStep(request: RequestDetails, label: string): Step {
  const { blocked, open } = personsToClear(request);
  if (blocked.length > 0) return { label, href: "#law", hint: words.lawBlocked(blocked.length), state: "problem" };
  return open.length > 0 ? { label, href: "#law", hint: words.lawOpen(open.length), state: "started" } : { label, hint: words.lawDone, state: "done" };
}
