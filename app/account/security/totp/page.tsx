import { Alert } from "@/app/_ui/alert";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { TotpForm } from "@/app/login/factor/set-up-forms";
import { isFresh } from "@/lib/auth/second-factor";
import { openTotp } from "@/lib/factors/queries";
import { SET_UP_MINUTES } from "@/lib/factors/rules";
import { factorSetUp, security } from "@/lib/messages/factors";
import { account } from "@/lib/messages/login";

export const metadata = { title: factorSetUp.scanTitle };

/** The picture of an app that the person has begun to set up; only after a fresh proof. */
export default page("account.security.change", async ({ actor, now, path, echo, notice }) => {
  const setUp = isFresh(actor.provenAt, now) ? await openTotp(actor) : null;
  const breadcrumb = [{ href: "/account", label: account.title }, { href: "/account/security", label: security.title }];
  if (!setUp) {
    return (
      <PageLayout title={factorSetUp.scanTitle} notice={notice} breadcrumb={breadcrumb}>
        <Alert tone="info" title={factorSetUp.notOpenTitle}>
          <p>{factorSetUp.notOpenText}</p>
        </Alert>
        <p>
          <TextLink href="/account/security">{security.back}</TextLink>
        </p>
      </PageLayout>
    );
  }
  return (
    <PageLayout title={factorSetUp.scanTitle} lead={factorSetUp.scanLead(SET_UP_MINUTES)} notice={notice} breadcrumb={breadcrumb}>
      <TotpForm isFirst={false} from={path} next="" echo={echo} setUp={setUp} />
    </PageLayout>
  );
});
