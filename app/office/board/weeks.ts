import type { BoardCell, BoardDay, BoardRow, BoardTour, TrayItem } from "@/app/_ui/board-types";
import type { WeekBoardData } from "@/lib/board/queries";
import type { TourView } from "@/lib/board/types";
import { kitRefusal } from "@/lib/kits/rules";
import { formatDateShort, holidayNames } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { kitBlockedText, planning, servicesText, warningText } from "@/lib/messages/planning";
import type { WishWindow } from "@/lib/requests/types";
import { addDays, instantOf, isoWeekOf, minutesOf, mondayOf, type CivilDate } from "@/lib/time/calendar";
import { isWeekend } from "@/lib/time/holidays";
import { overlaps } from "@/lib/time/range";
import { closedOn } from "@/lib/visits/rules";

const words = planning.board;
export const DAYS_PER_WEEK = 7;

/** The Mondays to show from a day on. */
export function mondaysFrom(date: CivilDate, weeks: number): readonly CivilDate[] {
  return Array.from({ length: weeks }, (_, index) => addDays(mondayOf(date), index * DAYS_PER_WEEK));
}

export type BoardWeek = { readonly monday: CivilDate; readonly title: string; readonly label: string; readonly days: readonly BoardDay[]; readonly rows: readonly BoardRow[] };

/** One week of the board; a weekend day appears only when a tour stands on it. */
export function weekOf(board: WeekBoardData, monday: CivilDate): BoardWeek {
  const all = Array.from({ length: DAYS_PER_WEEK }, (_, index) => addDays(monday, index));
  const dates = all.filter((date) => !isWeekend(date) || board.tours.some((tour) => tour.date === date));
  const { week } = isoWeekOf(monday);
  const last = dates.at(-1) ?? monday;
  return {
    monday,
    title: words.week(week, monday, last),
    label: words.weekLabel(week),
    days: dates.map((date) => dayOf(board, date)),
    rows: board.kits.map((kit) => ({ id: kit.id, label: kit.label, sub: kit.state === "OPERATIONAL" ? undefined : labels.kitState[kit.state], cells: dates.map((date) => cellOf(board, kit, date)) })),
  };
}

function dayOf({ closures, today }: WeekBoardData, date: CivilDate): BoardDay {
  const closed = closedOn(date, closures);
  const note = closed?.reason === "HOLIDAY" ? holidayNames[closed.holiday] : closed?.reason === "CLOSURE" ? closed.label : undefined;
  return { date, label: formatDateShort(date), isToday: date === today, isClosed: closed !== null, note };
}

function cellOf(board: WeekBoardData, kit: WeekBoardData["kits"][number], date: CivilDate): BoardCell {
  const tours = board.tours.filter((tour) => tour.kit.id === kit.id && tour.date === date).map(boardTourOf);
  const repair = board.repairs.find((one) => one.resource.id === kit.id && overlaps(one, { from: instantOf(date, 0), until: instantOf(addDays(date, 1), 0) }));
  const refusal = kitRefusal(kit, date);
  const blocked = repair ? words.repairUntil(repair.until) : refusal && date >= board.today ? kitBlockedText(refusal) : undefined;
  const isOpen = tours.length === 0 && blocked === undefined && date >= board.today && closedOn(date, board.closures) === null;
  return { tours, blocked, newTourHref: isOpen ? `/office/tours/new?kit=${kit.id}&date=${date}` : undefined };
}

function boardTourOf(tour: TourView): BoardTour {
  return {
    id: tour.id,
    href: `/office/tours/${tour.id}`,
    label: tour.reference,
    from: minutesOf(tour.departsAt),
    until: minutesOf(tour.returnsAt),
    crew: tour.crew.filter(({ isHeld }) => isHeld).map(({ label }) => label),
    vehicle: tour.vehicle.isHeld ? tour.vehicle.label : null,
    state: tour.state,
    visits: tour.stops.map((stop) => ({
      id: stop.visitId,
      href: `/office/visits/${stop.visitId}`,
      label: stop.place.label,
      from: minutesOf(stop.startsAt),
      until: minutesOf(stop.endsAt),
      state: stop.state,
    })),
    travels: tour.travels.map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) })),
    warnings: tour.warnings.map(warningText),
  };
}

/** The waiting visits as cards of the tray. */
export function trayItems({ toPlan, today }: WeekBoardData): readonly TrayItem[] {
  const coming = (wishes: readonly WishWindow[]): readonly WishWindow[] => wishes.filter(({ date }) => date >= today);
  return toPlan.map(({ visit, best }) => ({
    id: visit.visitId,
    href: `/office/visits/${visit.visitId}`,
    title: visit.place.label,
    facts: [
      `${labels.district[visit.place.district]} · ${planning.persons(visit.personCount)} · ${planning.minutes(visit.stayMinutes)}`,
      servicesText(visit.services),
      ...(coming(visit.wishes).length > 0 ? [words.wishes(coming(visit.wishes))] : []),
    ],
    daysLeft: visit.daysLeft,
    suggestion: best ? words.suggestion(best.tour.date, best.fit.placement.startsAt, best.tour.kit.label, best.fit.extraTravelMinutes) : undefined,
  }));
}
