import { DataTable } from "@/app/_ui/data-table";
import { Deadline } from "@/app/_ui/deadline";
import { EmptyState } from "@/app/_ui/empty-state";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { ListName } from "@/app/facility/name";
import { timeLeft } from "@/lib/facilities/rules";
import type { TimeLeft } from "@/lib/facilities/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { facilityHome as words } from "@/lib/messages/facility";
import { formatDateNumeric } from "@/lib/messages/format";
import type { RosterLine } from "@/lib/residents/queries";
import { daysBetween, type CivilDate } from "@/lib/time/calendar";

type TimeLeftListProps = { readonly people: readonly RosterLine[]; readonly today: CivilDate; readonly parameters: ParameterValues };

/** The prison's list: who is released first stands first, with the days that count. */
export function TimeLeftList({ people, today, parameters }: TimeLeftListProps) {
  const rows = people
    .map((person) => ({ person, left: timeLeft(person.custody, today, parameters) }))
    .sort((a, b) => (a.left?.releaseOn ?? "9999").localeCompare(b.left?.releaseOn ?? "9999"));
  return (
    <Section title={words.timeLeft}>
      <p>{words.timeLeftLead}</p>
      {rows.length === 0 ? (
        <EmptyState text={words.noInmates} />
      ) : (
        <>
          <DataTable
            caption={words.timeLeft}
            hideCaption
            columns={[
              { key: "person", label: words.columns.person },
              { key: "release", label: words.columns.release },
              { key: "lastUseful", label: words.columns.lastUseful },
              { key: "duty", label: words.columns.duty },
              { key: "left", label: words.columns.left },
              { key: "bar", label: words.columns.bar, isAction: true },
              { key: "request", label: words.columns.request },
            ]}
            rows={rows.map(({ person, left }) => ({
              id: person.id,
              isMarked: left !== null && person.openRequest === null && left.lastUsefulOn >= today && daysBetween(today, left.lastUsefulOn) <= ASK_NOW_DAYS,
              cells: {
                person: (
                  <TextLink href={`/facility/residents/${person.id}`}>
                    <ListName {...person} />
                  </TextLink>
                ),
                release: left ? formatDateNumeric(left.releaseOn) : words.releaseUnknown,
                lastUseful: left ? lastUsefulText(left, today) : null,
                duty: left ? dutyText(left, today) : null,
                left: left ? <Deadline daysLeft={left.daysLeft} hideBar urgentFrom={parameters.productionDays} /> : null,
                bar: left ? <TimeLeftBar left={left} today={today} /> : null,
                request: person.openRequest ? <TextLink href={`/facility/requests/${person.openRequest.id}`}>{person.openRequest.reference}</TextLink> : words.notAsked,
              },
            }))}
          />
          <p>{words.barLegend}</p>
        </>
      )}
    </Section>
  );
}

function dutyText({ dutyFromOn }: TimeLeft, today: CivilDate): string {
  if (dutyFromOn === null) return words.dutyAlways;
  const date = formatDateNumeric(dutyFromOn);
  return dutyFromOn <= today ? words.dutySince(date) : date;
}

function lastUsefulText({ lastUsefulOn }: TimeLeft, today: CivilDate): string {
  const date = formatDateNumeric(lastUsefulOn);
  return lastUsefulOn < today ? words.tooLate(date) : date;
}

/** The bar stands for half a year; what lies later ends at its edge. */
const DAYS_SHOWN = 183;
/** From so many days before the last useful day on, somebody must ask now. */
const ASK_NOW_DAYS = 14;

/** From today (left) to the release, with the days in between as marks. Decoration: every date stands in words beside it. */
function TimeLeftBar({ left, today }: { readonly left: TimeLeft; readonly today: CivilDate }) {
  const percent = (date: CivilDate): number => Math.round((Math.max(0, Math.min(DAYS_SHOWN, daysBetween(today, date))) / DAYS_SHOWN) * 96) + 2;
  const isShown = (date: CivilDate | null): date is CivilDate => date !== null && date >= today;
  return (
    <svg className="bk-time-left" width="120" height="20" aria-hidden="true" focusable="false">
      <rect x="2%" y="8" width="96%" height="4" fill="currentColor" opacity="0.15" />
      <rect x="2%" y="8" width={`${percent(left.releaseOn) - 2}%`} height="4" fill="currentColor" opacity="0.55" />
      {isShown(left.dutyFromOn) ? <line x1={`${percent(left.dutyFromOn)}%`} x2={`${percent(left.dutyFromOn)}%`} y1="6" y2="14" stroke="currentColor" strokeWidth="2" /> : null}
      {isShown(left.lastUsefulOn) ? <line x1={`${percent(left.lastUsefulOn)}%`} x2={`${percent(left.lastUsefulOn)}%`} y1="1" y2="19" stroke="currentColor" strokeWidth="2" /> : null}
      <circle cx={`${percent(left.releaseOn)}%`} cy="10" r="4" fill="currentColor" />
    </svg>
  );
}
