import { Alert } from "@/app/_ui/alert";
import { PageLayout } from "@/app/_ui/page-layout";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { TextLink } from "@/app/_ui/text-link";
import { echoOf } from "@/app/_ui/field-state";
import { cookieValue, ownPath } from "@/app/_shell/current";
import { LOGIN_COOKIE } from "@/app/_shell/names";
import { Form } from "@/app/_shell/form";
import { publicPage } from "@/app/_shell/page";
import { CODE_MINUTES } from "@/lib/auth/commands";
import { login } from "@/lib/messages/login";

export const metadata = { title: login.codeTitle };

/** The link in the mail only fills in the code; opening it uses nothing up. The press of the button does. */
export default publicPage(async ({ query, path, echo, notice }) => {
  const next = ownPath(query.next) ?? "";
  const code = /^\d{6}$/.test(query.code ?? "") ? query.code : "";
  const own = echoOf(echo, "login.redeem");
  const hasAsked = (await cookieValue(LOGIN_COOKIE)) !== null;
  const again = <TextLink href={`/login${next ? `?next=${encodeURIComponent(next)}` : ""}`}>{login.newCode}</TextLink>;
  if (!hasAsked && !own) {
    return (
      <PageLayout title={login.codeTitle} notice={notice}>
        <Alert tone="info" title={login.otherBrowserTitle}>
          <p>{login.otherBrowserText}</p>
        </Alert>
        <p>{again}</p>
      </PageLayout>
    );
  }
  return (
    <PageLayout title={login.codeTitle} lead={login.codeLead(CODE_MINUTES)} notice={notice}>
      <Form action="login.redeem" from={path} echo={echo}>
        <Hidden name="next" value={next} />
        <TextField echo={own} name="code" label={login.code} hint={login.codeHint} defaultValue={code} required inputMode="numeric" width={10} autoComplete="one-time-code" />
        <SubmitButton>{login.enter}</SubmitButton>
      </Form>
      <p>{again}</p>
    </PageLayout>
  );
});
