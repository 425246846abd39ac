import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import { classes } from "./classes";
import type { FieldProps, FieldState } from "./field-state";
import { Icon } from "./icon";

type FrameProps = Pick<FieldProps, "label" | "hint" | "required" | "hideOptional" | "aside"> & {
  readonly state: FieldState;
  readonly children: ReactNode;
};

/** The words of a label, with "(optional)" where an answer may stay away. */
export function LabelText({ label, required, hideOptional }: Pick<FieldProps, "label" | "required" | "hideOptional">) {
  return (
    <>
      {label}
      {required || hideOptional ? null : <span className="kern-label__optional"> {common.form.optional}</span>}
    </>
  );
}

/** A sentence that helps before anything is typed. */
export function FieldHint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return children ? (
    <div className="kern-hint" id={id}>
      {children}
    </div>
  ) : null;
}

/** What is wrong with this field, said at the field. */
export function FieldError({ id, message }: { readonly id: string; readonly message: string | null }) {
  return message === null ? null : (
    <p className="kern-error" id={id}>
      <Icon name="danger" />
      <span className="kern-body">
        <span className="kern-sr-only">{common.form.errorPrefix} </span>
        {message}
      </span>
    </p>
  );
}

/** Label, hint, control and error of a single control. */
export function Field({ state, label, hint, required, hideOptional, aside, children }: FrameProps) {
  return (
    <FieldWithAside aside={aside}>
      <div className={classes("kern-form-input", state.error && "kern-form-input--error")}>
        <label className="kern-label" htmlFor={state.id}>
          <LabelText label={label} required={required} hideOptional={hideOptional} />
        </label>
        <FieldHint id={state.hintId}>{hint}</FieldHint>
        {children}
        <FieldError id={state.errorId} message={state.error} />
      </div>
    </FieldWithAside>
  );
}

/** Legend, hint, controls and error of a group of controls that answer one question. */
export function FieldGroup({ state, label, hint, required, hideOptional, aside, isInline = false, isLong = false, children }: FrameProps & { readonly isInline?: boolean; readonly isLong?: boolean }) {
  return (
    <FieldWithAside aside={aside}>
      <fieldset className={classes("kern-fieldset", state.error && "kern-fieldset--error")} aria-describedby={state.describedBy}>
        <legend className="kern-label">
          <LabelText label={label} required={required} hideOptional={hideOptional} />
        </legend>
        <FieldHint id={state.hintId}>{hint}</FieldHint>
        <div className={classes("kern-fieldset__body", isInline && "kern-fieldset__body--horizontal", isLong && "bk-choices--long")}>{children}</div>
        <FieldError id={state.errorId} message={state.error} />
      </fieldset>
    </FieldWithAside>
  );
}

function FieldWithAside({ aside, children }: { readonly aside?: ReactNode; readonly children: ReactNode }) {
  return aside ? (
    <div className="bk-field-row">
      {children}
      <div className="bk-field-row__aside">{aside}</div>
    </div>
  ) : (
    <>{children}</>
  );
}
