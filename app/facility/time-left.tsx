import { Choice } from "@/app/_ui/choice";
import { DataTable } from "@/app/_ui/data-table";
import { Deadline } from "@/app/_ui/deadline";
import { TextLink } from "@/app/_ui/text-link";
import { ListName } from "@/app/facility/name";
import type { ParameterValues } from "@/lib/law/parameters";
import { facilityHome as words } from "@/lib/messages/facility";
import { formatDateNumeric } from "@/lib/messages/format";
import { timeLeft as listWords } from "@/lib/messages/time-left";
import type { ReleaseDays } from "@/lib/releases/types";
import type { TimeLeftLine } from "@/lib/time-left/queries";
import { daysBetween, type CivilDate } from "@/lib/time/calendar";

type TimeLeftTableProps = {
  readonly caption: string;
  readonly lines: readonly TimeLeftLine[];
  readonly today: CivilDate;
  readonly parameters: ParameterValues;
  /** Whom the form had ticked; null where nobody is picked here. */
  readonly picked: readonly string[] | null;
};

/** The prison's list: each person with the days that count, and what to do. */
export function TimeLeftTable({ caption, lines, today, parameters, picked }: TimeLeftTableProps) {
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          { key: "person", label: words.columns.person },
          { key: "release", label: words.columns.release },
          { key: "lastUseful", label: words.columns.lastUseful },
          { key: "duty", label: words.columns.duty },
          { key: "left", label: words.columns.left },
          { key: "bar", label: words.columns.bar, isAction: true },
          { key: "request", label: words.columns.request },
          ...(picked ? [{ key: "pick", label: listWords.pick }] : []),
        ]}
        rows={lines.map(({ person, days, band }) => ({
          id: person.id,
          isMarked: band === "URGENT" && person.openRequest === null,
          cells: {
            person: (
              <TextLink href={`/facility/residents/${person.id}`}>
                <ListName {...person} />
              </TextLink>
            ),
            release: (
              <TextLink href={`/facility/residents/${person.id}/release`}>
                {days ? formatDateNumeric(days.releaseOn) : words.releaseUnknown}
                <span className="bk-sr"> ({listWords.change})</span>
              </TextLink>
            ),
            lastUseful: days ? lastUsefulText(days, today) : null,
            duty: days ? dutyText(days, today) : null,
            left: days ? <Deadline daysLeft={daysBetween(today, days.releaseOn)} hideBar urgentFrom={parameters.productionDays} /> : null,
            bar: days ? <TimeLeftBar days={days} today={today} /> : null,
            request: person.openRequest ? <TextLink href={`/facility/requests/${person.openRequest.id}`}>{person.openRequest.reference}</TextLink> : words.notAsked,
            pick: picked && person.openRequest === null ? <Pick id={person.id} name={`${person.lastName}, ${person.firstNames}`} isPicked={picked.includes(person.id)} /> : null,
          },
        }))}
      />
      <p>{words.barLegend}</p>
    </>
  );
}

function dutyText({ dutyFromOn }: ReleaseDays, today: CivilDate): string {
  if (dutyFromOn === null) return words.dutyAlways;
  const date = formatDateNumeric(dutyFromOn);
  return dutyFromOn <= today ? words.dutySince(date) : date;
}

function lastUsefulText({ lastUsefulOn }: ReleaseDays, today: CivilDate): string {
  const date = formatDateNumeric(lastUsefulOn);
  return lastUsefulOn < today ? words.tooLate(date) : date;
}

/** The bar stands for half a year; what lies later ends at its edge. */
const DAYS_SHOWN = 183;

/** From today (left) to the release, with the days in between as marks. Decoration: every date stands in words beside it. */
function TimeLeftBar({ days, today }: { readonly days: ReleaseDays; readonly today: CivilDate }) {
  const percent = (date: CivilDate): number => Math.round((Math.max(0, Math.min(DAYS_SHOWN, daysBetween(today, date))) / DAYS_SHOWN) * 96) + 2;
  const isShown = (date: CivilDate | null): date is CivilDate => date !== null && date >= today;
  return (
    <svg className="bk-time-left" width="120" height="20" aria-hidden="true" focusable="false">
      <rect x="2%" y="8" width="96%" height="4" fill="currentColor" opacity="0.15" />
      <rect x="2%" y="8" width={`${percent(days.releaseOn) - 2}%`} height="4" fill="currentColor" opacity="0.55" />
      {isShown(days.dutyFromOn) ? <line x1={`${percent(days.dutyFromOn)}%`} x2={`${percent(days.dutyFromOn)}%`} y1="6" y2="14" stroke="currentColor" strokeWidth="2" /> : null}
      {isShown(days.lastUsefulOn) ? <line x1={`${percent(days.lastUsefulOn)}%`} x2={`${percent(days.lastUsefulOn)}%`} y1="1" y2="19" stroke="currentColor" strokeWidth="2" /> : null}
      <circle cx={`${percent(days.releaseOn)}%`} cy="10" r="4" fill="currentColor" />
    </svg>
  );
}

function Pick({ id, name, isPicked }: { readonly id: string; readonly name: string; readonly isPicked: boolean }) {
  return <Choice type="checkbox" id={`pick-${id}`} name="residents" value={id} isChecked={isPicked} label={<span className="bk-sr">{name} {listWords.pick}</span>} />;
}
