import type { ReactNode } from "react";
import { classes } from "./classes";
import { whole } from "./whole";

export type Column = {
  readonly key: string;
  readonly label: string;
  readonly isNumeric?: boolean;
  /** Column of buttons or links: the label is only said, not shown. */
  readonly isAction?: boolean;
};

export type TableRow = {
  readonly id: string;
  readonly cells: Readonly<Record<string, ReactNode>>;
  readonly isMarked?: boolean;
};

type DataTableProps = {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly isDense?: boolean;
};

const isEmpty = (cell: ReactNode): boolean => cell === null || cell === undefined || cell === "";

/** A table with caption; the first column names the row. Below 600 px a row of three or more becomes a small card. */
export function DataTable({ caption, hideCaption = false, columns, rows, isDense = false }: DataTableProps) {
  return (
    <div className="bk-table-wrap">
      <table className={classes("kern-table", "bk-table", columns.length > 2 && "bk-table--stacking", isDense && "kern-table--small")} role="table">
        <caption className={hideCaption ? "bk-sr" : "bk-table__caption"}>{caption}</caption>
        <thead className="kern-table__head" role="rowgroup">
          <tr className="kern-table__row" role="row">
            {columns.map(({ key, label, isNumeric, isAction }) => (
              <th key={key} scope="col" role="columnheader" className={classes("kern-table__header", isNumeric && "kern-table__header--numeric")}>
                {isAction ? <span className="bk-sr">{label}</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body" role="rowgroup">
          {rows.map(({ id, cells, isMarked }) => (
            <tr key={id} role="row" className={classes("kern-table__row", isMarked && "bk-table__row--marked")}>
              {columns.map(({ key, label, isNumeric, isAction }, index) => {
                const className = classes("kern-table__cell", isNumeric && "kern-table__cell--numeric", isAction && "bk-table__action");
                return index === 0 ? (
                  <th key={key} scope="row" role="rowheader" className={classes(className, "bk-table__name")}>
                    {whole(cells[key])}
                  </th>
                ) : (
                  <td key={key} role="cell" className={className} data-label={isAction || isEmpty(cells[key]) ? undefined : label}>
                    {whole(cells[key])}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
