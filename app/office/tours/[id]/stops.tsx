import { DataTable, type TableRow } from "@/app/_ui/data-table";
import { StatusTag } from "@/app/_ui/status-tag";
import { TextLink } from "@/app/_ui/text-link";
import type { TourStopView, TourView } from "@/lib/board/types";
import { formatMinutes } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { planning, servicesText } from "@/lib/messages/planning";
import { minutesOf } from "@/lib/time/calendar";

const words = planning.tour;
const MINUTE_MS = 60_000;
const clock = (at: Date): string => formatMinutes(minutesOf(at));

/** The day in order: stops with their times, and what lies between them. Two columns, so that it stays a table on a telephone. */
export function Stops({ tour }: { readonly tour: TourView }) {
  const columns = [
    { key: "time", label: words.time },
    { key: "stop", label: words.stop },
  ];
  return <DataTable caption={words.stops} hideCaption isDense columns={columns} rows={rowsOf(tour)} />;
}

function rowsOf({ stops, travels }: TourView): readonly TableRow[] {
  const wayTo = stops.flatMap((stop, index): TableRow[] => {
    const way = travels[index];
    const before = stops[index - 1]?.endsAt;
    const pause = before && way ? Math.round((way.from.getTime() - before.getTime()) / MINUTE_MS) : 0;
    const text = way ? [index === 0 ? words.depart : null, words.travel(way), pause > 0 ? words.pause(pause) : null].filter(Boolean).join(", ") : "";
    return [...(way ? [between(`way-${stop.visitId}`, way.from, text)] : []), { id: stop.visitId, cells: { time: `${clock(stop.startsAt)}–${clock(stop.endsAt)}`, stop: <Stop stop={stop} /> } }];
  });
  const last = travels.at(-1);
  return last ? [...wayTo, between("back", last.until, `${words.back}, ${words.travel(last)}`)] : wayTo;
}

function between(id: string, at: Date, text: string): TableRow {
  return { id, cells: { time: <span className="bk-muted">{clock(at)}</span>, stop: <span className="bk-small bk-muted">{text}</span> } };
}

function Stop({ stop }: { readonly stop: TourStopView }) {
  return (
    <>
      <p>
        <TextLink href={`/office/visits/${stop.visitId}`}>{stop.place.label}</TextLink> <StatusTag state={stop.state} size="small" />
      </p>
      <p className="bk-small">
        {planning.persons(stop.personCount)}: {servicesText(stop.services)}
      </p>
      <p className="bk-small bk-muted">
        {stop.address.street}, {labels.district[stop.place.district]}
      </p>
    </>
  );
}
