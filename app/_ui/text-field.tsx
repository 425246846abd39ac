import type { InputHTMLAttributes } from "react";
import { classes } from "./classes";
import { Field } from "./field";
import { type FieldProps, fieldState } from "./field-state";

export type TextFieldProps = FieldProps & {
  readonly type?: "text" | "email" | "tel" | "search";
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly maxLength?: number;
  /** As wide as the answer: characters. */
  readonly width?: 2 | 4 | 10 | 20;
  /** Stands behind the control, e.g. a unit. */
  readonly unit?: string;
  readonly spellCheck?: boolean;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, required, autoComplete, type = "text", inputMode, maxLength, width, unit, spellCheck } = props;
  const state = fieldState(props);
  const control = (
    <input
      className={classes("kern-form-input__input", state.error && "kern-form-input__input--error", width && `bk-width-${width}`)}
      id={state.id}
      name={name}
      type={type}
      defaultValue={state.value}
      inputMode={inputMode}
      maxLength={maxLength}
      autoComplete={autoComplete}
      spellCheck={spellCheck}
      aria-required={required ? true : undefined}
      aria-invalid={state.error ? true : undefined}
      aria-describedby={state.describedBy}
    />
  );
  return (
    <Field {...props} state={state}>
      {unit ? (
        <div className="bk-unit">
          {control}
          <span className="bk-unit__text">{unit}</span>
        </div>
      ) : (
        control
      )}
    </Field>
  );
}
