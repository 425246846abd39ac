import { Card } from "@/app/_ui/card";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { Verdicts } from "@/app/facility/law";
import { ListName } from "@/app/facility/name";
import { needVerdicts } from "@/lib/drafts/types";
import type { Verdict } from "@/lib/law/verdicts";
import { residentGapSentences } from "@/lib/messages/facility";
import { requestPages as words } from "@/lib/messages/facility-requests";
import type { RequestDetails, RequestPerson } from "@/lib/requests/queries";

/** The persons who cannot apply as things stand, and those about whom an answer is missing. */
export function personsToClear({ persons }: RequestDetails): { readonly blocked: readonly RequestPerson[]; readonly open: readonly RequestPerson[] } {
  const asked = persons.filter(({ services }) => services.length > 0);
  return { blocked: asked.filter(({ judgement }) => judgement.blockers.length > 0), open: asked.filter(({ judgement, gaps }) => judgement.blockers.length === 0 && gaps.length > 0) };
}

/** Only those persons, each with what is in the way and the way to set it right. Renders nothing when all is there. */
export function PersonsToClear({ request, back }: { readonly request: RequestDetails; readonly back: string }) {
  const { blocked, open } = personsToClear(request);
  if (blocked.length + open.length === 0) return null;
  return (
    <Section title={words.lawTitle} id="law">
      <p>{words.lawLead}</p>
      {[...blocked, ...open].map((person) => (
        <Card key={person.residentId} title={<ListName {...person} />} tone="plain">
          <Verdicts verdicts={person.judgement.blockers} />
          {person.gaps.length > 0 ? (
            <ul>
              {person.gaps.map((gap) => (
                <li key={gap}>{residentGapSentences[gap]}</li>
              ))}
            </ul>
          ) : null}
          <p>
            <TextLink href={isSettledHere(person.judgement.blockers) && person.gaps.length === 0 ? `/facility/requests/${request.id}/people` : personHref(person.residentId, back)}>
              {words.openPerson}
              <span className="bk-sr">: {person.firstNames} {person.lastName}</span>
            </TextLink>
          </p>
        </Card>
      ))}
    </Section>
  );
}

/** Whether all that stands in the way is settled by what the request says about the person, not by the roster. */
export function isSettledHere(blockers: readonly Verdict[]): boolean {
  return blockers.length > 0 && blockers.every(({ code }) => needVerdicts.some((one) => one === code));
}

/** A person's page that leads back here after saving. */
export function personHref(residentId: string, back: string): string {
  return `/facility/residents/${residentId}?back=${encodeURIComponent(back)}`;
}
