import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import { Icon } from "./icon";

type AlertProps = {
  readonly tone: "info" | "success" | "warning" | "danger";
  readonly title: ReactNode;
  /** "status" or "alert" for what has just happened; nothing for what simply stands on the page. */
  readonly role?: "status" | "alert";
  readonly children?: ReactNode;
};

/** A message that stands out: what happened, what it means, what to do. */
export function Alert({ tone, title, role, children }: AlertProps) {
  return (
    <div className={`kern-alert kern-alert--${tone}`} role={role}>
      <div className="kern-alert__header">
        <Icon name={tone} />
        <p className="kern-title">
          <span className="bk-sr">{common.tone[tone]}: </span>
          {title}
        </p>
      </div>
      {children ? <div className="kern-alert__body">{children}</div> : null}
    </div>
  );
}
