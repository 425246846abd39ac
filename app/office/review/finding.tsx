import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Verdict } from "@/app/_ui/verdict";
import { Form, formName } from "@/app/_shell/form";
import type { FormEcho } from "@/lib/forms/types";
import { causeText, deedsOf, leaveReasonLabels, review as words, reviewKindLabels, type Deed } from "@/lib/messages/review";
import type { Finding, Left } from "@/lib/review/queries";
import { leaveReasons } from "@/lib/review/types";

export type FindingProps = { readonly finding: Finding; readonly path: string; readonly echo: FormEcho };

/** Tells the forms of one page apart. */
function shortOf(name: string): string {
  return `f${name.slice(-16)}`;
}

function hrefOf({ subject, person }: Finding, { at }: Deed): string | null {
  if (at === "TOUR") return `/office/tours/${subject.tourId}`;
  if (at === "REQUEST") return person && `/office/requests/${person.requestId}`;
  return `/office/visits/${subject.id}#place`;
}

function Title({ finding: { cause, person } }: Pick<FindingProps, "finding">) {
  return (
    <>
      <strong>{reviewKindLabels[cause.kind]}</strong>
      {person ? <>: <bdi>{person.label}</bdi></> : null}
    </>
  );
}

/** One finding: what, why, what can be done, and the way to leave it as it is. */
export function OpenFinding({ finding, path, echo }: FindingProps) {
  const name = finding.names[0]!;
  const instance = shortOf(name);
  const own = echoOf(echo, formName("review.leave", instance));
  const what = `${reviewKindLabels[finding.cause.kind]}${finding.person ? `, ${finding.person.label}` : ""}`;
  return (
    <li>
      <Verdict tone="warning" text={<Title finding={finding} />}>
        <p>{causeText(finding.cause)}</p>
        <ButtonRow>
          {deedsOf[finding.cause.kind].map((deed) => {
            const href = hrefOf(finding, deed);
            return href ? <ButtonLink key={deed.label} href={href} size="small" variant="secondary" context={`(${what})`}>{deed.label}</ButtonLink> : null;
          })}
        </ButtonRow>
        <details open={own !== null}>
          <summary>{words.leave}<span className="bk-sr"> {what}</span></summary>
          <Form action="review.leave" from={path} echo={echo} instance={instance} idPrefix={instance} label={`${words.leaveSubmit}: ${what}`}>
            <p>{words.leaveText}</p>
            <Hidden name="finding" value={name} />
            <SelectField echo={own} name="reason" idPrefix={instance} label={words.leaveReason} options={leaveReasons.map((value) => ({ value, label: leaveReasonLabels[value] }))} required />
            <SubmitButton variant="secondary" size="small" context={`(${what})`}>{words.leaveSubmit}</SubmitButton>
          </Form>
        </details>
      </Verdict>
    </li>
  );
}

/** A finding that somebody has left as it is, with why, and the way back. */
export function LeftFinding({ finding, left, about, path, echo }: FindingProps & { readonly left: Left; readonly about: string }) {
  return (
    <li>
      <Verdict tone="info" text={<Title finding={finding} />}>
        <p>{causeText(finding.cause)}</p>
        <p className="bk-small">{about}</p>
        <p className="bk-small">{words.left(leaveReasonLabels[left.reason], left.by, left.at)}</p>
        <Form action="review.show" from={path} echo={echo} instance={shortOf(left.name)} label={`${words.show}: ${reviewKindLabels[finding.cause.kind]}, ${about}`}>
          <Hidden name="finding" value={left.name} />
          <SubmitButton variant="tertiary" size="small" context={`(${reviewKindLabels[finding.cause.kind]}, ${about})`}>{words.show}</SubmitButton>
        </Form>
      </Verdict>
    </li>
  );
}
