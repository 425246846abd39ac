import { encode } from "uqr";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { echoOf } from "@/app/_ui/field-state";
import { Form } from "@/app/_shell/form";
import { PasskeyArea, PasskeyButton } from "@/app/login/factor/passkey-area";
import type { TotpSetUp } from "@/lib/factors/types";
import { factorLogin, factorSetUp } from "@/lib/messages/factors";
import type { FormEcho } from "@/lib/forms/types";

/** `isFirst`: the forms of a session that owes its first factor; otherwise those of a person's own account. */
type SetUpProps = { readonly isFirst: boolean; readonly from: string; readonly next: string; readonly echo: FormEcho };

/** The two kinds of factor that one can set up. */
export function SetUpForms({ isFirst, from, next, echo }: SetUpProps) {
  const [begin, add] = isFirst ? (["factor.beginTotp", "factor.addPasskey"] as const) : (["factors.beginTotp", "factors.addPasskey"] as const);
  return (
    <>
      <Section title={factorSetUp.appTitle}>
        <p>{factorSetUp.appText}</p>
        <Form action={begin} from={from} echo={echo}>
          <Hidden name="next" value={next} />
          <SubmitButton variant={isFirst ? "primary" : "secondary"}>{factorSetUp.appButton}</SubmitButton>
        </Form>
      </Section>
      <Section title={factorSetUp.passkeyTitle}>
        <p>{factorSetUp.passkeyText}</p>
        <PasskeyArea needsScript={factorLogin.passkeyNeedsScript} notHere={factorLogin.passkeyNotHere}>
          <Form action={add} from={from} echo={echo} idPrefix="passkey">
            <Hidden name="next" value={next} />
            <TextField echo={echoOf(echo, add)} idPrefix="passkey" name="name" label={factorSetUp.name} hint={factorSetUp.nameHint} defaultValue={factorSetUp.passkeyName} required maxLength={60} width={20} />
            <PasskeyButton purpose="register" label={factorSetUp.passkeyButton} broken={factorLogin.passkeyBroken} variant="secondary" />
          </Form>
        </PasskeyArea>
      </Section>
    </>
  );
}

/** The picture and the key of an app that was begun, and the form for its first code. */
export function TotpForm({ isFirst, from, next, echo, setUp }: SetUpProps & { readonly setUp: TotpSetUp }) {
  const action = isFirst ? ("factor.confirmTotp" as const) : ("factors.confirmTotp" as const);
  const own = echoOf(echo, action);
  return (
    <>
      <QrCode text={setUp.uri} />
      <p>
        {factorSetUp.key}: <code className="bk-code">{setUp.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <Form action={action} from={from} echo={echo}>
        <Hidden name="next" value={next} />
        <TextField echo={own} name="name" label={factorSetUp.name} hint={factorSetUp.nameHint} defaultValue={factorSetUp.appName} required maxLength={60} width={20} />
        <TextField echo={own} name="code" label={factorSetUp.code} hint={factorSetUp.codeHint} required inputMode="numeric" width={10} autoComplete="one-time-code" />
        <SubmitButton>{factorSetUp.confirm}</SubmitButton>
      </Form>
    </>
  );
}

const QUIET_ZONE = 4;

/** Black on white in every colour scheme, because a camera reads it. One path of unit squares. */
function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="bk-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={factorSetUp.qrLabel} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
