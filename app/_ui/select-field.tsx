import { common } from "@/lib/messages/common";
import { classes } from "./classes";
import { Field } from "./field";
import { type FieldProps, fieldState } from "./field-state";
import type { Option } from "./option";

/** One of many. Starts with "Bitte wählen" unless there is a value that may not be left. */
export function SelectField(props: FieldProps & { readonly options: readonly Option[]; readonly emptyLabel?: string | null }) {
  const { name, required, autoComplete, options, emptyLabel = common.form.choose } = props;
  const state = fieldState(props);
  return (
    <Field {...props} state={state}>
      <div className="kern-form-input__select-wrapper">
        <select
          className={classes("kern-form-input__select", state.error && "kern-form-input__select--error")}
          id={state.id}
          name={name}
          defaultValue={state.value}
          autoComplete={autoComplete}
          aria-required={required ? true : undefined}
          aria-invalid={state.error ? true : undefined}
          aria-describedby={state.describedBy}
        >
          {emptyLabel === null ? null : <option value="">{emptyLabel}</option>}
          {groupsOf(options).map(([group, own]) =>
            group === "" ? (
              <Options key={group} options={own} />
            ) : (
              <optgroup key={group} label={group}>
                <Options options={own} />
              </optgroup>
            ),
          )}
        </select>
      </div>
    </Field>
  );
}

/** Groups in order of appearance. By hand, because `Map.groupBy` is missing in Node 20. */
function groupsOf(options: readonly Option[]): readonly (readonly [string, readonly Option[]])[] {
  const names = [...new Set(options.map(({ group = "" }) => group))];
  return names.map((name) => [name, options.filter(({ group = "" }) => group === name)] as const);
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return options.map(({ value, label, isDisabled }) => (
    <option key={value} value={value} disabled={isDisabled}>
      {label}
    </option>
  ));
}
