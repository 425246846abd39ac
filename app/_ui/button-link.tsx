import type { ReactNode } from "react";
import type { IconName } from "./icon";
import { ButtonContent, type ButtonVariant, buttonClass } from "./submit-button";

type ButtonLinkProps = {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly size?: "default" | "small";
  readonly icon?: IconName;
  readonly context?: string;
  readonly download?: boolean;
  readonly children: ReactNode;
};

/** Goes somewhere, but has the weight of a button. */
export function ButtonLink({ href, variant = "primary", size = "default", icon, context, download, children }: ButtonLinkProps) {
  return (
    <a className={buttonClass(variant, size)} href={href} download={download}>
      <ButtonContent icon={icon} context={context}>{children}</ButtonContent>
    </a>
  );
}
