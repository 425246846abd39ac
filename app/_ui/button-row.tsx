import type { ReactNode } from "react";

/** Buttons that belong together, the most important first. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="kern-btn-wrapper bk-button-row">{children}</div>;
}
