import { common } from "@/lib/messages/common";
import { classes } from "./classes";
import { FieldGroup } from "./field";
import { type FieldProps, fieldState } from "./field-state";

type DatePart = { readonly part: "day" | "month" | "year"; readonly label: string; readonly width: 2 | 4; readonly autoComplete: string };

const PARTS: readonly DatePart[] = [
  { part: "day", label: common.form.day, width: 2, autoComplete: "bday-day" },
  { part: "month", label: common.form.month, width: 2, autoComplete: "bday-month" },
  { part: "year", label: common.form.year, width: 4, autoComplete: "bday-year" },
];

/** Cuts "YYYY-MM-DD", or "YYYY-MM" where the day is unknown, into what a person would type; anything else stays empty. */
function partsOf(civilDate: string | null | undefined): Readonly<Record<DatePart["part"], string>> {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(civilDate ?? "");
  return { day: found?.[3] ? String(Number(found[3])) : "", month: found ? String(Number(found[2])) : "", year: found?.[1] ?? "" };
}

/** A date in three fields named `name.day`, `name.month`, `name.year`; `autoComplete="bday"` for birthdays. */
export function DateField({ hint = common.form.dateHint, ...rest }: FieldProps) {
  const props = { ...rest, hint };
  const { echo, name, required, defaultValue, autoComplete } = props;
  const state = fieldState(props);
  const defaults = partsOf(defaultValue);
  return (
    <FieldGroup {...props} state={state}>
      <div className="bk-date">
        {PARTS.map(({ part, label, width, autoComplete: birthday }) => {
          const id = part === "day" ? state.id : `${state.id}-${part}`;
          return (
            <div className="bk-date__part kern-form-input" key={part}>
              <label className="kern-label kern-label--small" htmlFor={id}>
                {label}
              </label>
              <input
                className={classes("kern-form-input__input", `kern-form-input__input--width-${width}`, state.error && "kern-form-input__input--error")}
                id={id}
                name={`${name}.${part}`}
                type="text"
                inputMode="numeric"
                maxLength={part === "year" ? 4 : 2}
                defaultValue={echo ? (echo.values[`${name}.${part}`]?.[0] ?? "") : defaults[part]}
                autoComplete={autoComplete === "bday" ? birthday : "off"}
                aria-required={required ? true : undefined}
                aria-invalid={state.error ? true : undefined}
                aria-describedby={part === "day" && state.error ? state.errorId : undefined}
              />
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
