import { classes } from "./classes";
import { Choice } from "./choice";
import { FieldError } from "./field";
import { type FieldProps, fieldState } from "./field-state";

type CheckboxProps = Omit<FieldProps, "defaultValue" | "autoComplete" | "hideOptional" | "aside"> & {
  readonly value?: string;
  readonly defaultChecked?: boolean;
};

/** A single yes; sends `value` ("yes" unless told otherwise) or nothing. */
export function Checkbox({ value = "yes", defaultChecked = false, ...props }: CheckboxProps) {
  const state = fieldState(props);
  return (
    <div className={classes("bk-checkbox", state.error && "bk-checkbox--error")}>
      <Choice
        type="checkbox"
        id={state.id}
        name={props.name}
        value={value}
        label={props.label}
        hint={props.hint}
        isChecked={state.isEchoed ? state.values.includes(value) : defaultChecked}
        hasError={state.error !== null}
        isRequired={props.required}
        describedBy={state.error ? state.errorId : undefined}
      />
      <FieldError id={state.errorId} message={state.error} />
    </div>
  );
}
