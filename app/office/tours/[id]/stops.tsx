import { DataTable, type TableRow } from "@/app/_ui/data-table";
import { StatusTag } from "@/app/_ui/status-tag";
import { TextLink } from "@/app/_ui/text-link";
import { formatMinutes } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { planning, servicesText } from "@/lib/messages/planning";
import { minutesOf } from "@/lib/time/calendar";
import type { TourView } from "@/lib/tours/queries";

const words = planning.tour;
const MINUTE_MS = 60_000;
const clock = (at: Date): string => formatMinutes(minutesOf(at));

/** The day in order: stops with their times, and what lies between them. */
export function Stops({ tour }: { readonly tour: TourView }) {
  return (
    <DataTable
      caption={words.stops}
      hideCaption
      isDense
      columns={[
        { key: "time", label: words.time },
        { key: "stop", label: words.stop },
        { key: "who", label: words.who },
        { key: "stand", label: words.stand },
      ]}
      rows={rowsOf(tour)}
    />
  );
}

function rowsOf({ stops, travels }: TourView): readonly TableRow[] {
  return stops.flatMap((stop, index): TableRow[] => {
    const way = travels[index];
    const before = stops[index - 1]?.endsAt;
    const pause = before && way ? Math.round((way.from.getTime() - before.getTime()) / MINUTE_MS) : 0;
    const travel = way ? [{ id: `way-${stop.visitId}`, cells: { time: clock(way.from), stop: <span className="bk-muted">{[words.travel(way), pause > 0 ? words.pause(pause) : null].filter(Boolean).join(", ")}</span>, who: null, stand: null } }] : [];
    const last = index === stops.length - 1 ? travels.at(-1) : undefined;
    const back = last ? [{ id: "back", cells: { time: clock(last.until), stop: <span className="bk-muted">{words.back}, {words.travel(last)}</span>, who: null, stand: null } }] : [];
    return [
      ...travel,
      {
        id: stop.visitId,
        cells: {
          time: `${clock(stop.startsAt)}–${clock(stop.endsAt)}`,
          stop: (
            <>
              <TextLink href={`/office/visits/${stop.visitId}`}>{stop.place.label}</TextLink>
              <br />
              <span className="bk-small">{stop.address.street}, {labels.district[stop.place.district]}</span>
            </>
          ),
          who: (
            <>
              {planning.persons(stop.personCount)}
              <br />
              <span className="bk-small">{servicesText(stop.services)}</span>
            </>
          ),
          stand: <StatusTag state={stop.state} size="small" />,
        },
      },
      ...back,
    ];
  });
}
