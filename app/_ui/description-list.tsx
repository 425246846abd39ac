import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import { classes } from "./classes";
import { whole } from "./whole";

export type DescriptionRow = {
  readonly term: string;
  readonly value: ReactNode;
  readonly change?: { readonly href: string; readonly label?: string };
};

/** Facts as pairs. With `change` per row it is the page "check your answers". */
export function DescriptionList({ rows, isCompact = false }: { readonly rows: readonly DescriptionRow[]; readonly isCompact?: boolean }) {
  return (
    <dl className={classes("kern-description-list", "bk-facts", isCompact && "bk-facts--compact")}>
      {rows.map(({ term, value, change }) => (
        <div className="kern-description-list-item" key={term}>
          <dt className="kern-description-list-item__key">{term}</dt>
          <dd className="kern-description-list-item__value">
            <span className="bk-facts__value">{whole(value)}</span>
            {change ? (
              <a className="bk-facts__change" href={change.href}>
                {change.label ?? common.form.change}
                <span className="bk-sr">: {term}</span>
              </a>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
