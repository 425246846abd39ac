import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

export type ButtonVariant = "primary" | "secondary" | "tertiary" | "danger";

type ButtonLook = {
  readonly variant?: ButtonVariant;
  readonly size?: "default" | "small";
  readonly icon?: IconName;
  /** Said to screen readers after the visible words, to tell equal buttons apart. */
  readonly context?: string;
  readonly children: ReactNode;
};

/** The class names that a button and a link in the shape of a button share. */
export const buttonClass = (variant: ButtonVariant, size: "default" | "small"): string =>
  classes("kern-btn", variant === "danger" ? "kern-btn--secondary bk-btn--danger" : `kern-btn--${variant}`, size === "small" && "bk-btn--small");

/** Icon and words of a button. */
export function ButtonContent({ icon, context, children }: Pick<ButtonLook, "icon" | "context" | "children">) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span className="kern-label">
        {children}
        {context ? <span className="bk-sr"> {context}</span> : null}
      </span>
    </>
  );
}

/** Sends the form it stands in. `name` and `value` tell two buttons of one form apart. */
export function SubmitButton({ variant = "primary", size = "default", icon, context, children, name, value, form }: ButtonLook & { readonly name?: string; readonly value?: string; readonly form?: string }) {
  return (
    <button className={buttonClass(variant, size)} type="submit" name={name} value={value} form={form}>
      <ButtonContent icon={icon} context={context}>{children}</ButtonContent>
    </button>
  );
}
