import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { DataTable } from "@/app/_ui/data-table";
import { echoOf } from "@/app/_ui/field-state";
import { ownPath } from "@/app/_shell/current";
import { Form } from "@/app/_shell/form";
import { publicPage } from "@/app/_shell/page";
import { CityEntry, CityNews } from "@/app/login/city-entry";
import { DEMO_ACCOUNTS } from "@/lib/auth/demo";
import { env } from "@/lib/env";
import { login } from "@/lib/messages/login";
import { roleLabels } from "@/lib/messages/roles";

export const metadata = { title: login.title };

export default publicPage(async ({ query, path, echo, notice }) => {
  const next = ownPath(query.next) ?? "";
  const own = echoOf(echo, "login.code");
  return (
    <PageLayout title={login.title} lead={env().signIn.provider ? undefined : login.lead} notice={notice}>
      <CityNews query={query} />
      <CityEntry next={next} />
      {env().signIn.provider ? <h2>{login.facilityTitle}</h2> : null}
      {env().signIn.provider ? <p>{login.lead}</p> : null}
      <Form action="login.code" from={path} echo={echo}>
        <Hidden name="next" value={next} />
        <TextField echo={own} name="email" type="email" label={login.email} hint={login.emailHint} required autoComplete="email" spellCheck={false} />
        <SubmitButton>{login.sendCode}</SubmitButton>
      </Form>
      {env().mode === "demo" ? <DemoAccounts from={path} next={next} /> : null}
      <Section title={login.noAccount}>
        <p>
          {login.noAccountText} {env().officePhone}
        </p>
      </Section>
    </PageLayout>
  );
});

function DemoAccounts({ from, next }: { readonly from: string; readonly next: string }) {
  return (
    <Section title={login.demoTitle}>
      <p>{login.demoText}</p>
      <DataTable
        caption={login.demoTitle}
        hideCaption
        columns={[
          { key: "account", label: login.demoAccount },
          { key: "role", label: login.demoRole },
          { key: "enter", label: login.enter, isAction: true },
        ]}
        rows={DEMO_ACCOUNTS.map(({ email, name, role }) => ({
          id: email,
          cells: {
            account: email,
            role: roleLabels[role],
            enter: (
              <Form action="login.demo" from={from} instance={email.split("@")[0]} className="bk-inline-form">
                <Hidden name="email" value={email} />
                <Hidden name="next" value={next} />
                <SubmitButton size="small" variant="secondary" context={`${login.demoEnter} ${email}, ${name}`}>
                  {login.enter}
                </SubmitButton>
              </Form>
            ),
          },
        }))}
      />
    </Section>
  );
}
