import { DescriptionList } from "@/app/_ui/description-list";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { echoOf } from "@/app/_ui/field-state";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { may } from "@/lib/auth/policy";
import { openResets, resetCandidates } from "@/lib/factor-resets/queries";
import type { ResetLine } from "@/lib/factor-resets/types";
import type { FormEcho } from "@/lib/forms/types";
import { recovery } from "@/lib/messages/factors";
import { formatDateTime } from "@/lib/messages/format";
import { account } from "@/lib/messages/login";

export const metadata = { title: recovery.title };

/** Where access is restored to somebody who lost every factor: one person asks, a second one confirms. */
export default page("recovery.view", async ({ actor, path, echo, notice }) => {
  const [resets, candidates] = await Promise.all([openResets(actor), resetCandidates(actor)]);
  return (
    <PageLayout title={recovery.title} lead={recovery.lead} notice={notice} breadcrumb={[{ href: "/account", label: account.title }]}>
      <Section title={recovery.openTitle}>
        {resets.length === 0 ? <p>{recovery.none}</p> : null}
        {resets.map((reset) => (
          <Waiting key={reset.id} reset={reset} mayDecide={may(actor.role, "recovery.decide")} path={path} echo={echo} />
        ))}
      </Section>
      <Section title={recovery.askTitle}>
        <p>{recovery.askText}</p>
        <Form action="recovery.ask" from={path} echo={echo}>
          <SelectField echo={echoOf(echo, "recovery.ask")} name="userId" label={recovery.person} required emptyLabel={recovery.choose} options={candidates.map(({ id, name }) => ({ value: id, label: name }))} />
          <SubmitButton variant="secondary">{recovery.ask}</SubmitButton>
        </Form>
      </Section>
    </PageLayout>
  );
});

type WaitingProps = { readonly reset: ResetLine; readonly mayDecide: boolean; readonly path: string; readonly echo: FormEcho };

function Waiting({ reset, mayDecide, path, echo }: WaitingProps) {
  const { id, userName, askedByName, askedAt, expiresAt, standing } = reset;
  const forms = { from: path, echo, instance: id } as const;
  return (
    <div className="bk-card">
      <h3>{userName}</h3>
      <DescriptionList
        isCompact
        rows={[
          { term: recovery.askedBy, value: askedByName },
          { term: recovery.askedAt, value: formatDateTime(askedAt) },
          { term: recovery.until, value: formatDateTime(expiresAt) },
        ]}
      />
      <p>{recovery.standing[standing]}</p>
      {standing === "MAY_CONFIRM" ? (
        <Form action="recovery.confirm" {...forms}>
          <Hidden name="id" value={id} />
          <SubmitButton context={userName}>{recovery.confirm}</SubmitButton>
        </Form>
      ) : null}
      {mayDecide ? (
        <Form action="recovery.refuse" {...forms}>
          <Hidden name="id" value={id} />
          <SubmitButton variant="danger" context={userName}>
            {recovery.refuse}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
