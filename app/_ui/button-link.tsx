import type { ReactNode } from "react";
import type { IconName } from "./icon";
import { ButtonContent, type ButtonVariant, buttonClass } from "./submit-button";

type ButtonLinkProps = {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly size?: "default" | "small";
  readonly icon?: IconName;
  readonly context?: string;
  readonly children: ReactNode;
};

/** Goes somewhere, but has the weight of a button. A file says by itself that it is one: a link that did would save the sign-in page when that is what comes. */
export function ButtonLink({ href, variant = "primary", size = "default", icon, context, children }: ButtonLinkProps) {
  return (
    <a className={buttonClass(variant, size)} href={href}>
      <ButtonContent icon={icon} context={context}>{children}</ButtonContent>
    </a>
  );
}
