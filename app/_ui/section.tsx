import type { ReactNode } from "react";
import { whole } from "./whole";

/** A titled part of a page; `id` makes it reachable by link. */
export function Section({ title, id, actions, children }: { readonly title: ReactNode; readonly id?: string; readonly actions?: ReactNode; readonly children?: ReactNode }) {
  return (
    <section className="bk-section" id={id}>
      <div className="bk-section__head">
        <h2>{whole(title)}</h2>
        {actions ? <div className="bk-section__actions">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
