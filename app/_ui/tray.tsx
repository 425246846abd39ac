import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import type { TrayItem } from "./board-types";
import { classes } from "./classes";
import { Deadline } from "./deadline";
import { EmptyState } from "./empty-state";
import { Icon } from "./icon";

/** What still has to be planned, by deadline, to the left of the board. */
export function Tray({ items, title = common.board.trayTitle, children }: { readonly items: readonly TrayItem[]; readonly title?: string; readonly children?: ReactNode }) {
  return (
    <section className="bk-tray">
      <h2 className="bk-tray__title">
        {title} <span className="bk-tray__count">{items.length}</span>
      </h2>
      {items.length === 0 ? <EmptyState text={common.board.trayEmpty} /> : null}
      {items.length > 0 ? (
        <ol className="bk-tray__list">
          {items.map((item) => (
            <li key={item.id} className={classes("bk-tray__item", item.isSelected && "bk-tray__item--selected")}>
              <a href={item.href} aria-current={item.isSelected ? "true" : undefined}>{item.title}</a>
              {item.facts.map((fact) => (
                <p key={fact}>{fact}</p>
              ))}
              {item.daysLeft === null ? null : <Deadline daysLeft={item.daysLeft} />}
              {item.suggestion ? <p className="bk-tray__suggestion">{item.suggestion}</p> : null}
              {item.warnings?.map((warning) => (
                <p key={warning} className="bk-tray__warning"><Icon name="warning" size="small" /> {warning}</p>
              ))}
            </li>
          ))}
        </ol>
      ) : null}
      {children}
    </section>
  );
}
