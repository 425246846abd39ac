import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { echoOf } from "@/app/_ui/field-state";
import type { ActionName } from "@/app/_shell/registry";
import { FORM_FROM, FORM_INSTANCE, FORM_KEY } from "@/lib/forms/read";
import type { FormEcho } from "@/lib/forms/types";

type FormProps = {
  readonly action: ActionName;
  /** Path of the page the form stands on; a refused form comes back there. */
  readonly from: string;
  readonly echo?: FormEcho;
  readonly version?: number;
  /** Tells apart two forms of one action on one page; pass the same to `formName`. */
  readonly instance?: string;
  /** As given to the fields, so that the summary's links find them. */
  readonly idPrefix?: string;
  readonly className?: string;
  readonly label?: string;
  /** The answer comes in a window of its own; what stands in this page stays. */
  readonly opensWindow?: boolean;
  /** The form brings a file; its action stands among the doors for uploads (lib/front-door/check). */
  readonly takesFile?: boolean;
  readonly children: ReactNode;
};

/** The name under which a form's echo comes back: the action, with the instance where there are several. */
export function formName(action: ActionName, instance?: string): string {
  return instance ? `${action}#${instance}` : action;
}

/** A form that works without script: it posts to its action, carries a key against double presses, and shows its own errors. */
export function Form({ action, from, echo = null, version, instance, idPrefix, className, label, opensWindow = false, takesFile = false, children }: FormProps) {
  return (
    <form method="post" encType={takesFile ? "multipart/form-data" : undefined} action={`/do/${action}`} className={className ?? "bk-form"} aria-label={label} target={opensWindow ? "_blank" : undefined} rel={opensWindow ? "noopener" : undefined} noValidate>
      <ErrorSummary echo={echoOf(echo, formName(action, instance))} idPrefix={idPrefix} />
      <input type="hidden" name={FORM_KEY} value={randomUUID()} />
      <input type="hidden" name={FORM_FROM} value={from} />
      {instance ? <input type="hidden" name={FORM_INSTANCE} value={instance} /> : null}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {children}
    </form>
  );
}
