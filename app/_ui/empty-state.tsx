import type { ReactNode } from "react";

/** Nothing here: says so calmly and offers the next step. */
export function EmptyState({ text, children }: { readonly text: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="bk-empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
