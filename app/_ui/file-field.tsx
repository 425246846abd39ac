import { classes } from "./classes";
import { Field } from "./field";
import { type FieldProps, fieldState } from "./field-state";

type FileFieldProps = Omit<FieldProps, "defaultValue" | "autoComplete"> & {
  /** Endings and types that the browser offers first, e.g. ".csv,.xlsx"; what the file is, the portal looks at itself. */
  readonly accept: string;
};

/** One file to send. A refused form cannot give it back: no page may fill in a file. */
export function FileField(props: FileFieldProps) {
  const { name, accept, required } = props;
  const state = fieldState(props);
  return (
    <Field {...props} state={state}>
      <input
        className={classes("kern-form-input__input", "bk-file", state.error && "kern-form-input__input--error")}
        id={state.id}
        name={name}
        type="file"
        accept={accept}
        aria-required={required ? true : undefined}
        aria-invalid={state.error ? true : undefined}
        aria-describedby={state.describedBy}
      />
    </Field>
  );
}
