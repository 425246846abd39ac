import type { ReactNode } from "react";

/** Short fields side by side where there is room. */
export function FormGrid({ children }: { readonly children: ReactNode }) {
  return <div className="bk-form-grid">{children}</div>;
}
