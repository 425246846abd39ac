import { Card } from "@/app/_ui/card";
import { ButtonRow } from "@/app/_ui/button-row";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { StatusTag } from "@/app/_ui/status-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { colleagues } from "@/lib/colleagues/queries";
import type { Colleague } from "@/lib/colleagues/types";
import type { FormEcho } from "@/lib/forms/types";
import { colleagueWords as words } from "@/lib/messages/colleagues";
import { navigation } from "@/lib/messages/navigation";

export const metadata = { title: words.title };

/** Who signs in for the house; its lead lets people in and out. */
export default page("facility.colleagues.view", async ({ actor, path, echo, notice }) => {
  const { people, isLead } = await colleagues(actor);
  const own = echoOf(echo, "colleagues.invite");
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} breadcrumb={[{ href: "/facility/site", label: navigation.house }]}>
      <Section title={words.listTitle}>
        <p>{isLead ? words.handOverHint : words.leadOnly}</p>
        <div className="bk-stack">
          {people.map((one) => (
            <Line key={one.id} colleague={one} mayChange={isLead && !one.isSelf} path={path} echo={echo} />
          ))}
        </div>
      </Section>
      {isLead ? (
        <Section title={words.inviteTitle}>
          <p>{words.inviteText}</p>
          <Form action="colleagues.invite" from={path} echo={echo}>
            <TextField echo={own} name="name" label={words.name} required />
            <TextField echo={own} name="email" label={words.email} type="email" required spellCheck={false} />
            <SubmitButton>{words.invite}</SubmitButton>
          </Form>
        </Section>
      ) : null}
    </PageLayout>
  );
});

type LineProps = { readonly colleague: Colleague; readonly mayChange: boolean; readonly path: string; readonly echo: FormEcho };

function Line({ colleague: { id, name, email, isLead, isSelf, isAwaited }, mayChange, path, echo }: LineProps) {
  const forms = { from: path, echo, instance: id } as const;
  return (
    <Card title={isSelf ? `${name} (${words.isSelf})` : name} tag={isLead ? <StatusTag tone="info" label={words.isLead} size="small" /> : null}>
      <p>
        {email}
        {isAwaited && !isSelf ? `, ${words.isAwaited}` : ""}
      </p>
      {mayChange ? (
        <ButtonRow>
          {isAwaited ? (
            <Form action="colleagues.resend" {...forms}>
              <Hidden name="id" value={id} />
              <SubmitButton size="small" variant="secondary" context={name}>{words.resend}</SubmitButton>
            </Form>
          ) : null}
          <Form action="colleagues.handOver" {...forms}>
            <Hidden name="id" value={id} />
            <SubmitButton size="small" variant="secondary" context={name}>{words.handOver}</SubmitButton>
          </Form>
          <Form action="colleagues.remove" {...forms}>
            <Hidden name="id" value={id} />
            <SubmitButton size="small" variant="danger" context={name}>{words.remove}</SubmitButton>
          </Form>
        </ButtonRow>
      ) : null}
    </Card>
  );
}
