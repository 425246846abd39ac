import { Alert } from "@/app/_ui/alert";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { FactorCard } from "@/app/account/security/factor-card";
import { SetUpForms } from "@/app/login/factor/set-up-forms";
import { isFactorRequired, isFresh } from "@/lib/auth/second-factor";
import { ownMemberships } from "@/lib/auth/queries";
import { ownFactors } from "@/lib/factors/queries";
import { removalRefusal } from "@/lib/factors/rules";
import { security } from "@/lib/messages/factors";
import { account } from "@/lib/messages/login";

export const metadata = { title: security.title };

/** A person's own factors. What changes them appears after a fresh proof. */
export default page("account.security.view", async ({ actor, scope, now, path, echo, notice }) => {
  const { factors, codesLeft } = await ownFactors(scope);
  const isRequired = isFactorRequired((await ownMemberships(scope)).map(({ role }) => role));
  const mayChange = isFresh(actor.provenAt, now);
  const keepsLast = removalRefusal(factors.length, isRequired) !== null;
  return (
    <PageLayout title={security.title} lead={security.lead} notice={notice} breadcrumb={[{ href: "/account", label: account.title }]}>
      {mayChange ? null : (
        <Alert tone="info" title={security.proveTitle}>
          <p>{security.proveText}</p>
          <p>
            <TextLink href="/login/factor?next=%2Faccount%2Fsecurity">{security.prove}</TextLink>
          </p>
        </Alert>
      )}
      <Section title={security.listTitle}>
        {factors.length === 0 ? <p>{isRequired ? security.none : `${security.none} ${security.noneText}`}</p> : null}
        {factors.map((factor) => (
          <FactorCard key={factor.id} factor={factor} mayRemove={mayChange && !keepsLast} path={path} echo={echo} />
        ))}
        {factors.length > 0 && keepsLast ? <p>{security.lastText}</p> : null}
      </Section>
      {factors.length > 0 ? (
        <Section title={security.codesTitle}>
          <p>
            {security.codesLeft(codesLeft)} {security.codesText}
          </p>
          {mayChange ? (
            <Form action="factors.newCodes" from={path} echo={echo}>
              <SubmitButton variant="secondary">{security.codesButton}</SubmitButton>
            </Form>
          ) : null}
        </Section>
      ) : null}
      {mayChange ? <SetUpForms isFirst={false} from={path} next="" echo={echo} /> : null}
    </PageLayout>
  );
});
