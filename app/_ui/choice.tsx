import type { ReactNode } from "react";
import { classes } from "./classes";
import { whole } from "./whole";

type ChoiceProps = {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly hasError?: boolean;
  readonly isRequired?: boolean;
  readonly describedBy?: string;
};

/** One radio button or checkbox with its label and hint. */
export function Choice({ type, id, name, value, label, hint, isChecked, isDisabled, hasError, isRequired, describedBy }: ChoiceProps) {
  const hintId = `${id}-hint`;
  return (
    <div className="kern-form-check bk-choice">
      <input
        className={classes(`kern-form-check__${type}`, hasError && `kern-form-check__${type}--error`)}
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={isChecked}
        disabled={isDisabled}
        aria-required={isRequired && type === "checkbox" ? true : undefined}
        aria-invalid={hasError && type === "checkbox" ? true : undefined}
        aria-describedby={[hint ? hintId : null, describedBy].filter(Boolean).join(" ") || undefined}
      />
      <div className="bk-choice__text">
        <label className="kern-label" htmlFor={id}>
          {whole(label)}
        </label>
        {hint ? (
          <div className="kern-hint" id={hintId}>
            {whole(hint)}
          </div>
        ) : null}
      </div>
    </div>
  );
}
