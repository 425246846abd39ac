import { Card } from "@/app/_ui/card";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Verdict } from "@/app/_ui/verdict";
import { Form } from "@/app/_shell/form";
import type { FormEcho } from "@/lib/forms/types";
import type { RequestPerson } from "@/lib/intake/queries";
import type { Verdict as LawVerdict } from "@/lib/law/verdicts";
import { formatDate, formatDateNumeric, formatEuro } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { verdictText } from "@/lib/messages/law";
import { office } from "@/lib/messages/office";
import { needsVisit } from "@/lib/requests/rules";
import { AuthorisationForm, ReductionForm } from "./person-forms";

const words = office.request;
const TONE = { blocks: "stop", warns: "warning", informs: "info" } as const satisfies Record<LawVerdict["weight"], string>;

/** One person of a request: what is asked for, by when, what it costs and what the law says. */
export function PersonCard({ person, path, echo }: { readonly person: RequestPerson; readonly path: string; readonly echo: FormEcho }) {
  if (person.isRestricted) return <Card title={person.label} headingLevel={3} />;
  const unsettled = person.services.filter(({ service, state }) => state === "ACCEPTED" && !needsVisit([service]));
  return (
    <Card title={<bdi>{person.label}</bdi>} preline={`${words.born} ${formatDateNumeric(person.bornOn)}`} headingLevel={3}>
      <ul>
        {person.services.map(({ caseId, service, state, dueOn }) => (
          <li key={caseId}>
            {labels.service[service]} ({labels.caseState[state]}){dueOn ? `, ${words.due} ${formatDate(dueOn)}` : ""}
          </li>
        ))}
      </ul>
      <p>
        {words.fee}: {formatEuro(person.feeCents)}
        {person.isBedside ? ` · ${words.bedside}` : ""}
      </p>
      <div className="bk-verdicts">
        {person.verdicts.map((verdict) => (
          <Verdict key={verdict.code} tone={TONE[verdict.weight]} text={verdictText(verdict)} source={verdict.source} />
        ))}
      </div>
      {person.authorisation ? <AuthorisationForm of={person.authorisation} person={person.label} path={path} echo={echo} /> : null}
      {person.reduction ? <ReductionForm of={person.reduction} person={person.label} path={path} echo={echo} /> : null}
      {unsettled.map(({ caseId, version, service }) => (
        <Form key={caseId} action="intake.settle" from={path} echo={echo} version={version} instance={caseId}>
          <p>{words.settleText}</p>
          <Hidden name="id" value={caseId} />
          <SubmitButton variant="secondary" size="small" context={`${labels.service[service]}, ${person.label}`}>
            {words.settle}
          </SubmitButton>
        </Form>
      ))}
    </Card>
  );
}
