import { common } from "@/lib/messages/common";
import type { BoardCell, BoardDay, BoardRow } from "./board-types";
import { classes } from "./classes";
import { TourCell } from "./tour-cell";

type WeekBoardProps = { readonly label?: string; readonly days: readonly BoardDay[]; readonly rows: readonly BoardRow[] };

/** Kits by days. A table in a scroll region of its own; below 900 px a list by day (only one of the two is ever shown or read out). */
export function WeekBoard({ label = common.board.label, days, rows }: WeekBoardProps) {
  return (
    <>
      <div className="bk-board" role="region" aria-label={label} tabIndex={0}>
        <table className="bk-board__table">
          <caption className="bk-sr">{label}</caption>
          <thead>
            <tr>
              <th scope="col" className="bk-board__corner">{common.board.kitColumn}</th>
              {days.map((day) => (
                <th key={day.date} scope="col" className={classes("bk-board__day", day.isToday && "bk-board__day--today", day.isClosed && "bk-board__day--closed")}>
                  <DayHead day={day} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="bk-board__kit">
                  <KitHead row={row} />
                </th>
                {days.map((day, index) => (
                  <td key={day.date} className={classes("bk-board__cell", day.isToday && "bk-board__cell--today", day.isClosed && "bk-board__cell--closed")}>
                    <CellContent cell={row.cells[index]} day={day} row={row} view="week" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ol className="bk-day-list" aria-label={label}>
        {days.map((day, index) => (
          <li key={day.date} className={classes("bk-day-list__day", day.isClosed && "bk-day-list__day--closed")}>
            <h3 className="bk-day-list__title"><DayHead day={day} /></h3>
            {rows.filter((row) => hasSomething(row.cells[index], day)).map((row) => (
              <div key={row.id} className="bk-day-list__kit">
                <h4><KitHead row={row} /></h4>
                <CellContent cell={row.cells[index]} day={day} row={row} view="day" />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

/** On a closed day only what stands there in spite of it. */
function hasSomething(cell: BoardCell | undefined, day: BoardDay): boolean {
  return !day.isClosed || (cell !== undefined && (cell.tours.length > 0 || Boolean(cell.blocked) || Boolean(cell.newTourHref)));
}

function DayHead({ day }: { readonly day: BoardDay }) {
  const notes = [day.isToday ? common.board.today : null, day.isClosed ? common.board.closed : null, day.note].filter(Boolean);
  return (
    <>
      <span className="bk-board__day-label">{day.label}</span>
      {notes.length > 0 ? <span className="bk-board__day-note"> {notes.join(" · ")}</span> : null}
    </>
  );
}

function KitHead({ row }: { readonly row: BoardRow }) {
  return (
    <>
      <span className="bk-board__kit-label">{row.label}</span>
      {row.sub ? <span className="bk-board__kit-sub"> {row.sub}</span> : null}
    </>
  );
}

function CellContent({ cell, day, row, view }: { readonly cell: BoardCell | undefined; readonly day: BoardDay; readonly row: BoardRow; readonly view: "week" | "day" }) {
  if (!cell) return null;
  const isFree = cell.tours.length === 0 && !cell.blocked && !day.isClosed;
  return (
    <div className="bk-board__content">
      {cell.tours.map((tour) => (
        <TourCell key={tour.id} tour={tour} view={view} />
      ))}
      {cell.blocked ? <p className="bk-board__blocked">{cell.blocked}</p> : null}
      {isFree && !cell.newTourHref ? <p className="bk-board__free">{common.board.free}</p> : null}
      {cell.newTourHref ? (
        <a className="bk-board__new" href={cell.newTourHref}>
          <span aria-hidden="true">+</span> {common.board.newTour}
          <span className="bk-sr">: {row.label}, {day.label}</span>
        </a>
      ) : null}
    </div>
  );
}
