import { common } from "@/lib/messages/common";
import type { BoardTour } from "./board-types";
import { shapeOf } from "./status-tag";

const AXIS_FROM = 8 * 60;
const AXIS_UNTIL = 17 * 60;
const HOURS = [9, 10, 11, 12, 13, 14, 15, 16];

const percentOf = (minutes: number): number => ((Math.min(AXIS_UNTIL, Math.max(AXIS_FROM, minutes)) - AXIS_FROM) / (AXIS_UNTIL - AXIS_FROM)) * 100;
const span = (from: number, until: number) => ({ x: `${percentOf(from).toFixed(2)}%`, width: `${Math.max(0.8, percentOf(until) - percentOf(from)).toFixed(2)}%` });

/** A tour from 8 to 17 o'clock to scale: visits as blocks, travel hatched. The words are the list beneath, so this is decoration. */
export function TimeAxis({ tour, patternId }: { readonly tour: BoardTour; readonly patternId: string }) {
  return (
    <div className="bk-axis" aria-hidden="true">
      <svg className="bk-axis__drawing" width="100%" height="32" focusable="false">
        <defs>
          <pattern id={`${patternId}-travel`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="bk-axis__hatch" width="1.5" height="6" />
          </pattern>
          <pattern id={`${patternId}-underway`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="bk-axis__stripe" width="4" height="8" />
          </pattern>
        </defs>
        <rect className="bk-axis__ground" x="0" y="4" width="100%" height="24" />
        {HOURS.map((hour) => (
          <line key={hour} className={hour === 12 ? "bk-axis__noon" : "bk-axis__hour"} x1={`${percentOf(hour * 60)}%`} x2={`${percentOf(hour * 60)}%`} y1="4" y2="28" />
        ))}
        {tour.travels.map(({ from, until }) => (
          <rect key={`t${from}`} className="bk-axis__travel" {...span(from, until)} y="12" height="8" fill={`url(#${patternId}-travel)`} />
        ))}
        {tour.visits.map(({ id, from, until, state }) => (
          <g key={id} className={`bk-axis__visit bk-axis__visit--${shapeOf(state)}`}>
            <rect className="bk-axis__block" {...span(from, until)} y="5" height="22" rx="2" />
            {state === "UNDERWAY" ? <rect {...span(from, until)} y="5" height="22" rx="2" fill={`url(#${patternId}-underway)`} /> : null}
            {state === "CANCELLED" ? <line className="bk-axis__strike" x1={span(from, until).x} x2={`${percentOf(until)}%`} y1="16" y2="16" /> : null}
          </g>
        ))}
      </svg>
      <span className="bk-axis__from">{common.board.axisFrom}</span>
      <span className="bk-axis__until">{common.board.axisUntil}</span>
    </div>
  );
}

/** How full a tour is, 0 to 1: visits and travel against the length of the axis. */
export function loadOf(tour: BoardTour): number {
  if (tour.load !== undefined) return tour.load;
  const busy = [...tour.visits.filter(({ state }) => state !== "CANCELLED"), ...tour.travels].reduce((sum, { from, until }) => sum + until - from, 0);
  return Math.min(1, busy / (AXIS_UNTIL - AXIS_FROM));
}
