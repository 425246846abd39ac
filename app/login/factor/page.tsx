import { Alert } from "@/app/_ui/alert";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextLink } from "@/app/_ui/text-link";
import { currentSession, ownPath } from "@/app/_shell/current";
import { publicPage, type PublicContext } from "@/app/_shell/page";
import { AskForms, DemoForm, Leave, SignInAnew } from "@/app/login/factor/ask-forms";
import { SetUpForms, TotpForm } from "@/app/login/factor/set-up-forms";
import { isFresh } from "@/lib/auth/second-factor";
import { openTotp } from "@/lib/factors/queries";
import { SET_UP_MINUTES } from "@/lib/factors/rules";
import { factorLogin, factorSetUp } from "@/lib/messages/factors";

export const metadata = { title: factorLogin.title };

/** Where a session proves its second factor, sets up its first one, or proves it again before an essential change. */
export default publicPage(async (context) => {
  const { query, notice, path, echo } = context;
  const next = ownPath(query.next) ?? "";
  const session = await currentSession();
  if (!session) {
    return (
      <PageLayout title={factorLogin.title} notice={notice}>
        <Alert tone="info" title={factorLogin.nobodyTitle}>
          <p>{factorLogin.nobodyText}</p>
        </Alert>
        <p>
          <TextLink href={next ? `/login?next=${encodeURIComponent(next)}` : "/login"}>{factorLogin.toLogin}</TextLink>
        </p>
      </PageLayout>
    );
  }
  const { holder, person, now } = session;
  const forms = { from: path, next, echo };
  if (!person && holder.factors === 0) return setUp(context, next, holder);
  if (person && isFresh(person.provenAt, now)) {
    return (
      <PageLayout title={factorLogin.title} notice={notice}>
        <Alert tone="success" title={factorLogin.provenTitle} />
        <p>
          <TextLink href={next || "/home"}>{factorLogin.goOn}</TextLink>
        </p>
      </PageLayout>
    );
  }
  return (
    <PageLayout title={factorLogin.title} lead={person ? factorLogin.leadAgain : factorLogin.lead} notice={notice}>
      {holder.factorWay === "DEMO" ? <DemoForm {...forms} /> : null}
      {holder.factors > 0 ? <AskForms {...forms} holder={holder} /> : null}
      {holder.factors === 0 && holder.factorWay !== "DEMO" ? <SignInAnew {...forms} /> : null}
      {person ? null : <Leave from={path} />}
    </PageLayout>
  );
});

/** The first factor of a session that owes one. */
async function setUp({ query, notice, path, echo }: PublicContext, next: string, holder: { readonly userId: string; readonly email: string }) {
  const begun = query.way === "app" ? await openTotp(holder) : null;
  const forms = { isFirst: true, from: path, next, echo };
  return (
    <PageLayout title={begun ? factorSetUp.scanTitle : factorSetUp.title} lead={begun ? factorSetUp.scanLead(SET_UP_MINUTES) : factorSetUp.lead} notice={notice}>
      {begun ? <TotpForm {...forms} setUp={begun} /> : <SetUpForms {...forms} />}
      <Leave from={path} />
    </PageLayout>
  );
}
