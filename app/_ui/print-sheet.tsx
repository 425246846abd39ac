import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import type { Contact } from "./site-footer";
import { PrintButton } from "./print-button";
import { whole } from "./whole";

type PrintSheetProps = {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** Short facts at the head: tour, crew, vehicle. */
  readonly facts?: readonly { readonly term: string; readonly value: ReactNode }[];
  readonly printedAt?: string;
  /** Whom to call about what stands on the paper. */
  readonly contact: Contact;
  readonly children: ReactNode;
};

/** A page for paper: A4, black on white, readable at arm's length. On screen it looks like the sheet. */
export function PrintSheet({ title, subtitle, facts = [], printedAt, contact, children }: PrintSheetProps) {
  return (
    <div className="bk-print">
      <PrintButton label={common.print.button} />
      <div className="bk-sheet">
        <div className="bk-sheet__head">
          <p className="bk-sheet__title">{whole(title)}</p>
          {subtitle ? <p className="bk-sheet__subtitle">{subtitle}</p> : null}
          {facts.length > 0 ? (
            <dl className="bk-sheet__facts">
              {facts.map(({ term, value }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{whole(value)}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </div>
        {children}
        <p className="bk-sheet__foot">
          {common.ownerUnit} · {common.product} · {contact.phone}
          {printedAt ? ` · ${common.print.printedOn} ${printedAt}` : null}
        </p>
      </div>
    </div>
  );
}
