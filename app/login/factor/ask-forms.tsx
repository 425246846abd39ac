import { Alert } from "@/app/_ui/alert";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { echoOf } from "@/app/_ui/field-state";
import { Form } from "@/app/_shell/form";
import { PasskeyArea, PasskeyButton } from "@/app/login/factor/passkey-area";
import type { Holder } from "@/lib/auth/second-factor";
import { env } from "@/lib/env";
import { factorLogin } from "@/lib/messages/factors";
import type { FormEcho } from "@/lib/forms/types";

type AskProps = { readonly from: string; readonly next: string; readonly echo: FormEcho };

/** Asks for the second factor: passkey where there is one, a code always. */
export function AskForms({ holder, from, next, echo }: AskProps & { readonly holder: Holder }) {
  const hasApp = holder.kinds.includes("TOTP");
  return (
    <>
      {holder.kinds.includes("PASSKEY") ? (
        <Section title={factorLogin.passkeyTitle}>
          <PasskeyArea needsScript={factorLogin.passkeyNeedsScript} notHere={factorLogin.passkeyNotHere}>
            <p>{factorLogin.passkeyText}</p>
            <Form action="factor.passkey" from={from} echo={echo}>
              <Hidden name="next" value={next} />
              <PasskeyButton purpose="prove" label={factorLogin.passkeyButton} broken={factorLogin.passkeyBroken} />
            </Form>
          </PasskeyArea>
        </Section>
      ) : null}
      <Section title={factorLogin.codeTitle}>
        <Form action="factor.prove" from={from} echo={echo}>
          <Hidden name="next" value={next} />
          <TextField
            echo={withoutCode(echoOf(echo, "factor.prove"))}
            name="code"
            label={hasApp ? factorLogin.codeApp : factorLogin.codeRecovery}
            hint={hasApp ? factorLogin.codeAppHint : factorLogin.codeRecoveryHint}
            required
            width={20}
            autoComplete="one-time-code"
            spellCheck={false}
          />
          <SubmitButton variant={hasApp ? "primary" : "secondary"}>{factorLogin.confirm}</SubmitButton>
        </Form>
      </Section>
      <Section title={factorLogin.lostTitle}>
        <p>
          {factorLogin.lostText} {env().officePhone}
        </p>
      </Section>
    </>
  );
}

/** A code is never shown again: the next one is another. */
function withoutCode(echo: FormEcho): FormEcho {
  return echo && { ...echo, values: {} };
}

/** The demonstration's one click once more. */
export function DemoForm({ from, next }: AskProps) {
  return (
    <Section title={factorLogin.demoTitle}>
      <p>{factorLogin.demoText}</p>
      <Form action="factor.demo" from={from}>
        <Hidden name="next" value={next} />
        <SubmitButton>{factorLogin.demoButton}</SubmitButton>
      </Form>
    </Section>
  );
}

/** Somebody without a second factor signs in anew instead. */
export function SignInAnew({ from, next }: AskProps) {
  return (
    <Alert tone="info" title={factorLogin.againTitle}>
      <p>{factorLogin.againText}</p>
      <Form action="factor.leave" from={from}>
        <Hidden name="next" value={next} />
        <SubmitButton>{factorLogin.againButton}</SubmitButton>
      </Form>
    </Alert>
  );
}

/** The way out for somebody who cannot or will not go on. */
export function Leave({ from }: { readonly from: string }) {
  return (
    <Form action="factor.leave" from={from} instance="leave" className="bk-inline-form">
      <Hidden name="next" value="" />
      <SubmitButton variant="tertiary">{factorLogin.leave}</SubmitButton>
    </Form>
  );
}
