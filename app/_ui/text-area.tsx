import { classes } from "./classes";
import { Field } from "./field";
import { type FieldProps, fieldState } from "./field-state";

/** Several lines of text. */
export function TextArea(props: FieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  const { name, required, autoComplete, rows = 4, maxLength } = props;
  const state = fieldState(props);
  return (
    <Field {...props} state={state}>
      <textarea
        className={classes("kern-form-input__input", "bk-textarea", state.error && "kern-form-input__input--error")}
        id={state.id}
        name={name}
        rows={rows}
        defaultValue={state.value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        aria-required={required ? true : undefined}
        aria-invalid={state.error ? true : undefined}
        aria-describedby={state.describedBy}
      />
    </Field>
  );
}
