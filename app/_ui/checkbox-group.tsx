import { Choice } from "./choice";
import { FieldGroup } from "./field";
import { type FieldProps, fieldState } from "./field-state";
import type { Option } from "./option";

type CheckboxGroupProps = Omit<FieldProps, "defaultValue"> & {
  readonly options: readonly Option[];
  readonly defaultValues?: readonly string[];
  readonly isInline?: boolean;
};

/** From this many choices on they stand in columns, where there is room. */
const LONG = 9;

/** Any of a few; all boxes carry the same name. */
export function CheckboxGroup({ defaultValues = [], ...props }: CheckboxGroupProps) {
  const { name, options, isInline } = props;
  const state = fieldState(props);
  const chosen = state.isEchoed ? state.values : defaultValues;
  return (
    <FieldGroup {...props} state={state} isInline={isInline} isLong={options.length > LONG}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          id={index === 0 ? state.id : `${state.id}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          isChecked={chosen.includes(option.value)}
          isDisabled={option.isDisabled}
          hasError={state.error !== null}
        />
      ))}
    </FieldGroup>
  );
}
