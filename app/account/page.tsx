import { DescriptionList } from "@/app/_ui/description-list";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { may } from "@/lib/auth/policy";
import { ownMemberships } from "@/lib/auth/queries";
import { env } from "@/lib/env";
import { common } from "@/lib/messages/common";
import { recovery, security } from "@/lib/messages/factors";
import { account } from "@/lib/messages/login";
import { noticeWords } from "@/lib/messages/privacy-notices";
import { roleLabels } from "@/lib/messages/roles";
import { NOTICE_OF_ROLE, noticePath } from "@/lib/privacy/notices";

export const metadata = { title: account.title };

export default page("account.view", async ({ actor, scope, path, notice, echo }) => {
  const others = (await ownMemberships(scope)).filter(({ id }) => id !== actor.membershipId);
  const rows = [
    { term: account.name, value: actor.displayName },
    { term: account.email, value: actor.email },
    { term: account.role, value: roleLabels[actor.role] },
    ...(actor.facilityName ? [{ term: account.facility, value: actor.facilityName }] : []),
  ];
  return (
    <PageLayout title={account.title} notice={notice}>
      <DescriptionList rows={rows} />
      <p>
        <TextLink href="/account/security">{security.link}</TextLink>
      </p>
      <p>
        <TextLink href="/account/data">{account.dataLink}</TextLink>
      </p>
      <p>
        <TextLink href={noticePath(NOTICE_OF_ROLE[actor.role])}>{noticeWords.yours}</TextLink>
      </p>
      {may(actor.role, "recovery.view") ? (
        <p>
          <TextLink href="/recovery">{recovery.link}</TextLink>
        </p>
      ) : null}
      {others.length > 0 ? (
        <Section title={account.rolesTitle}>
          <p>{account.rolesText}</p>
          {others.map(({ id, role, facilityName }) => (
            <Form key={id} action="account.switchRole" from={path} echo={echo} instance={id}>
              <Hidden name="membershipId" value={id} />
              <SubmitButton variant="secondary">
                {account.switchTo} {facilityName ?? roleLabels[role]}
              </SubmitButton>
            </Form>
          ))}
        </Section>
      ) : null}
      <Section title={account.sessionTitle}>
        <p>{account.sessionText(env().signIn.idleMinutes, env().signIn.sessionHours)}</p>
        <p>
          <TextLink href="/account/sessions">{account.sessionsLink}</TextLink>
        </p>
        <Form action="account.signOut" from={path}>
          <SubmitButton variant="secondary">{common.frame.signOut}</SubmitButton>
        </Form>
      </Section>
    </PageLayout>
  );
});
