import { common } from "@/lib/messages/common";
import { Bar } from "./bar";
import type { BoardTour } from "./board-types";
import { Icon } from "./icon";
import { StatusTag, shapeOf } from "./status-tag";
import { TimeAxis, loadOf } from "./time-axis";

/** "Aylin Kaya" becomes "AK". */
export const initialsOf = (name: string): string => name.split(/[\s-]+/).map((part) => part.charAt(0).toUpperCase()).join("").slice(0, 3);

/** A tour in a cell of the week board: head, axis to scale, its visits as words, what is wrong with it. */
export function TourCell({ tour, view }: { readonly tour: BoardTour; readonly view: "week" | "day" }) {
  const load = loadOf(tour);
  const percent = Math.round(load * 100);
  // In the table the row and column heads give the structure; in the list by day headings do.
  const Title = view === "week" ? "p" : "h5";
  return (
    <article className="bk-tour">
      <div className="bk-tour__head">
        <Title className="bk-tour__title">
          <a href={tour.href}>{tour.label}</a>
        </Title>
        {tour.state === "PLANNED" ? null : <StatusTag state={tour.state} size="small" />}
      </div>
      <p className="bk-tour__facts">
        <span>{common.clockRange(tour.from, tour.until)}</span>
        <span className="bk-tour__crew">
          <span className="bk-sr">{common.board.crew}: </span>
          {tour.crew.map((name) => (
            <abbr key={name} title={name}>{initialsOf(name)}</abbr>
          ))}
        </span>
        {tour.vehicle ? <span><span className="bk-sr">{common.board.vehicle}: </span>{tour.vehicle}</span> : null}
      </p>
      <TimeAxis tour={tour} patternId={`${view}-${tour.id}`} />
      {tour.visits.length > 0 ? (
        <ul className="bk-tour__visits">
          {tour.visits.map((visit) => (
            <li key={visit.id}>
              <a className={`bk-visit bk-visit--${shapeOf(visit.state)}`} href={visit.href}>
                <span className="bk-visit__time">{common.clock(visit.from)}</span>{" "}
                <span className="bk-visit__label">
                  {visit.label}
                  <span className="bk-sr">, {common.visitState[visit.state]}</span>
                  {visit.note ? <span className="bk-visit__note">{visit.note}</span> : null}
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="bk-tour__empty">{common.board.noVisits}</p>
      )}
      {tour.warnings.length > 0 ? (
        <ul className="bk-tour__warnings">
          {tour.warnings.map((warning) => (
            <li key={warning}>
              <Icon name="warning" size="small" />
              <span><span className="bk-sr">{common.board.warnings}: </span>{warning}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="bk-tour__load">
        <Bar share={load} tone={load > 0.95 ? "warning" : "accent"} />
        <span><span aria-hidden="true">{common.board.loadShort(percent)}</span><span className="bk-sr">{common.board.load(percent)}</span></span>
      </div>
    </article>
  );
}
