import { Choice } from "./choice";
import { FieldGroup } from "./field";
import { type FieldProps, fieldState } from "./field-state";
import type { Option } from "./option";

/** One of a few, all in view. */
export function RadioGroup(props: FieldProps & { readonly options: readonly Option[]; readonly isInline?: boolean }) {
  const { name, options, isInline } = props;
  const state = fieldState(props);
  return (
    <FieldGroup {...props} state={state} isInline={isInline}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          id={index === 0 ? state.id : `${state.id}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          isChecked={state.value === option.value}
          isDisabled={option.isDisabled}
          hasError={state.error !== null}
        />
      ))}
    </FieldGroup>
  );
}
