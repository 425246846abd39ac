import { Alert } from "@/app/_ui/alert";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { PrintButton } from "@/app/_ui/print-button";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { echoOf } from "@/app/_ui/field-state";
import { ownPath } from "@/app/_shell/current";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { codesPage, security } from "@/lib/messages/factors";

export const metadata = { title: codesPage.title };

/** Recovery codes, for the browser in which they were made, on the way onward. The portal itself cannot read them any more. */
export default page("account.security.change", async ({ query, echo, notice }) => {
  const codes = echoOf(echo, "factors.codes")?.values.codes ?? [];
  if (codes.length === 0) {
    return (
      <PageLayout title={codesPage.title} notice={notice}>
        <Alert tone="info" title={codesPage.goneTitle}>
          <p>{codesPage.goneText}</p>
        </Alert>
        <p>
          <TextLink href="/account/security">{security.back}</TextLink>
        </p>
      </PageLayout>
    );
  }
  return (
    <PageLayout title={codesPage.title} lead={codesPage.lead} notice={notice}>
      <ul className="bk-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="bk-code">{code}</code>
          </li>
        ))}
      </ul>
      <PrintButton label={codesPage.print} />
      <Form action="factors.codesNoted" from="/account/security">
        <Hidden name="shown" value={query.echo ?? ""} />
        <Hidden name="next" value={ownPath(query.next) ?? ""} />
        <SubmitButton>{codesPage.noted}</SubmitButton>
      </Form>
    </PageLayout>
  );
});
