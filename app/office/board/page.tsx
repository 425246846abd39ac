import { BoardLayout } from "@/app/_ui/board-layout";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { StatusTag } from "@/app/_ui/status-tag";
import { Tray } from "@/app/_ui/tray";
import { WeekBoard } from "@/app/_ui/week-board";
import { DAYS_PER_WEEK, mondaysFrom, trayItems, weekOf } from "@/app/office/board/weeks";
import { page } from "@/app/_shell/page";
import { weekBoard } from "@/lib/board/queries";
import { planning } from "@/lib/messages/planning";
import { addDays, civilDateOf, daysBetween, isCivilDate, mondayOf, type CivilDate } from "@/lib/time/calendar";
import { isWeekend } from "@/lib/time/holidays";
import { announcedVisitStates } from "@/lib/visits/types";

const words = planning.board;
export const metadata = { title: words.title };

const MOST_WEEKS = 2;

export default page("office.board.view", async ({ scope, query, now, notice }) => {
  const today = civilDateOf(now);
  const weeks = query.weeks === String(MOST_WEEKS) ? MOST_WEEKS : 1;
  const mondays = mondaysFrom(shownDay(query.week, today), weeks);
  const [first] = mondays;
  const from = first ?? mondayOf(today);
  const board = await weekBoard(scope, { from, until: addDays(from, weeks * DAYS_PER_WEEK) });
  const toolbar = <Toolbar from={from} weeks={weeks} today={today} />;
  return (
    <PageLayout title={words.title} lead={words.summary(board.tours.length, board.toPlan.length)} notice={notice} width="wide">
      <BoardLayout toolbar={toolbar} tray={<Tray items={trayItems(board)} />}>
        {board.kits.length === 0 ? <EmptyState text={words.noKits} /> : null}
        <div className="bk-stack-sections">
          {mondays.map((monday) => {
            const week = weekOf(board, monday);
            return (
              <Section key={monday} title={week.title}>
                <WeekBoard label={week.label} days={week.days} rows={week.rows} />
              </Section>
            );
          })}
        </div>
      </BoardLayout>
    </PageLayout>
  );
});

/** No plan lies further away. */
const MOST_DAYS_AWAY = 3660;

/** The day in the address, or today; on a weekend the week that is about to begin. */
function shownDay(week: string | undefined, today: CivilDate): CivilDate {
  if (week !== undefined && isCivilDate(week) && Math.abs(daysBetween(today, week)) < MOST_DAYS_AWAY) return week;
  return isWeekend(today) ? addDays(mondayOf(today), DAYS_PER_WEEK) : today;
}

function Toolbar({ from, weeks, today }: { readonly from: CivilDate; readonly weeks: number; readonly today: CivilDate }) {
  const hrefOf = (week: CivilDate, count = weeks): string => `/office/board?week=${week}${count === 1 ? "" : `&weeks=${count}`}`;
  return (
    <>
      <ButtonRow>
        <ButtonLink href={hrefOf(addDays(from, -DAYS_PER_WEEK))} variant="secondary" size="small">{words.previous}</ButtonLink>
        <ButtonLink href={hrefOf(mondayOf(today))} variant="secondary" size="small">{words.today}</ButtonLink>
        <ButtonLink href={hrefOf(addDays(from, DAYS_PER_WEEK))} variant="secondary" size="small">{words.next}</ButtonLink>
        <ButtonLink href={hrefOf(from, weeks === 1 ? MOST_WEEKS : 1)} variant="tertiary" size="small">{weeks === 1 ? words.twoWeeks : words.oneWeek}</ButtonLink>
      </ButtonRow>
      <ul className="bk-legend" aria-label={words.legend}>
        {(["PLANNED", ...announcedVisitStates, "DONE"] as const).map((state) => (
          <li key={state}>
            <StatusTag state={state} size="small" />
          </li>
        ))}
      </ul>
    </>
  );
}
